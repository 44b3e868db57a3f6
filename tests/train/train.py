#!/usr/bin/env python3
"""train.py DUMP_CUES GOLD.jsonl [--held]: learns lang/en/weights.tsv (on stdout)
from articles whose attributions are known, {"id", "text", "attributions": [{"kind",
"cue", "content"}]}: log-linear models of where what a verb reports starts and ends
(AdaGrad: Duchi et al. 2011; averaged: Collins 2002), in whole numbers. The same input gives the same weights.
With --held a fifth of the articles, by a hash of their ids, is left out.
"""
import collections
import hashlib
import json
import math
import random
import subprocess
import sys
import tempfile

EPOCHS = 4
RATE = .5
SEEN = 20  # candidates a weight must have told apart
ONE = 16  # WEIGHT_ONE
ACCEPT, ACCEPT_ALONE = 28, 48  # percent


class Article:
    """Offsets as counts of letters and digits: marks and spaces at edges are nothing."""

    def __init__(self, gold, dump):
        count, self.letters = 0, []
        for c in gold['text']:
            self.letters += [count] * len(c.encode())
            count += c.isalnum()
        self.letters.append(count)
        self.cues = dump['cues']
        chars = [0]
        for c in gold['text']:
            chars.append(chars[-1] + c.isalnum())
        self.attributions = []
        for a in gold['attributions']:
            cue = a['cue'] and (chars[a['cue']['start']], chars[a['cue']['end']])
            spans = [(chars[c['start']], chars[c['end']]) for c in a['content']]
            self.attributions.append((a['kind'], cue, spans))

    def span(self, start, end):
        return self.letters[start], self.letters[end]


def articles(program, path):
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as f:
        golds = [json.loads(line) for line in open(path, encoding='utf-8')]
        for g in golds:
            f.write(json.dumps({'id': g['id'], 'text': g['text']}, ensure_ascii=False) + '\n')
        f.flush()
        dump = subprocess.run([program, f.name], check=True, capture_output=True, text=True).stdout.splitlines()
    names, found = json.loads(dump[0]), []
    for g, line in zip(golds, dump[1:]):
        d = json.loads(line)
        size = len(g['text'].encode())
        if d['bytes'] in (size, len(g['text'].rstrip().encode())):
            found.append((g['id'], Article(g, d)))
    return names, found


def is_held(name):
    return int(hashlib.md5(name.encode()).hexdigest(), 16) % 5 == 0


def own_spans(article, first, end):
    """What the attributions of this cue hold; all, when nobody marked the cue."""
    kinds, spans = set(), []
    for kind, cue, content in article.attributions:
        if cue and first < cue[1] and cue[0] < end:
            kinds.add(kind)
            spans += content
    if not kinds:
        spans = [s for kind, _, content in article.attributions if kind != 'direct' for s in content]
    return kinds, spans


def front_example(article, cue, kinds, spans, none):
    candidates = cue[2]
    right = {i for i, c in enumerate(candidates) if article.span(c[0], c[1]) in spans}
    first = article.letters[cue[0]]
    if not right and kinds and any(end <= first for _, end in spans):
        return None  # no candidate is right
    return [c[2:] for c in candidates] + [[none]], right or {len(candidates)}


def behind_examples(article, cue, kinds, spans, none):
    candidates, starts, ends = cue[3], {}, []
    for i, (c, _) in enumerate(candidates):
        for s in spans:
            if 'direct' not in kinds and article.letters[c[0]] == s[0]:
                starts[i] = s
    if not starts and kinds and 'direct' not in kinds and any(s >= article.letters[cue[1]] for s, _ in spans):
        return None, []
    for i, s in starts.items():
        right = {k for k, c in enumerate(candidates[i][1]) if article.letters[c[1]] == s[1]}
        if right:
            ends.append(([c[2:] for c in candidates[i][1]], right))
    return ([c[2:] for c, _ in candidates] + [[none]], set(starts) or {len(candidates)}), ends


def examples(found, offsets):
    starts, ends, fronts = [], [], []
    for _, a in found:
        for cue in a.cues:
            kinds, spans = own_spans(a, *a.span(cue[0], cue[1]))
            if cue[2] and 'direct' not in kinds:
                fronts.append(front_example(a, cue, kinds, spans, offsets['front_none']))
            if cue[3]:
                start, end = behind_examples(a, cue, kinds, spans, offsets['start_none'])
                starts.append(start)
                ends += end
    return [list(filter(None, e)) for e in (starts, ends, fronts)]


def learn(data, weights):
    seen = collections.Counter(f for candidates, _ in data for c in candidates for f in c)
    data = [([[f for f in c if seen[f] >= SEEN] for c in candidates], right) for candidates, right in data]
    squares, order, rnd = collections.defaultdict(float), list(range(len(data))), random.Random(1)
    sums, now = collections.defaultdict(float), 0
    for _ in range(EPOCHS):
        rnd.shuffle(order)
        for k in order:
            now += 1
            candidates, right = data[k]
            scores = [sum([weights[f] for f in c]) for c in candidates]
            top = max(scores)
            likely = [math.exp(s - top) for s in scores]
            total, good = sum(likely), sum(likely[i] for i in right)
            for i, c in enumerate(candidates):
                step = (likely[i] / good if i in right else 0) - likely[i] / total
                if abs(step) < 1e-3:
                    continue
                for f in c:
                    squares[f] += step * step
                    change = RATE * step / math.sqrt(.1 + squares[f])
                    weights[f] += change
                    sums[f] += now * change
    for f in sums:
        weights[f] -= sums[f] / (now + 1)


def value_name(names, kind, value):
    return str(value) if kind == 0 else names['classes' if kind == 1 else 'verbs'][value]


def rows(names, weights):
    yield 'accept', '0', '0', ACCEPT
    yield 'accept_alone', '0', '0', ACCEPT_ALONE
    for name, offset, a_kind, a_size, b_kind, b_size in names['features']:
        for index in range(offset, offset + a_size * b_size):
            weight = max(-127, min(127, round(weights.get(index, 0) * ONE)))
            if weight:
                a, b = divmod(index - offset, b_size)
                yield name, value_name(names, a_kind, a), value_name(names, b_kind, b), weight


def main():
    names, found = articles(sys.argv[1], sys.argv[2])
    if '--held' in sys.argv:
        found = [a for a in found if not is_held(a[0])]
    weights = collections.defaultdict(float)
    for data in examples(found, {f[0]: f[1] for f in names['features']}):
        learn(data, weights)
    print('# feature\tvalue\tvalue\tweight: made by tests/train/train.py; see doc/quotes.md')
    for row in rows(names, weights):
        print(*row, sep='\t')


if __name__ == '__main__':
    main()
