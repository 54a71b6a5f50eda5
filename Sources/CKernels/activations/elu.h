// x, and below zero a (exp(x) - 1). At 0 the derivative is that of the left, as Keras has it.
ACTIVATION(elu, y,
    y = SELECT(x < SET(0.0f), a * EXPM1(x), x),
    g = SELECT(y > SET(0.0f), g, g * (y + a)))
