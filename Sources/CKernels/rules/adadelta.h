// Adadelta; g becomes the step. a: learning rate, b: rho, c: 1 - rho, d: epsilon
#define STEP_ADADELTA                                                                                                \
    s0 = s0 * b + g * g * c, g *= SQRT(s1 + d) / SQRT(s0 + d), s1 = s1 * b + g * g * c, w -= g * a
#define IDLE_ADADELTA s0 = s0 * b, s1 = s1 * b
