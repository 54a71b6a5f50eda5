// x (1 + tanh(z)) / 2 with z = √(2/π) (x + 0.044715 x³), which is x times the sigmoid of 2z.
//
// Of the two shares, the sigmoids of 2z and of -2z, neither is 1 minus the other: that would lose the small one's digits.
// TensorFlow adds 1 to tanh(z) in float32 and so loses them below x = -2.6; its derivatives there are off by up to 4.2e-6.
#define GELU_TANH_SHARES(x)                                                                                          \
    vec v = CLAMP(x, -15, 15);                                                                                       \
    vec z = 0.7978845608028654f * (v + 0.044715f * v * v * v);                                                       \
    vec e = EXP(-2 * ABS(z));                                                                                        \
    vec larger = 1 / (1 + e);                                                                                        \
    vec smaller = e * larger;                                                                                        \
    vec share = SELECT(x < SET(0.0f), smaller, larger)

ACTIVATION(gelu_tanh, x,
    GELU_TANH_SHARES(x);
    y = SELECT(x < SET(-15.0f), SET(-15.0f), x) * share,
    GELU_TANH_SHARES(x);
    g *= share + v * smaller * larger * 1.5957691216057308f * (1 + 0.134145f * v * v))

#undef GELU_TANH_SHARES
