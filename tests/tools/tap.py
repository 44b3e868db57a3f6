"""What the test scripts share: results as TAP lines, the program under test.

A script prints "ok - NAME", "not ok - NAME" (with "# ..." lines that say why)
or "ok - NAME # skip WHY"; tally.py runs the scripts and counts.
"""
import atexit
import difflib
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SHARED = os.path.join(os.path.dirname(ROOT), 'shared')
PROGRAM = os.path.abspath(os.environ.get('DATELINE', os.path.join(ROOT, 'build/dateline')))
UPDATE = bool(os.environ.get('UPDATE'))

failures = 0


def result(good, name, why=''):
    global failures
    failures += not good
    print(('ok - ' if good else 'not ok - ') + name)
    if not good:
        for line in str(why).splitlines():
            print('# ' + line)
    sys.stdout.flush()
    return good


def skip(name, why):
    print(f'ok - {name} # skip {why}', flush=True)


def done():
    sys.exit(failures > 0)


# Where images go: each script has a folder of its own.
CACHE = tempfile.mkdtemp(prefix='dateline-cache-')
atexit.register(shutil.rmtree, CACHE, ignore_errors=True)


def clean_environment():
    """No configuration, no state, no images and no terminal of the person who runs the tests."""
    keep = ('PATH', 'ASAN_OPTIONS', 'UBSAN_OPTIONS', 'TSAN_OPTIONS', 'LSAN_OPTIONS')
    env = {k: v for k, v in os.environ.items() if k in keep}
    return dict(env, HOME='/nonexistent', XDG_CACHE_HOME=CACHE, LC_ALL='C.UTF-8', TZ='UTC', TERM='dumb')


def run(*args, stdin=b'', cwd=None, timeout=60, env=None):
    """Runs the program, with a state and cache of its own; gives (status, stdout, stderr) with bytes."""
    wrap = os.environ.get('WRAP', '').split()
    with tempfile.TemporaryDirectory() as state:
        p = subprocess.run(wrap + [PROGRAM, *args], input=stdin, capture_output=True, cwd=cwd, timeout=timeout,
                           env={**clean_environment(), 'XDG_STATE_HOME': state, 'XDG_CACHE_HOME': state, **(env or {})}, check=False)
    return p.returncode, p.stdout, p.stderr


def golden(name, path, got):
    """Compares text with a file; UPDATE=1 writes it instead."""
    old = None
    if os.path.exists(path):
        with open(path, encoding='utf-8', newline='') as f:
            old = f.read()
    if old == got:
        return result(True, name)
    if UPDATE:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8', newline='') as f:
            f.write(got)
        return result(True, name + ' (written anew)')
    diff = difflib.unified_diff((old or '').splitlines(), got.splitlines(), 'expected', 'got',
                                lineterm='', n=1)
    return result(False, name, '\n'.join(list(diff)[:40]) + '\nUPDATE=1 make check writes it anew')
