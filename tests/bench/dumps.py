#!/usr/bin/env python3
"""dumps.py FOLDER [SET ...] [--errors N] [--keep DIR]: how well articles are found in page dumps.

Dumps the pages of ../shared/data/extract/SET (trafilatura) with w3m and lynx into FOLDER, once, and has
../shared/tools/bench.py score them with the gold of the pages themselves. FOLDER/w3m and FOLDER/lynx are data
folders of bench.py. Nothing is fetched: both browsers get the page on standard input.
"""
import concurrent.futures
import gzip
import os
import re
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import tap

BROWSERS = {
    'w3m': 'w3m -dump -T text/html -I UTF-8 -O UTF-8 -cols 80',
    'lynx': 'lynx -dump -nolist -force_html -stdin -localhost -width=80 -assume_charset=utf-8 -display_charset=utf-8',
}
BENCH = os.path.join(tap.SHARED, 'tools/bench.py')
DATA = os.path.join(tap.SHARED, 'data/extract')
SECONDS = 60  # for one page
DECLARED = re.compile(rb'charset\s*=\s*["\']?([\w-]+)', re.I)


def utf8(page):
    """The page in UTF-8, and declared so: by what it says, else by what it can be."""
    said = DECLARED.search(page[:4096])
    for charset in ('utf-8', said and said.group(1).decode(), 'cp1252'):
        try:
            text = page.decode(charset)
            break
        except (LookupError, TypeError, UnicodeDecodeError):
            continue
    else:
        text = page.decode('cp1252', 'replace')
    return DECLARED.sub(b'charset=utf-8', text.encode())


def dump(browser, page, out):
    if os.path.exists(out):
        return
    with (gzip.open if page.endswith('.gz') else open)(page, 'rb') as f:
        text = utf8(f.read())
    got = subprocess.run(BROWSERS[browser].split(), input=text, capture_output=True, timeout=SECONDS,
                         env=dict(tap.clean_environment(), LC_ALL='C.UTF-8'), check=True).stdout
    with open(out + '.tmp', 'wb') as f:
        f.write(got)
    os.rename(out + '.tmp', out)


def dump_set(browser, name, folder):
    """FOLDER as bench.py wants it: extract/SET/pages, and the gold, which stays where it is."""
    pages, to = os.path.join(DATA, name, 'pages'), os.path.join(folder, 'extract', name)
    gold = os.path.join(to, 'gold.jsonl')
    os.makedirs(os.path.join(to, 'pages'), exist_ok=True)
    if not os.path.islink(gold):
        os.symlink(os.path.join(DATA, name, 'gold.jsonl'), gold)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for done in [pool.submit(dump, browser, os.path.join(pages, page),
                                 os.path.join(to, 'pages', page.split('.')[0]))
                     for page in sorted(os.listdir(pages))]:
            done.result()


def main():
    args = sys.argv[2:]
    at = next((i for i, a in enumerate(args) if a.startswith('--')), len(args))
    sets, options = args[:at] or ['trafilatura'], args[at:]
    if not os.path.exists(BENCH):
        return print('dumps     skipped: ../shared is not beside the project')
    for browser in BROWSERS:
        folder = os.path.join(os.path.abspath(sys.argv[1]), browser)
        if not shutil.which(browser):
            print(f'dumps     skipped: {browser} is not installed')
            continue
        for name in sets:
            dump_set(browser, name, folder)
            print(f'## {browser} dumps of {name}', flush=True)
            subprocess.run([sys.executable, BENCH, 'extract', tap.PROGRAM, name, '--data', folder, *options],
                           check=True)
    return None


main()
