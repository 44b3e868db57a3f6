#!/usr/bin/env python3
"""What leaves the reader: browsers, commands, files, the clipboard; and the restricted mode."""
import base64
import os
import re
import tempfile
import time

from emulator import Emulator
from program import SAMPLES, Terminal, tap

OSC52 = re.compile(rb'\x1b\]52;c;([A-Za-z0-9+/=]*)\x07')
GLIBC = 3 << 31  # two signals of its own, which posix_spawn(3) leaves ignored


class Session:
    """The reader in a folder of its own, with a program that logs what it is given."""

    def __init__(self, *args, archive=SAMPLES, env=None):
        self.folder = tempfile.TemporaryDirectory()
        self.log = os.path.join(self.folder.name, 'log')
        self.browser = os.path.join(self.folder.name, 'see')
        with open(self.browser, 'w', encoding='ascii') as f:
            f.write(f'#!/bin/sh\nprintf "%s\\n" "$@" >{self.log}\necho the browser\n'
                    f'ls /proc/self/fd | tr "\\n" " " >{self.log}.fds\n'
                    f'grep SigIgn /proc/self/status >{self.log}.signals\n')
        os.chmod(self.browser, 0o755)
        options = ['--set', 'ui.browser=' + self.browser + ' --new "two words" %u', *args]
        # Nothing is left in the folder of the tests.
        before = os.getcwd()
        os.chdir(self.folder.name)
        self.t = Terminal('--no-state', *options, archive, env=env)
        os.chdir(before)
        self.screen = Emulator(24, 80)
        self.screen.feed(self.t.start)

    def show(self, data):
        self.screen.feed(OSC52.sub(b'', re.sub(rb'\x1bP.*?\x1b\\', b'', data, flags=re.S)))
        return data

    def send(self, *keys, rest=0.1, until=b''):
        out = b''
        for key in keys:
            out += self.show(self.t.send(key.encode(), rest))
        end = time.time() + 10
        while until not in out and time.time() < end:
            out += self.show(self.t.read(rest))
        return out

    def last(self):
        return self.screen.text().split('\n')[-1]

    def says(self, what):
        """Whether the last line says so, in a while."""
        end = time.time() + 10
        while not re.search(what, self.last()) and time.time() < end:
            self.show(self.t.read(0.1))
        return re.search(what, self.last()) is not None

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def read(self, name):
        for _ in range(50):
            if os.path.exists(self.path(name)):
                break
            time.sleep(0.02)
        with open(self.path(name), encoding='utf-8', newline='') as f:
            return f.read()

    def finish(self, what):
        self.t.send(b'Q')
        tap.result(self.t.ended() == 0, f'{what}: the end is as always', self.t.ended(0))
        self.t.finish()
        self.folder.cleanup()


def browser():
    s = Session(env={'SSH_CONNECTION': 'a b c d'})
    s.send('j', 'k', 'o')
    before = s.screen.text().split('\n')[:-1]
    address = s.last().split()[-1]
    tap.result(s.says('open: https://') and not os.path.exists(s.log), 'o shows the address first', s.last())
    s.send('\x1b', rest=0.5)
    tap.result(not os.path.exists(s.log), 'Esc opens nothing')
    out = s.send('o', '\r', until=b'back from')
    tap.result(s.read('log').split('\n')[:-1] == ['--new', 'two words', address],
               'the browser gets the address as one argument', s.read('log'))
    tap.result(b'the browser' in out and b'\x1b[?1049l' in out, 'without a display it has the terminal', out)
    tap.result(s.says('back from') and s.screen.text().split('\n')[:-1] == before, 'the place is kept', s.screen.text())
    tap.result(s.read('log.fds').split()[:3] == ['0', '1', '2'] and len(s.read('log.fds').split()) == 4,
               'it has three descriptors (and that of ls)', s.read('log.fds'))
    tap.result(int(s.read('log.signals').split()[1], 16) & ~GLIBC == 0, 'no signal is ignored', s.read('log.signals'))
    s.finish('browser')
    s = Session(env={'DISPLAY': ':77'})
    out = s.send('o', '\r', rest=0.3)
    tap.result(s.says('opening') and s.read('log').startswith('--new') and b'the browser' not in out,
               'with a display it runs beside the reader', out)
    s.finish('browser beside')
    s = Session('--set', 'ui.browser=/no/such/program')
    s.send('o', '\r', rest=0.3)
    tap.result(s.says('No such file') and 'All articles' in s.screen.text(), 'a browser that is not there is told', s.last())
    s.finish('no browser')
    s = Session('--set', 'ui.browser=')
    out = s.send('o', '\r', until=b'no display here')
    copied = OSC52.search(out)
    tap.result(copied and base64.b64decode(copied[1]).startswith(b'https://') and s.says('no display here; copied https://'),
               'without display and browser the address is copied', out)
    s.finish('nowhere to show it')
    s = Session('--set', 'ui.browser=', env={'BROWSER': 'see-first -x %s:other', 'PATH': '/nonexistent'})
    s.send('o', '\r', rest=0.3)
    tap.result(s.says('see-first: No such file'), '$BROWSER: the first is taken', s.last())
    s.finish('$BROWSER')


def addresses():
    """What strangers write into an address reaches no program."""
    for n, url in enumerate(('-x', 'javascript:alert(1)', 'https://post.example@evil.example/', 'file:///etc/passwd')):
        with tempfile.TemporaryDirectory() as archive:
            with open(os.path.join(archive, 'a.jsonl'), 'w', encoding='ascii') as f:
                f.write('{"id": "a", "title": "T", "text": "The ferry sailed.", "url": "%s"}\n' % url)
            s = Session(archive=archive)
            s.send('o', '\r')
            tap.result(not os.path.exists(s.log) and 'open:' not in s.last(), f'an address is refused: {url}', s.last())
            s.finish(f'address {n}')


def pipes():
    s = Session()
    s.send('j', '|')
    before = s.screen.text().split('\n')[:-1]
    out = s.send(f'cat >{s.path("got")}; echo done; exit 3', '\r', until=b'a key goes back')
    got = s.read('got')
    tap.result(b'done' in out and b'status 3' in out and b'a key goes back' in out, '| shows what the command says', out)
    longest = max(got.split('\n'), key=len)
    tap.result(len(longest) > 200 and 'Quotes' not in got and '\x1b' not in got, 'the text comes unwrapped', got)
    s.send('\x1b[A', rest=0.5)
    tap.result(s.screen.text().split('\n')[:-1] == before, '|: a key goes back to the same place', s.screen.text())
    s.send('v', 'j', 'v', '|', f'cat >{s.path("two")}', '\r', until=b'a key goes back')
    s.send('x', rest=0.3)
    tap.result(s.read('two').count('\n* * *\n') == 1, '| gives all that is selected', s.read('two')[:300])
    # More than a pipe holds, to a command that reads nothing of it.
    s.send('\x1b', '\x01', '|', 'true', '\r', until=b'a key goes back')
    s.send('x', rest=0.3)
    tap.result(s.says('search') or s.says('/'), 'a command that reads nothing is no trouble', s.last())
    s.finish('pipe')


def files():
    s = Session()
    s.send('j', '\r', 'w')
    tap.result(s.says(r'write to: [\w-]+\.txt'), 'w proposes a name', s.last())
    s.send('\x15', 'a.html', '\r')
    tap.result(s.says('written: a\\.html') and s.read('a.html').startswith('<!DOCTYPE html>'), 'w writes', s.last())
    with open(s.path('a.html'), 'w', encoding='ascii') as f:
        f.write('mine')
    s.send('w', '\x15', 'a.html', '\r')
    tap.result(s.says('a\\.html is there already: replace it\\? y n'), 'a file that is there: w asks', s.last())
    s.send('n')
    tap.result(s.read('a.html') == 'mine', 'n: it stays')
    s.send('w', '\x15', 'a.html', '\r', 'y')
    tap.result(s.says('written') and s.read('a.html').startswith('<!DOCTYPE'), 'y: it is replaced')
    s.send('w', '\x15', 'no/such/folder.md', '\r')
    tap.result(s.says('no/such/folder\\.md: No such file or directory'), 'errors are told', s.last())
    s.send('q', 'w', '\r')
    s.says('written')
    rows = s.read('articles.csv').split('\r\n')
    tap.result(rows[0].startswith('id,path,title,') and len(rows) > 10 and rows[-1] == '', 'a list is a table', rows[:2])
    tap.result(sorted(os.listdir(s.folder.name)) == ['a.html', 'articles.csv', 'see'], 'nothing else is left',
               os.listdir(s.folder.name))
    s.finish('write')


def clipboard():
    for env, what in (({}, 'plain'), ({'TMUX': '/tmp/x,1,0'}, 'tmux'), ({'STY': '1.x', 'TERM': 'xterm'}, 'screen')):
        s = Session(env=env)
        out = s.send('j', '\r', 'yt')
        title = s.screen.text().split('\n')
        if what == 'screen':
            pieces = re.findall(rb'\x1bP(.*?)\x1b\\', out, re.S)
            tap.result(all(len(p) <= 240 for p in pieces), 'screen: in pieces', pieces)
            copied = OSC52.search(b''.join(pieces))
        elif what == 'tmux':
            inner = re.search(rb'\x1bPtmux;((?:\x1b\x1b|[^\x1b])*)\x1b\\', out)
            copied = inner and OSC52.search(inner[1].replace(b'\x1b\x1b', b'\x1b'))
            tap.result(len(OSC52.findall(re.sub(rb'\x1bP.*?\x1b\\', b'', out))) == 1, 'tmux: it may take it itself, too', out)
        else:
            copied = OSC52.search(out)
        text = base64.b64decode(copied[1]).decode() if copied else ''
        tap.result(text and text.split()[0] in '\n'.join(title) and s.says('copied the title'), f'OSC 52: {what}', out)
        s.finish(f'clipboard, {what}')
    with tempfile.TemporaryDirectory() as archive:
        with open(os.path.join(archive, 'a.txt'), 'w', encoding='ascii') as f:
            f.write('Ferry sails\n\n' + 'The ferry sailed on time to Lesk again, they said in the port.\n\n' * 2000)
        s = Session(archive=archive)
        out = s.send('ya')
        tap.result(not OSC52.search(out) and s.says('too long'), 'OSC 52: what is too long is not copied', s.last())
        s.finish('too long')
    s = Session('--set', 'ui.copy=none')
    out = s.send('yt')
    tap.result(not OSC52.search(out) and s.says('not copied'), 'copy = none', s.last())
    s.finish('copy = none')
    s = Session()
    s.t.finish()
    with tempfile.TemporaryDirectory() as folder:
        took = os.path.join(folder, 'took')
        with open(os.path.join(folder, 'take'), 'w', encoding='ascii') as f:
            f.write(f'#!/bin/sh\ncat >{took}\n')
        os.chmod(f.name, 0o755)
        s = Session('--set', 'ui.copy=' + f.name)
        s.send('yt')
        with open(took, encoding='utf-8') as f:
            text = f.read()
        tap.result(text and 'copied the title: ' + text[:20] in s.last(), 'copy = a program, which gets the text', text)
        s.finish('copy by a program')
    s = Session('--set', 'ui.copy=false')
    s.send('yt')
    tap.result(s.says('not copied: false ended with status 1'), 'a program that fails is told', s.last())
    s.finish('copy by a program that fails')


def restricted():
    for args, env, what in ((['--restricted'], {}, '--restricted'), ([], {'DATELINE_SECURE': '1'}, 'DATELINE_SECURE')):
        s = Session(*args, env=env)
        refused = []
        for key in ('o', 'w', '|', 'yy', 'yu', '\x1a', ':pipe id\r', ':write a.csv\r'):
            out = s.send(key)
            refused.append(s.says('the restricted mode does not let you') and not OSC52.search(out))
        tap.result(all(refused) and sorted(os.listdir(s.folder.name)) == ['see'], f'{what}: nothing leads out', refused)
        s.send('?')
        tap.result('Restricted mode' in s.screen.text(), f'{what}: the help says so', s.screen.text())
        s.finish(what)
    s = Session('--restricted', env={'DATELINE_SECURE_ALLOW': 'copy,browser', 'BROWSER': '/no/such/program'})
    tap.result(OSC52.search(s.send('yt')), 'DATELINE_SECURE_ALLOW=copy: copying is left', s.last())
    s.send('o', '\r')
    tap.result(s.says('/no/such/program') and not os.path.exists(s.log),
               'the browser of the configuration is not, only $BROWSER', s.last())
    s.finish('DATELINE_SECURE_ALLOW')
    # A browser that is stopped would leave its reader in the shell.
    with tempfile.TemporaryDirectory() as folder:
        stops = os.path.join(folder, 'stops')
        with open(stops, 'w', encoding='ascii') as f:
            f.write('#!/bin/sh\nkill -STOP $$\necho went on\n')
        os.chmod(stops, 0o755)
        s = Session('--restricted', env={'DATELINE_SECURE_ALLOW': 'browser', 'BROWSER': stops})
        out = s.send('o', '\r', until=b'back from')
        tap.result(b'went on' in out and s.says('back from'), 'a browser that is stopped goes on', out)
        s.finish('a browser that is stopped')
    status, out, _ = tap.run('--version', env={'DATELINE_SECURE': '1', 'DATELINE_SECURE_ALLOW': 'copy'})
    tap.result(status == 0 and b'restricted: not to pipe' in out and b'clipboard' not in out, '--version says it', out)
    status, out, _ = tap.run('--version')
    tap.result(status == 0 and out.count(b'\n') == 1, '--version has one line otherwise', out)


for test in (browser, addresses, pipes, files, clipboard, restricted):
    test()
tap.done()
