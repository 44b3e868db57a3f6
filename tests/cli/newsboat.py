#!/usr/bin/env python3
"""What newsboat knows of an archive's articles, taken over from its cache."""
import json
import os
import sqlite3
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import tap

# As newsboat 2.21 makes it.
SCHEMA = '''
CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL,
 title VARCHAR(1024) NOT NULL, lastmodified INTEGER(11) NOT NULL DEFAULT 0, is_rtl INTEGER(1) NOT NULL DEFAULT 0,
 etag VARCHAR(128) NOT NULL DEFAULT "");
CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL,
 title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL,
 feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL,
 unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024),
 enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0,
 base VARCHAR(128) NOT NULL DEFAULT "", content_mime_type VARCHAR(255) NOT NULL DEFAULT "");
CREATE INDEX idx_rssurl ON rss_feed(rssurl);
CREATE INDEX idx_guid ON rss_item(guid);
'''

ARTICLES = {
    'ferry': 'https://www.gullet.example/sea/ferry?id=7',
    'tram': 'http://gullet.example/tram/',
    'bread': 'https://gullet.example/food?id=1',
    'cheese': 'https://gullet.example/food?id=2',
    'offline': None,
}

# address, unread, flags
ITEMS = [
    ('http://GULLET.example/sea/ferry?id=7#top', 0, 'sA'),
    ('https://www.gullet.example/tram?utm_source=feed', 0, None),
    ('https://gullet.example/food?id=1&from=feed', 0, 'x'),  # which of the two?
    ('https://gullet.example/food?id=2', 1, 'ss!'),
    ('http://gullet.example/tram', 0, None),  # again, of another feed
    ('https://other.example/tram', 0, 's'),
    ('javascript:alert(1)', 0, 's'),
    ('', 0, ''),
]


def make_archive(folder):
    archive = os.path.join(folder, 'archive')
    os.mkdir(archive)
    with open(os.path.join(archive, 'a.jsonl'), 'w', encoding='utf-8') as f:
        for day, (name, url) in enumerate(ARTICLES.items(), 1):
            f.write(json.dumps({'id': name, 'title': f'All about {name}', 'source': 'Gullet', 'url': url,
                                'date': f'2020-05-0{day}', 'text': f'This is about {name}. ' * 9}) + '\n')
    return archive


def make_cache(path, items, schema=SCHEMA):
    db = sqlite3.connect(path)
    db.executescript(schema)
    for i, (url, unread, flags) in enumerate(items):
        db.execute('INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, flags)'
                   ' VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', (str(i), 't', 'a', url, 'f', i, 'c', unread, flags))
    db.commit()
    db.close()


class Case:
    def __init__(self, folder):
        self.folder = folder
        self.archive = make_archive(folder)
        self.cache = os.path.join(folder, 'cache ?#%.db')
        self.env = {'XDG_STATE_HOME': os.path.join(folder, 'state')}

    def run(self, *arguments, **env):
        return tap.run(*arguments, self.archive, env={**self.env, **env})

    def found(self, query):
        _, out, _ = self.run('search', '--json', query)
        return sorted(json.loads(line)['id'] for line in out.splitlines())

    def check(self, query, *want):
        got = self.found(query)
        tap.result(got == sorted(want), f'{query}: {" ".join(want)}', got)


def check_import(c):
    make_cache(c.cache, ITEMS)
    before = os.stat(c.cache).st_mtime_ns, sorted(os.listdir(c.folder))
    status, out, err = c.run('import-newsboat', c.cache, DATELINE_SECURE='1')
    tap.result(status == 4 and not out and b'DATELINE_SECURE' in err, 'DATELINE_SECURE: nothing is kept', err)
    status, out, err = tap.run('--no-state', 'import-newsboat', c.cache, c.archive, env=c.env)
    tap.result(status == 4 and not out and b'--no-state' in err, '--no-state: nothing is kept', err)
    status, out, err = c.run('import-newsboat', c.cache)
    want = ('4 of newsboat\'s 8 articles are in the archive, 4 are not\n'
            'read: 2 articles; tagged newsboat s: 2 articles; tagged newsboat A: “All about ferry”'
            '; u in the reader undoes it\n')
    tap.result((status, out.decode(), err) == (0, want, b''), 'what was found is told', (status, out.decode(), err))
    tap.result(before == (os.stat(c.cache).st_mtime_ns, sorted(n for n in os.listdir(c.folder) if n != 'state')),
               'the cache is as it was')
    c.check('is:read', 'ferry', 'tram')
    c.check('tag:"newsboat s"', 'ferry', 'cheese')
    c.check('tag:newsboat is:unread', 'cheese')
    status, out, _ = c.run('import-newsboat', '--json', c.cache)
    tap.result((status, json.loads(out)) == (0, {'items': 8, 'found': 4, 'read': 2, 'tagged': 3}), 'as JSON', out)
    c.run('--keys', 'u')
    c.check('is:read OR tag:newsboat')
    c.run('--keys', '^R')
    c.check('is:read tag:newsboat', 'ferry')


def check_refused(c, name, make, why):
    path = os.path.join(c.folder, name)
    make(path)
    status, out, err = c.run('import-newsboat', path)
    tap.result(status == 3 and not out and why in err.decode(), f'refused: {name}', (status, out, err.decode()))


def write(path, data):
    with open(path, 'wb') as f:
        f.write(data)


def script(sql):
    def make(path):
        db = sqlite3.connect(path)
        db.executescript(sql)
        db.close()
    return make


def check_hostile(c):
    check_refused(c, 'missing.db', lambda path: None, 'No such file')
    check_refused(c, 'fifo.db', os.mkfifo, 'not a file')
    check_refused(c, 'empty.db', lambda path: write(path, b''), 'not a cache of newsboat')
    check_refused(c, 'text.db', lambda path: write(path, b'no database\n' * 99), 'not a database')
    check_refused(c, 'other.db', script('CREATE TABLE item (url, unread, flags)'), 'no such table')
    check_refused(c, 'old.db', script('CREATE TABLE rss_item (url, unread)'), 'flags')
    check_refused(c, 'view.db', script('CREATE TABLE t (url, unread, flags); CREATE VIEW rss_item AS SELECT * FROM t'),
                  'no such table')
    check_refused(c, 'fts.db', script('CREATE VIRTUAL TABLE rss_item USING fts4(url, unread, flags)'), 'no such table')
    check_refused(c, 'function.db', script(
        'CREATE TABLE rss_item (url, unread AS (abs(-1)), flags); INSERT INTO rss_item (url) VALUES (1)'), 'no such table')
    with open(c.cache, 'rb') as f:
        whole = f.read()
    for cut in (100, 4096, len(whole) // 2):
        check_refused(c, f'cut-{cut}.db', lambda path, n=cut: write(path, whole[:n]), 'newsboat')


def main():
    with tempfile.TemporaryDirectory() as folder:
        c = Case(folder)
        check_import(c)
        check_hostile(c)
    tap.done()


main()
