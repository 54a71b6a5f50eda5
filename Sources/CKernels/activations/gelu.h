// x Φ(x), with Φ the normal distribution. Where Φ is 0, infinity must not make it NaN.
ACTIVATION(gelu, x,
    vec density; y = SELECT(x < SET(-15.0f), SET(-15.0f), x) * NORMAL(x, &density),
    vec density; vec share = NORMAL(x, &density); g *= share + CLAMP(x, -15, 15) * density)
