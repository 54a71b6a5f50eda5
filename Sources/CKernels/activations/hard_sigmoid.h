// (x + 3) / 6 within 0 and 1.
ACTIVATION(hard_sigmoid, y,
    y = CLAMP(x + 3, 0, 6) / 6,
    g = SELECT((y > SET(0.0f)) & (y < SET(1.0f)), g / 6, SET(0.0f)))
