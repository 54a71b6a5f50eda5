#include "CPicture.h"

#include <CMemory.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// MARK: - The libraries

// The parts of them that are used are declared by hand: their headers would have to be installed for the build.

struct rectangle { double x, y, width, height; };
/// Only the message is looked at; before it are a 32-bit domain and a code.
struct fault { uint32_t domain; int code; char *message; };
typedef int (*cairo_writer)(void *context, const unsigned char *bytes, unsigned count);
enum { cairo_argb = 0, cairo_fine = 0, cairo_write_fault = 11 };

static struct {
    void *(*open)(const char *, size_t, struct fault **);
    int (*render)(void *, void *, const struct rectangle *, struct fault **);
    void (*unref)(void *);
    void (*error_free)(struct fault *);
    void *(*surface)(int, int, int);
    int (*surface_status)(void *);
    int (*surface_write)(void *, cairo_writer, void *);
    void (*surface_destroy)(void *);
    void *(*create)(void *);
    void (*destroy)(void *);
    const char *(*words)(int);
    /// The reason why they could not be loaded; empty if they could.
    char reason[256];
} rsvg;

static bool find(void *library, const char *name, void *function) {
    // Also finds what the library itself depends on: cairo, gobject and glib.
    void *found = dlsym(library, name);
    // POSIX has function pointers and object pointers of one size, which ISO C doesn't promise: hence a copy.
    memcpy(function, &found, sizeof found);
    if (found == NULL) snprintf(rsvg.reason, sizeof rsvg.reason, "it lacks %s", name);
    return found != NULL;
}

static void load(void) {
    void *library = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        const char *reason = dlerror();
        snprintf(rsvg.reason, sizeof rsvg.reason, "%s", reason ? reason : "it can't be opened");
        return;
    }
    (void)(find(library, "rsvg_handle_new_from_data", &rsvg.open)
        && find(library, "rsvg_handle_render_document", &rsvg.render)
        && find(library, "g_object_unref", &rsvg.unref) && find(library, "g_error_free", &rsvg.error_free)
        && find(library, "cairo_image_surface_create", &rsvg.surface)
        && find(library, "cairo_surface_status", &rsvg.surface_status)
        && find(library, "cairo_surface_write_to_png_stream", &rsvg.surface_write)
        && find(library, "cairo_surface_destroy", &rsvg.surface_destroy)
        && find(library, "cairo_create", &rsvg.create) && find(library, "cairo_destroy", &rsvg.destroy)
        && find(library, "cairo_status_to_string", &rsvg.words));
}

// MARK: - One picture

struct buffer {
    uint8_t *bytes;
    size_t count, capacity;
};

static int append(void *context, const unsigned char *bytes, unsigned count) {
    struct buffer *buffer = context;
    if (count > buffer->capacity - buffer->count) {
        size_t capacity = 2 * buffer->capacity + count;
        uint8_t *grown = realloc(buffer->bytes, capacity);
        if (grown == NULL) return cairo_write_fault;
        buffer->bytes = grown;
        buffer->capacity = capacity;
    }
    memcpy(buffer->bytes + buffer->count, bytes, count);
    buffer->count += count;
    return cairo_fine;
}

static struct picture_result failed(enum picture_status status, const char *message) {
    struct picture_result result = {.status = status};
    snprintf(result.message, sizeof result.message, "%s", message);
    return result;
}

static struct picture_result fault(struct fault *fault) {
    struct picture_result result = failed(PICTURE_FAILED, fault ? fault->message : "no reason is given");
    if (fault) rsvg.error_free(fault);
    return result;
}

static struct picture_result paint(void *drawing, void *surface, int width, int height) {
    if (rsvg.surface_status(surface) != cairo_fine)
        return failed(PICTURE_TOO_LARGE, rsvg.words(rsvg.surface_status(surface)));
    void *context = rsvg.create(surface);
    struct rectangle all = {0, 0, width, height};
    struct fault *problem = NULL;
    bool is_painted = rsvg.render(drawing, context, &all, &problem);
    rsvg.destroy(context);
    if (!is_painted) return fault(problem);

    struct buffer buffer = {0};
    int status = rsvg.surface_write(surface, append, &buffer);
    if (status != cairo_fine) {
        free(buffer.bytes);
        return failed(PICTURE_FAILED, rsvg.words(status));
    }
    return (struct picture_result){.status = PICTURE_DONE, .bytes = buffer.bytes, .count = buffer.count};
}

static struct picture_result make(const char *svg, size_t length, int width, int height) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    if (rsvg.reason[0] != '\0') return failed(PICTURE_NO_LIBRARY, rsvg.reason);

    struct fault *problem = NULL;
    void *drawing = rsvg.open(svg, length, &problem);
    if (drawing == NULL) return fault(problem);
    void *surface = rsvg.surface(cairo_argb, width, height);
    struct picture_result result = paint(drawing, surface, width, height);
    rsvg.surface_destroy(surface);
    rsvg.unref(drawing);
    return result;
}

struct picture_result picture_png(const char *svg, size_t length, int width, int height) {
    // A person who wants a picture too large for the memory is told so, and loses nothing.
    memory_set_handling(true);
    struct picture_result result = make(svg, length, width, height);
    memory_set_handling(false);
    return result;
}

void picture_free(struct picture_result *picture) {
    free(picture->bytes);
    picture->bytes = NULL;
    picture->count = 0;
}
