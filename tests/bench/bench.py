#!/usr/bin/env python3
"""bench.py FOLDER [ARTICLES]: what dateline costs: extract, analyse, relate, load, people, searches, keys.

FOLDER holds the benchmark programs. The archive that is loaded is made here,
the same on every machine; pages are those of ../shared/data/extract when it is
beside the project, else the samples.
"""
import glob
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import keys
import tap

sys.stdout.reconfigure(line_buffering=True)

SYLLABLES = 'ba den ker lo mar nis ost pel ran sol tam ur vel wick yar zen'.split()
SMALL = 'the of to and in a that is was for on with as by it at from be this have are not'.split()


def word(rng):
    return ''.join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 3)))


def sentence(rng, words, names):
    picked = [rng.choice(SMALL) if i % 2 else rng.choice(words) for i in range(rng.randint(8, 22))]
    if rng.random() < .3:
        return f'“{" ".join(picked).capitalize()},” said {rng.choice(names)}.'
    return f'{" ".join(picked).capitalize()} {rng.choice(names)}.'


def corpus(path, n):
    """n articles of 3 kB; each event is covered by one to eight of twenty outlets."""
    rng = random.Random(7)
    vocabulary = [word(rng) for _ in range(6000)]
    people = [f'{word(rng).capitalize()} {word(rng).capitalize()}' for _ in range(3000)]
    with open(path, 'w', encoding='utf-8') as f:
        made = 0
        while made < n:
            words, names = rng.sample(vocabulary, 60), rng.sample(people, 4)
            day = rng.randrange(730)
            for _ in range(min(rng.randint(1, 8), n - made)):
                text, size = [], 0
                while size < 3000:
                    text.append(' '.join(sentence(rng, words, names) for _ in range(4)))
                    size += len(text[-1])
                when = time.strftime('%Y-%m-%d', time.gmtime(1700000000 + (day + rng.randint(0, 1)) * 86400))
                json.dump({'id': f'a{made}', 'title': ' '.join(rng.sample(words, 6)).capitalize(), 'date': when,
                           'source': f'Outlet {rng.randrange(20)}', 'text': '\n\n'.join(text)}, f, ensure_ascii=False)
                f.write('\n')
                made += 1


def instructions(program, files):
    """Both readers' instructions on the same pages: what else the machine does leaves no trace in them."""
    if not shutil.which('valgrind'):
        return print('extract   instructions: valgrind is not here')
    counts = []
    for name in ('bench_ours', 'bench_parser'):
        done = subprocess.run(['valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null',
                               f'--toggle-collect={name}', program, *files],
                              env=dict(os.environ, BENCH_ONCE='1'), capture_output=True, text=True, check=False)
        counts.append(int(re.search(r'Collected : (\d+)', done.stderr)[1]) / len(files) / 1e6)
    print(f'extract   {len(files)} pages: {counts[0]:.1f} million instructions a page; parsing alone {counts[1]:.1f}; '
          f'ratio {counts[0] / counts[1]:.2f}')


def extract(files):
    """The whole command with one thread and with two, in turn; the least of the runs, for others use the machine too."""
    seconds, size = {1: [], 2: []}, max(map(os.path.getsize, files))
    for _ in range(5):
        for n, all_runs in seconds.items():
            start = time.monotonic()
            _, out, _ = tap.run('extract', '--threads', str(n), *files, timeout=600)
            all_runs.append(time.monotonic() - start)
    one, two = map(min, seconds.values())
    print(f'extract   {len(files)} files, {len(out) / 1e6:.1f} MB of output: {len(files) / one:.0f} files a second on '
          f'one thread, {len(files) / two:.0f} on two: x {one / two:.2f}; '
          f'{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB at most, '
          f'the largest file {size / 1e6:.1f} MB')


def load(archive, n):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    status, out, err = tap.run('list', archive, timeout=600)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if status != 0:
        sys.exit(f'list ended with {status}: {err.decode()[-300:]}')
    print(f'load      {n} articles, {os.path.getsize(archive) / 1e6:.0f} MB: {wall:.2f} s, {cpu:.2f} s of CPU, '
          f'{after.ru_maxrss / 1024:.0f} MB at most, {len(out.splitlines())} lines')


def measure(folder, program, files):
    if subprocess.run([os.path.join(folder, program), *files], check=False).returncode != 0:
        print(f'{program}: nothing to measure')


def labelled(programs, folder):
    """The labelled sets as one archive: news, where what is generated has too few words."""
    sets = sorted(glob.glob(os.path.join(tap.SHARED, 'data/rounds/*/docs.jsonl')))
    archive = os.path.join(folder, 'labelled.jsonl')
    with open(archive, 'w', encoding='utf-8') as out:
        for path in sets:
            with open(path, encoding='utf-8') as f:
                out.writelines(f)
    if sets:
        measure(programs, 'bench_relate', [archive])


def main():
    programs, n = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10000
    pages = sorted(path for name in ('trafilatura', 'wcxb')
                   for path in glob.glob(os.path.join(tap.SHARED, 'data/extract', name, 'pages/*')))
    samples = sorted(filter(os.path.isfile, glob.glob(os.path.join(tap.ROOT, 'samples/archive/*/*'))))
    pages = pages[::max(1, len(pages) // 200)] or samples
    extract(pages)
    measure(programs, 'bench_extract', pages)
    instructions(os.path.join(programs, 'bench_extract'), pages[::8])
    measure(programs, 'bench_linear', [])
    measure(programs, 'bench_analyse', samples)
    measure(programs, 'bench_state', [])
    with tempfile.TemporaryDirectory() as folder:
        archive = os.path.join(folder, 'archive.jsonl')
        corpus(archive, n)
        measure(programs, 'bench_relate', [archive])
        labelled(programs, folder)
        load(archive, n)
        measure(programs, 'bench_people', [archive])
        measure(programs, 'bench_search', [archive])
        keys.measure(archive, folder)


main()
