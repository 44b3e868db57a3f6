#!/usr/bin/env python3
"""What the program says goes through the message catalogue (base/message.h):
texts for readers are in _(), and the catalogues of po/ are whole and current.
"""
import glob
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import tap

# Where a text is given that readers see. In these layers errors may be kept in
# an image, which is the same in all languages: they are translated where shown.
TELLING = re.compile(r'\b(app_say|app_refuse|app_complain|err_set|safe_printf|rows_add_heading|begin_section'
                     r'|buf_add|buf_add_f|printf)\s*\(')
KEPT = ('base', 'text', 'doc', 'input', 'analyse', 'store')
LAYERS = {'app_say', 'app_refuse', 'app_complain', 'rows_add_heading', 'begin_section', 'err_set', 'safe_printf'}
LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.S)
CONVERSION = re.compile(r'%[-+ #0-9.*]*(?:hh|h|ll|l|z|j)?[a-zA-Z%]|\\.')
# What the sources have now; the Makefile makes it.
POT = 'build/dateline.pot'
# Written for the program itself, which reads it again.
OWN = ('src/view/place.c', 'src/view/positions.c')
TRANSLATED = re.compile(r'\b(?:_|N_|MSG|message_many)\s*\($')


def arguments(text, start):
    """The text between the bracket at start and its own end."""
    depth, i = 0, start
    while i < len(text):
        literal = LITERAL.match(text, i)
        if literal:
            i = literal.end()
            continue
        depth += {'(': 1, ')': -1}.get(text[i], 0)
        i += 1
        if depth == 0:
            break
    return text[start + 1:i - 1]


def untranslated(call):
    """Literals with a word that is in no brackets of the catalogue's."""
    opened, last = [], 0
    for literal in LITERAL.finditer(call):
        between = call[last:literal.start()]
        for at, c in enumerate(between):
            if c == '(':
                opened.append(bool(TRANSLATED.search(between[:at + 1])))
            elif c == ')' and opened:
                opened.pop()
        last = literal.end()
        words = CONVERSION.sub('', literal.group()[1:-1]).replace('dateline', '')
        if not any(opened) and re.search(r'[A-Za-z]{3} [A-Za-z]{2}', words):
            yield literal.group()


def escapes(path):
    with open(path, encoding='utf-8') as f:
        text = COMMENT.sub(lambda m: re.sub(r'[^\n]', ' ', m.group()), f.read())
    layer = path.split('/')[1]
    for call in TELLING.finditer(text):
        if layer in KEPT and call.group(1) != 'app_say':
            continue
        if call.group(1) not in LAYERS and layer not in ('view', 'term'):
            continue
        for literal in untranslated(arguments(text, call.end() - 1)):
            yield f'{path}:{text.count(chr(10), 0, call.start()) + 1}: {literal}'


def messages(path):
    """Plural forms and all, without what is a comment or a header."""
    out = subprocess.run(['msgcat', '--no-wrap', '--sort-output', path], capture_output=True, text=True, check=True)
    return {m for m in re.findall(r'^msgid(?:_plural)? (".*")$', out.stdout, re.M) if m != '""'}


def whole(path):
    check = subprocess.run(['msgfmt', '--check', '--statistics', '-o', os.devnull, path],
                           capture_output=True, text=True, check=False)
    missing = messages(POT) - messages(path)
    said = check.stderr + '\n'.join(sorted(missing))
    good = check.returncode == 0 and not missing and not re.search(r'fuzzy|untranslated', check.stderr)
    tap.result(good, f'{path} is whole', said + '\nmake po brings it up to date')


def main():
    os.chdir(tap.ROOT)
    found = [e for path in sorted({*glob.glob('src/*/*.c'), 'src/main.c'} - {*OWN}) for e in escapes(path)]
    tap.result(not found, 'what readers are told is in _()', '\n'.join(found))
    for path in sorted(glob.glob('po/*.po')):
        whole(path)
    tap.done()


main()
