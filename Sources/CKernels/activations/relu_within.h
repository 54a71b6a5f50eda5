// x from c to b; b above, and a (x - c) below: relu with all of Keras' arguments. Where a is 0, infinity must not become
// NaN.
ACTIVATION(relu_within, x,
    vec below = x - c; below = a * SELECT(a > SET(0.0f), below, CLAMP(below, -FLT_MAX, FLT_MAX));
    y = SELECT(x > c, x, below); y = SELECT(y > b, b, y),
    g = SELECT(x > c, g, a * g); g = SELECT(x > b, SET(0.0f), g))
