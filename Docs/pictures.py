#!/usr/bin/python3
"""Draws the pictures of the README and of Docs: runs nnboard on its built-in sample and writes what it shows as SVG.

    make pictures

Needs Debian's python3-pyte and a release build. Every picture is a session below: a name, a size, and what is done.
"""

import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios
import time
from xml.sax.saxutils import escape

import pyte

SESSIONS = [
    ("dashboard", 120, 40, [], [("until", r"\b1000\b"), ("keys", "ll"), ("keys", " "), ("until", "trained 20"),
                                ("until", "accuracy .* guess|test: loss"), ("keys", "i4\r")]),
    ("training", 120, 40, [], [("until", r"\b1000\b"), ("keys", " "), ("until", "epoch 1[2-5]/20")]),
    ("inspector", 80, 24, [], [("until", r"\b1000\b"), ("keys", "ll>> "), ("until", "trained 20"), ("keys", "4z"),
                               ("until", "test: loss")]),
    ("light", 120, 40, ["--theme", "light"], [("until", r"\b1000\b"), ("keys", ">> "), ("until", "trained 20"),
                                              ("until", "test: loss")]),
]
NAMED = {"black": "000000", "red": "cd3131", "green": "0dbc79", "brown": "e5e510", "blue": "2472c8",
         "magenta": "bc3fbc", "cyan": "11a8cd", "white": "e5e5e5"}
CELL_WIDTH, CELL_HEIGHT, GROUND, LETTERS = 8, 17, "#101216", "#d4d4d4"


def play(program, columns, rows, steps):
    """Runs the program, does the steps, and gives back the screen as it is then."""
    screen = pyte.Screen(columns, rows)
    stream = pyte.ByteStream(screen)
    pid, terminal = pty.fork()
    if pid == 0:
        time.sleep(0.1)
        os.environ.update(TERM="xterm-256color", LANG="C.UTF-8", NNBOARD_DATA="/nonexistent")
        os.execv(program[0], program)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def take(seconds):
        ready, _, _ = select.select([terminal], [], [], seconds)
        if ready:
            stream.feed(os.read(terminal, 65536))
        return bool(ready)

    for verb, text in steps:
        if verb == "keys":
            for key in text:
                os.write(terminal, key.encode())
                for _ in range(5):
                    if not take(0.1):
                        break
        else:
            end = time.monotonic() + 60
            while not any(re.search(text, line) for line in screen.display):
                if time.monotonic() > end:
                    sys.exit(f"/{text}/ did not show up:\n" + "\n".join(screen.display))
                take(1)
            while "epoch" not in text and take(0.15):
                pass
    os.kill(pid, 15)
    os.waitpid(pid, 0)
    return screen


def colour(name, default):
    if name in NAMED:
        return "#" + NAMED[name]
    return "#" + name if re.fullmatch("[0-9a-fA-F]{6}", name) else default


def svg(screen):
    """The screen as a picture; letters stay letters, dots and bars are drawn so that no font can spoil them."""
    width, height = screen.columns * CELL_WIDTH + 16, screen.lines * CELL_HEIGHT + 16
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">',
           f'<rect width="100%" height="100%" rx="6" fill="{GROUND}"/>',
           '<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="13" xml:space="preserve">']
    for y in range(screen.lines):
        x = 0
        while x < screen.columns:
            cell = screen.buffer[y][x]
            end = x + 1
            looks = lambda c: (c.fg, c.bg, c.bold, c.reverse, c.underscore)
            single = ord(cell.data[0]) > 0x24FF if cell.data else False
            while (not single and end < screen.columns and looks(screen.buffer[y][end]) == looks(cell)
                   and screen.buffer[y][end].data and ord(screen.buffer[y][end].data[0]) <= 0x24FF):
                end += 1
            text = "".join(screen.buffer[y][i].data for i in range(x, end))
            out += run(text, x, y, end - x, cell)
            x = end
    return "\n".join(out + ["</g>", "</svg>"]) + "\n"


def run(text, x, y, count, cell):
    ink, ground = colour(cell.fg, LETTERS), colour(cell.bg, GROUND)
    if cell.reverse:
        ink, ground = ground, ink
    left, top = 8 + x * CELL_WIDTH, 8 + y * CELL_HEIGHT
    out = []
    if ground != GROUND:
        out.append(f'<rect x="{left}" y="{top}" width="{count * CELL_WIDTH}" height="{CELL_HEIGHT}" fill="{ground}"/>')
    if not text.strip():
        return out
    code = ord(text[0])
    if 0x2800 <= code <= 0x28FF:
        places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
        for bit, (dx, dy) in enumerate(places):
            if (code - 0x2800) >> bit & 1:
                out.append(f'<circle cx="{left + 2 + 4 * dx}" cy="{top + 2.2 + 4.2 * dy:.1f}" r="1.4" fill="{ink}"/>')
    elif 0x2588 <= code <= 0x258F:
        eighths = 8 - (code - 0x2588)
        out.append(f'<rect x="{left}" y="{top + 1}" width="{eighths}" height="{CELL_HEIGHT - 2}" fill="{ink}"/>')
    else:
        weight = ' font-weight="bold"' if cell.bold else ""
        out.append(f'<text x="{left}" y="{top + 13}" fill="{ink}"{weight} textLength="{count * CELL_WIDTH}" '
                   f'lengthAdjust="spacingAndGlyphs">{escape(text)}</text>')
    return out


def main():
    folder = os.path.dirname(os.path.abspath(__file__))
    program = os.path.join(folder, "..", ".build", "release", "nnboard")
    os.makedirs(os.path.join(folder, "pictures"), exist_ok=True)
    for name, columns, rows, options, steps in SESSIONS:
        screen = play([program, "--dataset", "sample", *options], columns, rows, steps)
        path = os.path.join(folder, "pictures", name + ".svg")
        with open(path, "w", encoding="utf-8") as file:
            file.write(svg(screen))
        print(os.path.relpath(path))


if __name__ == "__main__":
    main()
