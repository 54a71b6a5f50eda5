// The plain tuned loop: workload R with nothing around it, as one would write it for this one network.
//
//     plain ROWS SEED    (ROWS is written by table.py)
//
// The first layer gathers and scatters rows of 64 floats, kept in registers and fetched ahead; the other products are
// OpenBLAS'; Adam is one vectorized pass over all weights, which also clears the gradient. Prints one line of JSON, as
// the other peers do.

#include <cblas.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

extern void openblas_set_num_threads(int);
extern char *openblas_get_config(void);

enum { WORDS = 10000, UNITS = 64, CLASSES = 46, BATCH = 512, EPOCHS = 20, AHEAD = 8 };

// MARK: - Data

struct split {
    int32_t count, *offsets, *columns, *labels;
};

static int32_t *numbers(FILE *file, long count, long spare) {
    int32_t *result = calloc(count + spare, sizeof *result);
    if (!result || fread(result, sizeof *result, count, file) != (size_t)count) {
        fputs("plain: the file of rows is cut short\n", stderr);
        exit(1);
    }
    return result;
}

static struct split read_split(FILE *file) {
    int32_t *sizes = numbers(file, 2, 0);
    struct split split = {.count = sizes[0]};
    split.offsets = numbers(file, sizes[0] + 1, 0);
    split.columns = numbers(file, sizes[1], AHEAD);  // Any row is fetched ahead of the last one.
    split.labels = numbers(file, sizes[0], 0);
    free(sizes);
    return split;
}

// MARK: - The network

// All weights stand in one array, and so do the gradient and Adam's two moments, in the same order.
enum {
    KERNEL1 = 0, BIAS1 = KERNEL1 + WORDS * UNITS, KERNEL2 = BIAS1 + UNITS, BIAS2 = KERNEL2 + UNITS * UNITS,
    KERNEL3 = BIAS2 + UNITS, BIAS3 = KERNEL3 + UNITS * CLASSES, WEIGHTS = BIAS3 + CLASSES
};
static float *weights, *gradient, *moment, *square;

// The outputs of the layers for a batch, and the derivatives of the loss with respect to their sums.
static float first[BATCH * UNITS] __attribute__((aligned(64))), second[BATCH * UNITS], output[BATCH * CLASSES];
static float first_delta[BATCH * UNITS] __attribute__((aligned(64))), second_delta[BATCH * UNITS];

static void fetch_row(const float *row) {
    for (int unit = 0; unit < UNITS; unit += 16) __builtin_prefetch(row + unit);
}

static void forward_first(const struct split *split, const int32_t *rows, int batch) {
    for (int i = 0; i < batch; i++) {
        float sums[UNITS];
        memcpy(sums, weights + BIAS1, sizeof sums);
        const int32_t *column = split->columns + split->offsets[rows[i]];
        const int32_t *end = split->columns + split->offsets[rows[i] + 1];
        for (; column < end; column++) {
            fetch_row(weights + KERNEL1 + (long)column[AHEAD] * UNITS);
            const float *row = weights + KERNEL1 + (long)*column * UNITS;
            for (int unit = 0; unit < UNITS; unit++) sums[unit] += row[unit];
        }
        for (int unit = 0; unit < UNITS; unit++) first[i * UNITS + unit] = sums[unit] > 0 ? sums[unit] : 0;
    }
}

static void fill(float *rows, int batch, const float *bias, int units) {
    for (int i = 0; i < batch; i++) memcpy(rows + i * units, bias, units * sizeof *bias);
}

// Runs a batch and leaves probabilities in `output`; returns the sum of the losses, and how many are right in `right`.
static double forward(const struct split *split, const int32_t *rows, int batch, int *right) {
    forward_first(split, rows, batch);
    fill(second, batch, weights + BIAS2, UNITS);
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, batch, UNITS, UNITS, 1, first, UNITS, weights + KERNEL2,
                UNITS, 1, second, UNITS);
    for (int n = 0; n < batch * UNITS; n++) second[n] = second[n] > 0 ? second[n] : 0;
    fill(output, batch, weights + BIAS3, CLASSES);
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, batch, CLASSES, UNITS, 1, second, UNITS, weights + KERNEL3,
                CLASSES, 1, output, CLASSES);
    double loss = 0;
    for (int i = 0; i < batch; i++) {
        float *row = output + i * CLASSES, largest = row[0], sum = 0;
        int label = split->labels[rows[i]];
        for (int class = 1; class < CLASSES; class++) largest = row[class] > largest ? row[class] : largest;
        *right += row[label] == largest;
        float logit = row[label] - largest;
        for (int class = 0; class < CLASSES; class++) sum += row[class] = expf(row[class] - largest);
        for (int class = 0; class < CLASSES; class++) row[class] *= 1 / sum;
        loss += logf(sum) - logit;
    }
    return loss;
}

static void behind_relu(float *delta, const float *outputs, int batch, float *bias_gradient) {
    for (int i = 0; i < batch; i++)
        for (int unit = 0; unit < UNITS; unit++) {
            int n = i * UNITS + unit;
            delta[n] = outputs[n] > 0 ? delta[n] : 0;
            bias_gradient[unit] += delta[n];
        }
}

// Leaves the gradient of the mean loss in `gradient`, which must be clear.
static void backward(const struct split *split, const int32_t *rows, int batch) {
    for (int i = 0; i < batch; i++) {
        float *row = output + i * CLASSES;
        row[split->labels[rows[i]]] -= 1;
        for (int class = 0; class < CLASSES; class++) gradient[BIAS3 + class] += row[class] *= 1.0f / batch;
    }
    cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, UNITS, CLASSES, batch, 1, second, UNITS, output, CLASSES, 0,
                gradient + KERNEL3, CLASSES);
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, batch, UNITS, CLASSES, 1, output, CLASSES, weights + KERNEL3,
                CLASSES, 0, second_delta, UNITS);
    behind_relu(second_delta, second, batch, gradient + BIAS2);
    cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, UNITS, UNITS, batch, 1, first, UNITS, second_delta, UNITS, 0,
                gradient + KERNEL2, UNITS);
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, batch, UNITS, UNITS, 1, second_delta, UNITS, weights + KERNEL2,
                UNITS, 0, first_delta, UNITS);
    behind_relu(first_delta, first, batch, gradient + BIAS1);
    for (int i = 0; i < batch; i++) {
        float delta[UNITS];
        memcpy(delta, first_delta + i * UNITS, sizeof delta);
        const int32_t *column = split->columns + split->offsets[rows[i]];
        const int32_t *end = split->columns + split->offsets[rows[i] + 1];
        for (; column < end; column++) {
            fetch_row(gradient + KERNEL1 + (long)column[AHEAD] * UNITS);
            float *row = gradient + KERNEL1 + (long)*column * UNITS;
            for (int unit = 0; unit < UNITS; unit++) row[unit] += delta[unit];
        }
    }
}

static void adam(int step) {
    float alpha = 0.001f * sqrtf(1 - powf(0.999f, step)) / (1 - powf(0.9f, step));
    for (long n = 0; n < WEIGHTS; n++) {
        float g = gradient[n];
        moment[n] += (g - moment[n]) * 0.1f;
        square[n] += (g * g - square[n]) * 0.001f;
        weights[n] -= alpha * moment[n] / (sqrtf(square[n]) + 1e-7f);
        gradient[n] = 0;
    }
}

// MARK: - The run

static uint64_t state;

static uint32_t random_number(void) {  // The upper half of Steele, Lea and Flood's splitmix64 (2014).
    uint64_t z = state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return (z ^ z >> 31) >> 32;
}

static float *room(void) {
    float *result = aligned_alloc(64, (WEIGHTS * sizeof *result + 63) / 64 * 64);
    if (!result) exit(1);
    return memset(result, 0, WEIGHTS * sizeof *result);
}

static void glorot(int start, int inputs, int units) {
    float limit = sqrtf(6.0f / (inputs + units));
    for (int n = 0; n < inputs * units; n++) weights[start + n] = (random_number() * 0x1p-31f - 1) * limit;
}

static double seconds(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec + time.tv_nsec * 1e-9;
}

struct measured {
    double loss, accuracy;
};

static struct measured measure(const struct split *split) {
    double loss = 0;
    int right = 0;
    for (int start = 0; start < split->count; start += BATCH) {
        int batch = split->count - start < BATCH ? split->count - start : BATCH;
        int32_t rows[BATCH];
        for (int i = 0; i < batch; i++) rows[i] = start + i;
        loss += forward(split, rows, batch, &right);
    }
    return (struct measured){loss / split->count, (double)right / split->count};
}

int main(int count, char **arguments) {
    FILE *file = count > 1 ? fopen(arguments[1], "rb") : NULL;
    if (!file) {
        fputs("plain: give it the file of rows that table.py writes\n", stderr);
        return 1;
    }
    state = count > 2 ? strtoull(arguments[2], NULL, 10) : 1;
    openblas_set_num_threads(1);
    struct split train = read_split(file), validation = read_split(file), test = read_split(file);
    fclose(file);
    weights = room(), gradient = room(), moment = room(), square = room();
    glorot(KERNEL1, WORDS, UNITS);
    glorot(KERNEL2, UNITS, UNITS);
    glorot(KERNEL3, UNITS, CLASSES);
    int32_t *order = calloc(train.count, sizeof *order);
    if (!order) return 1;
    for (int i = 0; i < train.count; i++) order[i] = i;

    struct measured unseen = {0};
    double loss = 0;
    int right = 0, step = 0;
    double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID), wall = seconds(CLOCK_MONOTONIC);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        for (int last = train.count - 1; last > 0; last--) {
            int other = random_number() % (last + 1);
            int32_t row = order[last];
            order[last] = order[other], order[other] = row;
        }
        for (int start = 0; start < train.count; start += BATCH) {
            int batch = train.count - start < BATCH ? train.count - start : BATCH;
            loss += forward(&train, order + start, batch, &right);
            backward(&train, order + start, batch);
            adam(++step);
        }
        unseen = measure(&validation);
    }
    cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu, wall = seconds(CLOCK_MONOTONIC) - wall;

    struct measured tested = measure(&test);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("{\"name\": \"plain tuned loop\", \"versions\": {\"openblas\": \"%s\", \"cc\": \"%s\"}, \"fit_cpu\": %.4f, "
           "\"fit_wall\": %.4f, \"peak_rss_mb\": %.1f, \"val_loss\": %.6f, \"val_accuracy\": %.6f, \"test_loss\": %.6f, "
           "\"test_accuracy\": %.6f, \"train_loss\": %.6f}\n",
           openblas_get_config(), __VERSION__, cpu, wall, usage.ru_maxrss / 1024.0, unseen.loss, unseen.accuracy,
           tested.loss, tested.accuracy, loss / (EPOCHS * (double)train.count));
}
