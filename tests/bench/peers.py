"""Readers of the same articles that are installed, each set up with what gen_corpus.py wrote."""
import glob
import os
import shutil
import subprocess


def newsboat(made, home, env):
    urls, cache, config = (os.path.join(home, name) for name in ('urls', 'cache.db', 'config'))
    with open(urls, 'w', encoding='utf-8') as f:
        f.writelines(f'file://{path}\n' for path in sorted(glob.glob(os.path.join(made, 'rss/*.xml'))))
    with open(config, 'w', encoding='utf-8') as f:
        f.write('auto-reload no\nrefresh-on-startup no\nmax-items 0\nkeep-articles-days 0\n')
    command = ['newsboat', '-q', '-u', urls, '-c', cache, '-C', config]
    subprocess.run([*command, '-x', 'reload'], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return command


def neomutt(made, home, env):
    config = os.path.join(home, 'muttrc')
    with open(config, 'w', encoding='utf-8') as f:
        f.write(f'set folder={home}\nset sort=date\nset quit=yes\n')
    return ['neomutt', '-n', '-F', config, '-R', '-f', os.path.join(made, 'mbox')]


def sfeed_curses(made, home, env):
    return ['sfeed_curses', *sorted(glob.glob(os.path.join(made, 'sfeed/*')))]


def peers(made, env):
    """Names and commands; None: not installed, or nothing of its form is there."""
    for setup, needs in ((newsboat, 'rss'), (neomutt, 'mbox'), (sfeed_curses, 'sfeed')):
        name = setup.__name__
        home = os.path.join(env['HOME'], name)
        if not shutil.which(name) or not os.path.exists(os.path.join(made, needs)):
            yield name, None
            continue
        os.makedirs(home, exist_ok=True)
        yield name, setup(made, home, env)
