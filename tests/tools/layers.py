#!/usr/bin/env python3
"""The layers as data: who may include whom, and which library. A breach fails."""
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import tap

# Each may include itself and what stands before it; term and cli not one another.
ORDER = ['base', 'text', 'config', 'state', 'doc', 'input', 'analyse', 'store', 'export', 'view', 'term', 'cli']
APART = {('term', 'cli'), ('cli', 'term')}

# Headers of libraries, and the folders of src/ that may include them.
LIBRARIES = [
    (r'uni(case|conv|ctype|gbrk|lbrk|name|norm|regex|stdio|str|types|wbrk|width)\.h', {'text'}),
    (r'iconv\.h', {'text'}),
    (r'hyphen\.h', {'text'}),
    (r'libxml/.*|jansson\.h|zlib\.h', {'input'}),
    (r'jansson\.h', {'input', 'export', 'cli'}),
    (r'(iniparser/)?(iniparser|dictionary)\.h', {'config'}),
    (r'(ncursesw?/)?(n?curses|term|panel|menu|form)\.h', {'term'}),
    (r'pthread\.h', {'store'}),
    (r'sqlite3\.h', {'state'}),
]

# Private headers that speak a library's types, for other layers that may use it.
SHARED = {'export/json.h': {'cli'}}

# Words of libraries that may not stand in include/.
TYPES = (r'\b(xml[A-Z]\w+|html[A-Z]\w+Ptr|json_t|json_error_t|z_stream|gzFile|dictionary \*|WINDOW|SCREEN \*'
         r'|chtype|cchar_t|ucs4_t|uninorm_t|pthread_\w+|iconv_t|sqlite3\w*|HyphenDict)\b')

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def sources(*folders):
    for folder in folders:
        for path, _, names in os.walk(os.path.join(tap.ROOT, folder)):
            for name in sorted(names):
                if name.endswith(('.c', '.h')):
                    yield os.path.relpath(os.path.join(path, name), tap.ROOT)


def layer_of(path):
    """The layer of a file or of an included path; None for main.c and foreign ones."""
    m = re.match(r'(?:include/dateline|src|dateline)/(\w+)/', path)
    return m[1] if m else None


def may_see(layer, other):
    if layer is None or other == layer:
        return True
    if layer not in ORDER or other not in ORDER or (layer, other) in APART:
        return False
    return ORDER.index(other) < ORDER.index(layer)


def library_owners(header):
    owners = [folders for rx, folders in LIBRARIES if re.fullmatch(rx, header)]
    return set().union(*owners) if owners else None


def breach(path, header, own_folder):
    """What is wrong with one include, or None."""
    layer = layer_of(path)
    owners = library_owners(header)
    if owners is not None:
        if path.startswith('include/'):
            return f'{path}: a public header includes <{header}>'
        return None if layer in owners else f'{path}: <{header}> belongs to {" and ".join(sorted(owners))}'
    other = layer_of(header) or layer_of('src/' + header)
    if header.startswith('dateline/'):
        return None if may_see(layer, other) else f'{path}: {layer} may not include {other} ({header})'
    if own_folder and other and other != layer and layer not in SHARED.get(header, ()):
        return f'{path}: private header of {other} ({header})'
    return None


def main():
    breaches, types, unknown = [], [], []
    for path in sources('include', 'src'):
        with open(os.path.join(tap.ROOT, path), encoding='utf-8') as f:
            text = f.read()
        if layer_of(path) not in ORDER + [None]:
            unknown.append(f'{path}: no such layer; add it to ORDER in tests/tools/layers.py')
        for quote, header in INCLUDE.findall(text):
            wrong = breach(path, header, quote == '"')
            if wrong:
                breaches.append(wrong)
        if path.startswith('include/'):
            code = re.sub(r'/\*.*?\*/|//[^\n]*', '', text, flags=re.S)
            types += [f'{path}: {m[0]}' for m in re.finditer(TYPES, code)]
    tap.result(not breaches, 'includes go one way, libraries stay in their layer', '\n'.join(breaches))
    tap.result(not types, 'no type of a library in include/', '\n'.join(types))
    tap.result(not unknown, 'every file is in a layer', '\n'.join(unknown))
    tap.done()


main()
