#!/usr/bin/env python3
"""Who said what in the articles of languages/: French, German and Spanish.

NAME.expected holds a line for each thing said, as a person read it before the
program did: the speaker (a part of the name is enough), a tab, words of what
was said. NAME.golden is all that the program finds; UPDATE=1 writes it anew.
A line that does not hold stands in languages/known_misses.txt.
"""
import glob
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import tap

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'languages')
KNOWN = os.path.join(FOLDER, 'known_misses.txt')


def lines(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding='utf-8') as f:
        return [line.rstrip('\n') for line in f if line.strip() and not line.startswith('#')]


def check(name):
    """The lines of one article that do not hold, and how many it has."""
    status, out, err = tap.run('extract', '--json', name + '.txt', cwd=FOLDER)
    if not tap.result(status == 0, f'extract {name}', err.decode('utf-8', 'replace')):
        return [], 0
    found = [(q['kind'], q['speaker'] or '-', ' '.join(q['text'].split())) for q in json.loads(out)['quotes']]
    tap.golden(name, os.path.join(FOLDER, name + '.golden'), ''.join('\t'.join(q) + '\n' for q in found))
    want = [line.split('\t') for line in lines(os.path.join(FOLDER, name + '.expected'))]
    return [f'{name}: {who}: {words}' for who, words in want
            if not any(words in text and who in speaker for _, speaker, text in found)], len(want)


def main():
    misses, total = [], 0
    for path in sorted(glob.glob(os.path.join(FOLDER, '*.txt'))):
        if path != KNOWN:
            missed, n = check(os.path.splitext(os.path.basename(path))[0])
            misses += missed
            total += n
    if tap.UPDATE:
        with open(KNOWN, 'w', encoding='utf-8') as f:
            f.write('# What the .expected files ask for and the program does not find yet.\n')
            f.writelines(miss + '\n' for miss in misses)
    known = set(lines(KNOWN))
    for miss in misses:
        if miss not in known:
            tap.result(False, miss)
    for miss in sorted(known - set(misses)):
        tap.result(False, miss, 'holds now: take it off known_misses.txt')
    tap.result(True, f'{total - len(misses)} of {total} things said have their speaker')
    tap.done()


main()
