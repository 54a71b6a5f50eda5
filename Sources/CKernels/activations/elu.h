// x, and below zero a (exp(x) - 1).
ACTIVATION(elu, y,
    y = SELECT(x < SET(0.0f), a * EXPM1(x), x),
    g = SELECT(y < SET(0.0f), g * (y + a), g))
