"""A program on a terminal, and what it costs: bytes and their moments, CPU, memory of its own, context switches."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

import tap

REST = .03  # seconds without output and without work: it is done
BURST = .01  # seconds without output: a screen is drawn
SCREEN = 1000  # bytes: more than what sets up the terminal
ANSWERS = ((rb'\x1b\[6n', b'\x1b[1;1R'), (rb'\x1b\[0?c', b'\x1b[?62c'))


def environment(folder):
    """A home in the folder: configuration, state and images of this run alone."""
    return dict(tap.clean_environment(), TERM='xterm-256color', HOME=folder, XDG_CACHE_HOME=os.path.join(folder, 'cache'),
                XDG_CONFIG_HOME=os.path.join(folder, 'config'), XDG_STATE_HOME=os.path.join(folder, 'state'))


class Program:
    def __init__(self, command, env, columns=80, rows=24):
        self.bytes = 0
        self.started = time.monotonic()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', rows, columns, 0, 0))
            os.execvpe(command[0], command, env)

    def cpu(self):
        """Seconds that all its threads, also those that ended, have run (clock_getcpuclockid(3))."""
        return time.clock_gettime((~self.pid << 3) | 2)

    def read(self, wait):
        """Reads what comes within so many seconds; None when the program has ended."""
        if not select.select([self.fd], [], [], wait)[0]:
            return b''
        try:
            got = os.read(self.fd, 1 << 16)
        except OSError:
            return None
        for question, answer in ANSWERS:
            if re.search(question, got):
                os.write(self.fd, answer)
        self.bytes += len(got)
        return got

    def drawn(self, longest=60, least=SCREEN):
        """Reads until a screen is there; its moment since the start and the CPU used until then."""
        moment, cpu = time.monotonic(), self.cpu()
        first, end = self.bytes, moment + longest
        while time.monotonic() < end:
            got = self.read(BURST)
            if got:
                moment, cpu = time.monotonic(), self.cpu()
            elif got is None or self.bytes - first >= least:
                break
        return moment - self.started, cpu

    def rest(self, longest=60):
        """Reads until it neither writes nor works; the moment that began since the start, and the CPU in all."""
        moment, cpu = time.monotonic(), self.cpu()
        end = moment + longest
        while time.monotonic() < min(end, moment + REST):
            got = self.read(REST / 3)
            if got is None:
                break
            now = self.cpu()
            if got or now - cpu > .001:
                moment, cpu = time.monotonic(), now
        return moment - self.started, cpu

    def key(self, keys, longest=60):
        os.write(self.fd, keys.encode())
        self.rest(longest)

    def memory(self):
        """Bytes that are its own: not those of files, shared with others (proc(5), smaps_rollup)."""
        with open(f'/proc/{self.pid}/smaps_rollup', encoding='ascii') as f:
            return 1024 * int(re.search(r'^Anonymous:\s+(\d+)', f.read(), re.M)[1])

    def switches(self):
        """How often its threads were put on a processor."""
        n = 0
        for thread in os.listdir(f'/proc/{self.pid}/task'):
            with open(f'/proc/{self.pid}/task/{thread}/status', encoding='ascii') as f:
                n += sum(map(int, re.findall(r'ctxt_switches:\s+(\d+)', f.read())))
        return n

    def close(self, keys='Q'):
        """Ends it; by force when the keys do not."""
        end = time.monotonic() + 5
        try:
            os.write(self.fd, keys.encode())
            while self.read(.05) is not None and time.monotonic() < end:
                pass
        except OSError:
            pass
        os.close(self.fd)
        if os.waitpid(self.pid, os.WNOHANG)[0] == 0:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
