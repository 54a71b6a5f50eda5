// b x, and below zero b a (exp(x) - 1). TensorFlow's exp(x) - 1 is 0 above -2^-25, and the derivative is that of the right
// up to there.
ACTIVATION(selu, y,
    y = b * SELECT(x < SET(0.0f), a * EXPM1(x), x),
    g *= SELECT(y < -0x1p-25f * a * b, y + a * b, b))
