#!/usr/bin/env python3
"""What comes from the terminal and is no key: text that is pasted, the mouse."""
import os
import signal

from emulator import Emulator
from program import SAMPLES, Terminal, tap

PASTE_ON, PASTE_OFF = b'\x1b[?2004h', b'\x1b[?2004l'


class Session(Terminal):
    """With the screen that its bytes give."""

    def __init__(self, *args, size=(24, 80), **more):
        super().__init__('--no-state', *args, SAMPLES, size=size, **more)
        self.screen = Emulator(*size)
        self.bytes = self.start
        self.screen.feed(self.start)

    def press(self, keys, rest=0.15):
        self.bytes = self.send(keys if isinstance(keys, bytes) else keys.encode(), rest)
        self.screen.feed(self.bytes)
        return self.screen.text()

    def rows(self):
        return self.screen.text().split('\n')


def pastes():
    """What is pasted is text: never a command, never the end of a line."""
    t = Session()
    tap.result(PASTE_ON in t.start, 'the terminal is asked to say what is pasted')
    before = t.rows()
    text = t.press('\x1b[200~Q\rq\x03\x1b[201~')
    tap.result(t.ended(0.2) is None and 'not taken for keys' in t.rows()[-1] and t.rows()[:-1] == before[:-1],
               'what is pasted runs nothing', text)
    text = t.press('/\x1b[200~ferry\nQ\x1b[201~')
    tap.result(t.rows()[-1].startswith('/ferry Q'), 'in the prompt it is text, on one line', text)
    text = t.press('\x1b')
    text = t.press('\x1b[200~half\x1b')
    text = t.press('j')
    tap.result('no command' not in text, 'an end that does not come is made by Esc', text)
    end = t.send(b'Q')
    tap.result(t.ended() == 0 and PASTE_OFF in end, 'it is taken back at the end', end)
    t.finish()


def modes_are_taken_back():
    ends = [('SIGTERM', lambda t: t.kill(signal.SIGTERM))]
    if not os.environ.get('INSTRUMENTED'):  # a sanitizer has handlers of its own
        ends.append(('a fault', lambda t: t.kill(signal.SIGSEGV)))
    for how, act in ends:
        t = Session('--set', 'ui.mouse=yes')
        out = act(t)
        tap.result(all(mode in out for mode in (PASTE_OFF, b'\x1b[?1000l', b'\x1b[?1006l')),
                   f'modes are taken back: {how}', out)
        t.finish()
    t = Session(env={'TERM': 'vt52'})
    tap.result(PASTE_ON not in t.start, 'none is asked for where sequences are others', t.start)
    t.finish()


def report(button, row, col, final='M'):
    """As a terminal sends it, rows and columns from 0."""
    return f'\x1b[<{button};{col + 1};{row + 1}{final}'


def click(row, col):
    return report(0, row, col) + report(0, row, col, 'm')


def no_mouse():
    t = Session()
    tap.result(b'\x1b[?1000h' not in t.start, 'without ui.mouse the mouse is the terminal\'s')
    before = t.rows()
    text = t.press(click(5, 5) + '\x1b[M !!\x1b[<0;5M\x1b[<0;5;5;5M\x1b[<;;;M')
    tap.result(t.rows() != before or t.ended(0) is None, 'reports that nobody asked for end nothing', text)
    t.finish()


def mouse(term):
    t = Session('--set', 'ui.mouse=yes', env={'TERM': term}, size=(24, 300))
    tap.result(b'\x1b[?1000h\x1b[?1006h' in t.start, f'{term}: the mouse is asked for')
    t.press(click(6, 40))
    tap.result(t.screen.row == 6, f'{term}: a click selects', t.screen.text())
    before = t.screen.text()
    tap.result(t.press(report(65, 6, 290) * 2) != before, f'{term}: the wheel scrolls what it is over')
    tap.result(t.press(report(64, 6, 290) * 3) == before, f'{term}: and back')
    text = t.press(click(6, 290), 0.3)
    tap.result(t.screen.col > 160, f'{term}: one beyond column 223 is in its pane', text)
    text = t.press(report(4, 5, 5) + report(2, 5, 5) + report(35, 5, 5) + report(0, 5, 5, 'm'))
    tap.result(t.screen.col > 160, f'{term}: other buttons, motion and letting go do nothing', text)
    end = t.send(b'Q')
    tap.result(t.ended() == 0 and b'\x1b[?1006l\x1b[?1000l' in end, f'{term}: it is given back', end)
    t.finish()


def mice():
    for term in ('xterm-256color', 'screen-256color', 'tmux-256color', 'linux'):
        mouse(term)


for test in (pastes, modes_are_taken_back, no_mouse, mice):
    test()
tap.done()
