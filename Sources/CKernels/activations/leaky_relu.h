// x, and below zero a x; a is not negative, so that y tells on which side x was. Where a is 0, infinity must not become
// NaN.
ACTIVATION(leaky_relu, y,
    y = SELECT(x < SET(0.0f), a * SELECT(a > SET(0.0f), x, CLAMP(x, -FLT_MAX, FLT_MAX)), x),
    g = SELECT(y > SET(0.0f), g, a * g))
