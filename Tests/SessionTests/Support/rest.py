"""Tells from outside, without a clock, whether a program at a terminal has answered all that it was sent.

The kernel says in which system call a thread sleeps (/proc/PID/task/TID/syscall, for a process's own children). A
thread that something has woken is no longer asleep there, even before it runs, so nothing can be on its way to it.
"""

import os
import select

# The calls in which poll() of the C library sleeps, by machine; an endless wait looks different in each.
POLL, PPOLL = {"x86_64": (7, 271), "aarch64": (None, 73)}.get(os.uname().machine, (None, None))
# nnboard waits for its terminal, for a wake-up from another thread, and for room to write. Within a key it waits for
# the rest of the key's sequence alone.
DESCRIPTORS = 3


class Unknown(Exception):
    """The kernel tells nothing about the program."""


def has_answered(process, inner, outer):
    """Tells whether a program has read all that was sent, has drawn its answer, and sleeps.

    The order of the three looks matters. First, nothing may be left for the program to read; select() hands over what
    the kernel still carries to it. Then its main thread must sleep where it waits for events: as it draws before it
    waits, it is done with all that it had read. Last, nothing may be left to read from it.

    process: the program's number; inner, outer: the program's end of the terminal and the other one.
    """
    return not is_readable(inner) and waits(process) and not is_readable(outer)


def is_idle(process, inner, outer):
    """Tells whether, beyond that, nothing but an event can make the program do anything: no thread has work."""
    return has_answered(process, inner, outer) and others_sleep(process) and waits(process, forever=True)


def is_readable(descriptor):
    return bool(select.select([descriptor], [], [], 0)[0])


def waits(process, forever=False):
    """Tells whether the main thread waits for events."""
    try:
        with open(f"/proc/{process}/task/{process}/syscall") as file:
            number, *arguments = file.read().split()
    except (FileNotFoundError, ProcessLookupError):
        return False
    except PermissionError as error:
        raise Unknown(f"{error}: these tests must be allowed to look at the programs that they start")
    if number not in (str(POLL), str(PPOLL)) or int(arguments[1], 16) != DESCRIPTORS:
        return False
    # poll() gets -1 for an endless wait, and ppoll() no time.
    return not forever or int(arguments[2], 16) & 0xFFFFFFFF == (0xFFFFFFFF if number == str(POLL) else 0)


def others_sleep(process):
    """Tells whether no thread but the main one has work."""
    for thread in os.listdir(f"/proc/{process}/task"):
        try:
            with open(f"/proc/{process}/task/{thread}/stat") as file:
                if file.read().rsplit(")", 1)[1].split()[0] != "S":
                    return False
        except (FileNotFoundError, ProcessLookupError):
            pass  # it has ended meanwhile
    return True
