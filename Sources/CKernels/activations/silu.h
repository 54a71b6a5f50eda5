// x times the sigmoid of x. Where the sigmoid is 0 or 1, infinity must not make it NaN.
ACTIVATION(silu, x,
    y = SELECT(x < SET(-90.0f), SET(-90.0f), x) * SIGMOID(x),
    vec e = EXP(-ABS(x));
    vec low = e / (1 + e);
    vec high = 1 / (1 + e);
    g *= SELECT(x < SET(0.0f), low, high) * (1 + CLAMP(x, -90, 90) * SELECT(x < SET(0.0f), high, low)))
