// x (1 + tanh(u)) / 2 with u = √(2/π) (x + 0.044715 x³), which is x times the sigmoid of 2u.
ACTIVATION(gelu_tanh, x,
    vec v = CLAMP(x, -15, 15);
    y = SELECT(x < SET(-15.0f), SET(-15.0f), x)
        * SIGMOID(1.5957691216057308f * (v + 0.044715f * v * v * v)),
    vec v = CLAMP(x, -15, 15);
    vec s = SIGMOID(1.5957691216057308f * (v + 0.044715f * v * v * v));
    g *= s + v * s * (1 - s) * 1.5957691216057308f * (1 + 0.134145f * v * v))
