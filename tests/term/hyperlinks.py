#!/usr/bin/env python3
"""Hyperlinks: on the title and the address of an article, nowhere else, and looking as without them."""
import os
import tempfile

from emulator import Emulator
from program import Terminal, tap

PAGE = '''<html><head><title>{title}</title><link rel="canonical" href="{address}">
<meta property="article:published_time" content="2021-03-0{day}T08:00Z"></head><body><article><h1>{title}</h1>
<p>The ferry of {place} sailed on time on Monday, and the harbour master said nothing about it.</p>
<p>The quay of {place} was full of people who had come to see it, and who went home in the rain.</p>
{more}</article></body></html>'''
MORE = ''.join(f'<p>Nobody at counter {n} of the ticket office would say when boat {n + 7} is to leave, or whether.</p>\n'
               for n in range(12))
ON = ('--set', 'ui.hyperlinks=yes')


def write(folder, day, title, address, more=''):
    with open(os.path.join(folder, f'{day}.html'), 'w', encoding='utf-8') as f:
        f.write(PAGE.format(title=title, address=address, day=day, place='Lesk', more=more))


class Session(Terminal):
    def __init__(self, *args, env=None):
        super().__init__('--no-state', *args, env=env)
        self.screen = Emulator(24, 80)
        self.sent = self.start
        self.screen.feed(self.start)

    def press(self, keys):
        self.sent = self.send(keys.encode())
        self.screen.feed(self.sent)
        return self.screen.links()

    def plain(self):
        """The screen without where it leads."""
        cells, cursor = self.screen.shown()
        return [[(c, tuple(x for x in look if x[0] != 'link')) for c, look in line] for line in cells], cursor


def leads(folder):
    address = 'https://lesk.example/2021/ferry?a=1&b=2'
    t = Session(*ON, folder)
    tap.result(t.screen.links() == [], 'a list has none')
    shown = t.press('\r')
    tap.result([(text, where) for text, where in shown] ==
               [('Ferry sails from Lesk', {address}), (f'Address: {address}', {address})],
               'the title and the address lead to the address', shown)
    tap.result(t.press('j') == shown and b'\x1b]8' not in t.sent, 'while nothing moves they are not sent again', t.sent)
    t.press('J')
    long = t.screen.links()
    tap.result(long == [('Long way home', {'http://lesk.example/%C3%B6'})], 'an address is sent in ASCII', long)
    tap.result(t.press('jj') == [], 'scrolled away, none is left', t.screen.links())
    tap.result(t.press('kk') == long, 'and back', t.screen.links())
    tap.result(t.press('q') == [], 'nothing of another screen leads there', t.screen.links())
    t.send(b'Q')
    tap.result(t.ended() == 0 and not t.screen.errors, 'only what an emulator knows is sent', t.screen.errors)
    t.finish()


def refuses(folder):
    t = Session(*ON, folder)
    t.press('\rJJ')
    for why in ('javascript', 'a user before its host', 'a title that names an address'):
        shown = t.screen.links()
        tap.result(not [text for text, _ in shown if not text.startswith('Address: ')],
                   f'the title leads nowhere: {why}', shown)
        t.press('J')
    t.finish()


def looks_the_same(folder):
    for args, env in (((), {}), (('--theme', 'contrast'), {}), (('--theme', 'light'), {'TERM': 'tmux-256color'}),
                      (('--theme', 'mono'), {}), ((), {'NO_COLOR': '1'}), ((), {'TERM': 'linux'}),
                      ((), {'LC_ALL': 'C'})):
        with_links, without = Session(*ON, *args, folder, env=env), Session(*args, folder, env=env)
        for keys in ('\r', 'j', 'J', 'jj', '/ferry\r', 'n', 'K', 'q'):
            with_links.press(keys)
            without.press(keys)
            if with_links.plain() != without.plain():
                break
        tap.result(with_links.plain() == without.plain() and b'\x1b]' not in without.start,
                   f'it looks as without them: {" ".join(args)}{env or ""}', f'{keys!r}\n{with_links.screen.text()}')
        with_links.finish()
        without.finish()


with tempfile.TemporaryDirectory() as archive:
    write(archive, 6, 'Ferry sails from Lesk', 'https://lesk.example/2021/ferry?a=1&amp;b=2')
    write(archive, 5, 'Long way home', 'http://lesk.example/ö', MORE)
    write(archive, 4, 'Script of the ferry', 'javascript:alert(1)')
    write(archive, 3, 'Harbour bank opens', 'https://bank.example@evil.example/')
    write(archive, 2, 'See https://bank.example now', 'https://evil.example/x')
    leads(archive)
    refuses(archive)
    looks_the_same(archive)
tap.done()
