#!/usr/bin/env python3
"""Notes and what is to be read later, from session to session; the sources as other programs take them."""
import json
import os
import sys
import tempfile
import xml.etree.ElementTree as tree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import tap

SAMPLES = os.path.join(tap.ROOT, 'samples', 'archive')


class Session:
    def __init__(self, folder):
        self.env = {'XDG_STATE_HOME': os.path.join(folder, 'state')}

    def run(self, *arguments):
        return tap.run(*arguments, SAMPLES, env=self.env)

    def play(self, keys, size='80x12'):
        _, out, _ = self.run('--keys', keys, '--size', size)
        return out.decode()

    def notes(self):
        _, out, _ = self.run('notes', '--json')
        return [json.loads(line) for line in out.splitlines()]

    def check_found(self, query, want):
        status, out, _ = self.run('search', '--json', query)
        got = len(out.splitlines())
        tap.result((status, got) == (0 if want else 1, want), f'{query}: {want}', got)


def check_notes(s):
    status, out, err = s.run('notes')
    tap.result((status, out, err) == (1, b'', b''), 'no notes', (status, out, err))
    s.play('j Enter A ask Space them Enter " A who Space knows? Enter')
    got = [(n['id'], n['quote'], n['note']) for n in s.notes()]
    want = [('dt-2019-07-02-trams', 'I closed the doors,', 'who knows?'), ('dt-2019-07-02-trams', None, 'ask them')]
    tap.result(got == want, 'notes as JSON, the latest first', got)
    tap.result(all(n['written'].endswith('Z') and n['title'] and n['source'] for n in s.notes()), 'with what they are on')
    _, out, _ = s.run('notes')
    want = ('    2019-07-02   Drenik Tribune        dt-2019-07-02-trams\n'
            '      Trams return to Drenik after 44 years, on time and full of\n'
            '      accordions\n'
            '      “I closed the doors,”\n'
            '        who knows?\n'
            '    2019-07-02   Drenik Tribune        dt-2019-07-02-trams\n'
            '      Trams return to Drenik after 44 years, on time and full of\n'
            '      accordions\n'
            '        ask them\n')
    tap.result(out.decode() == want, 'notes as text', out.decode())
    s.check_found('is:noted', 1)
    s.check_found('note:knows', 1)
    s.check_found('note:"ask them" note:who', 1)
    s.check_found('note:"them who"', 0)
    status, out, _ = tap.run('--no-state', 'notes', SAMPLES, env=s.env)
    tap.result((status, out) == (1, b''), '--no-state: none', (status, out))
    shown = s.play('gN')
    tap.result('> who knows?' in shown, 'the next session has them', shown)
    shown = s.play('u u')
    tap.result('undone: note on' in shown and s.notes() == [], 'and takes them back', shown)


def check_later(s):
    s.play('v v v L')
    s.check_found('is:later', 3)
    s.check_found('is:later -is:read', 2)
    shown = s.play('u')
    tap.result('undone: to be read later: 3 articles' in shown, 'a selection is one step', shown)
    s.check_found('is:later', 0)



def check_sources():
    _, out, _ = tap.run('sources', '--json', SAMPLES)
    rows = [json.loads(line) for line in out.splitlines()]
    tap.result(rows[1] == {'source': 'Drenik Tribune', 'site': 'https://tribune.drenik.example', 'articles': 5} and
               sum(r['articles'] for r in rows) == 32, 'sources as JSON', rows)
    status, out, _ = tap.run('sources', '--opml', SAMPLES)
    root = tree.fromstring(out)
    outlines = [o.attrib for o in root.iter('outline')]
    tap.result(status == 0 and root.tag == 'opml' and root.get('version') == '2.0' and
               [o['text'] for o in outlines] == [r['source'] for r in rows] and
               [o.get('htmlUrl') for o in outlines] == [r['site'] for r in rows], 'sources as OPML', outlines)
    with tempfile.TemporaryDirectory() as folder:
        name = 'A "B" <C> & D'
        for number, host in enumerate(('www.abcd.example', 'old.abcd.example', 'www.abcd.example')):
            with open(os.path.join(folder, f'{number}.jsonl'), 'w', encoding='utf-8') as f:
                json.dump({'id': str(number), 'title': f'Title {number}', 'source': name, 'text': f'Text {number}. ' * 9,
                           'url': f'https://{host}/{number}?a=1&b=2'}, f)
        _, out, _ = tap.run('sources', '--opml', folder)
        outline = tree.fromstring(out).find('body/outline').attrib
        tap.result(outline == {'text': name, 'title': name, 'type': 'link', 'url': 'https://www.abcd.example',
                               'htmlUrl': 'https://www.abcd.example'}, 'names are escaped; the site of most', outline)
    status, out, err = tap.run('notes', '--opml', SAMPLES)
    tap.result(status == 2 and not out and b'not an option of this command' in err, 'OPML is of sources only', err)


def main():
    with tempfile.TemporaryDirectory() as folder:
        s = Session(folder)
        check_notes(s)
        check_later(s)
    check_sources()
    tap.done()


main()
