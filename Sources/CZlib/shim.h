// zlib's inflate, as Debian's zlib1g-dev installs it.
#include <zlib.h>
