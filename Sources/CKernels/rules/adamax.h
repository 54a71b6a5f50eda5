// Adamax. a: learning rate, b: 1 - beta_1, c: beta_2, d: epsilon, e: 1 - beta_1^t
#define STEP_ADAMAX s0 += (g - s0) * b, s1 = LARGER(s1 * c, ABS(g)), w -= s0 * a / ((s1 + d) * e)
#define IDLE_ADAMAX s0 += (0 - s0) * b, s1 = s1 * c, w -= s0 * a / ((s1 + d) * e)
