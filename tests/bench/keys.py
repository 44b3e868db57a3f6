"""What keys cost, in milliseconds, CPU and bytes, here and in other readers of the same articles where installed.

Each key waits for the screen to rest. CPU is that of the process, by the scheduler's clock.
"""
import fcntl
import json
import os
import pty
import select
import shutil
import statistics
import struct
import subprocess
import termios
import time
from email.utils import format_datetime
from datetime import datetime, timezone
from xml.sax.saxutils import escape

import tap

QUIET = .03  # seconds without output: the screen is drawn
STEPS = ('j', 'j at the end', 'page', 'open', 'scroll', 'page on')
OURS = {'j': 'j', 'j at the end': 'j', 'page': ' ', 'open': '\r', 'scroll': 'j', 'page on': ' '}


class Terminal:
    """A program on a pty: keys in, bytes out."""

    def __init__(self, command, columns, rows, env):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, dict(tap.clean_environment(), TERM='xterm-256color', **env))
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack('HHHH', rows, columns, 0, 0))

    def quiet(self, longest, settle=QUIET):
        """Reads until nothing comes; gives bytes and seconds to the last of them."""
        start = last = time.monotonic()
        got = 0
        while time.monotonic() - start < longest:
            if not select.select([self.fd], [], [], settle if got else longest)[0]:
                break
            try:
                got += len(os.read(self.fd, 65536))
            except OSError:
                break
            last = time.monotonic()
        return got, last - start

    def cpu(self):
        """Milliseconds that the process has run."""
        with open(f'/proc/{self.pid}/schedstat', encoding='ascii') as f:
            return int(f.read().split()[0]) / 1e6

    def key(self, keys):
        before = self.cpu()
        os.write(self.fd, keys.encode())
        got, seconds = self.quiet(1)
        return got, 1e3 * seconds, self.cpu() - before

    def close(self, keys):
        os.write(self.fd, keys.encode())
        self.quiet(1)
        os.close(self.fd)
        os.waitpid(self.pid, 0)


def articles(archive):
    with open(archive, encoding='utf-8') as f:
        for line in f:
            a = json.loads(line)
            yield a, datetime.fromisoformat(a['date']).replace(tzinfo=timezone.utc)


def newsboat(archive, folder):
    """One feed in its cache; the key that opens the list of all comes first."""
    feed, urls = os.path.join(folder, 'feed.xml'), os.path.join(folder, 'urls')
    with open(feed, 'w', encoding='utf-8') as out:
        out.write('<rss version="2.0"><channel><title>All</title>')
        for a, date in articles(archive):
            out.write(f'<item><title>{escape(a["title"])}</title><guid>{a["id"]}</guid><pubDate>'
                      f'{format_datetime(date)}</pubDate><description>{escape(a["text"])}</description></item>')
        out.write('</channel></rss>')
    for path, text in ((urls, f'file://{feed}\n'), (os.path.join(folder, 'config'), 'max-items 0\n')):
        with open(path, 'w', encoding='utf-8') as out:
            out.write(text)
    command = ['newsboat', '-q', '-u', urls, '-c', os.path.join(folder, 'cache.db'), '-C', os.path.join(folder, 'config')]
    subprocess.run([*command, '-x', 'reload'], env={**os.environ, 'HOME': folder}, capture_output=True, check=False)
    return command, '\r', dict(OURS, **{'j': '\x1bOB', 'j at the end': '\x1bOB'}, page='\x1b[6~', scroll='\x1bOB'), 'qqq'


def neomutt(archive, folder):
    box = os.path.join(folder, 'mbox')
    with open(box, 'w', encoding='utf-8') as out:
        for a, date in articles(archive):
            out.write(f'From x {date:%a %b %d %H:%M:%S %Y}\nFrom: {a["source"]} <x@localhost>\nSubject: {a["title"]}\n'
                      f'Date: {format_datetime(date)}\nMessage-ID: <{a["id"]}@localhost>\n'
                      f'Content-Type: text/plain; charset=utf-8\n\n{a["text"]}\n\n')
    os.makedirs(os.path.join(folder, 'Mail'), exist_ok=True)  # else it asks
    return ['neomutt', '-n', '-F', '/dev/null', '-R', '-f', box], '', dict(OURS, page='z', scroll='\r'), 'qx'


def sfeed_curses(archive, folder):
    """The key that goes to the list comes first. It shows no articles itself."""
    feed = os.path.join(folder, 'feed.tsv')
    with open(feed, 'w', encoding='utf-8') as out:
        for a, date in articles(archive):
            out.write(f'{int(date.timestamp())}\t{a["title"]}\t\t\t\t{a["id"]}\t{a["source"]}\t\t\n')
    return ['sfeed_curses', feed], '\t', {'j': 'j', 'j at the end': 'j', 'page': ' '}, 'q'


def measure_one(name, size, command, first, keys, end, env):
    t = Terminal(command, *size, env)
    t.quiet(60, settle=1.5)
    if first:
        t.key(first)
    said = []
    for step in STEPS:
        if step not in keys:
            continue
        if step == 'j at the end':  # of the screen: each step scrolls
            t.key(keys[step] * size[1])
        runs = [t.key(keys[step]) for _ in range(1 if step == 'open' else 20)]
        got, ms, cpu = (statistics.median(r[i] for r in runs) for i in range(3))
        said.append(f'{step} {got:.0f} bytes, {ms:.2f} ms, {cpu:.2f} of CPU')
    t.close(end)
    print(f'keys      {name:13}{size[0]}x{size[1]}: ' + '; '.join(said))


def measure(archive, folder):
    for size in ((80, 24), (200, 60)):
        measure_one('dateline', size, [tap.PROGRAM, '--no-state', archive], '', OURS, 'Q', {})
        for other in (newsboat, neomutt, sfeed_curses):
            if not shutil.which(other.__name__):
                print(f'keys      {other.__name__}: not installed')
                continue
            command, first, keys, end = other(archive, folder)
            measure_one(other.__name__, size, command, first, keys, end, {'HOME': folder})
