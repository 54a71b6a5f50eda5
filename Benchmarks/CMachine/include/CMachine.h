// The limits of this machine, to compare the engine with.

#ifndef CMACHINE_H
#define CMACHINE_H

// Reads b and c and writes a: a[i] = b[i] + 3·c[i], McCalpin's STREAM triad. 12 bytes and 2 operations a number.
void machine_triad(float *a, const float *b, const float *c, long count);

// Multiplies and adds in registers alone, so many times; returns how many operations that were. `level` is that of
// NNBOARD_CPU: 0 baseline, 1 v3, 2 v4, one that the processor has.
double machine_multiply_add(int level, long times);

// Seconds of the calling thread on the processor.
double machine_thread_seconds(void);

#endif
