#!/usr/bin/env python3
"""The commands as scripts rely on them: keys of the JSON, exit statuses, purity, determinism."""
import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import tempfile
import termios

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import tap

SAMPLES = os.path.join(tap.ROOT, 'samples', 'archive')

ARTICLE = ['id', 'path', 'title', 'source', 'site', 'byline', 'dateline', 'date', 'date_basis', 'lang', 'url']
QUOTE = ['start', 'end', 'kind', 'text', 'speaker', 'role', 'mention', 'cue', 'confidence']
KEYS = {
    'extract': ARTICLE + ['text', 'blocks', 'quotes', 'warnings'],
    'list': ARTICLE + ['round', 'copies', 'words', 'quotes'],
    'rounds': ['id', 'title', 'first', 'last', 'storyline', 'articles', 'sources', 'speakers'],
    'search': ARTICLE + ['score', 'snippet', 'hits'],
    'related': ['id', 'related', 'score', 'kind', 'why'],
    'quotes': ['id', 'title', 'source', 'date', 'date_basis', 'speaker_id', *QUOTE],
    'speakers': ['id', 'speaker', 'kind', 'role', 'names', 'why', 'quotes', 'articles', 'first', 'last'],
    'stats': ['by', 'name', 'articles', 'quotes', 'words', 'first', 'last', 'query'],
}


def lines(out):
    return [json.loads(line) for line in out.decode('utf-8').splitlines()]


def keys():
    for command, want in KEYS.items():
        args = [command] if command == 'extract' else [command, '--json']
        args += ['dravel OR river'] if command == 'search' else []
        where = os.path.join(SAMPLES, 'misc', 'river-talks-data-no-timetable.txt') if command == 'extract' else SAMPLES
        status, out, err = tap.run(*args, where)
        objects = lines(out)
        missing = {k for o in objects for k in want if k not in o}
        tap.result(status == 0 and objects and not missing, f'{command}: the keys of its JSON',
                   f'status {status}, {len(objects)} objects, missing {sorted(missing)}\n{err.decode()}')
        if command == 'extract' and objects:
            quotes = [q for o in objects for q in o['quotes']]
            missing = {k for q in quotes for k in QUOTE if k not in q}
            tap.result(quotes and not missing, 'extract: the keys of its quotes', sorted(missing))
            text = objects[0]['text']
            tap.result(all(text[q['start']:q['end']] == q['text'] for q in quotes),
                       'extract: offsets are code points of the text')


def statuses():
    with tempfile.TemporaryDirectory() as empty:
        wanted = [
            (2, ['--no-such-option']), (2, ['list', '--no-such-option']), (2, ['show']), (0, ['--help']),
            (0, ['--version']), (3, ['list', os.path.join(empty, 'missing')]), (1, ['list', empty]),
            (1, ['show', 'no-such-id', SAMPLES]), (0, ['check', SAMPLES]), (0, ['list', SAMPLES]),
            (2, ['search']), (2, ['search', 'a (b', SAMPLES]), (1, ['search', 'nosuchword', SAMPLES]),
            (0, ['search', 'said:marrend quote:number', SAMPLES]),
        ]
        for want, args in wanted:
            status, out, err = tap.run(*args)
            name = ' '.join(a.replace(empty, 'EMPTY').replace(SAMPLES, 'SAMPLES') for a in args)
            tap.result(status == want, f'{name}: status {want}', f'{status}: {out[:200]!r} {err[:200]!r}')
            if want >= 2:
                tap.result(err and not out, f'{name}: says why on stderr', f'{out[:200]!r} {err[:200]!r}')


def skipped_input():
    """What could not be read shows in the status of every command."""
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, 'a.jsonl'), 'w', encoding='ascii') as f:
            f.write('{"id": "a", "text": "\\"We go,\\" said Ada Lind."}\n{"id": "b"}\n')
        for command in (['list'], ['show', 'a'], ['quotes'], ['speakers'], ['rounds'], ['check'], ['extract']):
            status, out, err = tap.run(*command, folder)
            tap.result(status == 1 and out, f'{command[0]}: status 1 where a line was skipped', f'{status} {err!r}')


def options():
    """A command says what it does, takes the program's options, and says what a value must be."""
    for command in ('list', 'show', 'quotes', 'speakers', 'rounds', 'related', 'stats', 'check', 'extract'):
        status, out, err = tap.run(command, '--help')
        good = status == 0 and not err and out.startswith(f'usage: dateline {command} '.encode())
        tap.result(good and max(map(len, out.splitlines())) <= 80, f'{command} --help', f'{status} {out!r} {err!r}')
    _, out, _ = tap.run('--help')
    lines = out.decode().splitlines()
    tap.result(len(lines) < 24 and max(map(len, lines)) <= 80, '--help is seen at once on a terminal of 80x24', out)
    tap.result(tap.run('help')[:2] == (0, out), 'help is --help', out)
    _, plain, _ = tap.run('list', SAMPLES)
    status, out, err = tap.run('list', SAMPLES, '--color', 'always')
    tap.result(status == 0 and out == plain, "the program's options may stand behind a command", err)
    status, out, err = tap.run('related', '--min', 'abc', SAMPLES)
    tap.result(status == 2 and b'--min abc: expected a number from 0 to 1' in err, 'related --min abc', err)


def remarks():
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, 'cut.jsonl'), 'w', encoding='utf-8') as f:
            f.write('{"text": "Ferry')
        _, out, _ = tap.run('check', folder)
        tap.result(out.endswith(b'cut.jsonl:1: the JSON breaks off before its end\n0 articles, 1 remark\n'),
                   'check: what is wrong, in words', out)


def marks():
    """Quotation marks stand around a speaker's own words only."""
    text = ('OSTMERE – “We sail on Friday,” said Ada Lind, the harbour master. “It is time.”\n\n'
            'Lind said that the old pier had been closed since the storm of last winter.\n\n'
            'Lind said the storm had been “a nuisance and nothing more” for the boats.\n')
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, 'ferry.json'), 'w', encoding='utf-8') as f:
            json.dump({'id': 'ferry', 'title': 'The ferry sails again', 'text': text}, f)
        kinds = {o['kind'] for o in lines(tap.run('quotes', '--json', folder)[1])}
        for command in (['quotes'], ['show', 'ferry']):
            out = tap.run(*command, folder)[1].decode().replace('\n', ' ')
            quotes = out[out.rfind('Quotes '):] if command[0] == 'show' else out
            good = ('“We sail on Friday,”' in quotes and '(reported)' in quotes and '““' not in quotes and
                    '”.”' not in quotes and '“that' not in quotes and '“the storm had' not in quotes)
            tap.result(good and {'direct', 'reported', 'partial'} <= kinds, f'{command[0]}: marks around own words only',
                       f'{kinds} {quotes}')


def reasons():
    """Every reason has words, and the text form leaves out what is hardly related."""
    links = lines(tap.run('related', '--json', SAMPLES)[1])
    tap.result(links and all(isinstance(w, str) and w for o in links for w in o['why']), 'related: reasons have words')
    tap.result(any(w.startswith('copy: ') for o in links for w in o['why']), 'related: copies say how they differ')
    weak = tap.run('related', SAMPLES)[1].decode()
    tap.result('weaker ones' in weak and ' 0.02 ' not in weak and ' 0.00 ' not in weak, 'related: weak ones are left out')
    every = tap.run('related', '--min', '0', SAMPLES)[1].decode()
    tap.result('weaker ones' not in every and ' 0.02 ' in every, 'related --min 0: all of them')


def on_terminal(columns, *args):
    """What a command prints on a terminal of so many columns."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack('HHHH', 24, columns, 0, 0))
    out = []
    p = subprocess.Popen([*os.environ.get('WRAP', '').split(), tap.PROGRAM, *args], stdin=subprocess.DEVNULL,
                         stdout=slave, stderr=subprocess.DEVNULL, env=tap.clean_environment())
    os.close(slave)
    try:
        while data := os.read(master, 65536):
            out.append(data)
    except OSError:  # EIO: the program has ended
        pass
    p.wait(60)
    os.close(master)
    return b''.join(out).decode().replace('\r', '')


def width():
    """No line is wider than the terminal; piped, none is cut."""
    for command in ('list', 'quotes', 'speakers', 'stats', 'rounds', 'related'):
        for columns in (40, 80):
            wide = [line for line in on_terminal(columns, command, SAMPLES).splitlines() if len(line) > columns]
            tap.result(not wide, f'{command} on {columns} columns', '\n'.join(wide[:5]))
    listed = [o['id'] for o in lines(tap.run('list', '--json', SAMPLES)[1])]
    rows = tap.run('list', SAMPLES)[1].decode().splitlines()
    tap.result(listed and all(row.endswith(i) for row, i in zip(rows, listed)), 'list: whole ids in a pipe')
    shown = on_terminal(80, 'list', SAMPLES).splitlines()
    ends = [row.rpartition('  ')[2].lstrip('…') for row in shown]
    tap.result(len(shown) == len(listed) and all(i.endswith(e) and len(e) > 8 for e, i in zip(ends, listed)),
               'list: the end of an id on a terminal', '\n'.join(shown[:5]))


def known_time():
    """A round of articles of a month has no day."""
    body = 'Jo Roe said the Quarnel ferry of Ostmere sails to Brennick with timber. ' * 8
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, 'ferry.jsonl'), 'w', encoding='utf-8') as f:
            for i, date in (('a', '2008-05'), ('b', '2008-05'), ('c', '2011-02-03')):
                text = body if i < 'c' else 'The lighthouse of Varn has a keeper, a clock and a garden of herbs.'
                json.dump({'id': i, 'title': f'Piece {i}', 'source': i, 'date': date, 'text': text}, f)
                f.write('\n')
        times = [(o['first'], o['last']) for o in lines(tap.run('rounds', '--json', folder)[1])]
        tap.result(times == [('2008-05', '2008-05'), ('2011-02-03', '2011-02-03')], 'rounds: time as far as known', times)
        out = tap.run('rounds', folder)[1].decode()
        tap.result(out.startswith('2008-05  2 articles') and 'Piece c' not in out and
                   out.endswith('1 article is in no round\n'), 'rounds: a lone article is none', out)
        out = tap.run('speakers', folder)[1].decode()
        tap.result('2008-05     2008-05     Jo Roe' in out, 'speakers: time as far as known', out)


def text_in_json_is_kept():
    text = 'OSTMERE – “Wir gehen, we go,” said Ada Lind.\n\n  The ferry\u00a0left. 😀 é e\u0301\n'
    line = json.dumps({'id': 'given', 'text': text}) + '\n'
    status, out, err = tap.run('extract', '-', stdin=line.encode())
    objects = lines(out)
    good = status == 0 and len(objects) == 1 and objects[0]['text'] == text and objects[0]['id'] == 'given'
    tap.result(good, 'extract -: given text comes back unchanged', f'{status} {out[:300]!r} {err!r}')


def deterministic():
    for command in ('list', 'rounds', 'related', 'quotes', 'speakers', 'stats'):
        runs = {tap.run(command, '--json', '--threads', n, SAMPLES)[1] for n in ('1', '2', '8')}
        tap.result(len(runs) == 1 and runs != {b''}, f'{command}: the same with 1, 2 and 8 threads')


def extract_in_order():
    """Files, a folder, a pipe, lines enough to be cut, what is not there: as they are named, on any number of threads."""
    text = 'The ferry of Ostmere, said Ada Lind, \u201cwill not sail\u201d. '
    piped = ''.join(json.dumps({'id': f'piped-{i}', 'text': text}) + '\n' for i in range(3))
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, 'many.jsonl'), 'w', encoding='ascii') as f:
            for i in range(2500):
                line = {'id': f'line-{i}', 'filler': 'x' * 2000} | ({'text': text} if i != 2000 else {})
                f.write(json.dumps(line) + '\n')
        for name in ('a', 'c', 'b'):
            with open(os.path.join(folder, name + '.txt'), 'w', encoding='ascii') as f:
                f.write(f'Ferry {name} stays in port\n\nThe ferry did not sail, Ada Lind said.\n')
        args = ('c.txt', 'gone.txt', '-', 'many.jsonl', '.', 'a.txt')
        runs = [tap.run('extract', '--threads', n, *args, stdin=piped.encode(), cwd=folder) for n in ('1', '2', '8')]
        tap.result(all(r == runs[0] for r in runs), 'extract: the same with 1, 2 and 8 threads')
        lined = [f'line-{i}' for i in range(2500) if i != 2000]
        want = ['c.txt', 'piped-0', 'piped-1', 'piped-2', *lined, './a.txt', './b.txt', './c.txt', *lined, 'a.txt']
        tap.result([o['id'] for o in lines(runs[0][1])] == want, 'extract: in the order of the arguments')
        said = [line.split(b': ')[1] for line in runs[0][2].splitlines()]
        tap.result(runs[0][0] == 1 and said == [b'gone.txt', b'many.jsonl:2001', b'./many.jsonl:2001'],
                   'extract: what is not read is told in that order', runs[0][2])


def extract_of_extract():
    """What `extract` writes can be read as an archive."""
    _, out, _ = tap.run('extract', os.path.join(SAMPLES, 'misc', 'the-library-that-walks.txt'))
    status, again, err = tap.run('extract', '-', stdin=out)
    same = [{k: o[k] for k in ('id', 'title', 'source', 'text')} for o in lines(out)] == [
        {k: o[k] for k in ('id', 'title', 'source', 'text')} for o in lines(again)]
    tap.result(status == 0 and same and out, 'extract reads what extract wrote', err)


def pure():
    """No file of the archive or the current folder is taken for configuration."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ('config.ini', 'dateline.ini', '.dateline'):
            with open(os.path.join(folder, name), 'w', encoding='ascii') as f:
                f.write('[ui]\ntheme = nowhere\n[bind]\nx = no-such-command\n')
        before = sorted(os.listdir(folder))
        _, _, err = tap.run('list', '.', cwd=folder)
        tap.result(b'no-such-command' not in err and b'nowhere' not in err,
                   'configuration is not read from the archive', err)
        tap.result(sorted(os.listdir(folder)) == before, 'nothing is written into the archive')


def no_terminal():
    status, out, err = tap.run(SAMPLES)
    _, listed, _ = tap.run('list', SAMPLES)
    tap.result(status == 0 and out == listed and out, 'without a terminal the list is printed', err)


keys()
statuses()
skipped_input()
options()
remarks()
marks()
reasons()
width()
known_time()
text_in_json_is_kept()
extract_of_extract()
extract_in_order()
deterministic()
pure()
no_terminal()
tap.done()
