// Every elementwise activation; a new one is a file of its own and one line here.
//
// A file tells ACTIVATION the function's name, what its derivative is worked out from (x, what went in, or y, what came
// out), how y follows from x, and how the gradient g with respect to y becomes that with respect to x. Arguments stand as
// a, b and c. Whoever includes this file says by defining ACTIVATION what is made of it.

#include "elu.h"
#include "exponential.h"
#include "gelu.h"
#include "gelu_tanh.h"
#include "hard_sigmoid.h"
#include "leaky_relu.h"
#include "mish.h"
#include "relu.h"
#include "relu6.h"
#include "relu_within.h"
#include "selu.h"
#include "sigmoid.h"
#include "silu.h"
#include "softplus.h"
#include "softsign.h"
#include "tanh.h"
