// exp(x). Above 88 it is the square of exp(x / 2), which reaches infinity where the exponential does.
ACTIVATION(exponential, y,
    y = EXP(x); vec root = EXP(x * 0.5f); y = SELECT(x > SET(88.0f), root * root, y),
    g *= y)
