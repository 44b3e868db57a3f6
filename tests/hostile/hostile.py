#!/usr/bin/env python3
"""Inputs made to hurt: none may crash, hang, bloat, be lost silently or reach the terminal raw.

Ours are made here; those of ../shared/hostile are used when it is beside the project.
"""
import gzip
import json
import os
import re
import resource
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import tap

# Sanitizers slow the program and map terabytes: then only behaviour is judged.
INSTRUMENTED = bool(os.environ.get('INSTRUMENTED'))
SECONDS = 60 if INSTRUMENTED else 5
MEGABYTES = None if INSTRUMENTED else 1024

FORBIDDEN = re.compile(
    '[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]')
PROSE = ('The ferry from Ostmere did not sail on Tuesday. The harbour master, Ada Lind, said the wind was to blame '
         'and that nobody had been hurt. Passengers waited in the customs hall until evening. ')


def page(body, head='<title>Ferry stays in port</title>', tail=''):
    return (f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body><article>'
            f'<h1>Ferry stays in port</h1>{body}</article>{tail}</body></html>').encode('utf-8', 'surrogatepass')


def cases():
    """(file name, bytes, a word that must come out or None)."""
    p = f'<p>{PROSE}MARKER</p>'
    text = ('Ferry stays in port\n\n' + PROSE + 'MARKER\n').encode()
    controls = ''.join(map(chr, range(1, 32))) + '\x7f\x9b31m\x1b]0;owned\x07\x1b[2J\u202egpj.exe\u2066\U000e0041'
    yield 'empty.txt', b'', None
    yield 'zeros.bin', bytes(100000), None
    yield 'noise.bin', bytes(i * i * 7 % 256 for i in range(50000)), None
    yield 'controls.txt', text + controls.encode(), 'MARKER'
    yield 'controls.html', page(p + f'<p>{PROSE}{controls}</p>', f'<title>Ferry {controls}</title>'), 'MARKER'
    yield 'references.html', page(p + '<p>&#155;31m &#27;[2J &#x202e; &#0; &#xD800; &#x110000; &bogus;</p>'), 'MARKER'
    yield 'json-escapes.jsonl', json.dumps({'id': 'e', 'title': controls, 'text': PROSE + 'MARKER\0' + controls},
                                           ).encode(), 'MARKER'
    yield 'json-bad.jsonl', b'{"text": "' + PROSE.encode() * 9 + b'MARKER"}\n{"text": [}\n{"id"\n', 'MARKER'
    yield 'json-deep.json', b'[' * 200000, None
    yield 'overlong.txt', text + b'\xc0\xaf\xe0\x80\xaf\xed\xa0\x80\xf4\x90\x80\x80\xff\xfe', 'MARKER'
    yield 'utf16-odd.txt', b'\xff\xfe' + text.decode().encode('utf-16-le') + b'x', 'MARKER'
    yield 'long-line.txt', text + b'word ' * 400000, 'MARKER'
    yield 'long-word.txt', text + b'x' * 2000000, 'MARKER'
    yield 'initials.txt', text + b'A.' * 500000, 'MARKER'
    yield 'quotes.txt', text + b'" ' * 300000, 'MARKER'
    yield 'open-quotes.txt', text + ('\u201cx ' * 200000).encode(), 'MARKER'
    yield 'brackets.txt', text + b'([' * 300000, 'MARKER'
    yield 'names.txt', text + b'Ada Lind ' * 100000, 'MARKER'
    yield 'line-ends.txt', text + b'\n' * 1000000, 'MARKER'
    yield 'marks.txt', text + ('a' + '\u0301' * 500000).encode(), 'MARKER'
    yield 'joiners.txt', text + ('\u0628' + '\u200d\u200c' * 200000).encode(), 'MARKER'
    yield 'deep.html', page(p + '<div>' * 100000), 'MARKER'
    yield 'deep-inline.html', page(p + '<b><i>' * 50000), 'MARKER'
    yield 'open-tables.html', page(p + '<table><tr><td>' * 20000), 'MARKER'
    many = ' '.join(f'a{i}=1 class=b{i} data-c="{i}"' for i in range(60000))
    yield 'attributes.html', page(f'<p {many}>{PROSE}MARKER</p>'), 'MARKER'
    yield 'attributes-outside.html', page(f'<div {many}><b {many}><p>{PROSE}</b></div>{p}'), 'MARKER'
    yield 'attribute-value.html', page(f'<p class="{"a " * 500000}" title="{"b" * 500000}">{PROSE}MARKER</p>'), 'MARKER'
    yield 'paragraphs.html', page(p + '<p>x' * 300000), 'MARKER'
    # What no limit forbids is read, wherever it stands.
    yield 'deep-inside.html', page('<div>' * 4000 + p + '</div>' * 4000), 'MARKER'
    yield 'deep-behind.html', page('<div><b>' * 1900 + '</b></div>' * 1900 + p), 'MARKER'
    yield 'closed-behind.html', page('</div></b></p>' * 200000 + p), 'MARKER'
    yield 'entities.html', page('<p>' + PROSE + '&eacute;&#233;&#xE9;&ccaron;&amp;' * 100000 + ' MARKER</p>'), 'MARKER'
    yield 'ampersands.html', page('<p>' + PROSE + '& &; &# &#x &a ' * 50000 + ' MARKER</p>'), 'MARKER'
    yield 'text-behind.html', page('<p>' + PROSE * 30000 + 'MARKER</p>'), 'MARKER'
    yield 'white-space.html', page('<p>' + PROSE + ' \n' * 2000000 + 'MARKER</p>'), 'MARKER'
    yield 'text-behind.txt', text.replace(b'MARKER', b'') + PROSE.encode() * 40000 + b'MARKER\n', 'MARKER'
    yield 'text-behind.json', json.dumps({'text': PROSE * 40000 + 'MARKER'}).encode(), 'MARKER'
    yield 'links.html', page(p + '<p>' + '<a href=x>y</a> ' * 100000 + '</p>'), 'MARKER'
    yield 'data-url.html', page(p + f'<img src="data:image/png;base64,{"A" * 6000000}">'), 'MARKER'
    yield 'json-ld-deep.html', page(p, '<script type="application/ld+json">' + '[' * 100000 + '</script>'), 'MARKER'
    yield 'comment.html', page(p, tail='<!--' + 'x' * 1000000), 'MARKER'
    yield 'script.html', page(p, tail='<script>' + 'if(a<b){}' * 100000), 'MARKER'
    yield 'entity.xml', (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">'
                         b'<!ENTITY y "yyyyyyyyyy"><!ENTITY z "&y;&y;&y;">]><a>&x;&z;</a>'), None
    yield 'bomb.txt.gz', gzip.compress(bytes(200 << 20), 9), None
    yield 'cut.txt.gz', gzip.compress(os.urandom(50000))[:30000], None
    yield 'tail.txt.gz', gzip.compress(text) + b'garbage', 'MARKER'
    yield 'format-%s%n%x.txt', text + b'%s%n%x%1000000d', 'MARKER'


def limited():
    """Where a limit of the reader does cut a page, the text before it is there and the article says so."""
    p = f'<p>{PROSE}MARKER</p>'
    yield 'too-deep.html', page(p + '<div>' * 5000 + f'<p>{PROSE}'), b'or 4096 in one another'
    yield 'too-many.html', page(p + '<p>x' * 500001), b'more than 500000 elements'
    yield 'too-long.html', page(p + PROSE * 50000), b'more than 8 MB'


def limit():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if MEGABYTES:
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))


def cpu_of_children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(args, cwd):
    """Status, outputs and CPU seconds: what else the machine does is not the program's."""
    before = cpu_of_children()
    try:
        p = subprocess.run([tap.PROGRAM, *args], cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True,
                           timeout=SECONDS * 10, env=tap.clean_environment(), preexec_fn=limit, check=False)
        return p.returncode, p.stdout, p.stderr, cpu_of_children() - before
    except subprocess.TimeoutExpired:
        return 'a timeout', b'', b'', cpu_of_children() - before


def offsets_hold(article):
    n = len(article['text'] or '')
    ranges = [(b['start'], b['end']) for b in article['blocks']]
    spans = ranges + [(q['start'], q['end']) for q in article['quotes']]
    return all(0 <= s <= e <= n for s, e in spans) and all(a[1] <= b[0] for a, b in zip(ranges, ranges[1:]))


def judge(name, marker, args, cwd):
    """What is wrong with a run of `extract` on one file."""
    status, out, err, seconds = run(args, cwd)
    if status not in (0, 1):
        yield f'ended with {status}: {err[-300:]!r}'
        return
    if seconds > SECONDS:
        yield f'took {seconds:.1f} s of CPU'
    text, said = out.decode('utf-8', 'strict'), err.decode('utf-8', 'strict')
    articles = [json.loads(line) for line in text.splitlines()]
    if FORBIDDEN.search(said.replace('\n', '')):
        yield f'control characters in the messages: {said[:200]!r}'
    for a in articles:
        fields = ''.join(str(a[k] or '') for k in ('id', 'path', 'title', 'source', 'text')).replace('\n', '')
        if FORBIDDEN.search(fields):
            yield f'control characters in the article: {FORBIDDEN.search(fields)!r}'
        if not offsets_hold(a):
            yield 'ranges outside the text or out of order'
    if marker and not any(marker in (a['text'] or '') for a in articles):
        yield f'the text is lost: {said[:200]!r}'
    if not articles and name.split('%')[0] not in said:
        yield f'nothing read, and no message names the file: {said[:200]!r}'


def save(folder, name, data):
    with open(os.path.join(folder, name), 'wb') as f:
        f.write(data)


def our_cases(folder):
    for name, data, marker in cases():
        save(folder, name, data)
        wrong = list(judge(name, marker, ['extract', name], folder))
        tap.result(not wrong, name, '\n'.join(wrong))


def limited_cases(folder):
    for name, data, warning in limited():
        save(folder, name, data)
        wrong = list(judge(name, 'MARKER', ['extract', name], folder))
        warnings = json.loads(run(['extract', name], folder)[1])['warnings']
        tap.result(not wrong and any(warning.decode() in w for w in warnings), name, f'{wrong} {warnings}')


def odd_folder(folder):
    """What a folder may hold beside files: loops, pipes, strange names, no permission."""
    os.mkdir(os.path.join(folder, 'sub'))
    os.symlink('..', os.path.join(folder, 'sub', 'loop'))
    os.symlink('/etc/passwd', os.path.join(folder, 'leads-away.txt'))
    os.mkfifo(os.path.join(folder, 'pipe.txt'))
    text = ('Ferry stays in port\n\n' + PROSE + '\n').encode()
    for name in (b'new\nline.txt', b'esc\x1b[2J.txt', b'bad\xff.txt', '\u202egpj.txt'.encode(), b'-rf.txt'):
        with open(os.path.join(folder.encode(), b'sub', name), 'wb') as f:
            f.write(text)
    for command in ('list', 'check', 'rounds', 'quotes', 'speakers', 'related'):
        for form in ([], ['--json']):
            status, out, err, seconds = run([command, *form, '.'], folder)
            seen = (out + err).decode('utf-8', 'replace').replace('\n', '').replace('\t', '')
            good = status in (0, 1) and seconds < 4 * SECONDS and not FORBIDDEN.search(seen)
            tap.result(good, ' '.join([command, *form, 'on an odd folder']),
                       f'{status} after {seconds:.1f} s, {FORBIDDEN.search(seen)!r} {err[:300]!r}')
    status, out, err, _ = run(['list', '--json', 'sub'], folder)
    tap.result(len(out.splitlines()) == 5, 'files with strange names are read', err)
    tap.result(b'root:' not in out + err, 'a link that leads out of the folder is not followed')


def shared_cases():
    manifest = os.path.join(tap.SHARED, 'hostile', 'manifest.tsv')
    tool = os.path.join(tap.SHARED, 'tools', 'run_hostile.py')
    if not os.path.exists(manifest) or INSTRUMENTED:
        tap.skip('../shared/hostile', 'not beside the project' if not INSTRUMENTED else 'program is instrumented')
        return
    p = subprocess.run([sys.executable, tool, manifest, tap.PROGRAM + ' extract {}', 'txt,html,json,gz'],
                       capture_output=True, text=True, env=tap.clean_environment(), check=False)
    tap.result(p.stdout.rstrip().endswith('{}'), '../shared/hostile: txt, html, json, gz', p.stdout + p.stderr)


def main():
    with tempfile.TemporaryDirectory() as folder:
        our_cases(folder)
    with tempfile.TemporaryDirectory() as folder:
        limited_cases(folder)
    with tempfile.TemporaryDirectory() as folder:
        odd_folder(folder)
    shared_cases()
    tap.done()


main()
