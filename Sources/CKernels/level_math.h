// Functions of vectors. None is slower where a number is far out, and what is not a number stays so.
// Included once a level by level.h, whose vectors and macros it uses.

#define ABS(x) ((vec)((ivec)(x) & 0x7fffffff))
#define CLAMP(x, low, high) LEVEL(clamp)(x, low, high)
#define EXP(x) LEVEL(exp)(x)
#define EXPM1(x) LEVEL(expm1)(x)
#define LOG1P(x) LEVEL(log1p)(x)
#define TANH(x) LEVEL(tanh)(x)
#define SIGMOID(x) LEVEL(sigmoid)(x)
#define NORMAL(x, density) LEVEL(normal)(x, density)

INLINE vec LEVEL(clamp)(vec x, float low, float high) {
    x = SELECT(x < SET(low), SET(low), x);
    return SELECT(x > SET(high), SET(high), x);
}

// exp(x + rest) in two parts: gives exp(r) - 1 and sets *power to 2^n, where x + rest = r + n ln 2 and r is small. x is
// from -87.3 to 88. Cody and Waite's reduction with the polynomial of Cephes' expf (Moshier, 1989).
INLINE vec LEVEL(exp_parts)(vec x, vec rest, vec *power) {
    const vec magic = SET(12582912.0f);
    // Adding and taking away 1.5 · 2^23 rounds to a whole number at every level.
    vec shifted = x * 1.44269504088896341f + magic;
    vec n = shifted - magic;
    vec r = x - n * 0.693359375f - n * -2.12194440e-4f + rest;
    vec p = SET(1.9875691500e-4f);
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    *power = (vec)(((ivec)shifted - (ivec)magic + 127) << 23);
    return p * r * r + r;
}

// exp(x + rest) to about one unit in the last place; 0 where x is below -87.3 and the result would be subnormal, and
// 1.7e38 where x is above 88.
INLINE vec LEVEL(exp_of_sum)(vec x, vec rest) {
    vec power, part = LEVEL(exp_parts)(CLAMP(x, -87.3f, 88.0f), rest, &power);
    return SELECT(x < SET(-87.3f), SET(0.0f), (part + 1) * power);
}

INLINE vec LEVEL(exp)(vec x) { return LEVEL(exp_of_sum)(x, SET(0.0f)); }

// exp(x) - 1 for x up to 88, exact to the last places where x is small.
INLINE vec LEVEL(expm1)(vec x) {
    vec power, part = LEVEL(exp_parts)(CLAMP(x, -87.3f, 88.0f), SET(0.0f), &power);
    return part * power + (power - 1);
}

// log(1 + x) for x from 0 to 1: twice the area tangent of s = x / (2 + x). The polynomial in s² is fitted to its series
// (relative error 5e-9).
INLINE vec LEVEL(log1p)(vec x) {
    vec s = x / (x + 2), z = s * s;
    vec p = SET(0.14012233f);
    p = p * z + 0.1399957f;
    p = p * z + 0.2001085f;
    p = p * z + 0.33333207f;
    return 2 * (p * z * s + s);
}

// Near 0 the polynomial of Cephes' tanhf, which keeps small numbers exact; elsewhere 1 - 2 / (exp(2x) + 1).
INLINE vec LEVEL(tanh)(vec x) {
    vec z = x * x;
    vec p = SET(-5.70498872745e-3f);
    p = p * z + 2.06390887954e-2f;
    p = p * z + -5.37397155531e-2f;
    p = p * z + 1.33314422036e-1f;
    p = p * z + -3.33332819422e-1f;
    p = p * z * x + x;
    vec far = 1 - 2 / (EXP(2 * ABS(x)) + 1);
    far = SELECT(x < SET(0.0f), -far, far);
    return SELECT(z < SET(0.625f * 0.625f), p, far);
}

// 1 / (1 + exp(-x)). Of exp(x) and exp(-x) the smaller is taken, so that neither end loses digits.
INLINE vec LEVEL(sigmoid)(vec x) {
    vec e = EXP(-ABS(x));
    return SELECT(x < SET(0.0f), e, SET(1.0f)) / (1 + e);
}

// Φ(x), the share of a standard normal distribution that lies below x, and the distribution's density at x.
//
// The tail beyond z = |x| is exp(-z²/2) times half the scaled complementary error function of z / √2, which a polynomial
// in (z - 5/2) / (z + 5/2) approximates over the whole range (after Shepherd and Laframboise, 1981; fitted again,
// relative error 1.5e-8).
INLINE vec LEVEL(normal)(vec x, vec *density) {
    // Beyond 14 the tail is 0 in float32.
    vec z = ABS(x);
    z = SELECT(z > SET(14.0f), SET(14.0f), z);
    vec inverse = 1 / (z + 2.5f), t = (z - 2.5f) * inverse;
    vec p = SET(-1.5608219827542992e-4f);
    p = p * t + -3.0876412472720403e-4f;
    p = p * t + 6.842412416719051e-4f;
    p = p * t + 2.5215959354993123e-3f;
    p = p * t + -1.6013547413739017e-3f;
    p = p * t + -1.6385596873578816e-2f;
    p = p * t + 9.236024614352826e-3f;
    p = p * t + 1.3198693157856276e-1f;
    p = p * t + -4.336920203442341e-1f;
    p = p * t + 7.066566605031221e-1f;
    // z² in two parts, the first of which is exact: a rounding of z² would grow with z² in the exponential.
    vec head = (vec)((ivec)z & ~0xfff);
    vec e = LEVEL(exp_of_sum)(-0.5f * head * head, -0.5f * (z - head) * (z + head));
    *density = e * 0.3989422804014327f;
    vec tail = e * p * inverse;
    return SELECT(x < SET(0.0f), tail, 1 - tail);
}
