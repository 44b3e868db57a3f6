#!/usr/bin/env python3
"""One terminal type after the other: the same screens, as --keys prints them; what each is asked for and given back."""
import concurrent.futures
import functools
import os
import re
import subprocess
import tempfile
import time

from emulator import Emulator
from program import SAMPLES, Terminal, tap

STEPS = (('j j', b'jj'), ('Enter', b'\r'), ('Space', b' '), ('"', b'"'), ('q', b'q'), ('e', b'e'), ('j', b'j'),
         ('q', b'q'), ('/ the Enter', b'/the\r'), ('n', b'n'), ('?', b'?'), ('q', b'q'), ('S', b'S'), ('q', b'q'))
COLOR = re.compile(rb'\x1b\[(?:\d+[;:])*(?:3[0-8]|4[0-8]|9[0-7])[;:m]')
PALETTE = re.compile(rb'\x1b\[(?:\d+[;:])*38[;:]5[;:]')

# The colours that each has, and what its entry is made from where it has another name in ncurses' own files.
TYPES = {
    'xterm-256color': (256, None), 'screen-256color': (256, None), 'tmux-256color': (256, None),
    'xterm': (8, None), 'linux': (8, None), 'xterm-16color': (16, None), 'vt100': (0, None), 'vt220': (0, None),
    'xterm-kitty': (256, 'kitty'), 'foot': (256, 'foot+base, use=xterm+256color'), 'alacritty': (256, None), 'rxvt-unicode-256color': (256, None),
}


def has_entry(name):
    return subprocess.run(['infocmp', name], capture_output=True, check=False).returncode == 0


def entry(folder, name, source):
    """True when there is an entry, or could be made in the folder."""
    if has_entry(name):
        return True
    if not source or not all(has_entry(part) for part in source.split(', use=')):
        return False
    text = f'{name}|made for a test,\n\tcolors#256, pairs#0x7fff, use={source},\n'
    made = subprocess.run(['tic', '-x', '-o', folder, '-'], input=text.encode(), capture_output=True, check=False)
    return made.returncode == 0


def printed(keys):
    return tap.run('--no-state', '--keys', keys, '--size', '80x24', SAMPLES)[1].decode().rstrip('\n')


@functools.cache
def wanted():
    """What --keys prints after each step."""
    return [printed(' '.join(keys for keys, _ in STEPS[:i + 1])) for i in range(len(STEPS))]


def shows(what, env, *args):
    """The screens of all steps are those that --keys prints; all that was sent, or None."""
    t = Terminal('--no-state', *args, SAMPLES, env=env)
    screen = Emulator(24, 80)
    screen.feed(t.start)
    sent, wrong = t.start, ''
    for (keys, typed), printed_screen in zip(STEPS, wanted()):
        out = t.send(typed, 0.1)
        screen.feed(out)
        sent += out
        late = time.time() + 3
        while screen.text().rstrip('\n') != printed_screen and time.time() < late:
            screen.feed(t.read(0.1))
        if screen.text().rstrip('\n') != printed_screen:
            wrong = f'after {keys}:\n{screen.text()}'
            break
    end = t.send(b'Q')
    outcome = (not wrong and not screen.errors and t.ended() == 0, f'{what}: the screens are those of --keys',
               f'{wrong} {screen.errors[:5]} {t.ended(0)}')
    t.finish()
    return sent, end, outcome


def kind_of_color(sent):
    return 256 if PALETTE.search(sent) else 8 if COLOR.search(sent) else 0


def one_type(folder, name):
    colors, source = TYPES[name]
    sent, end, outcome = shows(name, {'TERM': name, 'TERMINFO': folder} if source else {'TERM': name})
    kind = kind_of_color(sent)
    return [outcome, (kind == min(colors, 8 if colors < 256 else 256), f'{name}: its colours', kind),
            ((b'\x1b[?1049h' in sent) == (b'\x1b[?1049l' in end) and b'\x1b[?2004l' in end,
             f'{name}: what was asked for is given back', end)]


def each_type(folder):
    names = [name for name, (_, source) in TYPES.items() if entry(folder, name, source)]
    for name in TYPES.keys() - names:
        tap.skip(name, 'no terminfo entry')
    wanted()
    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        for outcomes in pool.map(lambda name: one_type(folder, name), names):
            for outcome in outcomes:
                tap.result(*outcome)


def without_color():
    for what, env, args in (('NO_COLOR', {'NO_COLOR': '1'}, ()), ('--color never', {}, ('--color', 'never')),
                            ('the theme mono', {}, ('--theme', 'mono'))):
        sent, _, outcome = shows(what, env, *args)
        tap.result(*outcome)
        tap.result(kind_of_color(sent) == 0, f'{what}: no colour is sent')


def in_ascii(folder):
    """Where the locale is not UTF-8; one of ISO-8859-1 is made where that can be."""
    made = os.path.join(folder, 'xx_XX.ISO-8859-1')
    subprocess.run(['localedef', '-i', 'en_US', '-f', 'ISO-8859-1', made], capture_output=True, check=False)
    locales = {'C': {'LC_ALL': 'C'}, 'POSIX': {'LC_ALL': None, 'LANG': 'POSIX'}}
    if os.path.isdir(made):
        locales['ISO-8859-1'] = {'LC_ALL': 'xx_XX.ISO-8859-1', 'LOCPATH': folder}
    else:
        tap.skip('ISO-8859-1', 'no such locale can be made')
    for name, env in locales.items():
        t = Terminal('--no-state', SAMPLES, env=env)
        out = t.start + t.send(b'\r') + t.send(b'"') + t.send(b'e')
        screen = Emulator(24, 80)
        screen.feed(out)
        tap.result(not re.search(rb'[\x80-\xff]', out) and '---' in screen.text(), f'{name}: ASCII and its own glyphs',
                   screen.text())
        t.finish()


def unknown_types():
    """No screen can be shown: lines, and why; nothing for a type that is none."""
    for name, said in (('dumb', False), (None, False), ('', False), ('unknown', True), ('nonesuch-256color', True)):
        t = Terminal('--no-state', SAMPLES, env={'TERM': name}, ready=b'quit > ')
        out = t.start + t.send(b'1\n') + t.send(b'q\nq\n')
        tap.result(t.ended() == 0 and b'\x1b' not in out and (b'TERM=xterm-256color' in out) == said,
                   f'TERM={name}: lines, {"and why" if said else "as asked for"}', out[:300])
        t.finish()


with tempfile.TemporaryDirectory() as home:
    each_type(home)
    without_color()
    in_ascii(home)
    unknown_types()
tap.done()
