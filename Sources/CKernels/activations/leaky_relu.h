// x, and below zero a x; a is not negative, so that y tells on which side x was.
ACTIVATION(leaky_relu, y,
    y = SELECT(x < SET(0.0f), a * x, x),
    g = SELECT(y > SET(0.0f), g, a * g))
