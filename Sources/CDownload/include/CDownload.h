#ifndef CDOWNLOAD_H
#define CDOWNLOAD_H
#endif
