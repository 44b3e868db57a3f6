#!/usr/bin/env python3
"""samples/expected.json: what people read in the samples, against what the program found.

A test is one article and one property. known_misses.txt lists those that do
not hold yet, a line each as printed: one that is not listed fails, and so does
a listed one that holds, so that the list only gets shorter. UPDATE=1 writes it
anew: then review the diff.
"""
import glob
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import tap

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(tap.ROOT, 'samples')
KNOWN = os.path.join(HERE, 'known_misses.txt')
VARIANTS = str.maketrans({'’': "'", '‘': "'", '“': '"', '”': '"', '–': '-', '«': '"', '»': '"'})


def norm(text):
    return ' '.join((text or '').translate(VARIANTS).split())


def bare(text):
    return norm(text).strip('"\' ')


class Checks:
    def __init__(self):
        self.misses = {}
        self.total = 0

    def check(self, good, article, what, seen=None):
        self.total += 1
        if not good:
            self.misses[f'{article}: {what}'] = seen


def load(command, *args):
    status, out, err = tap.run(command, '--json', *args, cwd=os.path.join(SAMPLES, 'archive'))
    if status not in (0, 1):
        tap.result(False, f'dateline {command} runs', f'ended with {status}: {err.decode("utf-8", "replace")}')
        tap.done()
    return [json.loads(line) for line in out.splitlines()]


def check_head(c, f, want, got):
    for key in ('title', 'source', 'site', 'dateline', 'url'):
        if key in want:
            c.check(norm(got[key]) == norm(want[key]), f, key, got[key])
    c.check([norm(b) for b in got['byline']] == [norm(b) for b in want['byline']], f, 'byline', got['byline'])
    if want.get('lang'):
        c.check((got['lang'] or '').split('-')[0] == want['lang'].split('-')[0], f, 'lang', got['lang'])
    stated = got['date'] if got['date_basis'] != 'estimated' else None
    if isinstance(want['date'], str):
        c.check((stated or '').startswith(want['date']), f, 'date', got['date'])
        if 'date_basis' in want:
            c.check(got['date_basis'] == want['date_basis'], f, 'date basis', got['date_basis'])
    else:
        c.check(not stated or stated.startswith('--'), f, 'no date is stated', stated)


def check_body(c, f, want, got):
    text = got['text']
    pieces = {}
    for b in got['blocks']:
        pieces.setdefault(b['kind'], []).append(norm(text[b['start']:b['end']]))
    body = norm(' '.join(text[b['start']:b['end']] for b in got['blocks']
                         if b['kind'] not in ('caption', 'heading', 'standfirst')))
    first = norm(want['first'])
    if got['path'].endswith('.jsonl') and first in body[:len(first) + 60]:
        body = body[body.find(first):]  # the text is kept as it is given: with its dateline
    c.check(body.startswith(first), f, 'body begins', body[:90])
    c.check(body.endswith(norm(want['last'])), f, 'body ends', body[-90:])
    for kind, key in (('heading', 'headings'), ('caption', 'captions')):
        for w in want[key]:
            c.check(any(norm(w) in p for p in pieces.get(kind, [])), f, f'{kind} {w[:40]}', pieces.get(kind))
    if want.get('standfirst'):
        c.check(any(norm(want['standfirst']) in p for p in pieces.get('standfirst', [])), f, 'standfirst',
                pieces.get('standfirst'))
    for w in want['never']:
        c.check(norm(w) not in body, f, f'never {w[:40]}', body[max(0, body.find(norm(w)) - 30):][:90])


def check_quotes(c, f, want, got):
    have = [(bare(q['text']), norm(q['speaker']), q['kind']) for q in got['quotes'] if q['kind'] != 'reported']
    for q in want['quotes']:
        w = bare(q['text'])
        hits = [h for h in have if w in h[0] or (h[0] in w and len(h[0]) > .8 * len(w))]
        c.check(hits, f, f'quote {w[:50]}')
        if hits:
            c.check(any(norm(q['speaker']).lower() in h[1].lower() for h in hits), f, f'speaker of {w[:50]}',
                    [h[1] for h in hits])
    said = [bare(q['text']) for q in want['quotes']]
    extra = [h for h in have if h[2] in ('direct', 'block') and not any(h[0] in w or w in h[0] for w in said)]
    c.check(not extra, f, 'no quote that nobody said', extra[:3])


def check_links(c, expected):
    rounds = load('rounds', '.')
    where = {a: r['id'] for r in rounds for a in r['articles']}
    line = {r['id']: r['storyline'] for r in rounds}
    members = {r['id']: set(r['articles']) for r in rounds}
    for name, ids in zip(expected['round_names'], expected['rounds']):
        got = members.get(where.get(ids[0]), set())
        c.check(got == set(ids), 'round', name, f'missing {sorted(set(ids) - got)}, extra {sorted(got - set(ids))}')
    for single in expected['singles']:
        c.check(members.get(where.get(single)) == {single}, 'round', f'{single} stands alone',
                sorted(members.get(where.get(single), [])))
    for k, story in enumerate(expected['storylines']):
        lines = {line.get(where.get(expected['rounds'][r][0])) for r in story}
        c.check(len(lines) == 1, 'storyline', f'{k + 1} is one', sorted(map(str, lines)))
    related = {(r['id'], r['related']): r['kind'] for r in load('related', '.')}
    for copy in expected['copies']:
        a, b = copy['ids']
        c.check('copy' in (related.get((a, b)), related.get((b, a))), 'copy', f'{a} {b}', related.get((a, b)))


def articles(expected):
    """What the program says of each article; `show` where a sidecar has a word."""
    ids = [a['id'] for a in load('list', '.')]
    missing = sorted(set(expected['files']) - set(ids))
    tap.result(sorted(ids) == sorted(expected['files']), 'the ids are those of the samples',
               f'missing {missing}, extra {sorted(set(ids) - set(expected["files"]))}')
    files = sorted({i.split('#')[0] for i in ids if os.path.exists(os.path.join(SAMPLES, 'archive', i.split('#')[0]))}
                   | {os.path.relpath(f, os.path.join(SAMPLES, 'archive')) for f in glob.glob(
                       os.path.join(SAMPLES, 'archive', '*', '*.jsonl'))})
    found = {a['id']: a for a in load('extract', *files) if a['id'] in expected['files']}
    for i, want in expected['files'].items():
        if i in ids and 'sidecar' in want:
            found[i] = load('show', i, '.')[0]
    return found


def known_misses(misses):
    if tap.UPDATE:
        with open(KNOWN, 'w', encoding='utf-8') as f:
            f.write('# What samples/expected.json asks for and the program does not find yet.\n')
            f.writelines(miss + '\n' for miss in sorted(misses))
    if not os.path.exists(KNOWN):
        return set()
    with open(KNOWN, encoding='utf-8') as f:
        return {line.rstrip('\n') for line in f if line.strip() and not line.startswith('#')}


def main():
    with open(os.path.join(SAMPLES, 'expected.json'), encoding='utf-8') as f:
        expected = json.load(f)
    c = Checks()
    for name, got in articles(expected).items():
        want = expected['files'][name]
        check_head(c, name, want, got)
        check_body(c, name, want, got)
        check_quotes(c, name, want, got)
    check_links(c, expected)
    known = known_misses(c.misses)
    for miss in sorted(set(c.misses) - known):
        tap.result(False, miss, '' if c.misses[miss] is None else f'got {c.misses[miss]!r}'[:300])
    for miss in sorted(known - set(c.misses)):
        tap.result(False, miss, 'holds now: take it off tests/golden/known_misses.txt')
    held = c.total - len(c.misses)
    tap.result(True, f'{held} of {c.total} expectations hold')
    left = len(known & set(c.misses))
    if left:
        tap.skip(f'{left} known misses', 'they are in tests/golden/known_misses.txt')
    tap.done()


main()
