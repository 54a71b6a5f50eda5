// log(1 + exp(x)); its derivative, the sigmoid of x, is 1 - exp(-y).
ACTIVATION(softplus, y,
    y = SELECT(x < SET(0.0f), SET(0.0f), x) + LOG1P(EXP(-ABS(x))),
    g *= -EXPM1(-y))
