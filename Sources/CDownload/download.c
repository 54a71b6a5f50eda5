#include "CDownload.h"
