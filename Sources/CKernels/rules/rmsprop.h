// RMSprop. a: learning rate, b: rho, c: 1 - rho, d: epsilon, e: momentum
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
