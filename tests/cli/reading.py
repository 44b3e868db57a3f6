#!/usr/bin/env python3
"""What was read, starred and tagged, as searches find it, from session to session."""
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import tap

SAMPLES = os.path.join(tap.ROOT, 'samples', 'archive')
ALL = 32


def play(home, *keys):
    return tap.run('--keys', ' '.join(keys), '--size', '80x10', SAMPLES, env={'XDG_STATE_HOME': home})


def found(home, query, *options):
    status, out, err = tap.run(*options, 'search', '--json', query, SAMPLES, env={'XDG_STATE_HOME': home})
    return status, len(out.splitlines()), err.decode()


def check(home, query, want, *options):
    got = found(home, query, *options)
    tap.result(got == (0 if want else 1, want, ''), ' '.join((query, *options)), got)


def main():
    with tempfile.TemporaryDirectory() as folder:
        home = os.path.join(folder, 'state')
        check(home, 'is:unread', ALL)
        check(home, 'is:starred', 0)
        tap.result(not os.path.exists(home), 'a search makes no state')
        status, out, _ = play(home, 'Enter', 'q', 'v', 'v', 'T', 'read', 'Space', 'later', 'Enter', '*')
        tap.result(status == 0 and 'starred'.encode() in out, 'articles are marked', out.decode())
        check(home, 'is:read', 1)
        check(home, 'is:unread', ALL - 1)
        check(home, 'is:starred', 1)
        check(home, 'tag:later', 2)
        check(home, 'tag:"read later" -is:starred', 2)
        check(home, 'tag:la*', 2)
        check(home, 'is:read', 0, '--no-state')
        play(home, 'u', 'u')
        check(home, 'is:starred OR tag:later', 0)
        play(home, '^R', 'R')
        check(home, 'tag:later', 2)
        check(home, 'is:read', ALL)
        play(home, 'u')
        check(home, 'is:read', 1)
        # A state that cannot be kept: said once, the session goes on.
        status, out, err = play('/dev/null', 'Enter')
        tap.result(status == 4 and b'this session only' in out, 'no place for a state', (status, out, err))
        status, out, _ = play('/dev/null', 'Enter', 'q', 'j', '*')
        tap.result(status == 4 and b'starred' in out, 'and then', (status, out))
    tap.done()


main()
