#!/usr/bin/env python3
"""Messages in the reader's language; what programs read is the same in all."""
import os
import sys
import tempfile
import unicodedata

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import tap

LANGUAGES = ('de', 'fr')
ARCHIVE = 'samples/archive'


def run(language, *args, **more):
    status, out, err = tap.run(*args, env={'LANGUAGE': language, **more})
    return status, out.decode(), err.decode()


def check_help(language, first):
    """It has the lines of a screen of 80 columns, and its columns stand."""
    status, out, _ = run(language, '--help')
    lines = unicodedata.normalize('NFC', out).split('\n')
    wide = [line for line in lines if len(line) > 80]
    cells = [line for line in lines if line.startswith('  ') and line[40:42] not in ('  ', '') and line[39] != ' ']
    tap.result(status == 0 and lines[0].startswith(first) and not wide and not cells, f'help in {language}',
               '\n'.join(wide + cells))


def check_error(language, said):
    status, _, err = run(language, 'show', 'nothing', ARCHIVE)
    tap.result(status != 0 and err == said, f'an error in {language}', err)


def check_same(*args):
    """The output is the same bytes in all languages."""
    english = run('en', *args)[:2]
    others = [language for language in LANGUAGES if run(language, *args)[:2] != english]
    tap.result(not others and english[1], ' '.join(args[:-1]) + ' is the same in all languages', ' '.join(others))


def image_of(language):
    with tempfile.TemporaryDirectory() as cache:
        run(language, 'index', ARCHIVE, XDG_CACHE_HOME=cache)
        for folder, _, names in os.walk(cache):
            for name in names:
                if name.endswith('.image'):
                    with open(os.path.join(folder, name), 'rb') as f:
                        return f.read()
    return b''


def check_image():
    english = image_of('en')
    tap.result(english and all(image_of(language) == english for language in LANGUAGES),
               'an image is the same in all languages')


def check_kept():
    """Reasons are kept in the image in English, and translated where they are shown."""
    with tempfile.TemporaryDirectory() as folder:
        os.symlink('/nonexistent', os.path.join(folder, 'page.html'))
        for language, said in (('de', 'ist eine symbolische Verknüpfung, der nicht gefolgt wird; ihr Ziel angeben'),
                               ('fr', 'est un lien symbolique, qui n’est pas suivi ; nommer sa cible')):
            _, out, err = run(language, 'check', folder)
            tap.result(said in out, f'a reason in {language}', out + err)


def main():
    os.chdir(tap.ROOT)
    check_help('de', 'Aufruf: dateline')
    check_help('fr', 'usage : dateline')
    check_error('de', 'dateline: kein Artikel hat die ID „nothing“\n')
    check_error('fr', 'dateline: aucun article n’a l’id « nothing »\n')
    status, out, err = run('de', 'search', '"open', ARCHIVE)
    tap.result(status == 2 and 'das Anführungszeichen wird nie geschlossen' in err, 'a wrong query in de', err)
    status, out, err = run('de', '--set', 'ui.language=fr', 'show', 'nothing', ARCHIVE)
    tap.result('aucun article' in err, 'ui.language goes before the environment', err)
    status, out, err = tap.run('show', 'nothing', ARCHIVE, env={'LANGUAGE': 'de', 'LC_ALL': 'C'})
    tap.result(b'there is no article' in err, 'the locale C is English', err)
    check_same('related', '--json', ARCHIVE)
    check_same('speakers', '--json', ARCHIVE)
    check_same('rounds', '--json', ARCHIVE)
    check_same('list', '--csv', ARCHIVE)
    check_same('list', '--tsv', ARCHIVE)
    check_same('stats', '--json', ARCHIVE)
    check_same('sources', '--opml', ARCHIVE)
    check_same('extract', ARCHIVE)
    check_same('--print-config', ARCHIVE)
    check_image()
    check_kept()
    tap.done()


main()
