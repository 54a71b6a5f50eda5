// Adam. a: alpha, the learning rate with both bias corrections; b: 1 - beta_1, c: 1 - beta_2, d: epsilon
#define STEP_ADAM s0 += (g - s0) * b, s1 += (g * g - s1) * c, w -= s0 * a / (SQRT(s1) + d)
#define IDLE_ADAM s0 += (0 - s0) * b, s1 += (0 - s1) * c, w -= s0 * a / (SQRT(s1) + d)
#define STEP_ADAM_AMSGRAD                                                                                            \
    s0 += (g - s0) * b, s1 += (g * g - s1) * c, s2 = LARGER(s1, s2), w -= s0 * a / (SQRT(s2) + d)
#define IDLE_ADAM_AMSGRAD                                                                                            \
    s0 += (0 - s0) * b, s1 += (0 - s1) * c, s2 = LARGER(s1, s2), w -= s0 * a / (SQRT(s2) + d)
