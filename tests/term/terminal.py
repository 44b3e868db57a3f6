#!/usr/bin/env python3
"""The reader on a pseudo-terminal: what it writes, and how it ends."""
import os
import re
import signal
import tempfile
import time

from emulator import Emulator
from program import SAMPLES, Terminal, tap

INSTRUMENTED = bool(os.environ.get('INSTRUMENTED'))
LEAVE = b'\x1b[?1049l'
CLEAR = b'\x1b[2J'
COLOR = re.compile(rb'\x1b\[(?:\d+[;:])*(?:3[0-8]|4[0-8]|9[0-7])[;:m]')

# What no reader of strangers' texts may send: commands to the terminal other
# than cursor movement and attributes (CVE-2003-0063, CVE-2021-42574).
DANGEROUS = {
    'OSC, DCS, APC, PM or SOS': rb'\x1b[\]P_^X]',
    'reset': rb'\x1bc',
    'BEL or DEL': rb'[\x07\x7f]',
    'a report': rb'\x1b\[[0-9;?>]*[nc]',
    'a window operation': rb'\x1b\[(?!2[23];0;0t)[0-9;]+t',
    'C1': rb'(?<![\xc2-\xf4\x80-\xbf])[\x80-\x9f]|\xc2[\x80-\x9f]',
    'bidi controls': rb'\xe2\x80[\xaa-\xae\x8e\x8f]|\xe2\x81[\xa6-\xa9]|\xd8\x9c',
}


def stream():
    t = Terminal(SAMPLES)
    out = t.start
    for key in (b'j', b'j', b'\r', b' ', b'"', b'e', b'j', b'q', b'q', b'?', b'q', b'/hake\r', b'n', b'\x1b[1;5A', b'G'):
        out += t.send(key, 0.05)
    out += t.send(b'Q')
    found = [name for name, pattern in DANGEROUS.items() if re.search(pattern, out)]
    tap.result(t.ended() == 0 and not found, 'nothing dangerous is sent', f'status {t.ended(0)}, found {found}')
    tap.result(LEAVE in out[-60:], 'the screen is given back at the end', out[-80:])
    t.finish()


PAGE = 'Ferry sails\n\nBy Ann Poe\n\nThe ferry of {0} sailed on time, "as ever", Captain Jo Roe said.\n\n' \
       'The quay of {0} was full of people who had come to see it.\n'


def right_to_left():
    """Hebrew and Arabic stay in their columns on a terminal that reorders: a mark of ours ends each field, and no other text has one."""
    t = Terminal('--no-state', 'tests/screen/pages')
    out = t.start
    tap.result('\u05de\u05dc \u200e'.encode() in out, 'right to left: a field is ended', out)
    tap.result(out.count('\u200e'.encode()) == 4, 'right to left: other fields are not', out)
    t.finish()


def reloads():
    """What is new, changed or gone in the folder joins what is shown; the place is kept."""
    with tempfile.TemporaryDirectory() as folder:
        def page(name, place):
            with open(os.path.join(folder, name), 'w', encoding='utf-8') as f:
                f.write(PAGE.format(place))
        page('a.txt', 'Lesk')
        page('b.txt', 'Osk')
        t = Terminal('--no-state', folder)
        screen = Emulator(24, 80)
        screen.feed(t.start)
        for what, said, act in (
                ('nothing', 'nothing is new or changed', lambda: None),
                ('an article', 'article more', lambda: page('c.txt', 'Amiel')),
                ('a changed one', '1 article more, 1 gone', lambda: page('a.txt', 'Drenik')),
                ('one that is gone', '1 gone', lambda: os.remove(os.path.join(folder, 'b.txt')))):
            act()
            screen.feed(t.send(b'\x1b[15~', 0.6))
            tap.result(said in screen.text(), f'reload: {what}', screen.text())
        t.send(b'Q')
        tap.result(t.ended() == 0, 'reload: the end is as always', t.ended(0))
        t.finish()


def quotes():
    """All quotes are joined behind the screen, and anew when articles come, without another key."""
    with tempfile.TemporaryDirectory() as folder:
        def page(name, place):
            with open(os.path.join(folder, name), 'w', encoding='utf-8') as f:
                f.write(PAGE.format(place).replace('"as ever"', f'"as ever since the great flood of {place}"'))
        page('a.txt', 'Lesk')
        t = Terminal('--no-state', folder)
        screen = Emulator(24, 80)
        screen.feed(t.start)
        screen.feed(t.send(b'gq', 0.6))
        tap.result('The ferry of Lesk sailed' in screen.text(), 'quotes: joined when they are asked for', screen.text())
        page('b.txt', 'Osk')
        screen.feed(t.send(b'\x1b[15~', 1.2))
        tap.result('2 articles ≠' in screen.text(), 'quotes: joined anew when an article comes', screen.text())
        t.send(b'Q')
        tap.result(t.ended() == 0, 'quotes: the end is as always', t.ended(0))
        t.finish()


def starts_from_the_image():
    """What was read is there at the next start, what came since joins it; a damaged image costs a reading."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as cache:
        def page(name, place):
            with open(os.path.join(folder, name), 'w', encoding='utf-8') as f:
                f.write(PAGE.format(place))

        def session(what, said):
            t = Terminal('--no-state', folder, env={'XDG_CACHE_HOME': cache}, ready=b'All articles')
            out = t.start + t.read(0.6)
            tap.result(said in out, f'image: {what}', out)
            t.send(b'Q')
            tap.result(t.ended() == 0, f'image: {what}: the end is as always', t.ended(0))
            t.finish()
        page('a.txt', 'Lesk')
        t = Terminal(folder, env={'XDG_CACHE_HOME': cache, 'XDG_STATE_HOME': cache, 'DATELINE_SECURE': '1'})
        t.read(0.6)
        t.send(b'Q')
        t.finish()
        tap.result(os.listdir(cache) == [], 'image: DATELINE_SECURE: none is written', os.listdir(cache))
        session('made by the first start', b'1/1')
        images = [os.path.join(at, name) for at, _, names in os.walk(cache) for name in names if name.endswith('.image')]
        tap.result(len(images) == 1, 'image: one archive has one', images)
        page('b.txt', 'Osk')
        session('new files join it', b'article m')
        session('they are in the next', b'1/2')
        with open(images[0], 'r+b') as f:
            f.truncate(70000)
        session('a damaged one', b'cut off')
        session('is made anew', b'1/2')
        with open(images[0], 'r+b') as f:
            f.seek(65536)  # the texts, which are looked at behind the list
            f.write(b'\0')
        t = Terminal('--no-state', folder, env={'XDG_CACHE_HOME': cache, 'TERM': 'dumb'}, ready=b'quit > ')
        tap.result(t.start.count(b'Ferry') == 2, 'image: lines are of what was read in place of a damaged one', t.start)
        t.finish()


def economy():
    t = Terminal(SAMPLES)
    moves = [len(t.send(b'j', 0.1)) for _ in range(6)]
    tap.result(sorted(moves)[3] <= 50, 'a move in the list takes about 30 bytes, at most 50', moves)
    together = len(t.send(b'kkkkk'))
    tap.result(together <= 100, 'keys that wait are drawn once', together)
    arrows = [len(t.send(key)) for key in (b'\x1b[B', b'\x1bOA')]
    tap.result(all(0 < n <= 60 for n in arrows), 'arrow keys in both cursor modes', arrows)
    unknown = t.send(b'\x1b[27;5;113~')
    tap.result(t.ended(0.2) is None, 'an unknown function key is no command', unknown)

    def switches():
        with open(f'/proc/{t.pid}/status', encoding='ascii') as f:
            return [line for line in f if 'ctxt' in line]
    before = switches()
    tap.result(not t.read(1.5) and switches() == before, 'idle: nothing is written, nothing wakes up')
    t.finish()


def resizes():
    t = Terminal(SAMPLES)
    for i in range(8):
        t.resize(20 + i, 70 + i)
        time.sleep(0.004)
    out = t.read()
    tap.result(out.count(CLEAR) == 1, 'a window being dragged is drawn once, when it rests', out.count(CLEAR))
    t.resize(1, 1)
    t.read()
    t.resize(24, 80)
    tap.result(t.ended(0) is None and b'search' in t.read(), 'a window of one cell is survived')
    t.finish()


def signals():
    for sig in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
        t = Terminal(SAMPLES)
        out = t.kill(sig)
        tap.result(t.ended() == -sig and LEAVE in out, f'{sig.name}: the screen is given back, then it dies by it',
                   f'{t.ended(0)} {out!r}')
        t.finish()
    t = Terminal(SAMPLES)
    t.kill(signal.SIGINT)
    t.send(b'\x03')
    tap.result(t.ended(0.2) is None, 'neither SIGINT nor ^C ends it')
    t.kill(signal.SIGSTOP)
    out = t.kill(signal.SIGCONT)
    tap.result(out.count(CLEAR) == 1 and b'All articles' in out, 'after a stop everything is drawn again, once')
    t.close()
    tap.result(t.ended() is not None, 'it ends when the terminal is gone')
    t.finish()


def sessions():
    """The place and the marks are there at the next start, also after a signal; two readers see each other's."""
    with tempfile.TemporaryDirectory() as state:
        home = {'XDG_STATE_HOME': state}
        t = Terminal(SAMPLES, env=home)
        t.send(b'jj\r*')
        t.kill(signal.SIGTERM)
        t.finish()
        tap.result(t.ended() == -signal.SIGTERM, 'a signal ends it, what is kept aside')
        t = Terminal(SAMPLES, env=home, ready=b'people')
        tap.result(b'3 of 32' in t.start and b'starred' in t.start, 'the next start is where the last one ended', t.start)
        other = Terminal('--set', 'archive.place=no', SAMPLES, env=home)
        tap.result(b'3 of 32' not in other.start and '★'.encode() in other.start, 'unless that is turned off', other.start)
        t.send(b'Tnight\r')
        t.send(b'Aask them\r')
        out = other.send(b'\x1b[15~', 0.6)
        tap.result(b'in another session' in out, 'F5 says that another reader marked something', out)
        out = other.send(b'ftag:night note:ask\r', 0.3)
        tap.result(b'1 of 32 articles' in out, 'and shows it', out)
        t.send(b'jj')
        other.send(b'Q')
        t.send(b'Q')
        tap.result(other.ended() == 0 and t.ended() == 0, 'both end well', (other.ended(0), t.ended(0)))
        other.finish()
        t.finish()
        t = Terminal('--set', 'ui.panes=1', SAMPLES, env=home, ready=b'people')
        t.send(b'K')
        out = t.send(b'J')
        tap.result(b'where you left it' in out, 'an article is shown from where it was left, in another session too', out)
        t.send(b'Q')
        t.finish()


def crash():
    name = 'a fault gives the screen back and says one line'
    if INSTRUMENTED:
        tap.skip(name, 'the sanitizer has handlers of its own')
        return
    t = Terminal(SAMPLES)
    out = t.kill(signal.SIGSEGV)
    after = out[out.find(LEAVE):]
    tap.result(t.ended() == -signal.SIGSEGV and LEAVE in out and after.count(b'dateline:') == 1, name, out)
    t.finish()


def colors():
    def has_color(*args, **env):
        t = Terminal(*args, SAMPLES, env=env)
        t.finish()
        return bool(COLOR.search(t.start))
    tap.result(has_color(), 'colours where the terminal has them')
    tap.result(not has_color(NO_COLOR='1'), 'none with NO_COLOR')
    tap.result(has_color(NO_COLOR=''), 'an empty NO_COLOR means nothing')
    tap.result(has_color('--color', 'always', NO_COLOR='1'), '--color always comes before NO_COLOR')
    tap.result(not has_color('--color', 'never'), 'none with --color never')
    tap.result(not has_color(TERM='vt100'), 'none on a terminal without')
    tap.result(has_color(TERM='linux'), 'eight on a terminal of eight')


def true_color():
    name = 'a theme of RGB colours has them with COLORTERM=truecolor'
    if os.system('infocmp xterm-direct >/dev/null 2>&1') != 0:
        tap.skip(name, 'no terminfo entry xterm-direct (ncurses-term)')
        return
    with tempfile.TemporaryDirectory() as home:
        os.makedirs(os.path.join(home, 'dateline', 'themes'), 0o700)
        path = os.path.join(home, 'dateline', 'themes', 'rgb.ini')
        with open(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), 'w', encoding='ascii') as f:
            f.write('[text]\nfg = rgb:ff8700\n')
        env = {'XDG_CONFIG_HOME': home}
        t = Terminal('--theme', 'rgb', SAMPLES, env=dict(env, COLORTERM='truecolor'))
        t.finish()
        tap.result(re.search(rb'38[:;]2[:;]+255[:;]135[:;]0', t.start), name, t.start[:300])
        t = Terminal('--theme', 'rgb', SAMPLES, env=env)
        t.finish()
        tap.result(b'38;5;208' in t.start, 'and the nearest of 256 without', t.start[:300])


def locales():
    t = Terminal(SAMPLES, env={'LC_ALL': 'C'})
    t.send(b'\r')
    t.finish()
    tap.result(not re.search(rb'[\x80-\xff]', t.start), 'only ASCII in a locale that is not UTF-8')
    t = Terminal(SAMPLES, env={'LC_ALL': None})
    t.finish()
    tap.result(re.search('…'.encode(), t.start), 'UTF-8 where no locale is set')


def lines():
    for term in ('dumb', '', None, 'no-such-terminal'):
        t = Terminal(SAMPLES, env={'TERM': term}, ready=b'quit > ')
        out = t.send(b'1\n', 0.3)
        tap.result(b'\x1b' not in t.start + out and out.count(b'\n') > 5,
                   f'TERM={term}: a numbered list, an article by its number', t.start[-200:] + out[-200:])
        t.send(b'q\n')
        t.send(b'q\n')
        tap.result(t.ended() == 0, f'TERM={term}: q ends it', t.ended(0))
        t.finish()


def lines_of_the_list():
    t = Terminal(SAMPLES, env={'TERM': 'dumb'}, ready=b'quit > ')
    rows = [r for r in t.start.decode().split('\r\n') if re.match(r' +\d+ ', r)]
    dates = [r[6:17].strip('~ ') for r in rows]
    tap.result(dates == sorted(dates, reverse=True) and all(re.match(r'[~ \d-]{11} \S.{17} \S', r[6:]) for r in rows),
               'TERM=dumb: newest first, in columns', '\n'.join(rows))
    t.send(b'2\n')
    out = t.send(b'j\n')
    tap.result(out.count(b'\n') < 3 and b'more' in out, 'TERM=dumb: only Enter asks for more', out)
    t.finish()


def lines_obey():
    """What was corrected and marked on the screen holds in lines, and what is marked there on the screen."""
    with tempfile.TemporaryDirectory() as state:
        home = {'XDG_STATE_HOME': state}

        def lines():
            return Terminal(SAMPLES, env=dict(home, TERM='dumb'), ready=b'quit > ')
        t = lines()
        before = t.send(b'e3\n').decode()
        t.send(b'3\n')
        t.send(b'q\n')
        after = t.send(b'*4\n').decode()
        t.send(b'q\n')
        tap.result(before.count('\n    ') == 5 and re.search(r'^    4 \* 2019', after, re.M) and t.ended() == 0,
                   'lines: the round of an article, a star', before + after)
        t.finish()
        t = Terminal('--set', 'archive.place=no', SAMPLES, env=home)
        screen = Emulator(24, 80)
        screen.feed(t.start)
        rows = screen.text().split('\n')
        tap.result('★' in rows[7] and '·' in rows[6] and '★' not in rows[6], 'lines: the screen has what was marked there',
                   screen.text())
        for key in (b'jj', b'e', b'G', b'gg', b'g-'):
            screen.feed(t.send(key, 0.3))
        t.send(b'Q')
        t.finish()
        t = lines()
        rows = t.start.decode()
        parted = t.send(b'e7\n').decode()
        tap.result(re.search(r'^ +3 - 2019', rows, re.M) and re.search(r'^ +4 \* 2019', rows, re.M),
                   'lines: marks are there at the next start', rows)
        tap.result('nobody else' in parted, 'lines: rounds are as the reader corrected them', parted)
        t.send(b'r3\n')
        t.send(b'q\n')
        t.finish()
        t = Terminal('--no-state', SAMPLES, env=dict(home, TERM='dumb'), ready=b'quit > ')
        tap.result(re.search(r'^ +3 2019', t.start.decode(), re.M), 'lines: none of it with --no-state', t.start)
        t.finish()


def lines_of_a_damaged_image():
    """An image whose list is sound is found to be damaged only when the rest of it is looked at."""
    with tempfile.TemporaryDirectory() as cache:
        home = {'XDG_CACHE_HOME': cache, 'TERM': 'dumb'}
        tap.run('index', SAMPLES, env=home)
        image, = (os.path.join(at, name) for at, _, names in os.walk(cache) for name in names if name.endswith('.image'))
        with open(image, 'r+b') as f:
            f.seek((os.path.getsize(image) - 1) // 65536 * 65536)
            byte = f.read(1)[0]
            f.seek(-1, os.SEEK_CUR)
            f.write(bytes([byte ^ 1]))
        t = Terminal('--no-state', SAMPLES, env=home, ready=b'quit > ')
        tap.result(b'quit > ' in t.start, 'TERM=dumb: an image that is damaged is read anew', t.start)
        t.finish()


def wrong_bindings():
    with tempfile.NamedTemporaryFile('w', suffix='.ini') as f:
        f.write('[bind]\nCtrl-x = up\nF99 = up\n')
        f.flush()
        t = Terminal('--config', f.name, SAMPLES, ready=b'All articles')
        out = t.send(b'Q', 0.5)
        tap.result(b'is written ^X' in out and b'F1 to F12' in out, 'every wrong binding is said at the end', out[-300:])
        t.finish()


def keys_elsewhere():
    t = Terminal(SAMPLES, stdin='/dev/null')
    t.send(b'j')
    t.send(b'Q')
    tap.result(t.ended() == 0, 'keys come from the terminal when stdin is none', t.ended(0))
    t.finish()


for test in (stream, right_to_left, reloads, quotes, starts_from_the_image, economy, resizes, signals, sessions, crash, colors, true_color,
             locales, lines, lines_of_the_list, lines_obey, lines_of_a_damaged_image, wrong_bindings, keys_elsewhere):
    test()
tap.done()
