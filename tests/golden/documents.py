#!/usr/bin/env python3
"""What `extract` makes of each file of samples/archive, against documents/NAME.json.

UPDATE=1 writes what differs anew: then review the diff.
"""
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import tap

ARCHIVE = os.path.join(tap.ROOT, 'samples', 'archive')
DOCUMENTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'documents')


def sample_files():
    for path, folders, names in os.walk(ARCHIVE):
        folders.sort()
        for name in sorted(names):
            if name != 'archive.ini':
                yield os.path.relpath(os.path.join(path, name), ARCHIVE)


def pretty(output):
    """An article a JSON object, in the program's order of keys, ranges on one line."""
    text = json.dumps([json.loads(line) for line in output.splitlines()], indent=1, ensure_ascii=False)
    for key in ('start', 'end', 'kind'):
        text = text.replace(f'\n      "{key}"', f' "{key}"').replace(f'\n    "{key}"', f' "{key}"')
    return text.replace('\n   }', ' }') + '\n'


def main():
    wanted = set()
    for name in sample_files():
        path = os.path.join(DOCUMENTS, name.replace('/', '__') + '.json')
        wanted.add(os.path.basename(path))
        status, out, err = tap.run('extract', name, cwd=ARCHIVE)
        if status != 0:
            tap.result(False, name, f'extract ended with {status}: {err.decode("utf-8", "replace")}')
            continue
        tap.golden(name, path, pretty(out.decode('utf-8')))
    left = sorted(set(os.listdir(DOCUMENTS)) - wanted)
    tap.result(not left, 'no golden document without its sample', '\n'.join(left))
    tap.done()


main()
