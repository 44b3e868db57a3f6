#!/usr/bin/env python3
"""archives.py [ARTICLES]: what an archive of many articles costs to build, to open, to keep open.

Generated news (../shared/tools/gen_corpus.py) in a temporary folder; ARTICLES defaults to
BENCH_ARTICLES, else 10 000. BENCH_ARCHIVE names a folder with such an archive made before
(its articles.jsonl, txt/, mbox, sfeed/, rss/). Each line has beside it what a floor, a peer
or a smaller archive costs in the same run, and the goal where there is one.
"""
import contextlib
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import tap
from peers import peers
from process import Program, environment

sys.stdout.reconfigure(line_buffering=True)

GENERATOR = os.path.join(tap.SHARED, 'tools/gen_corpus.py')
RUNS = 7
FEW = 1000  # the archive that starts are compared with
READERS = 10
ADDED = 100
IDLE = 10  # seconds
# Twenty articles, a search, who is quoted, a round.
SESSION = ['\r'] + ['J'] * 19 + ['q', 'fgovernment\r', 'F', 'P', 'q', 'e']


def say(what, text):
    print(f'{what:9} {text}')


def median(runs):
    return [statistics.median(column) for column in zip(*runs)]


def generate(folder, n, formats):
    subprocess.run([sys.executable, GENERATOR, '--n', str(n), '--out', folder, '--formats', formats],
                   check=True, stdout=subprocess.DEVNULL)


def head(path, out, n):
    """The first n lines."""
    os.makedirs(os.path.dirname(out))
    with open(path, 'rb') as f, open(out, 'wb') as g:
        for _, line in zip(range(n), f):
            g.write(line)


def run(env, *args):
    """The program, to its end: its output, wall and CPU."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run([tap.PROGRAM, *args], env=env, capture_output=True, check=False)
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(f'{args} ended with {done.returncode}: {done.stderr.decode()[-300:]}')
    return done.stdout, wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@contextlib.contextmanager
def program(command, env, leave='Q'):
    p = Program(command, env)
    try:
        yield p
    finally:
        p.close(leave)


# ---- building ----

def read_all(path):
    """CPU of reading the bytes, warm: the floor of building."""
    files = [os.path.join(d, f) for d, _, names in os.walk(path) for f in names] if os.path.isdir(path) else [path]
    best = None
    for _ in range(2):
        start = time.process_time()
        for name in files:
            with open(name, 'rb', buffering=0) as f:
                while f.read(1 << 20):
                    pass
        used = time.process_time() - start
        best = used if best is None else min(best, used)
    return best


def build(env, form, path, n):
    floor, runs = read_all(path), {}
    for threads in (1, 2):
        out, wall, cpu = run(env, 'index', '--json', '--no-cache', '--threads', str(threads), path)
        runs[threads] = wall, cpu
    (one, cpu), (two, _) = runs[1], runs[2]
    say('build', f'{n} articles, {form}: {cpu:.1f} s of CPU, {one:.1f} s; two threads {two:.1f} s: x {one / two:.2f}; '
        f'reading the bytes {floor:.2f} s: ratio {cpu / floor:.0f}' +
        (' (goal <= 60 s, x 1.8)' if n >= 100000 else ''))
    return json.loads(out)


def image(report):
    arrays = sorted(report['arrays'].items(), key=lambda a: -a[1])
    say('image', f'{report["bytes"] / 1e6:.1f} MB; the clean text {report["text"] / 1e6:.1f} MB: '
        f'ratio {report["bytes"] / report["text"]:.2f} (goal <= 1.6)')
    say('image', ', '.join(f'{name} {size / report["text"]:.3f}' for name, size in arrays[:10]) + ' of the text')


# ---- starting ----

def start(command, env, leave='Q'):
    """Wall and CPU until the list is there, and until all work is done; memory."""
    with program(command, env, leave) as p:
        return [*p.drawn(), *p.rest(), p.memory()]


def answered(command, env):
    """When the first key is answered that is pressed as soon as the list is there."""
    with program(command, env) as p:
        p.drawn()
        os.write(p.fd, b'j')
        return p.drawn(least=1)


def starts(env, archives):
    """From the image; every archive in turn, for others use the machine too."""
    runs, keys = {n: [] for n in archives}, {n: [] for n in archives}
    for _ in range(RUNS):
        for n, path in archives.items():
            runs[n].append(start([tap.PROGRAM, path], env))
            keys[n].append(answered([tap.PROGRAM, path], env))
    least = None
    for n in sorted(archives):
        wall, cpu, all_wall, all_cpu, _ = median(runs[n])
        key, _ = median(keys[n])
        best = min(r[0] for r in runs[n]), min(r[1] for r in runs[n])
        least = least or best
        say('start', f'{n} articles: list after {1e3 * wall:.0f} ms, {1e3 * cpu:.0f} ms of CPU (least {1e3 * best[0]:.0f}, '
            f'{1e3 * best[1]:.0f}); a key answered after {1e3 * key:.0f} ms; all done after {1e3 * all_wall:.0f} ms, '
            f'{1e3 * all_cpu:.0f} ms of CPU' +
            ('' if n == min(archives) else f'; x {best[0] / least[0]:.1f}, x {best[1] / least[1]:.1f} of {min(archives)} '
             '(goal 60, 40 ms, x 2)'))


def peer_starts(env, folder, n):
    for name, command in peers(folder, env):
        if command is None:
            say('start', f'{name}: not installed, skipped')
            continue
        _, _, wall, cpu, own = median(start(command, env, 'q') for _ in range(3))
        say('start', f'{n} articles, {name}: {1e3 * wall:.0f} ms, {1e3 * cpu:.0f} ms of CPU, {own / 1e6:.1f} MB of its own')


def added(env, folder, path, n):
    """After ADDED files came to an archive of one text a file."""
    run(env, 'index', path)
    model = next(os.path.join(d, f) for d, _, names in os.walk(path) for f in names)
    with open(model, encoding='utf-8') as f:
        text = f.read()
    for i in range(ADDED):
        with open(os.path.join(os.path.dirname(model), f'added-{i}.txt'), 'w', encoding='utf-8') as f:
            f.write(text.replace('the', f'the item{i}'))
    with program([tap.PROGRAM, path], env) as p:
        shown, _ = p.drawn()
        joined, cpu, bytes_ = None, None, b''
        end = time.monotonic() + 300
        while joined is None and time.monotonic() < end:
            bytes_ += p.read(.01) or b''
            if f'{ADDED} articles more'.encode() in bytes_:
                joined, cpu = time.monotonic() - p.started, p.cpu()
        repaired, all_cpu = p.rest()
    say('added', f'{ADDED} files to {n}: list after {1e3 * shown:.0f} ms; joined ' +
        (f'after {joined:.2f} s, {cpu:.2f} s of CPU' if joined else 'never') +
        f' (goal <= 1.5 s); repaired and saved after {repaired:.1f} s, {all_cpu:.1f} s of CPU')


# ---- being there ----

def memory(env, path, n):
    readers = []
    try:
        for _ in range(READERS):
            readers.append(Program([tap.PROGRAM, path], env))
            readers[-1].drawn()
            readers[-1].rest()
        idle = [r.memory() for r in readers]
        for r in readers:
            for keys in SESSION:
                r.key(keys, longest=20)
        busy = [r.memory() for r in readers]
    finally:
        for r in readers:
            r.close()
    say('memory', f'{n} articles, {READERS} readers at once: {max(idle) / 1e6:.1f} MB each of its own; after 20 articles, '
        f'a search, who is quoted, a round: {max(busy) / 1e6:.1f} MB each, {sum(busy) / 1e6:.0f} in all (goal <= 24 each)')


def idle(env, path):
    with program([tap.PROGRAM, path], env) as p:
        p.drawn()
        p.rest()
        for keys in ('j', '\r', 'q'):
            p.key(keys)
        time.sleep(.5)
        p.read(0)
        written, switches, cpu = p.bytes, p.switches(), p.cpu()
        end = time.monotonic() + IDLE
        while time.monotonic() < end:
            p.read(end - time.monotonic())
        say('idle', f'{IDLE} s: {p.bytes - written} bytes, {p.switches() - switches} wake-ups, '
            f'{1e3 * (p.cpu() - cpu):.1f} ms of CPU (goal 0, 0)')


def measure(folder, n):
    env = environment(os.path.join(folder, 'home'))
    made = os.environ.get('BENCH_ARCHIVE')
    if not made:
        made = os.path.join(folder, 'made')
        generate(made, n, 'jsonl,txt,rss,mbox,sfeed')
    lines, few = os.path.join(folder, 'lines', 'a.jsonl'), os.path.join(folder, 'few', 'a.jsonl')
    os.makedirs(os.path.dirname(lines))
    os.symlink(os.path.join(made, 'articles.jsonl'), lines)
    head(lines, few, FEW)
    texts = os.path.join(made, 'txt')
    report = build(env, 'JSON lines', lines, n)
    build(env, 'one text a file', texts, n)
    image(report)
    run(env, 'index', few)
    starts(env, {FEW: few, n: lines})
    peer_starts(env, made, n)
    memory(env, lines, n)
    idle(env, lines)
    copy = os.path.join(folder, 'grows')
    subprocess.run(['cp', '-r', texts, copy], check=True)
    added(env, folder, copy, n)


def main():
    n = int(sys.argv[1] if len(sys.argv) > 1 else os.environ.get('BENCH_ARTICLES', 10000))
    if not os.path.exists(GENERATOR):
        return say('archives', f'{GENERATOR} is not here: skipped')
    with tempfile.TemporaryDirectory(prefix='dateline-bench-', dir=os.environ.get('BENCH_FOLDER')) as folder:
        measure(folder, n)


if __name__ == "__main__":
    main()
