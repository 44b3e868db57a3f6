#!/usr/bin/env python3
"""Sizes: functions, parameters, files. The limits that clang-tidy does not know
(median, files) and those that it does, without needing it. Relies on the
brace style that clang-format keeps: a function's braces stand in column 1.
"""
import glob
import os
import re
import statistics
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import tap

FUNCTION_MAX, FUNCTION_MEDIAN, FUNCTION_P95 = 60, 15, 50
FILE_MAX, PARAMETERS_MAX = 800, 5


def signature(lines, brace):
    """First line and text of what stands before the brace in column 1."""
    i = brace
    while i > 0 and re.match(r'[\w\s*]', lines[i - 1][:1]) and not lines[i - 1].endswith((';', '}')):
        i -= 1
    return i, ' '.join(lines[i:brace])


def functions(path):
    """(name, lines of the body, parameters) of each function."""
    with open(path, encoding='utf-8') as f:
        lines = f.read().split('\n')
    for brace in (i for i, line in enumerate(lines) if line == '{'):
        _, head = signature(lines, brace)
        m = re.search(r'(\w+)\s*\((.*)\)', head)
        if not m:
            continue
        end = lines.index('}', brace)
        parameters = 0 if m[2].strip() in ('', 'void') else m[2].count(',') + 1
        yield m[1], end - brace - 1, parameters


def main():
    lengths, wrong = [], []
    pattern = os.path.join(tap.ROOT, '{}', '**', '*.[ch]')
    files = sorted(p for folder in ('src', 'include', 'lang', 'tests')
                   for p in glob.glob(pattern.format(folder), recursive=True))
    for path in files:
        name = os.path.relpath(path, tap.ROOT)
        with open(path, encoding='utf-8') as f:
            n = f.read().count('\n')
        if n > FILE_MAX:
            wrong.append(f'{name}: {n} lines, at most {FILE_MAX}')
        for function, length, parameters in functions(path):
            if name.startswith('src/'):
                lengths.append(length)
            if length > FUNCTION_MAX:
                wrong.append(f'{name}: {function}() has {length} lines, at most {FUNCTION_MAX}')
            if parameters > PARAMETERS_MAX:
                wrong.append(f'{name}: {function}() has {parameters} parameters, at most {PARAMETERS_MAX}')
    median = statistics.median(lengths)
    p95 = sorted(lengths)[len(lengths) * 95 // 100]
    tap.result(not wrong, 'functions and files are within their limits', '\n'.join(wrong))
    tap.result(median <= FUNCTION_MEDIAN and p95 <= FUNCTION_P95,
               f'functions of src/: {len(lengths)}, median {median:g} lines, 95 % within {p95}')
    tap.done()


main()
