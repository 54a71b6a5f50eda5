// x, and below zero 0.
ACTIVATION(relu, y,
    y = SELECT(x < SET(0.0f), SET(0.0f), x),
    g = SELECT(y > SET(0.0f), g, SET(0.0f)))
