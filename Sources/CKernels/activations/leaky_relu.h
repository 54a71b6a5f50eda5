// x, and below zero a x; a is not negative, so that y tells on which side x was. It may be 0, which infinity must not
// make NaN.
ACTIVATION(leaky_relu, y,
    y = SELECT(x < SET(0.0f), a * CLAMP(x, -FLT_MAX, FLT_MAX), x),
    g = SELECT(y > SET(0.0f), g, a * g))
