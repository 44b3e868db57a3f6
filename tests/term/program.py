"""The program on a pseudo-terminal of its own, for the tests of this folder."""
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools'))
import tap

SAMPLES = os.path.join(tap.ROOT, 'samples', 'archive')


class Terminal:
    """The program on a terminal of its own."""

    def __init__(self, *args, env=None, size=(24, 80), stdin=None, ready=b'search'):
        self.state = tempfile.TemporaryDirectory()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            if stdin:
                os.dup2(os.open(stdin, os.O_RDONLY), 0)
            base = dict(tap.clean_environment(), TERM='xterm-256color', XDG_STATE_HOME=self.state.name)
            base.update(env or {})
            # Before there is a program that could be started in another size.
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack('HHHH', *size, 0, 0))
            argv = os.environ.get('WRAP', '').split() + [tap.PROGRAM, *args]
            os.execvpe(argv[0], argv, {k: v for k, v in base.items() if v is not None})
        self.start = self.read_until(ready, 20)

    def resize(self, rows, cols):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack('HHHH', rows, cols, 0, 0))

    def read(self, rest=0.2, limit=10):
        """All that is written until nothing comes for `rest` seconds."""
        out, end = b'', time.time() + limit
        while time.time() < end and select.select([self.fd], [], [], rest)[0]:
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                break
            if not data:
                break
            out += data
        return out

    def read_until(self, what, limit):
        out, end = b'', time.time() + limit
        while what not in out and time.time() < end:
            data = self.read(0.1, 1)
            if not data and self.ended(0):
                break
            out += data
        return out + self.read(0.1)

    def send(self, keys, rest=0.15):
        os.write(self.fd, keys)
        return self.read(rest)

    def kill(self, sig, rest=0.2):
        os.kill(self.pid, sig)
        return self.read(rest)

    def ended(self, limit=5):
        """How it ended: exit status, minus the signal; None when it has not."""
        if self.pid is None:
            return self.status
        end = time.time() + limit
        while True:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = None
                self.status = os.waitstatus_to_exitcode(status)
                return self.status
            if time.time() >= end:
                return None
            time.sleep(0.02)

    def close(self):
        if self.fd is not None:
            os.close(self.fd)
            self.fd = None

    def finish(self):
        self.close()
        if self.ended(3) is None:
            os.kill(self.pid, signal.SIGKILL)
            self.ended()
        self.state.cleanup()
