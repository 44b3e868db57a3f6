#!/usr/bin/env python3
"""How often two events of one kind are taken for one round.

usage: siblings.py BIN ROUNDS

BIN is the program, ROUNDS the folder that holds ecbplus/docs.jsonl and
gold.tsv. Two events are siblings when their names begin with the same number
("10ecb", "10ecbplus"): two fires, two trials, two signings. Counted are pairs
of articles that the program puts in one round: of one event (kept, should be
all) and of two siblings (merged, should be none). Both are means over all
pairs, so that large events weigh more.
"""

import itertools
import json
import re
import subprocess
import sys
from pathlib import Path


def rounds_of(binary, docs):
    """The round of each article."""
    run = subprocess.run(
        [binary, "rounds", "--json", str(docs)],
        stdout=subprocess.PIPE,
        check=True,
    )
    rounds = map(json.loads, run.stdout.decode().splitlines())
    return {a: r["id"] for r in rounds for a in r["articles"]}


def events_of(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t")[:2] for line in lines)


def topic(event):
    return re.match(r"\d*", event).group()


def count(rounds, events):
    """Pairs together and pairs in all, of one event and of two siblings."""
    same, siblings = [0, 0], [0, 0]
    for a, b in itertools.combinations(sorted(events), 2):
        if topic(events[a]) != topic(events[b]):
            continue
        pairs = same if events[a] == events[b] else siblings
        pairs[0] += rounds[a] == rounds[b]
        pairs[1] += 1
    return same, siblings


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder = Path(sys.argv[2]) / "ecbplus"
    same, siblings = count(
        rounds_of(sys.argv[1], folder / "docs.jsonl"),
        events_of(folder / "gold.tsv"),
    )
    for what, (n, of) in ("kept", same), ("merged", siblings):
        print(f"{what}\t{n}\t{of}\t{n / max(1, of):.4f}")


if __name__ == "__main__":
    main()
