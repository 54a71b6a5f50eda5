// x / (1 + |x|), and 1 or -1 where x is infinite.
ACTIVATION(softsign, x,
    vec v = CLAMP(x, -3e38f, 3e38f); y = v / (1 + ABS(v)),
    vec v = 1 + ABS(x); g /= v; g /= v)
