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
    tap.result(t.ended(0.2) is None and 'no command' in t.rows()[-1] and t.rows()[:-1] == before[:-1],
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


for test in (pastes, modes_are_taken_back):
    test()
tap.done()
