#!/usr/bin/env python3
"""tally.py [-t SECONDS] COMMAND...: runs test programs, counts their TAP lines.

Each COMMAND is one argument, split at spaces. Shows what failed and a line for
each command; the last line is "N passed, N failed" (", N skipped"). A program
that dies, times out or tests nothing is a failure of its own. Several run at a
time, since most wait for terminals; they are shown in the order given.
"""
import concurrent.futures
import os
import re
import shlex
import subprocess
import sys
import time

LINE = re.compile(r'^(ok|not ok)\b[ \d]*-?\s*(.*?)(?:\s*#\s*(skip)\b\s*(.*))?$', re.I)


def run(command, timeout):
    """Output and a reason why the run itself failed (None when it did not)."""
    try:
        p = subprocess.run(shlex.split(command), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                           timeout=timeout, env=dict(os.environ, CMOCKA_MESSAGE_OUTPUT='TAP'),
                           stdin=subprocess.DEVNULL, check=False)
        return p.stdout.decode('utf-8', 'replace'), p.returncode
    except subprocess.TimeoutExpired as e:
        return (e.stdout or b'').decode('utf-8', 'replace'), f'still running after {timeout} s'
    except OSError as e:
        return '', str(e)


def timed(command, timeout):
    start = time.monotonic()
    return run(command, timeout), time.monotonic() - start


def judge(output, status):
    """Counts of one run, and the lines worth showing."""
    counts = {'passed': 0, 'failed': 0, 'skipped': 0}
    show, shown = [], False
    for line in output.splitlines():
        m = LINE.match(line)
        if not m:
            if shown and line.strip():
                show.append('      ' + line)
            continue
        shown = m[1].lower() != 'ok'
        if shown:
            counts['failed'] += 1
            show.append('    FAILED ' + m[2])
        elif m[3]:
            counts['skipped'] += 1
            show.append(f'    skipped {m[2]}: {m[4]}')
        else:
            counts['passed'] += 1
    if status != 0 and not counts['failed']:
        counts['failed'] = 1
        show.append(f'    FAILED: ended with {status}')
        show += ['      ' + line for line in output.splitlines()[-25:]]
    elif status == 0 and not any(counts.values()):
        counts['failed'] = 1
        show.append('    FAILED: tested nothing')
    return counts, show


def main(args):
    timeout = 300
    if args[:1] == ['-t']:
        timeout, args = int(args[1]), args[2:]
    total = {'passed': 0, 'failed': 0, 'skipped': 0}
    workers = concurrent.futures.ThreadPoolExecutor(2 * (os.cpu_count() or 1))
    for command, (ended, seconds) in zip(args, workers.map(timed, args, [timeout] * len(args))):
        counts, show = judge(*ended)
        for k, n in counts.items():
            total[k] += n
        words = [w for w in shlex.split(command) if not w.startswith('-') and w != 'python3']
        print(' '.join(words[:2]) + ': ' + ', '.join(f'{n} {k}' for k, n in counts.items() if n) +
              f' ({seconds:.1f} s)')
        print('\n'.join(show), end='\n' if show else '', flush=True)
    print(f"{total['passed']} passed, {total['failed']} failed" +
          (f", {total['skipped']} skipped" if total['skipped'] else ''))
    return total['failed'] > 0


if __name__ == '__main__':
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
