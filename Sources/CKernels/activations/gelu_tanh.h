// x (1 + tanh(u)) / 2 with u = √(2/π) (x + 0.044715 x³), which is x times the sigmoid of 2u.
//
// TensorFlow's tanh is -1 from u = -7.998811 down, which makes 0 of the function and of its derivative there; by the
// formula the latter still reaches -2e-6.
#define GELU_TANH_SHARE(x)                                                                                           \
    vec v = CLAMP(x, -15, 15);                                                                                       \
    vec u = 0.7978845608028654f * (v + 0.044715f * v * v * v);                                                       \
    vec share = SELECT(u > SET(-7.998811f), SIGMOID(2 * u), u - u)

ACTIVATION(gelu_tanh, x,
    GELU_TANH_SHARE(x);
    y = SELECT(x < SET(-15.0f), SET(-15.0f), x) * share,
    GELU_TANH_SHARE(x);
    g *= share + v * share * (1 - share) * 1.5957691216057308f * (1 + 0.134145f * v * v))

#undef GELU_TANH_SHARE
