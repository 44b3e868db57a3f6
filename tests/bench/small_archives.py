#!/usr/bin/env python3
"""Rounds in small archives, most of whose events have one article.

usage: small_archives.py BIN ROUNDS [DRAWS]

BIN is the program, ROUNDS the folder that holds the labelled sets. Each draw
(48 unless told, the same ones always) is an archive of 15 to 300 articles, or
of what there is, from one set or from all: 6 of 10 events give one article,
the others all they have. Printed are each draw and the means of B-cubed
precision, recall and F1 over the draws.
"""

import collections
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

SETS = ("basil", "groundnews", "ecbplus", "allsides")
SMALLEST, LARGEST = 15, 300
ALONE = 0.6


def load(folder):
    """The articles of each event, as lines of JSON by id."""
    lines = (folder / "gold.tsv").read_text(encoding="utf-8").splitlines()
    gold = dict(line.split("\t")[:2] for line in lines)
    events = collections.defaultdict(dict)
    with open(folder / "docs.jsonl", encoding="utf-8") as docs:
        for line in docs:
            name = json.loads(line)["id"]
            if name in gold:
                events[(folder.name, gold[name])][name] = line
    return events


def draw(rng, events):
    """An archive: its lines and the event of each article."""
    size = SMALLEST * (LARGEST / SMALLEST) ** rng.random()
    docs, gold = [], {}
    order = sorted(events)
    rng.shuffle(order)
    for event in order:
        names = sorted(events[event])
        if rng.random() < ALONE:
            names = [rng.choice(names)]
        docs += [events[event][name] for name in names]
        gold |= dict.fromkeys(names, event)
        if len(gold) >= size:
            break
    return docs, gold


def rounds_of(binary, docs):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as archive:
        archive.writelines(docs)
        archive.flush()
        run = subprocess.run(
            [binary, "rounds", "--json", archive.name],
            stdout=subprocess.PIPE,
            check=True,
        )
    rounds = map(json.loads, run.stdout.decode().splitlines())
    return {a: r["id"] for r in rounds for a in r["articles"]}


def score(rounds, gold):
    """B-cubed precision, recall and F1 (Bagga and Baldwin 1998)."""
    both = collections.Counter((rounds[a], gold[a]) for a in gold)
    found = collections.Counter(rounds[a] for a in gold)
    wanted = collections.Counter(gold.values())
    p = sum(n * n / found[r] for (r, _), n in both.items()) / len(gold)
    r = sum(n * n / wanted[e] for (_, e), n in both.items()) / len(gold)
    return p, r, 2 * p * r / (p + r)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    draws = int(sys.argv[3]) if len(sys.argv) == 4 else 48
    sets = [load(Path(sys.argv[2]) / name) for name in SETS]
    every = {k: v for events in sets for k, v in events.items()}
    total = [0, 0, 0]
    for k in range(draws):
        source = every if k // len(sets) % 2 else sets[k % len(sets)]
        docs, gold = draw(random.Random(k), source)
        got = score(rounds_of(sys.argv[1], docs), gold)
        total = [a + b for a, b in zip(total, got)]
        name = "all" if source is every else SETS[k % len(sets)]
        print(f"{k}\t{name}\t{len(gold)}\t{got[2]:.4f}")
    print("mean", *(f"{t / draws:.4f}" for t in total), sep="\t")


if __name__ == "__main__":
    main()
