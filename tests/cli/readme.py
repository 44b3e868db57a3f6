#!/usr/bin/env python3
"""The screens README.md shows are what the program prints (UPDATE=1 writes them).

A screen stands in the fence behind <!-- screen: NAME --> and is the one of
tests/screen/NAME.keys, which tests/screen/screens.py plays.
"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import tap

README = os.path.join(tap.ROOT, 'README.md')
SCREEN = re.compile(r'(<!-- screen: ([\w-]+) -->\n```text\n)(.*?)(?=```\n)', re.S)


def screen(match):
    path = os.path.join(tap.ROOT, 'tests', 'screen', match[2] + '.screen')
    with open(path, encoding='utf-8') as f:
        return match[1] + f.read()


with open(README, encoding='utf-8') as f:
    shown = f.read()
names = [m[2] for m in SCREEN.finditer(shown)]
tap.result(len(names) == shown.count('<!-- screen:') > 0, 'each screen of README.md is named', names)
tap.golden('the screens of README.md', README, SCREEN.sub(screen, shown))
tap.done()
