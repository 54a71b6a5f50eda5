// Nadam. a and b: what the mean gradient and the gradient itself have of the step, the learning rate included;
// c: 1 - beta_1, d: 1 - beta_2, e: 1 / (1 - beta_2^t), f: epsilon
#define STEP_NADAM s0 += (g - s0) * c, s1 += (g * g - s1) * d, w -= (s0 * a + g * b) / (SQRT(s1 * e) + f)
#define IDLE_NADAM s0 += (0 - s0) * c, s1 += (0 - s1) * d, w -= s0 * a / (SQRT(s1 * e) + f)
