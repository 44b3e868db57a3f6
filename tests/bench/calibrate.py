#!/usr/bin/env python3
"""How often the speaker of a quote is right, by the confidence it was given.

usage: calibrate.py BIN SHARED [train|dev] [--mentions]

BIN is the program, SHARED the folder that holds tools/eval_quotes.py and
data/quotes. A quote counts when a gold attribution holds 80 % of what it
says, and is right when eval_quotes.speaker_ok() says so of its speaker; what
nobody said in gold counts as wrong in the last column only. Pronouns are
right when the pronoun was found: the gold does not say whom they mean
(doc/quotes.md has the shares judged by reading).
"""

import collections
import json
import subprocess
import sys
from pathlib import Path

KINDS = {
    "direct": "direct",
    "partial": "mixed",
    "block": "direct",
    "reported": "indirect",
}


def load(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def analyse(binary, gold):
    lines = "".join(
        json.dumps({"id": a["id"], "text": a["text"]}) + "\n" for a in gold
    )
    run = subprocess.run(
        [binary, "extract", "-"],
        input=lines.encode(),
        stdout=subprocess.PIPE,
        check=False,
    )
    out = [json.loads(line) for line in run.stdout.decode().splitlines()]
    return {a["id"]: a for a in out}


def letters(text, start, end):
    return {i for i in range(start, end) if text[i].isalnum()}


def index_of(article):
    """The attributions by character."""
    at = {}
    for attribution in article["attributions"]:
        for part in attribution["content"]:
            for i in range(part["start"], part["end"]):
                at.setdefault(i, attribution)
    return at


def attribution_of(article, at, quote):
    said = letters(article["text"], quote["start"], quote["end"])
    votes = collections.Counter(id(at[i]) for i in said if i in at)
    if not votes:
        return None
    best, count = votes.most_common(1)[0]
    if count < 0.8 * len(said):
        return None
    return next(a for a in at.values() if id(a) == best)


def mention_class(quote, text):
    mention = quote["mention"]
    if not mention:
        return "none"
    words = text[mention["start"] : mention["end"]].split()
    if len(words) == 1 and words[0].lower() in PRONOUNS:
        return "pronoun"
    capital = sum(w[:1].isupper() for w in words)
    return "name" if capital * 2 > len(words) else "description"


PRONOUNS = set("he she it they i we you who that which".split())


def judge(evaluate, article, at, quote):
    """True, False, or None when nobody said it in gold."""
    gold = attribution_of(article, at, quote)
    if gold is None or gold["source"] is None:
        return None
    text = article["text"]
    mention = quote["mention"]
    system = {"speaker": mention, "speaker_name": quote["speaker"]}
    return evaluate.speaker_ok(text, gold["source"], system)[1]


def show(title, bins):
    print(f"{title:24} {'quotes':>7} {'told %':>7} {'right %':>8} {'of all %':>9}")
    for key in sorted(bins, key=str):
        right, wrong, nobody = (bins[key][v] for v in (True, False, None))
        told = right + wrong
        share = 100 * right / told if told else 0.0
        print(
            f"{str(key):24} {told + nobody:7} "
            f"{100 * told / (told + nobody):7.1f} {share:8.1f} "
            f"{100 * right / (told + nobody):9.1f}"
        )


def main():
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    if len(args) < 2:
        sys.exit(__doc__)
    shared = Path(args[1])
    sys.path.insert(0, str(shared / "tools"))
    import eval_quotes  # pylint: disable=import-error

    part = args[2] if len(args) > 2 else "train"
    gold = load(shared / "data" / "quotes" / f"{part}.jsonl")
    found = analyse(args[0], gold)
    bins = collections.defaultdict(collections.Counter)
    for article in gold:
        at = index_of(article)
        for quote in found[article["id"]]["quotes"]:
            key = round(100 * quote["confidence"])
            if "--mentions" in sys.argv:
                key = f"{key} {mention_class(quote, article['text'])}"
            bins[key][judge(eval_quotes, article, at, quote)] += 1
    show("confidence", bins)


if __name__ == "__main__":
    main()
