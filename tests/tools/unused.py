#!/usr/bin/env python3
"""Functions that headers declare and that nobody calls: the program, its tools, benchmarks and fuzzers; unit tests do
not count.
"""
import collections
import glob
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import tap

HEADERS = ('include/dateline/*/*.h', 'src/*/*.h')
SOURCES = ('src/*.c', 'src/*/*.c', 'lang/*.c', 'themes/*.c', 'doc/*.c', 'tests/bench/*.[ch]', 'tests/fuzz/*.[ch]')
# What is no code: comments, strings, includes.
NO_CODE = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|^\s*#\s*include[^\n]*', re.S | re.M)
MACRO = re.compile(r'^\s*#\s*define(?:[^\n]*\\\n)*[^\n]*', re.M)
BODY = re.compile(r'\{[^{}]*\}')
PROTOTYPE = re.compile(r'\b([a-z]\w+)\s*\([^()]*(?:\([^()]*\)[^()]*)*\)\s*(?:PRINTF_LIKE\([^)]*\))?\s*;')
WORD = re.compile(r'\b[a-z_]\w+\b')


def read(patterns):
    texts = {}
    for pattern in patterns:
        for path in glob.glob(os.path.join(tap.ROOT, pattern)):
            with open(path, encoding='utf-8') as f:
                texts[path] = NO_CODE.sub(' ', f.read())
    return texts


def prototypes(text):
    text, bodies = MACRO.sub(' ', text), 1
    while bodies:
        text, bodies = BODY.subn(' ', text)
    return set(PROTOTYPE.findall(text))


def main():
    headers = read(HEADERS)
    uses = collections.Counter(
        word for text in (*headers.values(), *read(SOURCES).values()) for word in WORD.findall(text))
    # Declared once, defined once.
    idle = [f'{os.path.relpath(path, tap.ROOT)}: {name}'
            for path, text in sorted(headers.items()) for name in sorted(prototypes(text)) if uses[name] < 3]
    tap.result(not idle, 'what headers declare is called', '\n'.join(idle))
    tap.done()


main()
