// Counts what a thread asks of the heap, for benchmarks and tests.
//
// Linked into a program, it stands in front of malloc and its kin and passes every request on to the C library.

#ifndef CALLOCATIONCOUNT_H
#define CALLOCATIONCOUNT_H

#include <stdbool.h>

// Tells whether requests are counted: with glibc, and without a sanitizer, which stands in malloc's place
// itself.
bool allocation_count_is_available(void);

// The number of requests for memory by the calling thread so far; memory that is given back is not counted.
long allocation_count_of_thread(void);

// The number of requests by all threads together since this was first asked for.
long allocation_count_of_process(void);

#endif
