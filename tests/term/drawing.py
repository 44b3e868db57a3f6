#!/usr/bin/env python3
"""What is sent piece by piece gives the screen that is sent whole, and the one that --keys prints."""
import concurrent.futures
import random

from emulator import Emulator
from program import SAMPLES, Terminal, tap

# As --keys spells them, and as a terminal sends them.
KEYS = {'Enter': '\r', 'Space': ' ', 'Esc': '\x1b', 'Tab': '\t', 'PgUp': '\x1b[5~', 'Down': '\x1b[B',
        **{k: k for k in 'jkGbeEPp"+-JK?nN'}, 'j ': 'j', 'gg': 'gg', '/ a Enter': '/a\r', '/ the Enter': '/the\r',
        '5j': '5j', '^D': '\x04', '^U': '\x15'}


LINKS = ('--set', 'ui.hyperlinks=yes')


def names(rng, n):
    """Mostly moves and scrolls; nothing that ends the program or changes what is kept."""
    many = ['j', 'j', 'k', 'Down', 'Space', '^D', 'b', 'Enter', 'Esc', 'J', 'K', '"', 'e', 'G']
    return [rng.choice(many if rng.random() < .8 else sorted(set(KEYS))) for _ in range(n)]


def difference(a, b):
    for row, (x, y) in enumerate(zip(a[0], b[0])):
        for col, (p, q) in enumerate(zip(x, y)):
            if p != q:
                return f'row {row} column {col}: {p} is {q}'
    return f'cursor {a[1]} is {b[1]}' if a[1] != b[1] else ''


def walk(seed, size, args, env):
    rng = random.Random(seed)
    rows, cols = size
    t = Terminal('--no-state', *args, SAMPLES, size=size, env=env)
    screen = Emulator(rows, cols)
    screen.feed(t.start)
    pressed, why = [], ''
    for i in range(24):
        keys = names(rng, rng.choice((1, 1, 2, 5)))
        for key in keys:
            screen.feed(t.send(KEYS[key].encode(), 0.03))
        pressed += keys
        if i % 4:
            continue
        screen.feed(t.send(b':', 0.1) + t.send(b'\x1b', 0.3))  # a message goes
        before = screen.shown()
        screen.feed(t.send(b'\x0c', 0.15))
        why = difference(before, screen.shown())
        if why or screen.errors:
            break
    t.finish()
    return (not why and not screen.errors, f'{cols}x{rows} {" ".join(args)}{env or ""}: pieces give the whole',
            f'{why} {screen.errors[:5]} after {" ".join(pressed)}')


def played():
    # Not the pictures of the first article: a terminal is given no sequences of them.
    for keys in ('j j j', 'Space j', 'Enter j j', 'j Enter G k k j', 'e j Enter', 'G k k', '? Space'):
        t = Terminal('--no-state', SAMPLES)
        screen = Emulator(24, 80)
        screen.feed(t.start)
        for key in keys.split():
            screen.feed(t.send(KEYS[key].encode(), 0.08))
        wanted = tap.run('--no-state', '--keys', keys, '--size', '80x24', SAMPLES)[1].decode().rstrip('\n')
        tap.result(screen.text().rstrip('\n') == wanted, f'{keys}: the terminal shows what --keys prints',
                   screen.text())
        t.finish()


played()
with concurrent.futures.ThreadPoolExecutor(7) as pool:
    walks = list(pool.map(walk, range(9),
                          ((24, 80), (24, 80), (60, 200), (40, 121), (12, 40), (24, 80), (24, 80), (24, 80),
                           (40, 130)),
                          ((), ('--theme', 'contrast'), (), ('--theme', 'light'), (), (), (), LINKS, LINKS),
                          ({}, {}, {}, {}, {'NO_COLOR': '1'}, {'TERM': 'screen-256color'}, {'TERM': 'linux'}, {},
                           {'TERM': 'tmux-256color'})))
for outcome in walks:
    tap.result(*outcome)
tap.done()
