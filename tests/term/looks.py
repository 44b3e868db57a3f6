#!/usr/bin/env python3
"""What the terminal shows of a theme: hits, the current one among them, and nothing on blanks that fill up."""
import concurrent.futures
import itertools
import re

from emulator import Emulator
from program import SAMPLES, Terminal, tap

THEMES = 'dark', 'light', 'contrast', 'ansi16', 'mono'
TYPES = {'TERM': 'xterm-256color'}, {'TERM': 'xterm-16color'}, {'TERM': 'linux'}, {'NO_COLOR': '1'}
BLACK = 30, (5, 0), (5, 16)


def looks_of(screen, pattern):
    """How the characters of all matches look: a set for each of them."""
    return [{look for _, look in line[m.start():m.end()]} for line in screen.grid[1:-2]
            for m in re.finditer(pattern, ''.join(c or ' ' for c, _ in line), re.I)]


def underlined_fillers(screen):
    """Rows where an underline goes on behind the words."""
    rows = []
    for line in screen.grid:
        text = ''.join(c or ' ' for c, _ in line)
        if any('4' in dict(line[col][1]) and (text[col:col + 2] == '  ' or not text[col:].strip())
               for col in range(len(line)) if text[col] == ' '):
            rows.append(text)
    return rows


def looks(theme, env):
    name = f'{theme}, {" ".join(env.values())}'
    t = Terminal('--no-state', '--theme', theme, SAMPLES, env=env)
    screen = Emulator(24, 80)
    screen.feed(t.start)
    fillers = underlined_fillers(screen)
    for keys in (b'jj\r', b'""', b'/the\r', b'n'):
        screen.feed(t.send(keys))
        fillers += underlined_fillers(screen)
    hits = looks_of(screen, 'the')
    current = [look for look in hits if hits.count(look) == 1]
    bold_black = [look for look in set().union(*hits) if '1' in dict(look) and dict(look).get('fg') in BLACK]
    screen.feed(t.send(b'qe'))
    fillers += underlined_fillers(screen)
    t.finish()
    return [(len(hits) > 9 and len(current) == 1, f'{name}: the current hit is told from others', hits),
            (not bold_black, f'{name}: black on a hit is black', bold_black),
            (not fillers, f'{name}: no underline on what fills up', fillers)]


with concurrent.futures.ThreadPoolExecutor(6) as pool:
    for outcomes in pool.map(lambda pair: looks(*pair), itertools.product(THEMES, TYPES)):
        for outcome in outcomes:
            tap.result(*outcome)
tap.done()
