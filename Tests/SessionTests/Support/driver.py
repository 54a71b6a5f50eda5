#!/usr/bin/python3
"""Runs one program in a pseudo-terminal, as a shell would, and does what a test tells it.

Each line on standard input is a request, {"do": NAME, ...}; each gets one line of JSON for an answer, with "error" in
it where something went wrong. It waits for what should happen, never for a time to pass: for text on the screen, or
until the program has answered all that was sent (Session.is_settled). When standard input ends, the program is ended
and its folder removed.

Three processes: this one is the person at the terminal; its child leads the session, as a shell does, so that stopping
and going on work; the program is the child's child, in a process group of its own.
"""

import fcntl
import json
import os
import pty
import random
import re
import resource
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

import rest

try:
    import pyte
except ImportError:
    print(json.dumps({"error": "The Python module pyte is missing. Install the package python3-pyte."}), flush=True)
    sys.exit(1)

# What a terminal sends; arrows and the like change with the cursor key mode.
KEYS = {
    "enter": "\r", "esc": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "space": " ", "backspace": "\x7f",
    "delete": "\x1b[3~", "insert": "\x1b[2~", "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
    "shift+up": "\x1b[1;2A", "shift+down": "\x1b[1;2B", "shift+right": "\x1b[1;2C", "shift+left": "\x1b[1;2D",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~", "f6": "\x1b[17~",
    "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~", "f10": "\x1b[21~", "f11": "\x1b[23~", "f12": "\x1b[24~",
    "ctrl+up": "\x1b[1;5A", "ctrl+down": "\x1b[1;5B", "ctrl+right": "\x1b[1;5C", "ctrl+left": "\x1b[1;5D",
    "ctrl+space": "\0", "alt+backspace": "\x1b\x7f",
}
CURSOR_KEYS = {"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"}
BUTTONS = {"left": 0, "middle": 1, "right": 2, "wheelUp": 64, "wheelDown": 65}
# A guard against a program that hangs, in seconds; no test passes or fails by it on a machine that is merely slow.
GUARD = 600
PARENT = os.getppid()
# Modes that a program may switch on, and must have switched off when it ends.
MODES = {1: "cursor keys", 1000: "mouse", 1002: "mouse", 1003: "mouse", 1006: "mouse", 1049: "other screen",
         2004: "bracketed paste", 2026: "held-back output"}


class Screen(pyte.Screen):
    """pyte's screen, deaf to a few sequences that it mistakes for others."""

    def select_graphic_rendition(self, *attributes, private=False):
        if not private:  # CSI > 4 m asks for key reports, not for an underline
            super().select_graphic_rendition(*attributes)


class Failure(Exception):
    pass


def lead_session(program, environment, reports, orders):
    """The shell's part: runs the program in the foreground, and again after it was stopped."""
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        os.tcsetpgrp(0, os.getpid())
        # A shell starts programs with all signals as they are by nature, however the tests were started.
        for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
            try:
                signal.signal(number, signal.SIG_DFL)
            except OSError:
                pass  # belongs to the C library
        signal.pthread_sigmask(signal.SIG_SETMASK, [])
        try:
            os.execve(program[0], program, environment)
        except OSError as error:
            os.write(2, f"{program[0]}: {error}\n".encode())
            os._exit(127)
    os.write(reports, f"started {child}\n".encode())
    own_modes = termios.tcgetattr(0)
    while True:
        _, status = os.waitpid(child, os.WUNTRACED)
        os.tcsetpgrp(0, os.getpgrp())
        if not os.WIFSTOPPED(status):
            os.write(reports, f"ended {os.waitstatus_to_exitcode(status)}\n".encode())
            os.read(orders, 1)
            os._exit(0)
        os.write(reports, b"stopped\n")
        os.read(orders, 1)
        # As a shell does, whatever the program left behind.
        termios.tcsetattr(0, termios.TCSADRAIN, own_modes)
        os.tcsetpgrp(0, child)
        os.kill(-child, signal.SIGCONT)


class Session:
    def __init__(self, program, columns, rows, term, environment, terminfo, claims=None):
        self.home = tempfile.mkdtemp(prefix="nnboard-session-")
        if terminfo:
            # Entries that may not be installed, where ncurses looks first.
            subprocess.run(["tic", "-x", "-o", self.home + "/.terminfo", "-"], input=terminfo.encode(), check=True)
        variables = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": self.home, "LANG": "C.UTF-8",
                     "TERM": term, **environment}
        self.raw, self.news, self.status, self.stops, self.hung_up = bytearray(), b"", None, 0, False
        self.screen, self.taken = Screen(columns, rows), 0
        self.stream, self.looks = pyte.ByteStream(self.screen), True
        self.shown, self.shown_size = [], None
        self.pid = None
        self.reports, reports = os.pipe()
        orders, self.orders = os.pipe()
        master, slave = pty.openpty()
        # The size stands before the program starts, as in a real terminal.
        size = claims or (columns, rows)
        fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.looks = not claims
        self.before = termios.tcgetattr(slave)
        self.leader = os.fork()
        if self.leader == 0:
            os.close(master)
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for standard in range(3):
                os.dup2(slave, standard)
            os.chdir(self.home)
            try:
                lead_session(program, variables, reports, orders)
            finally:
                os._exit(1)
        for other_end in (reports, orders):
            os.close(other_end)
        self.master, self.slave = master, slave
        self.pump(GUARD, lambda: self.pid, "the program did not start")

    # What comes from the program

    def pump(self, seconds, done, otherwise, step=1):
        """Takes what comes until `done()` holds, which is asked after each piece and after `step` seconds without one.

        Fails with `otherwise` when time is up.
        """
        end = time.monotonic() + seconds
        while not done():
            left = end - time.monotonic()
            if left <= 0:
                raise Failure(f"{otherwise} within {seconds:g} s; the screen:\n" + "\n".join(self.lines()))
            if os.getppid() != PARENT:
                sys.exit(1)  # whoever asked has been killed, and nothing is to stay behind
            self.take(min(step, left))

    def settle(self, asked=rest.has_answered, seconds=GUARD):
        """Takes what comes until the program has answered all that was sent, or is not there to answer."""
        def done():
            gone = self.status is not None or self.stops or self.hung_up
            return gone or asked(self.pid, self.slave, self.master)
        self.pump(seconds, done, "the program did not come to rest", step=0.002)

    def is_whole(self):
        """Tells whether no program is in the middle of a frame: half a frame may show what neither the one before nor
        the whole one does. Only programs that take keys one by one draw frames."""
        if self.status is not None or self.stops or self.hung_up:
            return True
        if termios.tcgetattr(self.slave)[3] & termios.ICANON:
            return True
        return rest.has_answered(self.pid, self.slave, self.master)

    def take(self, seconds, reading=True):
        """Takes what comes next, and waits for it at most so long; returns how many bytes were drawn."""
        sources = [self.reports] + ([self.master] if reading and not self.hung_up else [])
        ready, _, _ = select.select(sources, [], [], seconds)
        if self.reports in ready:
            news = os.read(self.reports, 4096)
            if not news:
                raise Failure("the session ended")
            self.news += news
            *lines, self.news = self.news.split(b"\n")
            for line in lines:
                word, _, number = line.decode().partition(" ")
                if word == "started":
                    self.pid = int(number)
                elif word == "stopped":
                    self.stops += 1
                else:
                    self.status = int(number)
        if self.master not in ready:
            return 0
        try:
            data = os.read(self.master, 65536)
        except OSError:
            data = b""
        # The emulator's own time is no fault of the program.
        self.taken = time.monotonic()
        self.raw += data
        try:
            self.stream.feed(data if self.looks else b"")
        except Exception as error:  # a gap in the emulator is no fault of the program
            print(f"pyte did not take a sequence: {error!r}", file=sys.stderr)
        return len(data)

    def take_rest(self):
        """Takes what a program wrote before it stopped or ended."""
        while rest.is_readable(self.master) and self.take(0):
            pass

    def lines(self):
        """What the screen shows; only the lines that have changed are put together."""
        screen = self.screen
        if self.shown_size != (screen.columns, screen.lines):
            self.shown_size, self.shown = (screen.columns, screen.lines), [""] * screen.lines
            screen.dirty.update(range(screen.lines))
        for row in screen.dirty:
            if row < screen.lines:
                # Behind a wide character stands a cell without any.
                line = screen.buffer[row]
                self.shown[row] = "".join(line[column].data for column in range(screen.columns)).rstrip()
        screen.dirty.clear()
        return list(self.shown)

    def modes(self):
        """The private modes that are on, and whether the cursor is hidden and the keypad in its other mode."""
        on = set()
        for match in re.finditer(rb"\x1b\[\?([0-9;]+)([hl])", self.raw):
            for number in map(int, match.group(1).split(b";")):
                (on.add if match.group(2) == b"h" else on.discard)(number)
        hidden = self.raw.rfind(b"\x1b[?25l") > self.raw.rfind(b"\x1b[?25h") and b"\x1b[?25l" in self.raw
        keypad = self.raw.rfind(b"\x1b=") > self.raw.rfind(b"\x1b>")
        return on, hidden and b"\x1b[?12;25h" not in self.raw[self.raw.rfind(b"\x1b[?25l"):], keypad

    def faults(self):
        """What of the terminal is not as it was before the program."""
        on, hidden, keypad = self.modes()
        faults = {name for mode, name in MODES.items() if mode in on}
        faults |= {"cursor"} if hidden else set()
        faults |= {"keypad"} if keypad else set()
        try:
            faults |= {"line modes"} if termios.tcgetattr(self.master) != self.before else set()
        except termios.error:
            pass
        return sorted(faults)

    # What a person does

    def send(self, text):
        os.write(self.master, text.encode())
        # What follows Escape at once is a key with Alt held, and a person isn't as quick.
        if text == KEYS["esc"]:
            self.settle()

    def pour(self, data):
        """Sends more than a line holds, and takes what comes meanwhile."""
        os.set_blocking(self.master, False)
        while data and self.status is None:
            ready, writable, _ = select.select([self.master], [self.master], [], GUARD)
            if not ready and not writable:
                raise Failure(f"the program read nothing for {GUARD} s")
            if ready:
                self.take(0)
            try:
                data = data[os.write(self.master, data[:4096]):] if writable else data
            except BlockingIOError:
                pass
        os.set_blocking(self.master, True)

    def set_size(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def look_away(self):
        """Takes what comes without looking at it: the emulator is slower than the program."""
        self.looks = False

    def look_again(self, columns, rows):
        """Has everything drawn again, from a point where no sequence is cut in two."""
        self.settle()
        self.looks = True
        self.screen.reset()
        self.screen.resize(rows, columns)
        self.set_size(columns - 1, rows)
        self.settle()
        self.set_size(columns, rows)

    def memory(self):
        """What the program holds in memory, and held at most, in bytes."""
        with open(f"/proc/{self.pid}/status") as file:
            values = dict(line.split(":", 1) for line in file)
        return [int(values[name].split()[0]) * 1024 for name in ("VmRSS", "VmHWM")]

    def key(self, name):
        if name in CURSOR_KEYS:
            return ("\x1bO" if 1 in self.modes()[0] else "\x1b[") + CURSOR_KEYS[name]
        if name in KEYS:
            return KEYS[name]
        if re.fullmatch("ctrl\\+.", name):
            return chr(ord(name[-1].upper()) & 31)
        if re.fullmatch("alt\\+.", name):
            return "\x1b" + name[-1]
        if len(name) == 1:
            return name
        raise Failure(f"there is no key called {name}")

    def cpu(self):
        with open(f"/proc/{self.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def answer(self, request):
        verb, limit = request["do"], request.get("seconds", GUARD)
        if verb == "until":
            pattern, count = re.compile(request["pattern"]), request.get("count", 1)
            self.pump(limit, lambda: self.is_whole() and sum(map(bool, map(pattern.search, self.lines()))) >= count,
                      f"/{pattern.pattern}/ did not show up" + (f" in {count} lines" if count > 1 else ""), step=0.01)
        elif verb == "gone":
            pattern = re.compile(request["pattern"])
            self.pump(limit, lambda: self.is_whole() and not any(map(pattern.search, self.lines())),
                      f"/{pattern.pattern}/ stayed", step=0.01)
        elif verb == "key":
            self.send(self.key(request["name"]))
        elif verb == "press":
            self.send(self.key(request["name"]))
            self.settle()
            return {"lines": self.lines()}
        elif verb == "settle":
            self.settle()
        elif verb == "idle":
            self.settle(rest.is_idle)
        elif verb == "type":
            self.send(request["text"])
        elif verb == "paste":
            bracketed = 2004 in self.modes()[0]
            text = request["text"] * request.get("times", 1)
            start = time.monotonic()
            self.pour(("\x1b[200~" + text + "\x1b[201~" if bracketed else text).encode())
            return {"seconds": time.monotonic() - start}
        elif verb == "memory":
            return dict(zip(("now", "most"), self.memory()))
        elif verb == "mouse":
            button, column, row = BUTTONS[request["button"]], request["column"] + 1, request["row"] + 1
            if 1006 in self.modes()[0]:
                self.send(f"\x1b[<{button};{column};{row}M\x1b[<{button};{column};{row}m")
            else:
                os.write(self.master, b"\x1b[M" + bytes([32 + button, 32 + column, 32 + row]))
        elif verb == "resize":
            self.screen.resize(request["rows"], request["columns"])
            self.set_size(request["columns"], request["rows"])
        elif verb == "resizes":
            self.look_away()
            chance, size = random.Random(request["seed"]), (self.screen.columns, self.screen.lines)
            for _ in range(request["times"]):
                self.set_size(chance.randint(1, 300), chance.randint(1, 100))
                # The next one as soon as the program has begun to draw for this one, or soon if it leaves it out.
                self.take(0.1)
            self.look_again(*size)
        elif verb == "claim":
            # A size that the emulator could not hold.
            self.look_away()
            count = len(self.raw)
            self.set_size(request["columns"], request["rows"])
            self.pump(limit, lambda: len(self.raw) > count, "nothing was drawn")
            self.settle(seconds=limit)
        elif verb == "monkey":
            return {"done": self.monkey(random.Random(request["seed"]), request["times"], request["keys"])}
        elif verb == "signal":
            os.kill(self.pid, getattr(signal, "SIG" + request["name"]))
        elif verb == "stopped":
            self.pump(limit, lambda: self.stops, "the program did not stop")
            self.stops -= 1
            self.take_rest()
            return {"faults": self.faults()}
        elif verb == "foreground":
            # What the shell and other programs have written meanwhile.
            self.stream.feed(b"\x1b[m\x1b[2J\x1b[Hsomebody else's output")
            os.write(self.orders, b"f")
        elif verb == "screen":
            self.settle()
            return {"lines": self.lines()}
        elif verb == "watch":
            # The one place where time itself is the measure.
            drawn, used, end = 0, self.cpu(), time.monotonic() + request["seconds"]
            while (left := end - time.monotonic()) > 0:
                drawn += self.take(left)
            return {"bytes": drawn, "cpu": self.cpu() - used}
        elif verb == "latency":
            # Where something else is drawn all the time, the answer is what changes the lines that match.
            pattern, times = re.compile(request["pattern"]) if "pattern" in request else None, []
            shown = lambda: list(filter(pattern.search, self.lines())) if pattern else len(self.raw)
            for _ in range(request["times"]):
                settled = time.monotonic() + 0.2
                while self.take(0.03) and time.monotonic() < settled:
                    pass
                before, start = shown(), time.monotonic()
                self.send(self.key(request["name"]))
                self.pump(limit, lambda: shown() != before, "the key was not answered")
                times.append(self.taken - start)
            return {"times": times}
        elif verb == "hangup":
            self.hung_up = True
            os.close(self.slave)
            os.close(self.master)
        elif verb == "stall":
            return self.stall(request["least"], limit)
        elif verb == "exit":
            try:
                end = time.monotonic() + limit
                while not request.get("reading", True) and self.status is None and time.monotonic() < end:
                    self.take(0.05, reading=False)
                self.pump(limit, lambda: self.status is not None, "the program did not end")
            except Failure as failure:
                if not self.hung_up:
                    raise
                # With the terminal the session's leader went, and nobody is left to say how the program ended.
                self.pump_until_gone(limit)
                return {"status": None, "faults": [], "output": ""}
            if not self.hung_up:
                self.take_rest()
            return {"status": self.status, "faults": self.faults(), "output": self.raw.decode("utf-8", "replace")}
        elif verb != "start":
            raise Failure(f"there is no request called {verb}")
        return {}

    def stall(self, least, limit):
        """Reads nothing, as a terminal on a dead line, until the program has worked so long and then rests.

        Meanwhile there is always something to draw: each new size is a whole screen.
        """
        columns, rows = self.screen.columns, self.screen.lines
        start, before, end, step = self.cpu(), self.memory()[0], time.monotonic() + limit, 0
        while self.cpu() - start < least or not (rest.waits(self.pid, forever=True) and rest.others_sleep(self.pid)):
            if time.monotonic() > end:
                raise Failure(f"the program worked {self.cpu() - start:.2f} s and did not rest")
            if self.cpu() - start < least:
                step += 1
                self.set_size(columns - step % 2, rows)
            self.take(0.05, reading=False)
        self.set_size(columns, rows)
        return {"cpu": self.cpu() - start, "growth": self.memory()[1] - before}

    def monkey(self, chance, times, keys):
        """Presses keys and buttons, pastes and resizes at random, as fast as the program reads.

        Returns how often, where the program was quit before.
        """
        self.look_away()
        size = (self.screen.columns, self.screen.lines)
        columns, rows = size
        sent = 0
        for done in range(times):
            what, data = chance.random(), b""
            if what < 0.75:
                data = self.key(chance.choice(keys)).encode()
            elif what < 0.93:
                code = chance.choice([0, 0, 0, 1, 2, 32, 35, 64, 65, 66, 80, 128])
                place = f"{chance.randint(0, columns + 3)};{chance.randint(0, rows + 3)}"
                data = f"\x1b[<{code};{place}{chance.choice('MMm')}".encode()
            elif what < 0.96:
                text = "".join(chance.choices("abc 019 ,.\r\t\x1b\u00e4\u0301\u6f22\U0001f600[<;~", k=chance.randint(0, 60)))
                data = b"\x1b[200~" + text.encode() + b"\x1b[201~"
            elif what < 0.98:
                columns, rows = chance.randint(1, 200), chance.randint(1, 60)
                self.set_size(columns, rows)
            else:
                # Half a sequence, or what is none at all.
                data = bytes(chance.choices(b"\x1b\x1b[[O;<0123456789~\x80\x9b\xc3\xe2\xf0\xff", k=chance.randint(1, 6)))
            self.pour(data)
            sent += len(data)
            while self.take(0.2 if sent > 2000 else 0):
                sent = 0
            if self.status == 0:
                return done + 1
            if self.status is not None:
                raise Failure(f"the program ended with {self.status}")
        self.pour(b"\x1b[201~")
        self.look_again(*size)
        return times

    def pump_until_gone(self, seconds):
        end = time.monotonic() + seconds
        while os.path.exists(f"/proc/{self.pid}"):
            if time.monotonic() > end:
                raise Failure("the program did not end with its terminal")
            time.sleep(0.01)

    def close(self):
        for pid in (self.pid, self.leader):
            try:
                if pid and (pid == self.leader or self.status is None):
                    os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        os.waitpid(self.leader, 0)
        shutil.rmtree(self.home, ignore_errors=True)


def main():
    session = None
    try:
        for line in sys.stdin:
            try:
                request = json.loads(line)
                if request["do"] == "start":
                    session = Session(request["program"], request["columns"], request["rows"], request["term"],
                                      request["environment"], request.get("terminfo"), request.get("claims"))
                answer = session.answer(request)
            except (Failure, rest.Unknown) as failure:
                answer = {"error": str(failure)}
            print(json.dumps(answer), flush=True)
    finally:
        if session:
            session.close()


if __name__ == "__main__":
    main()
