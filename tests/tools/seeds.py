#!/usr/bin/env python3
"""The labelled seeds of ../shared, scored by its own tool: all must hold."""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import tap

BENCH = os.path.join(tap.SHARED, 'tools', 'bench.py')

if not os.path.exists(BENCH):
    tap.skip('seeds', '../shared is not beside the project')
else:
    with tempfile.TemporaryDirectory() as folder:
        p = subprocess.run([sys.executable, BENCH, 'seeds', tap.PROGRAM, '--keep', folder], capture_output=True,
                           text=True, timeout=240, env=tap.clean_environment(), check=False)
    lines = p.stdout.splitlines() or [p.stderr[-500:]]
    tap.result(p.returncode == 0, lines[-1], p.stdout + p.stderr)
tap.done()
