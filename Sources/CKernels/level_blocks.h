// Whole blocks: biases, and activations with their gradients.
// Included once a level by level.h, whose vectors and macros it uses.

static void LEVEL(fill_rows)(struct kernels_block block, const float *row) {
    for (long i = 0; i < block.rows; i++)
        for (long j = 0; j < block.stride; j += LANES) AT(block.values, i * block.stride + j) = AT(row, j);
}

static void LEVEL(column_sums)(struct kernels_block block, float *sums) {
    for (long j = 0; j < block.stride; j += LANES) {
        vec sum = {};
        for (long i = 0; i < block.rows; i++) sum += AT(block.values, i * block.stride + j);
        AT(sums, j) = sum;
    }
}

#define EACH_VECTOR(block, n) for (long n = 0; n < (block).rows * (block).stride; n += LANES)

// Comparisons are written so that what is not a number stays so.
static void LEVEL(relu)(struct kernels_block block) {
    EACH_VECTOR(block, n) {
        vec x = AT(block.values, n);
        AT(block.values, n) = SELECT(x < SET(0.0f), SET(0.0f), x);
    }
}

static void LEVEL(relu_gradient)(struct kernels_block gradient, const float *outputs) {
    EACH_VECTOR(gradient, n) {
        vec y = *(const vec *)(outputs + n);
        AT(gradient.values, n) = SELECT(y > SET(0.0f), AT(gradient.values, n), SET(0.0f));
    }
}

// Near 0 the polynomial of Cephes' tanhf, which keeps small numbers exact; elsewhere 1 - 2 / (exp(2x) + 1).
static void LEVEL(tanh)(struct kernels_block block) {
    EACH_VECTOR(block, n) {
        vec x = AT(block.values, n), z = x * x;
        vec p = SET(-5.70498872745e-3f);
        p = p * z + 2.06390887954e-2f;
        p = p * z + -5.37397155531e-2f;
        p = p * z + 1.33314422036e-1f;
        p = p * z + -3.33332819422e-1f;
        p = p * z * x + x;
        vec e = 2 * SELECT(x < SET(0.0f), -x, x);
        LEVEL(exp)(&e);
        vec far = 1 - 2 / (e + 1);
        far = SELECT(x < SET(0.0f), -far, far);
        AT(block.values, n) = SELECT(z < SET(0.625f * 0.625f), p, far);
    }
}

static void LEVEL(tanh_gradient)(struct kernels_block gradient, const float *outputs) {
    EACH_VECTOR(gradient, n) {
        vec y = *(const vec *)(outputs + n);
        AT(gradient.values, n) *= 1 - y * y;
    }
}

static void LEVEL(sigmoid)(struct kernels_block block) {
    EACH_VECTOR(block, n) {
        vec e = -AT(block.values, n);
        LEVEL(exp)(&e);
        AT(block.values, n) = 1 / (1 + e);
    }
}

static void LEVEL(sigmoid_gradient)(struct kernels_block gradient, const float *outputs) {
    EACH_VECTOR(gradient, n) {
        vec y = *(const vec *)(outputs + n);
        AT(gradient.values, n) *= y * (1 - y);
    }
}
