#!/usr/bin/env python3
"""What the commands write for other programs: tables, Markdown, HTML (UPDATE=1 writes the golden ones)."""
import csv
import html.parser
import io
import json
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import tap

SAMPLES = os.path.join('samples', 'archive')
GOLDEN = os.path.join(tap.ROOT, 'tests', 'golden', 'export')
ROUND = 'wire/northern-wire.jsonl#2'
VOID = {'meta', 'hr'}


class Page(html.parser.HTMLParser):
    """Elements that open and close in order, and nothing that would be loaded or run."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong, self.text = [], [], ''

    def handle_starttag(self, tag, attrs):
        if tag in ('script', 'img', 'iframe', 'object', 'link', 'form', 'base') or any(k.startswith('on') for k, _ in attrs):
            self.wrong.append(f'<{tag} {attrs}>')
        for key, value in attrs:
            if key in ('href', 'src') and not value.startswith(('http://', 'https://')):
                self.wrong.append(value)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f'</{tag}>')

    def handle_data(self, data):
        self.text += data


def page(text):
    p = Page()
    p.feed(text)
    p.close()
    return p


def rows(out, delimiter):
    if delimiter == '\t':
        return [line.split('\t') for line in out.split('\n')[:-1]]
    return list(csv.reader(io.StringIO(out, newline=''), strict=True))


def cell(value):
    """A value of JSON as the tables have it."""
    if value is None:
        return ''
    return '; '.join(value) if isinstance(value, list) else str(value)


def guarded(text):
    return "'" + text if text.startswith(('=', '+', '-', '@')) else text


def tables(archive, name):
    objects = [json.loads(line) for line in tap.run('list', '--json', archive)[1].decode().splitlines()]
    for option, delimiter in (('--csv', ','), ('--tsv', '\t')):
        status, out, err = tap.run('list', option, archive)
        head, *got = rows(out.decode(), delimiter)
        want = [[guarded(cell(o[k])) for k in head] for o in objects]
        tap.result(head == list(objects[0]) and got == want, f'list {option}: what JSON says, {name}',
                   f'status {status} {err!r} {head} {[(g, w) for g, w in zip(got, want) if g != w][:2]}')


HOSTILE = [
    '=HYPERLINK("http://evil.example","x")', '+1', '-1+cmd|\' /C calc\'!A0', '@SUM(1)', 'a,b', 'say "a"', 'a\tb', 'a\nb',
    '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '[x](javascript:alert(1))', '# a', '../../x', '\x1b]0;x\x07',
]


def hostile():
    with tempfile.TemporaryDirectory() as archive:
        with open(os.path.join(archive, 'a.jsonl'), 'w', encoding='ascii') as f:
            for i, title in enumerate(HOSTILE):
                f.write(json.dumps({'id': f'a{i}', 'title': title, 'source': title, 'url': 'javascript:alert(1)//' + title,
                                    'text': f'{title}\n\nThe ferry number {i} sailed to Lesk.'}) + '\n')
        tables(archive, 'whatever it is')
        for i, title in enumerate(HOSTILE):
            out = tap.run('show', '--html', f'a{i}', archive)[1].decode()
            p = page(out)
            tap.result(not p.wrong and not p.open and '\x1b' not in out and '\x07' not in out,
                       f'show --html: {title!r} is text', f'{p.wrong} {p.open}\n{out}')
        out = tap.run('show', '--markdown', 'a10', archive)[1].decode()
        tap.result('\\[x\\](javascript' in out and '<javascript' not in out, 'show --markdown: no link of a stranger', out)


def golden():
    for name, args in (('article.md', ['show', '--markdown', ROUND]), ('article.html', ['show', '--html', ROUND]),
                       ('report.md', ['rounds', '--round', ROUND, '--markdown']),
                       ('report.html', ['rounds', '--round', ROUND, '--html'])):
        status, out, err = tap.run(*args, SAMPLES, cwd=tap.ROOT)
        tap.golden(f'{" ".join(args)}: as it was', os.path.join(GOLDEN, name), out.decode())
        tap.result(status == 0 and (name.endswith('.md') or not page(out.decode()).wrong), f'{name}: sound', err)
    status, out, _ = tap.run('rounds', '--html', SAMPLES, cwd=tap.ROOT)
    p = page(out.decode())
    tap.result(status == 0 and not p.wrong and not p.open and out.count(b'<hr>') > 3, 'rounds --html: a report of each round', p.wrong)
    status, out, _ = tap.run('rounds', '--json', '--round', ROUND, SAMPLES, cwd=tap.ROOT)
    tap.result(status == 0 and out.count(b'\n') == 1 and json.loads(out)['id'] == ROUND, 'rounds --round: one round', out)
    status, out, _ = tap.run('rounds', '--round', 'no-such-round', SAMPLES, cwd=tap.ROOT)
    tap.result(status == 1 and not out, 'rounds --round: there is none such', out)


tables(os.path.join(tap.ROOT, SAMPLES), 'of the samples')
hostile()
golden()
tap.done()
