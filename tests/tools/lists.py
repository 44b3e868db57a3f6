#!/usr/bin/env python3
"""The word lists of lang/: what their compiler does not see, and that it says
what is wrong with its files. A list is in byte order and NFC; a phrase that
stands in English or in lang/any, where every lookup goes on, stands in no other
language.
"""
import glob
import os
import subprocess
import sys
import tempfile
import unicodedata

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import tap

COMPILER = os.path.join(os.path.dirname(tap.PROGRAM), 'gen', 'mklexicon')
# A language whose pages are read as well as English ones has these.
PAGE_LISTS = ('by', 'caption', 'collective', 'furniture', 'join', 'language', 'month', 'note', 'orgword',
              'promo', 'published', 'stop', 'tail', 'updated', 'weekday')
PAGE_LANGUAGES = ('de', 'en', 'es', 'fr', 'it', 'pt')


def read(path):
    with open(path, encoding='utf-8', newline='') as f:
        return f.read()


def entries(path):
    return [line.split('\t')[0] for line in read(path).splitlines() if line and line[0] != '#']


def name_of(path):
    return os.path.splitext(os.path.basename(path))[0]


def bare(word):
    """As src/text/fold.c does, nearly: case, accents, apostrophes."""
    plain = unicodedata.normalize('NFD', word.casefold().replace('’', "'"))
    return ''.join(c for c in plain if not unicodedata.combining(c))


def phrase_lists():
    """The names in PHRASE_LISTS of lexicon_lists.h."""
    text = read(os.path.join(tap.ROOT, 'include/dateline/text/lexicon_lists.h'))
    body = text[text.index('#define PHRASE_LISTS'):]
    body = body[:body.index('/* end */')]
    return {line.split('(')[1].split(')')[0] for line in body.split('\n')[1:] if 'X(' in line}


def check_files(files):
    wrong = []
    for path in files:
        where, text = os.path.relpath(path, tap.ROOT), read(path)
        if text != unicodedata.normalize('NFC', text):
            wrong.append(f'{where}: not NFC')
        if not text.endswith('\n') or '\r' in text:
            wrong.append(f'{where}: lines do not end in one line feed each')
        words = [w.encode() for w in entries(path)]
        if path.endswith('.txt') and words != sorted(words):
            at = next(i for i, w in enumerate(words) if i and words[i - 1] > w)
            wrong.append(f'{where}: {words[at].decode()} stands behind {words[at - 1].decode()}')
    tap.result(not wrong, 'word lists are sorted and NFC', '\n'.join(wrong))


def check_dead(files):
    phrases, everywhere, wrong = phrase_lists(), {}, []
    for path in files:
        if path.split(os.sep)[-2] in ('en', 'any'):
            everywhere.setdefault(name_of(path), set()).update(map(bare, entries(path)))
    for path in files:
        language, name = path.split(os.sep)[-2], name_of(path)
        if language in ('en', 'any', 'html') or name not in phrases:
            continue
        wrong += [f'{language}/{name}: {w} stands in en or any' for w in entries(path)
                  if bare(w) in everywhere.get(name, ())]
    tap.result(not wrong, 'no phrase is said twice', '\n'.join(wrong))


def check_complete(files):
    there = {(path.split(os.sep)[-2], name_of(path)) for path in files}
    missing = [f'lang/{language}/{name}' for language in PAGE_LANGUAGES for name in PAGE_LISTS
               if (language, name) not in there]
    tap.result(not missing, 'six languages have all lists for pages', '\n'.join(missing))


def check_message(name, path, text, want, before=()):
    """What the compiler says of one file, read behind the file `before`."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for file, content in filter(None, (before, (path, text))):
            paths.append(os.path.join(folder, file))
            os.makedirs(os.path.dirname(paths[-1]), exist_ok=True)
            if content is not None:
                with open(paths[-1], 'w', encoding='utf-8') as f:
                    f.write(content)
        p = subprocess.run([COMPILER, *paths], capture_output=True, text=True, check=False)
        want = f'{paths[-1]}:{want}\n'
        tap.result(p.returncode == 1 and p.stderr == want, name, f'{p.stderr}is not\n{want}')


def check_messages():
    check_message('no list', 'xx/nonsense.txt', 'a\n', ' lexicon_lists.h has no list of this name')
    check_message('no name of a list', 'xx/stop.ini', 'a\n', ' not lang/<language>/<list>.txt or .tsv')
    check_message('no file', 'xx/stop.txt', None, ' cannot be opened')
    check_message('twice, folded', 'xx/stop.txt', '# words\nele\n\nélé\n',
                  '4: "élé" stands in this list already')
    check_message('white space', 'xx/stop.txt', 'a\nb \n', '2: an empty entry, or white space around it')
    check_message('too long', 'xx/tail.txt', 'a' * 81 + '\n', '1: longer than 80 bytes')
    check_message('a phrase', 'xx/stop.txt', 'as well\n', '1: a phrase in a list of words')
    check_message('a tab', 'xx/stop.txt', 'as\t1\n', '1: a tab in a list without values')
    check_message('no tab', 'xx/month.tsv', 'may\n', '1: no tab with a value behind it')
    check_message('no number', 'xx/month.tsv', 'may\tV\n', '1: no number from 1 to 255 behind the tab')
    check_message('another number', 'xx/weekday.tsv', 'lun\t1\nmar\t2\n',
                  '2: "mar" has the value 3 in another list', before=('xx/month.tsv', 'mar\t3\n'))
    check_message('no function', 'xx/function.tsv', 'by\tagent\nto\tnothing\n',
                  '2: no function is called "nothing"')
    check_message('no ending', 'xx/ending.tsv', 'ly\tadverb\ned\n', '2: not an ending, a tab and what it tells')
    check_message('no trait', 'xx/trait.txt', 'incise\nodd\n', '2: no trait is called "odd"')
    check_message('no columns', 'xx/verbs.tsv', 'say\tq\n',
                  '1: not lemma, frames, forms with tabs between them')
    check_message('no frame', 'xx/verbs.tsv', 'say\tqx\tsays\n', '1: no frame has the letter "x"')
    check_message('a form twice', 'xx/verbs.tsv', 'lie\tq\tlies lay\nlay\tq\tlay lays\n',
                  '2: "lay" is a form of "lie" already')
    check_message('no feature', 'xx/weights.tsv', 'odd\t0\t0\t1\n', '1: no feature is called "odd"')
    check_message('no value', 'xx/weights.tsv', 'end_next\tcomma\todd\t1\n', '1: no value "odd" here')
    check_message('no weight', 'xx/weights.tsv', 'end_next\tcomma\tname\t128\n',
                  '1: no weight from -127 to 127 in the last column')


def main():
    files = sorted(glob.glob(os.path.join(tap.ROOT, 'lang', '*', '*.t*')))
    check_files(files)
    check_dead(files)
    check_complete(files)
    check_messages()
    tap.done()


if __name__ == '__main__':
    main()
