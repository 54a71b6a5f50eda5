// The cross-entropy of logits, and what it shares with softmax.
// Included once a level by level.h, whose vectors and macros it uses.

// Gives the largest of a row, after filling its padding with -infinity so that it weighs nothing.
INLINE float LEVEL(largest)(float *row, long columns, long stride) {
    for (long j = columns; j < stride; j++) row[j] = -INFINITY;
    vec most = AT(row, 0);
    for (long j = LANES; j < stride; j += LANES) most = LARGER(AT(row, j), most);
    float result = most[0];
    for (int lane = 1; lane < LANES; lane++) result = most[lane] > result ? most[lane] : result;
    return result;
}

// out = exp(row - largest), with zeros in the padding; gives the sum.
INLINE float LEVEL(exponentials)(const float *row, float largest, long stride, float *out) {
    vec sums = {};
    for (long j = 0; j < stride; j += LANES) {
        vec e = EXP(*(const vec *)(row + j) - largest);
        sums += e;
        if (out) AT(out, j) = e;
    }
    float sum = 0;
    for (int lane = 0; lane < LANES; lane++) sum += sums[lane];
    return sum;
}

// `scale` is the weight of a row in the mean.
static double LEVEL(crossentropy_of_logits)(struct kernels_block outputs, struct kernels_targets targets, float scale,
                                            float *per_sample, float *gradient) {
    double total = 0;
    for (long i = 0; i < outputs.rows; i++) {
        float *row = outputs.values + i * outputs.stride;
        float *out = gradient ? gradient + i * outputs.stride : 0;
        float largest = LEVEL(largest)(row, outputs.columns, outputs.stride);
        float loss = 0;
        // The logits are read before the gradient may take their place.
        if (targets.labels) {
            float chosen = row[targets.labels[i]] - largest;
            float sum = LEVEL(exponentials)(row, largest, outputs.stride, out);
            loss = logf(sum) - chosen;
            if (out) {
                const vec share = SET(scale / sum);
                for (long j = 0; j < outputs.stride; j += LANES) AT(out, j) *= share;
                out[targets.labels[i]] -= scale;
            }
        } else {
            const float *shares = targets.rows + i * outputs.stride;
            float sum = LEVEL(exponentials)(row, largest, outputs.stride, 0);
            float log_sum = logf(sum);
            for (long j = 0; j < outputs.columns; j++) loss += shares[j] * (log_sum - (row[j] - largest));
            if (out) {
                LEVEL(exponentials)(row, largest, outputs.stride, out);
                // In the same order as above, so that a one-hot row gives what its label gives, bit for bit.
                const vec share = SET(scale / sum);
                for (long j = 0; j < outputs.stride; j += LANES) AT(out, j) *= share;
                for (long j = 0; j < outputs.columns; j++)
                    if (shares[j] != 0) out[j] -= shares[j] * scale;
            }
        }
        if (per_sample) per_sample[i] = loss;
        total += loss;
    }
    return total;
}
