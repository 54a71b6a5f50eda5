// The optimizers: how a vector of parameters `w` and what is kept for them in s0, s1, s2 follow the gradient g.
//
// Each rule is two macros in a file of rules/: the step, and the step where the gradient is zero, which may be cheaper
// but gives the same bits. The constants a to f stand as vectors of one number. Keras adds epsilon under the root in
// RMSprop, Adagrad and Adadelta, and next to it in the kin of Adam.

#include "rules/adadelta.h"
#include "rules/adagrad.h"
#include "rules/adam.h"
#include "rules/adamax.h"
#include "rules/nadam.h"
#include "rules/rmsprop.h"
#include "rules/sgd.h"

// The numbers of a step, as vectors of one number each.
#define CONSTANTS(u)                                                                                                 \
    const vec a = SET((u).a), b = SET((u).b), c = SET((u).c), d = SET((u).d), e = SET((u).e), f = SET((u).f);        \
    (void)a, (void)b, (void)c, (void)d, (void)e, (void)f;

// Every rule with how many numbers it keeps for a parameter; a new one is its two macros and one line here.
#define EACH_RULE(DO)                                                                                                \
    DO(SGD, 0)                                                                                                       \
    DO(SGD_MOMENTUM, 1)                                                                                              \
    DO(SGD_NESTEROV, 1)                                                                                              \
    DO(RMSPROP, 1)                                                                                                   \
    DO(RMSPROP_MOMENTUM, 2)                                                                                          \
    DO(RMSPROP_CENTERED, 2)                                                                                          \
    DO(RMSPROP_CENTERED_MOMENTUM, 3)                                                                                 \
    DO(ADAM, 2)                                                                                                      \
    DO(ADAM_AMSGRAD, 3)                                                                                              \
    DO(ADAGRAD, 1)                                                                                                   \
    DO(ADAMAX, 2)                                                                                                    \
    DO(NADAM, 2)                                                                                                     \
    DO(ADADELTA, 2)

enum kernels_rule {
#define RULE(NAME, SLOTS) KERNELS_##NAME,
    EACH_RULE(RULE)
#undef RULE
    KERNELS_RULES
};
