// Adagrad. a: learning rate, b: epsilon
#define STEP_ADAGRAD s0 += g * g, w -= g * a / SQRT(s0 + b)
#define IDLE_ADAGRAD (void)w
