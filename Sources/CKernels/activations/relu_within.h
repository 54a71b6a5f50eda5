// x from c to b; b above, and a (x - c) below: relu with all of Keras' arguments. An a of 0 makes 0 of infinity, too.
ACTIVATION(relu_within, x,
    y = SELECT(x > c, x, a * CLAMP(x - c, -FLT_MAX, FLT_MAX)); y = SELECT(y > b, b, y),
    g = SELECT(x > c, g, a * g); g = SELECT(x > b, SET(0.0f), g))
