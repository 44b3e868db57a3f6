#!/usr/bin/env python3
"""The reader's corrections as the commands obey them, from a database of version 1 as it lies on disk."""
import json
import os
import sqlite3
import stat
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import tap

# The schema of version 1: what was kept with it must be read for ever.
SCHEMA = '''
PRAGMA application_id = 0x64746C6E;
PRAGMA user_version = 1;
CREATE TABLE archive (id INTEGER PRIMARY KEY, root TEXT NOT NULL UNIQUE);
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT, archive INTEGER NOT NULL REFERENCES archive, step INTEGER NOT NULL,
  status INTEGER NOT NULL DEFAULT 0, kind TEXT NOT NULL, key TEXT NOT NULL, before TEXT, after TEXT,
  time INTEGER NOT NULL);
'''

ARTICLES = [
    ('ferry', 'The Ostmere ferry is late', 'Ana Lind, the harbour master, said the ferry was late. Lind said it was old.'),
    ('goat', 'A goat is born in Orle', 'A goat was born. It has a star on its nose, said Hanna Brook, a farmer.'),
    ('psalm', 'Choir wins the cup', 'The choir of Little Annet won. “We sang a psalm,” said Anna Lind, its organist.'),
]


def write_archive(folder):
    path = os.path.join(folder, 'archive.jsonl')
    with open(path, 'w', encoding='utf-8') as f:
        for name, title, text in ARTICLES:
            f.write(json.dumps({'id': name, 'title': title, 'source': name, 'text': text}) + '\n')
    return os.path.realpath(path)


def write_state(home, archive, *changes):
    folder = os.path.join(home, 'dateline')
    os.makedirs(folder, 0o700, exist_ok=True)
    path = os.path.join(folder, 'state.db')
    if os.path.exists(path):
        os.remove(path)
    db = sqlite3.connect(path)
    db.executescript(SCHEMA)
    db.execute('INSERT INTO archive (id, root) VALUES (1, ?)', (archive,))
    for step, (key, value, status, *kind) in enumerate(changes, 1):
        db.execute('INSERT INTO change (archive, step, status, kind, key, after, time) VALUES (1, ?, ?, ?, ?, ?, 0)',
                   (step, status, *(kind or ['person']), key, value))
    db.commit()
    db.close()
    os.chmod(path, stat.S_IRUSR | stat.S_IWUSR)
    return path


def speakers(archive, home, *options, secure=False):
    env = {'XDG_STATE_HOME': home}
    if secure:
        env['DATELINE_SECURE'] = '1'
    status, out, err = tap.run(*options, 'speakers', '--json', archive, env=env)
    rows = [json.loads(line) for line in out.decode().splitlines()]
    return status, {r['speaker']: (r['quotes'], r['why']) for r in rows}, err.decode()


def rounds(archive, home, *options):
    out = tap.run(*options, 'rounds', '--json', archive, env={'XDG_STATE_HOME': home})[1]
    return sorted(sorted(json.loads(line)['articles']) for line in out.decode().splitlines())


def check_rounds(archive, home):
    alone, joined = [['ferry'], ['goat'], ['psalm']], [['ferry', 'psalm'], ['goat']]
    join, leave = ('psalm\nferry', 'same', 0, 'round'), ('ferry\npsalm', 'apart', 0, 'round')
    write_state(home, archive)
    tap.result(rounds(archive, home) == alone, 'rounds as they are found')
    write_state(home, archive, join)
    tap.result(rounds(archive, home) == joined, 'rounds: two articles are one')
    tap.result(rounds(archive, home, '--no-state') == alone, 'rounds --no-state')
    env = {'XDG_STATE_HOME': home}
    out = tap.run('list', '--json', archive, env=env)[1].decode()
    tap.result(len({json.loads(line)['round'] for line in out.splitlines()}) == 2, 'list obeys them', out)
    links = list(map(json.loads, tap.run('related', '--json', '--id', 'psalm', archive, env=env)[1].splitlines()))
    got = [(x['related'], x['kind'], x['why'][:1]) for x in links if x['related'] == 'ferry']
    tap.result(got == [('ferry', 'round', ['joined by you'])], 'related says so', links)
    plain = tap.run('extract', archive)[1]
    tap.result(tap.run('extract', archive, env=env)[1] == plain, 'extract knows of no rounds')
    write_state(home, archive, join, leave)
    tap.result(rounds(archive, home) == alone, 'rounds: split off again')
    write_state(home, archive, join, leave, join)
    tap.result(rounds(archive, home) == joined, 'rounds: each goes on from the one before')
    write_state(home, archive, ('gone\nferry', 'same', 0, 'round'), ('ferry', 'same', 0, 'round'),
                ('psalm\ngoat', 'perhaps', 0, 'round'))
    tap.result(rounds(archive, home) == alone, 'rounds: what is gone or no correction says nothing')


def play(home, archive, *keys):
    status, out, _ = tap.run('--keys', ' '.join(keys), '--size', '80x10', archive, env={'XDG_STATE_HOME': home})
    return status, out.decode()


def check_sessions(archive, home):
    """The reader's own way: joined, left, opened again, undone and done again."""
    status, screen = play(home, archive, '/', 'choir', 'Enter', 'm', '/', 'ferry', 'Enter', 'g+')
    last = screen.splitlines()[-1]
    tap.result(status == 0 and last.startswith(' one round: “The Ostmere ferry is late” and “Choir'), 'g+ joins', screen)
    tap.result('this session only' not in last, 'and keeps it', screen)
    tap.result(rounds(archive, home) == [['ferry', 'psalm'], ['goat']], 'the next start knows it')
    _, screen = play(home, archive, '/', 'choir', 'Enter', 'e', 'G')
    tap.result('Round of 2' in screen, 'the round is there', screen)
    play(home, archive, '/', 'choir', 'Enter', 'e', 'g-')
    tap.result(rounds(archive, home) == [['ferry'], ['goat'], ['psalm']], 'g- splits off')
    play(home, archive, 'u')
    tap.result(rounds(archive, home) == [['ferry', 'psalm'], ['goat']], 'u in a session undoes that of another')
    _, screen = play(home, archive, 'u', 'u')
    tap.result(rounds(archive, home) == [['ferry'], ['goat'], ['psalm']] and 'nothing to undo' in screen,
               'and the one before', screen)
    play(home, archive, '^R')
    tap.result(rounds(archive, home) == [['ferry', 'psalm'], ['goat']], '^R does it again')
    play(home, archive, '^R')
    tap.result(rounds(archive, home) == [['ferry'], ['goat'], ['psalm']], 'step by step')


def main():
    with tempfile.TemporaryDirectory() as folder:
        check_sessions(write_archive(folder), os.path.join(folder, 'state'))
        check_rounds(write_archive(folder), os.path.join(folder, 'state'))
    with tempfile.TemporaryDirectory() as folder:
        home = os.path.join(folder, 'state')
        archive = write_archive(folder)
        apart = {'Ana Lind': (2, []), 'Anna Lind': (1, []), 'Hanna Brook': (1, [])}
        joined = {'Ana Lind': (3, ['Anna Lind: merged by you']), 'Hanna Brook': (1, [])}
        status, got, err = speakers(archive, home)
        tap.result((status, got, err) == (0, apart, ''), 'without a state', f'{status} {got} {err}')
        tap.result(not os.path.exists(home), 'reading makes no state')

        write_state(home, archive, ('Anna Lind\nAna Lind', 'same', 0))
        status, got, err = speakers(archive, home)
        tap.result((status, got, err) == (0, joined, ''), 'two names are one person', f'{status} {got} {err}')
        _, got, _ = speakers(archive, home, '--no-state')
        tap.result(got == apart, '--no-state', got)
        _, got, _ = speakers(archive, home, '--set', 'archive.state=yes', secure=True)
        tap.result(got == apart, 'DATELINE_SECURE', got)
        _, out, _ = tap.run('quotes', '--json', '--speaker', 'anna', archive, env={'XDG_STATE_HOME': home})
        who = [(q['id'], q['speaker'], q['speaker_id']) for q in map(json.loads, out.decode().splitlines())]
        want = [('ferry', 'Ana Lind', 'ana lind')] * 2
        tap.result(sorted(who)[:2] == want and ('psalm', 'Ana Lind', 'ana lind') in who, 'quotes: whose they are', who)
        _, out, _ = tap.run('extract', archive, env={'XDG_STATE_HOME': home})
        tap.result(b'Anna Lind' in out and b'merged' not in out, 'extract knows of no state')

        write_state(home, archive, ('Anna Lind\nAna Lind', 'same', 1))
        tap.result(speakers(archive, home)[1] == apart, 'what was undone says nothing')
        write_state(home, archive, ('Anna Lind\nAna Lind', 'same', 0), ('Ana Lind\nAnna Lind', 'apart', 0))
        tap.result(speakers(archive, home)[1] == apart, 'the later of two corrections holds')
        write_state(home, '/another', ('Anna Lind\nAna Lind', 'same', 0))
        tap.result(speakers(archive, home)[1] == apart, "another archive's corrections are not this one's")
        write_state(home, archive, ('Anna Lind', 'same', 0), ('a\nb\nc\nd', '?', 0), ('\n\n', 'same', 0))
        tap.result(speakers(archive, home)[:2] == (0, apart), 'what is no correction says nothing')

        path = write_state(home, archive)
        with open(path, 'r+b') as f:
            f.write(b'\x1b[31mno database')
        status, got, err = speakers(archive, home)
        tap.result((status, got) == (4, apart) and 'is damaged' in err and '\x1b' not in err,
                   'a damaged state: said, status 4, and the command goes on', f'{status} {got} {err}')
        status, out, _ = tap.run('--keys', 'j', '--size', '80x24', archive, env={'XDG_STATE_HOME': home})
        tap.result(status == 4 and b'ferry' in out, 'a damaged state: the reader runs', f'{status} {out[:300]}')
        with open(path, 'rb') as f:
            tap.result(f.read(9) == b'\x1b[31mno d', 'a damaged state is left as it is')
    tap.done()


main()
