// Gradient descent. a: learning rate, b: momentum
#define STEP_SGD w -= a * g
#define IDLE_SGD (void)w
#define STEP_SGD_MOMENTUM s0 = s0 * b - g * a, w += s0
#define IDLE_SGD_MOMENTUM s0 = s0 * b, w += s0
#define STEP_SGD_NESTEROV s0 = s0 * b - g * a, w += s0 * b - g * a
#define IDLE_SGD_NESTEROV s0 = s0 * b, w += s0 * b
