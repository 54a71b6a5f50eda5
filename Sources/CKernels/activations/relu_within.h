// x from c to b; b above, and a (x - c) below: relu with all of Keras' arguments.
ACTIVATION(relu_within, x,
    y = SELECT(x > c, x, a * (x - c)); y = SELECT(x > b, b, y),
    g = SELECT(x > c, g, a * g); g = SELECT(x > b, SET(0.0f), g))
