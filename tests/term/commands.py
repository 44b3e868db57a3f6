#!/usr/bin/env python3
"""Commands on a pseudo-terminal: pasted text, prompts, other colours, a configuration read again."""
import os
import shutil
import subprocess
import tempfile

from program import SAMPLES, Terminal, tap

PASTE, PASTE_END = b'\x1b[200~', b'\x1b[201~'


def pasted():
    t = Terminal(SAMPLES)
    tap.result(b'\x1b[?2004h' in t.start, 'pasted text is asked to be marked', t.start)
    out = t.send(PASTE + b'Q\r:quit\r' + PASTE_END)
    tap.result(b'not taken for keys' in out and t.ended(0) is None, 'pasted text is not taken for keys', out)
    out = t.send(b':' + PASTE + b'wi\rder' + PASTE_END)
    tap.result(b':wi der' in out, 'in a prompt it is one line', out)
    out = t.send(b'\x1b[1;5DX\x1bbY')
    tap.result(out.count(b'X') == 1 and b'YX' in out.replace(b'\x08', b''), 'words are gone back by', out)
    t.send(b'\x03')
    out = t.send(b'Q', 0.5)
    tap.result(b'\x1b[?2004l' in out and t.ended() == 0, 'the terminal is given back without the marks', out)
    t.finish()


def remembered():
    with tempfile.TemporaryDirectory() as state:
        env = {'XDG_STATE_HOME': state}
        t = Terminal(SAMPLES, env=env)
        t.send(b'/hake\r')
        t.send(b':set bar!\r')
        t.send(b'Q')
        t.ended()
        t.finish()
        t = Terminal('--no-state', SAMPLES, env=env)
        out = t.send(b'/\x1b[A')
        tap.result(b'hake' not in out, 'nothing typed comes back without a state', out)
        t.finish()
        t = Terminal(SAMPLES, env=env)
        out = t.send(b'/\x1b[A')
        tap.result(b'/hake' in out, 'what was searched in an earlier session comes back', out)
        t.send(b'\x03')
        out = t.send(b':s\x1b[A')
        tap.result(b'set bar!' in out, 'commands have a history of their own', out)
        t.finish()


def colors():
    t = Terminal(SAMPLES)
    out = t.send(b':theme light\r', 0.4)
    tap.result(b'38;5;25m' in out, 'another theme counts at once', out)
    out = t.send(b':set color=never\r', 0.4)
    tap.result(b'38;5;' not in out and b'All articles' in out, 'colours go at once', out)
    t.finish()


def read_again():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'c.ini')

        def config(text):
            with open(path, 'w', encoding='utf-8') as f:
                f.write(text)
            os.chmod(path, 0o600)
        config('[ui]\nhints = yes\n')
        t = Terminal('--config', path, SAMPLES)
        config('[ui]\nhints = no\n[bind]\n,z = "wider; wider"\n')
        out = t.send(b':source\r', 0.4)
        tap.result(b'read: ' in out, 'a configuration is read again', out)
        out = t.send(b',z')
        tap.result(b'80 wide' in out, 'its keys are bound', out)
        config('[ui\n')
        out = t.send(b':source\r', 0.4)
        tap.result(b'c.ini:1: ' in out, 'its mistakes are said', out)
        t.finish()
        t = Terminal('--config', path, SAMPLES, env={'DATELINE_SECURE': '1'})
        out = t.send(b':source\r', 0.4)
        tap.result(b'restricted' in out, 'a restricted session reads none', out)
        t.finish()


def slips():
    status, _, err = tap.run('serach', 'lake', SAMPLES)
    tap.result(status == 3 and b'did you mean search?' in err, 'a command with a slip is said', err)
    status, _, err = tap.run('nowhere/at/all')
    tap.result(status == 3 and b'did you mean' not in err, 'a path is none', err)


def tour():
    """As installed: the samples are where the program finds them."""
    with tempfile.TemporaryDirectory() as prefix:
        program = os.path.join(prefix, 'bin', 'dateline')
        os.makedirs(os.path.join(prefix, 'bin'))
        os.makedirs(os.path.join(prefix, 'share', 'dateline'))
        shutil.copy(tap.PROGRAM, program)
        os.symlink(SAMPLES, os.path.join(prefix, 'share', 'dateline', 'samples'))

        def last_line(*args):
            out = subprocess.run([program, '--no-state', '--keys', *args], env=tap.clean_environment(),
                                 stdout=subprocess.PIPE, check=False).stdout.decode('utf-8')
            return out.splitlines()[-1]
        tap.result('invented articles' in last_line(''), 'without an archive there is a tour, which says so', last_line(''))
        tap.result('by day' in last_line('j'), 'until the first key', last_line('j'))
        tap.result('by day' in last_line('', SAMPLES), 'an archive that was named is none', last_line('', SAMPLES))


for test in (slips, tour, pasted, remembered, colors, read_again):
    test()
tap.done()
