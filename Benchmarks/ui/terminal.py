"""A program in a pseudo-terminal, and what it costs. Python's standard library is enough."""

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import tempfile
import termios
import time


class Program:
    """Runs a program as a terminal of a size does; it has a home folder of its own, which goes away with it."""

    def __init__(self, arguments, columns=120, rows=40, term="xterm-256color"):
        self.home = tempfile.mkdtemp(prefix="nnboard-bench-")
        self.output, self.ended = bytearray(), False
        self.started = time.monotonic()
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            environment = {"HOME": self.home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": term}
            os.execve(arguments[0], arguments, environment)

    def take(self, seconds):
        """Takes what comes next, and waits for it at most so long; returns how many bytes it was."""
        ready, _, _ = select.select([self.master], [], [], max(0, seconds))
        if not ready:
            return 0
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            data = b""
        self.taken = time.monotonic()
        self.ended = not data
        self.output += data
        return len(data)

    def until(self, pattern, since=0, seconds=60):
        """Waits until a pattern stands in what came since a place; returns when that was."""
        end = time.monotonic() + seconds
        while not re.search(pattern, self.output[since:]):
            if self.ended or time.monotonic() > end:
                raise SystemExit(f"{pattern!r} did not come within {seconds} s")
            self.take(end - time.monotonic())
        return self.taken

    def settle(self, seconds=0.3, limit=600):
        """Waits until it neither draws nor works."""
        end, quiet, cpu = time.monotonic() + limit, 0.0, self.cpu()
        while quiet < seconds and time.monotonic() < end:
            drawn = self.take(0.05)
            now = self.cpu()
            quiet = 0.0 if drawn or now - cpu > 0.002 else quiet + 0.05
            cpu = now

    def watch(self, seconds):
        """Looks on; returns the bytes drawn, the processor seconds of all threads and those of the main thread."""
        end, drawn = time.monotonic() + seconds, 0
        cpu, main = self.cpu(), self.main_thread()
        while (left := end - time.monotonic()) > 0:
            drawn += self.take(left)
        return drawn, self.cpu() - cpu, self.main_thread() - main

    def press(self, keys):
        os.write(self.master, keys.encode())

    def resize(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def cpu(self):
        """The processor seconds of all its threads, those that have ended included."""
        # The clock of another process, as clock_getcpuclockid(3) makes it.
        return time.clock_gettime((~self.pid << 3) | 2)

    def main_thread(self):
        """The processor seconds of the thread that draws."""
        with open(f"/proc/{self.pid}/task/{self.pid}/schedstat") as file:
            return int(file.read().split()[0]) / 1e9

    def peak(self):
        """The most memory that was resident, in bytes."""
        with open(f"/proc/{self.pid}/status") as file:
            return next(int(line.split()[1]) * 1024 for line in file if line.startswith("VmHWM"))

    def close(self):
        os.kill(self.pid, signal.SIGTERM)
        while not self.ended:
            self.take(5)
        os.close(self.master)
        os.waitpid(self.pid, 0)
        shutil.rmtree(self.home, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
