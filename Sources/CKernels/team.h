// Work in parts, side by side.

#ifndef TEAM_H
#define TEAM_H

#include "CKernels.h"

// The smallest number of parts of which none is larger than `size`, but at most `most`. It must not depend on how
// many threads there are: where parts are summed up, the result depends on the parts.
static inline long parts_of(long count, long size, long most) {
    long parts = (count + size - 1) / size;
    return parts < 1 ? 1 : parts > most ? most : parts;
}

// The beginning of part `part` of `count` things, if every part but the last has a multiple of `unit`.
static inline long part_begin(long count, long parts, long part, long unit) {
    long size = ((count + parts - 1) / parts + unit - 1) / unit * unit, begin = part * size;
    return begin < count ? begin : count;
}

#endif
