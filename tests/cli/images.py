#!/usr/bin/env python3
"""dateline index: what it says and writes, that commands print the same with an image as without, and that an image
costs nothing but time when it is damaged, cut short, foreign, or cannot be written."""
import glob
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import tap

SAMPLES = os.path.join(tap.ROOT, 'samples', 'archive')
COMMANDS = [['list'], ['list', '--json'], ['search', 'river'], ['rounds', '--json'], ['quotes'], ['speakers', '--json'],
            ['related', '--json'], ['check'], ['show', 'river-talks-data-no-timetable']]


class Place:
    """A copy of the samples and a cache of its own."""

    def __init__(self, root, name):
        self.archive = os.path.join(root, name)
        self.cache = os.path.join(root, 'cache')
        shutil.copytree(SAMPLES, self.archive)

    def run(self, *args):
        return tap.run(*args, self.archive, env={'XDG_CACHE_HOME': self.cache})

    def index(self, *args):
        status, out, err = self.run('index', '--json', *args)
        return status, json.loads(out) if out else {}, err.decode()

    def images(self):
        return glob.glob(os.path.join(self.cache, 'dateline', '*.image'))

    def same(self):
        """Every command prints with images what it prints without."""
        return all(self.run(*c) == self.run('--no-cache', *c) for c in COMMANDS)

    def add(self, name, text):
        with open(os.path.join(self.archive, name), 'w', encoding='utf-8') as f:
            f.write(text)


def basics(root):
    p = Place(root, 'basics')
    status, first, err = p.index()
    tap.result(status == 0 and not first['current'] and first['articles'] == 32 and first['bytes'] > first['text'] > 0
               and p.images() == [first['path']], 'index writes an image', (status, first, err))
    tap.result(os.stat(first['path']).st_mode & 0o777 == 0o600, 'only its user can read it')
    status, second, err = p.index()
    tap.result(status == 0 and second['current'] and second['articles'] == 32, 'and finds it current', (status, err))
    tap.result(p.same(), 'commands print with an image what they print without')
    p.add('new.txt', 'Ferry sails\n\nBy Ann Poe\n\nThe ferry sailed, said Captain Jo Roe of Ostmere.\n')
    tap.result(p.same(), 'and the same where a file is new')
    tap.result(not p.index()[1]['current'] and p.index()[1]['current'], 'the image is made anew then')
    os.remove(os.path.join(p.archive, 'new.txt'))
    tap.result(p.same() and not p.index()[1]['current'], 'and where one is gone')
    os.mkfifo(os.path.join(p.archive, 'pipe.txt'))
    tap.result(p.same() and not p.index()[1]['current'] and p.same() and p.index()[1]['current'],
               'and where something is skipped')
    status, out, err = p.run('index')
    tap.result(status == 0 and b'is current: 32 articles' in out, 'index says what there is', out)
    tap.result(tap.run('index', '/nonexistent', env={'XDG_CACHE_HOME': p.cache})[0] == 3, 'index of an archive that is not there: status 3')
    status, out, err = tap.run('index', p.archive, env={'XDG_CACHE_HOME': p.cache, 'DATELINE_SECURE': '1'})
    tap.result(status == 4 and b'DATELINE_SECURE' in err, 'DATELINE_SECURE: nothing is written', err)


def damage(root):
    p = Place(root, 'damaged')
    path = p.index()[1]['path']
    with open(path, 'rb') as f:
        whole = f.read()
    want = p.run('--no-cache', 'list')
    generator = random.Random(1)
    places = [0, 8, 40, 65536, *(generator.randrange(len(whole)) for _ in range(6))]
    good = True
    for at in places:
        with open(path, 'r+b') as f:
            f.seek(at)
            f.write(bytes([whole[at] ^ 0x41]))
        good = good and p.run('list') == want
        with open(path, 'wb') as f:
            f.write(whole)
    tap.result(good, 'a damaged image changes nothing that is printed')
    for size in (0, 100, 65536, len(whole) - 1):
        os.truncate(path, size)
        good = good and p.run('list') == want
        with open(path, 'wb') as f:
            f.write(whole)
    tap.result(good, 'nor does one that is cut off')
    with open(path, 'r+b') as f:
        f.seek(65536)
        f.write(b'\x1b[2J')
    status, report, err = p.index()
    tap.result(status == 0 and 'damaged (chars); it is made anew' in err and not report['current'],
               'index makes it anew, saying why', err)
    os.chmod(path, 0o666)
    status, report, err = p.index()
    tap.result(status == 0 and 'others can write to it; it is made anew' in err, 'one that others can write too', err)


def shared(root):
    p = Place(root, 'for-all')
    place = os.path.join(root, 'shared')
    os.mkdir(place, 0o755)
    os.chmod(place, 0o777)
    status, _, err = p.index('--shared', place)
    tap.result(status == 4 and 'others can write to it' in err and not os.listdir(place),
               'index --shared refuses a folder that others can write to', (status, err))
    os.chmod(place, 0o755)
    status, report, err = p.index('--shared', place)
    tap.result(status == 0 and os.path.dirname(report['path']) == place and not p.images()
               and os.stat(report['path']).st_mode & 0o777 == 0o644, 'index --shared writes for all', (status, err))
    option = ('--set', f'archive.shared={place}')
    tap.result(p.run(*option, 'list') == p.run('--no-cache', 'list'), 'archive.shared: commands print the same')


def unwritable(root):
    p = Place(root, 'unwritable')
    with open(p.cache, 'w', encoding='ascii'):
        pass
    status, _, err = p.index()
    tap.result(status == 4 and 'Not a directory' in err, 'no place for images: said, status 4', (status, err))
    tap.result(p.same(), 'and commands print the same')
    os.remove(p.cache)
    os.mkdir(p.cache)

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
    env = {**tap.clean_environment(), 'XDG_CACHE_HOME': p.cache}
    r = subprocess.run([tap.PROGRAM, 'index', p.archive], env=env, capture_output=True, preexec_fn=limit, check=False)
    tap.result(r.returncode == 4 and b'cannot be written: File too large' in r.stderr
               and not glob.glob(os.path.join(p.cache, 'dateline', '*.image*[!k]')),
               'a full disk: said, and nothing is left', (r.returncode, r.stderr))


def start(p):
    return subprocess.Popen([tap.PROGRAM, 'index', '--json', p.archive], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            env={**tap.clean_environment(), 'XDG_CACHE_HOME': p.cache})


def several(root):
    p = Place(root, 'several')
    runs = [start(p) for _ in range(4)]
    reports = [json.loads(r.communicate(timeout=60)[0]) for r in runs]
    tap.result(all(r.returncode == 0 for r in runs) and sum(not r['current'] for r in reports) == 1,
               'of four at once one makes the image, and the others wait for it', reports)


def killed(root):
    p = Place(root, 'killed')
    want = p.run('--no-cache', 'list')
    begin = time.monotonic()
    p.index()
    whole = time.monotonic() - begin
    good = True
    for i in range(10):
        p.add('more.txt', f'Ferry sails again\n\nThe ferry of Ostmere sailed for the {i}th time.\n')
        run = start(p)
        time.sleep(whole * i / 8)
        run.kill()
        run.communicate()
        good = good and p.run('list') == p.run('--no-cache', 'list')
    os.remove(os.path.join(p.archive, 'more.txt'))
    tap.result(good and p.run('list') == want, 'killed at any moment: the archive is usable')
    p.index('--no-cache')
    left = os.listdir(os.path.join(p.cache, 'dateline'))
    tap.result(len(left) == 2, 'and nothing is left beside the image and its lock', left)


def lost(root):
    p, q = Place(root, 'first'), Place(root, 'second')
    gone = p.index()[1]['path']
    shutil.rmtree(p.archive)
    kept = q.index()[1]['path']
    tap.result(q.images() == [kept] != [gone], 'images of archives that are gone are removed')


for test in (basics, damage, shared, unwritable, several, killed, lost):
    with tempfile.TemporaryDirectory() as folder:
        test(os.path.realpath(folder))
tap.done()
