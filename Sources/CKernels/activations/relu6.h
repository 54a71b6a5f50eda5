// x within 0 and 6.
ACTIVATION(relu6, y,
    y = CLAMP(x, 0, 6),
    g = SELECT((y > SET(0.0f)) & (y < SET(6.0f)), g, SET(0.0f)))
