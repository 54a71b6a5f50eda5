// x tanh(softplus(x)). With n = exp(-|x|) the hyperbolic tangent is (1 + 2n) / (1 + 2n + 2n²) where x is positive and
// (n² + 2n) / (n² + 2n + 2) elsewhere: no logarithm is needed, and no digits are lost at either end.
ACTIVATION(mish, x,
    vec n = EXP(-ABS(x));
    vec low = n * (n + 2);
    vec high = 1 + 2 * n;
    y = SELECT(x < SET(-90.0f), SET(-90.0f), x)
        * (SELECT(x < SET(0.0f), low, high) / SELECT(x < SET(0.0f), low + 2, high + 2 * n * n)),
    vec n = EXP(-ABS(x));
    vec low = n * (n + 2);
    vec high = 1 + 2 * n;
    vec whole = 1 / SELECT(x < SET(0.0f), low + 2, high + 2 * n * n);
    vec slope = 4 * n * (1 + n) * SELECT(x < SET(0.0f), SET(1.0f), n) * whole * whole;
    g *= SELECT(x < SET(0.0f), low, high) * whole + CLAMP(x, -90, 90) * slope)
