// The hyperbolic tangent.
ACTIVATION(tanh, y, y = TANH(x), g *= 1 - y * y)
