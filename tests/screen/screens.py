#!/usr/bin/env python3
"""Plays NAME.keys and compares the screen with NAME.screen (UPDATE=1 writes it).

A .keys file holds `name: value` lines: size (80x24), now (a day), archive (in
the project; samples/archive), keys (several lines are played one after the
other), options (more arguments), language (of messages). Lines that start with '#' say what it shows.
"""
import glob
import os
import shlex
import sys
import unicodedata

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import tap

HERE = os.path.dirname(os.path.abspath(__file__))


def read_script(path):
    script = {'size': '80x24', 'now': '2019-06-01', 'archive': 'samples/archive', 'keys': '', 'options': '', 'language': 'en'}
    with open(path, encoding='utf-8') as f:
        for number, line in enumerate(f, 1):
            if not line.strip() or line.startswith('#'):
                continue
            key, colon, value = line.partition(':')
            if not colon or key not in script:
                sys.exit(f'{path}:{number}: none of {", ".join(script)}')
            value = value.strip()
            script[key] = script[key] + ' ' + value if key == 'keys' and script[key] else value
    return script


def width(line):
    wide = sum(unicodedata.east_asian_width(c) in 'WF' for c in line)
    return len(line) + wide - sum(unicodedata.category(c) in ('Mn', 'Me', 'Cf') for c in line)


def problems(screen, size):
    """What no screen may show, whatever it is."""
    columns, rows = map(int, size.split('x'))
    lines = screen.split('\n')
    if len(lines) != rows + 1 or lines[-1]:
        yield f'{len(lines) - 1} lines on a screen of {rows}'
    for line in lines:
        if width(line) > columns:
            yield f'longer than {columns}: {line}'
        if line != line.rstrip(' '):
            yield f'trailing blanks: {line!r}'


def main():
    os.chdir(tap.ROOT)
    for path in sorted(glob.glob(os.path.join(HERE, '*.keys'))):
        name = os.path.basename(path)[:-len('.keys')]
        s = read_script(path)
        status, out, err = tap.run('--keys', s['keys'], '--size', s['size'], '--now', s['now'],
                                   *shlex.split(s['options']), s['archive'], env={'LANGUAGE': s['language']})
        screen = out.decode('utf-8', 'replace')
        wrong = list(problems(screen, s['size']))
        if status != 0 or err:
            wrong.append(f'ended with {status}: {err.decode("utf-8", "replace")}')
        if wrong:
            tap.result(False, name, '\n'.join(wrong))
        else:
            tap.golden(name, path[:-len('keys')] + 'screen', screen)
    tap.done()


main()
