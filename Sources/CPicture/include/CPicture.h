#ifndef CPICTURE_H
#define CPICTURE_H

#include <stddef.h>
#include <stdint.h>

enum picture_status {
    PICTURE_DONE,
    /// librsvg-2.so.2 can't be loaded; the message says why.
    PICTURE_NO_LIBRARY,
    /// The drawing can't be read, or not be painted; the message says why.
    PICTURE_FAILED,
    /// There is no memory for so many pixels.
    PICTURE_TOO_LARGE,
};

struct picture_result {
    enum picture_status status;
    /// A PNG file, to be given back to `picture_free`; NULL unless it is done.
    uint8_t *bytes;
    size_t count;
    /// A library's words, in English and without a full stop.
    char message[256];
};

/// Paints an SVG drawing as a PNG file of so many pixels. May be called from any thread.
///
/// librsvg and the 48 libraries behind it are loaded at the first call, so that a program that paints nothing starts
/// without them.
struct picture_result picture_png(const char *svg, size_t length, int width, int height);

/// Gives back what a picture took.
void picture_free(struct picture_result *picture);

#endif
