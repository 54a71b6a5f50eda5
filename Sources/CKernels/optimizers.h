// The optimizers: how a vector of parameters `w` and what is kept for them in s0, s1, s2 follow the gradient g.
//
// Each rule is two macros: the step, and the step where the gradient is zero, which may be cheaper but gives the same
// bits. The constants a to e stand as vectors of one number. Keras adds epsilon under the root in RMSprop, and beside
// it in Adam.

// a: learning rate
#define STEP_SGD w -= a * g
#define IDLE_SGD (void)w

// a: learning rate, b: momentum
#define STEP_SGD_MOMENTUM s0 = s0 * b - g * a, w += s0
#define IDLE_SGD_MOMENTUM s0 = s0 * b, w += s0
#define STEP_SGD_NESTEROV s0 = s0 * b - g * a, w += s0 * b - g * a
#define IDLE_SGD_NESTEROV s0 = s0 * b, w += s0 * b

// a: learning rate, b: rho, c: 1 - rho, d: epsilon, e: momentum
#define STEP_RMSPROP s0 = s0 * b + g * g * c, w -= g * a / SQRT(s0 + d)
#define IDLE_RMSPROP s0 = s0 * b
#define STEP_RMSPROP_MOMENTUM s0 = s0 * b + g * g * c, s1 = s1 * e + g * a / SQRT(s0 + d), w -= s1
#define IDLE_RMSPROP_MOMENTUM s0 = s0 * b, s1 = s1 * e, w -= s1
#define STEP_RMSPROP_CENTERED                                                                                        \
    s0 = s0 * b + g * g * c, s1 = s1 * b + g * c, w -= g * a / SQRT(s0 - s1 * s1 + d)
#define IDLE_RMSPROP_CENTERED s0 = s0 * b, s1 = s1 * b
#define STEP_RMSPROP_CENTERED_MOMENTUM                                                                               \
    s0 = s0 * b + g * g * c, s1 = s1 * b + g * c, s2 = s2 * e + g * a / SQRT(s0 - s1 * s1 + d), w -= s2
#define IDLE_RMSPROP_CENTERED_MOMENTUM s0 = s0 * b, s1 = s1 * b, s2 = s2 * e, w -= s2

// a: alpha, the learning rate with both bias corrections; b: 1 - beta_1, c: 1 - beta_2, d: epsilon
#define STEP_ADAM s0 += (g - s0) * b, s1 += (g * g - s1) * c, w -= s0 * a / (SQRT(s1) + d)
#define IDLE_ADAM s0 += (0 - s0) * b, s1 += (0 - s1) * c, w -= s0 * a / (SQRT(s1) + d)
#define STEP_ADAM_AMSGRAD                                                                                            \
    s0 += (g - s0) * b, s1 += (g * g - s1) * c, s2 = LARGER(s1, s2), w -= s0 * a / (SQRT(s2) + d)
#define IDLE_ADAM_AMSGRAD                                                                                            \
    s0 += (0 - s0) * b, s1 += (0 - s1) * c, s2 = LARGER(s1, s2), w -= s0 * a / (SQRT(s2) + d)

// Every rule with how many numbers it keeps for a parameter; a new one is its two macros and one line here, in the order
// of enum kernels_rule.
#define EACH_RULE(DO)                                                                                                \
    DO(SGD, 0)                                                                                                       \
    DO(SGD_MOMENTUM, 1)                                                                                              \
    DO(SGD_NESTEROV, 1)                                                                                              \
    DO(RMSPROP, 1)                                                                                                   \
    DO(RMSPROP_MOMENTUM, 2)                                                                                          \
    DO(RMSPROP_CENTERED, 2)                                                                                          \
    DO(RMSPROP_CENTERED_MOMENTUM, 3)                                                                                 \
    DO(ADAM, 2)                                                                                                      \
    DO(ADAM_AMSGRAD, 3)
