// 1 / (1 + exp(-x)).
ACTIVATION(sigmoid, y, y = SIGMOID(x), g *= y * (1 - y))
