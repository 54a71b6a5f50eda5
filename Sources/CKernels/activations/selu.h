// b x, and below zero b a (exp(x) - 1).
ACTIVATION(selu, y,
    y = b * SELECT(x < SET(0.0f), a * EXPM1(x), x),
    g *= SELECT(y < SET(0.0f), y + a * b, b))
