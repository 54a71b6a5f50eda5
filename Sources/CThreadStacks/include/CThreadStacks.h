// Linking this module is all: every thread of the program then has a stack of its own for signal handlers, so that a
// stack that overflows on any of them can be dealt with as other crashes are. See threads.c.
