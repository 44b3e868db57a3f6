#!/usr/bin/env python3
"""What `extract` makes of a file, against the golden document NAME.json.

samples/archive is the archive of the manual. pages/ holds one page of each kind
that extractors are known to get wrong, named after it and its language; their
documents tell what is in which kind of block, and leave who said it to others.
quotes/ holds a page of each form in which words are set down; its documents
tell who says what.
UPDATE=1 writes what differs anew: then review the diff.
"""
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import tap

HERE = os.path.dirname(os.path.abspath(__file__))


def input_files(archive):
    for path, folders, names in os.walk(archive):
        folders.sort()
        for name in sorted(names):
            if name != 'archive.ini':
                yield os.path.relpath(os.path.join(path, name), archive)


def whole(article):
    return article


def outline(article):
    """The article with its blocks and quotes as lines to read."""
    text = article.pop('text')
    article['blocks'] = [f'{b["kind"]}: {text[b["start"]:b["end"]]}' for b in article['blocks']]
    article['quotes'] = [f'{q["kind"]}: {q["text"]}' for q in article['quotes'] if q['kind'] != 'reported']
    return article


def sayings(article):
    """Who says what, as lines to read."""
    return {'title': article['title'], 'quotes': [f'{q["kind"]} | {q["speaker"]} ({q["speaker_kind"] or "nobody"}) | {q["text"]}' for q in article['quotes']]}


FOLDERS = ((os.path.join(tap.ROOT, 'samples', 'archive'), 'documents', whole),
           (os.path.join(HERE, 'pages'), 'page_documents', outline),
           (os.path.join(HERE, 'quotes'), 'quote_documents', sayings))


def pretty(found):
    """In the program's order of keys, ranges on one line."""
    text = json.dumps(found, indent=1, ensure_ascii=False)
    for key in ('start', 'end', 'kind'):
        text = text.replace(f'\n      "{key}"', f' "{key}"').replace(f'\n    "{key}"', f' "{key}"')
    return text.replace('\n   }', ' }') + '\n'


def check_folder(archive, documents, view):
    wanted = set()
    for name in input_files(archive):
        path = os.path.join(documents, name.replace('/', '__') + '.json')
        wanted.add(os.path.basename(path))
        status, out, err = tap.run('extract', name, cwd=archive)
        complaints = err.decode('utf-8', 'replace')
        if status not in (0, 1):
            tap.result(False, name, f'extract ended with {status}: {complaints}')
            continue
        articles = [view(json.loads(line)) for line in out.decode('utf-8').splitlines()]
        tap.golden(name, path, pretty(articles + complaints.splitlines()))
    left = sorted(set(os.listdir(documents)) - wanted)
    tap.result(not left, f'no document without its input in {os.path.basename(documents)}', '\n'.join(left))


def main():
    for archive, documents, view in FOLDERS:
        check_folder(archive, os.path.join(HERE, documents), view)
    tap.done()


main()
