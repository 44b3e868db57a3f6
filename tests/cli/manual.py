#!/usr/bin/env python3
"""The manual pages and completions that are made from the program's tables.

They are made by `make doc`, beside the program.
"""
import os
import re
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import tap

MADE = os.path.dirname(os.environ['DATELINE'])
PAGES = ['dateline.1', 'dateline-config.5', 'dateline-keys.7', 'dateline-tutorial.7']
COMPLETE = '''source "$0"
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
_dateline 2>/dev/null
printf '%s\\n' "${COMPREPLY[@]}"
'''


def read(*path):
    with open(os.path.join(MADE, *path), encoding='utf-8') as f:
        return f.read()


def lint(page):
    if not shutil.which('mandoc'):
        tap.skip(f'mandoc takes {page}', 'mandoc is not installed')
        return
    done = subprocess.run(['mandoc', '-Tlint', '-W', 'warning', os.path.join(MADE, 'man', page)],
                          capture_output=True, text=True, check=False)
    tap.result(done.returncode == 0, f'mandoc takes {page}', done.stdout)


def pages():
    for page in PAGES:
        lint(page)
    shown = tap.run('--help')[1].decode()
    page = read('man', 'dateline.1')
    commands = [name for line in shown.split('prints:\n')[1].split('Text,')[0].splitlines()
                for name in (line[2:11].strip(), line[42:51].strip()) if name]
    missing = [name for name in commands if f'.It Cm {name}' not in page]
    tap.result(len(commands) >= 10 and not missing, 'dateline(1) has every command of --help', missing)
    shown = tap.run('--print-config')[1].decode()
    page = read('man', 'dateline-config.5')
    missing = [name for name in re.findall(r'^#(\w+) =', shown, re.M) if f'.It Va {name} ' not in page]
    tap.result(not missing, 'dateline-config(5) has every option of --print-config', missing)
    page = read('man', 'dateline-keys.7')
    tap.result('.It Ic \\&j Ic \\&Down Ic \\&\\(haN Pq Cm down Ar \\&[N]\n' in page, 'dateline-keys(7) has keys and names', page)


def completed(*words):
    done = subprocess.run(['bash', '-c', COMPLETE, os.path.join(MADE, 'completion', 'dateline.bash'), *words],
                          capture_output=True, text=True, check=False)
    return done.stdout.split()


def completions():
    for words, want in [(['dateline', 'sp'], ['speakers']),
                        (['dateline', '--theme', 'd'], ['dark']),
                        (['dateline', '--set', 'article.w'], ['article.width=']),
                        (['dateline', 'show', '--ra'], ['--raw']),
                        (['dateline', 'list', '--ra'], []),
                        (['dateline', 'show', 'x'], [])]:
        got = completed(*words)
        tap.result(got == want, 'bash completes ' + ' '.join(words), got)
    for shell, option, name in [('bash', '-n', 'dateline.bash'), ('zsh', '-n', '_dateline'), ('fish', '--no-execute', 'dateline.fish')]:
        if not shutil.which(shell):
            tap.skip(f'{shell} reads {name}', f'{shell} is not installed')
            continue
        done = subprocess.run([shell, option, os.path.join(MADE, 'completion', name)], capture_output=True, text=True, check=False)
        tap.result(done.returncode == 0, f'{shell} reads {name}', done.stderr)


pages()
completions()
tap.done()
