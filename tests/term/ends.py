#!/usr/bin/env python3
"""What is not a key: every signal, a terminal that goes, windows of any size; where the cursor stands."""
import concurrent.futures
import functools
import os
import random
import signal
import tempfile
import time

from emulator import Emulator
from program import SAMPLES, Terminal, tap

LEAVE = b'\x1b[?1049l'
CLEAR = b'\x1b[2J'
INSTRUMENTED = bool(os.environ.get('INSTRUMENTED'))


def deadly(sig):
    """The screen is given back, what the reader did is kept, and it dies by the signal."""
    with tempfile.TemporaryDirectory() as state:
        t = Terminal(SAMPLES, env={'XDG_STATE_HOME': state})
        t.send(b'*')
        out = t.kill(sig)
        yield (t.ended() == -sig and LEAVE in out and b'\x1b[?2004l' in out,
               f'{sig.name}: the screen is given back', f'{t.ended(0)} {out!r}')
        yield ((b'dateline:' in out) == (sig in FAULTS), f'{sig.name}: a word only of a fault', out)
        t.finish()
        t = Terminal(SAMPLES, env={'XDG_STATE_HOME': state}, ready=b'?')
        yield ('★'.encode() in t.start or b'starred' in t.start, f'{sig.name}: what the reader did is kept', t.start)
        t.finish()


def harmless():
    t = Terminal('--no-state', SAMPLES)
    for sig in (signal.SIGINT, signal.SIGPIPE, signal.SIGWINCH, signal.SIGCONT):
        t.kill(sig)
        yield (t.ended(0.2) is None and t.send(b'j') != b'', f'{sig.name}: it goes on')
    t.finish()


def reloads():
    page = 'Ferry sails\n\nBy Ann Poe\n\nThe ferry of {0} sailed on time, Captain Jo Roe said.\n\n' \
           'The quay of {0} was full of people who had come to see it.\n'
    with tempfile.TemporaryDirectory() as folder:
        def write(name, place):
            with open(os.path.join(folder, name), 'w', encoding='utf-8') as f:
                f.write(page.format(place))
        write('a.txt', 'Lesk')
        t = Terminal('--no-state', folder)
        screen = Emulator(24, 80)
        screen.feed(t.start)
        write('b.txt', 'Osk')
        screen.feed(t.kill(signal.SIGUSR1, 0.8))
        yield ('1 article more' in screen.text(), 'SIGUSR1: what is new is read', screen.text())
        t.finish()
        t = Terminal('--no-state', folder, env={'TERM': 'dumb'}, ready=b'quit > ')
        t.kill(signal.SIGUSR1)
        yield (t.ended(0.2) is None, 'SIGUSR1: lines go on')
        t.finish()


def suspends():
    """As a shell has it: the screen is given back, then it stops; when it goes on, all is drawn, once."""
    for how, stop in (('^Z', lambda t: t.send(b'\x1a', 0.3)), ('SIGTSTP', lambda t: t.kill(signal.SIGTSTP, 0.3))):
        t = Terminal('--no-state', '--set', 'ui.mouse=yes', SAMPLES)
        screen = Emulator(24, 80)
        screen.feed(t.start + t.send(b'jj'))
        before = screen.shown()
        # Its process group is nobody's: the system does not stop such a one, so that it goes on at once.
        out = stop(t)
        at = out.find(LEAVE)
        yield (0 <= out.find(b'\x1b[?1000l') < at and 0 <= out.find(b'\x1b[?2004l') < at,
                   f'{how}: the screen and the modes are given back', out[:200])
        out = out[at:]
        if b'\x1b[?1049h' not in out:
            out += t.kill(signal.SIGCONT, 0.3)
        yield (out.count(CLEAR) == 1 and b'\x1b[?1000h' in out, f'{how}: all is drawn again, once', out[:300])
        screen.feed(out)
        yield (screen.shown() == before, f'{how}: as it was', screen.text())
        t.finish()


def gone():
    """It ends at once, and does not spin."""
    for what, env, before in (('at a list', {}, b''), ('in an article', {}, b'\r'), ('while typing', {}, b'/fer')):
        t = Terminal(SAMPLES, env=env)
        t.send(before)
        start = time.time()
        t.close()
        status = t.ended(3)
        took = (time.time() - start) * 1000
        yield (status is not None and took < (2000 if INSTRUMENTED else 500), f'the terminal goes {what}: it ends',
                   f'{status} after {took:.0f} ms')
        t.finish()


def nobody_hears():
    """A parent that ignores SIGHUP (nohup): the end of the terminal ends it all the same."""
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    t = Terminal(SAMPLES)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    t.close()
    yield (t.ended(3) is not None, 'the terminal goes, SIGHUP is ignored: it ends', t.ended(0))
    t.finish()


def storm():
    """A window being dragged through a thousand sizes: nothing is drawn before it rests, then once."""
    rng = random.Random(7)
    t = Terminal('--no-state', SAMPLES)
    t.send(b'jjj\r')
    t.send(b'jjjj')
    screen = Emulator(24, 80)
    screen.feed(t.send(b'\x0c'))
    top = screen.text().split('\n')[1]
    for _ in range(1000):
        t.resize(rng.randint(5, 200), rng.randint(20, 500))
        time.sleep(0.0005)
    t.resize(24, 80)
    out = t.read(0.3)
    screen = Emulator(24, 80)
    screen.feed(out[out.rfind(CLEAR):])
    yield (t.ended(0) is None and 0 < out.count(CLEAR) <= 20, 'a thousand sizes are drawn when they rest', out.count(CLEAR))
    yield (screen.text().split('\n')[1] == top, 'the same line is at the top', screen.text())
    t.resize(10, 40)
    t.resize(24, 80)
    out = t.read(0.3)
    yield (out.count(CLEAR) == 1, 'a window that has its old size again is drawn again, once', out.count(CLEAR))
    t.resize(4, 80)
    yield (b'too small' in t.read(0.3), 'four rows are too few')
    t.resize(5, 19)
    yield (b'too small' in t.read(0.3), 'nineteen columns are too few')
    t.resize(5, 20)
    yield (b'too small' not in t.read(0.3) and t.ended(0) is None, 'five rows of twenty are enough')
    t.finish()


def panes():
    t = Terminal('--no-state', SAMPLES)
    for cols, bars in ((119, 0), (120, 1), (179, 1), (180, 2), (120, 1), (80, 0)):
        t.resize(24, cols)
        screen = Emulator(24, cols)
        screen.feed(t.read(0.3))
        row = screen.text().split('\n')[10]
        yield (row.count('│') == bars, f'{cols} columns: {bars + 1} panes', row)
    t.finish()


def cursor(name, keys):
    t = Terminal('--no-state', SAMPLES)
    screen = Emulator(24, 80)
    screen.feed(t.start)
    for key in keys:
        screen.feed(t.send(key.encode(), 0.1))
    screen.feed(t.read(0.3))
    row = screen.text().split('\n')[screen.row]
    yield (screen.visible and screen.col == 0 and row.startswith('>'), f'cursor: {name}',
           f'{screen.row} {screen.col} {screen.visible}\n{screen.text()}')
    t.finish()


def cursor_in_the_article():
    t = Terminal('--no-state', SAMPLES)
    screen = Emulator(24, 80)
    screen.feed(t.start + t.send(b'jj\r'))
    yield (screen.visible and screen.row == 1, 'cursor: at the line at the top', screen.row)
    screen.feed(t.send(b'"'))
    row = screen.text().split('\n')[screen.row]
    yield (screen.visible and '▌' in row or '╎' in row, 'cursor: at the quote', row)
    screen.feed(t.send(b'/'))
    yield (screen.row == 23 and screen.col == 1, 'cursor: where is typed', (screen.row, screen.col))
    t.finish()


def cursors():
    """The real cursor stands on the row that is selected, for screen readers and braille lines."""
    return [functools.partial(cursor, name, keys) for name, keys in (
        ('index', 'jj'), ('by source', 'gsj'), ('round', 'ej'), ('related', 'gnj'), ('sources', 'Sj'), ('people', 'Pj'),
        ('person', 'P\rj'), ('timeline', 'tj'), ('help', '?j'), ('found', 'fharbour\r'))]


FAULTS = () if INSTRUMENTED else (signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGILL)
TESTS = [harmless, reloads, suspends, storm, panes, cursor_in_the_article, *cursors(),
         *(functools.partial(deadly, sig) for sig in (signal.SIGHUP, signal.SIGTERM, signal.SIGQUIT, *FAULTS))]

# Without others beside it: what is measured in time, and what sets signals, as the first thread alone may.
for outcome in (*gone(), *nobody_hears()):
    tap.result(*outcome)
with concurrent.futures.ThreadPoolExecutor(6) as pool:
    for outcomes in pool.map(lambda test: list(test()), TESTS):
        for outcome in outcomes:
            tap.result(*outcome)
tap.done()
