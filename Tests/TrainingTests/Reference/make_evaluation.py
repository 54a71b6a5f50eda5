"""Makes evaluation.json: what scikit-learn makes of invented probabilities, labels and numbers.

Needs scikit-learn 1.8 or later:  python make_evaluation.py evaluation.json

Nothing in it is measured: scores are drawn at random, those of the right class raised a little, and one class of the
first case has no samples, so that something is divided by zero.
"""

import json
import sys
import warnings

import numpy as np
import sklearn
from sklearn import metrics
from sklearn.calibration import _TemperatureScaling, calibration_curve

warnings.simplefilter("ignore")


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def temperature(scores, labels):
    # What CalibratedClassifierCV(method="temperature") uses; by itself it takes classes without samples.
    return float(1 / _TemperatureScaling().fit(scores, labels).beta_)


def reliability(probabilities, labels, bins):
    """The bins that have samples; the errors follow from them by their definition (Guo et al., 2017)."""
    confidence = probabilities.max(axis=1)
    hits = (probabilities.argmax(axis=1) == labels).astype(int)
    accuracy, mean_confidence = calibration_curve(hits, confidence, n_bins=bins)
    place = np.searchsorted(np.linspace(0, 1, bins + 1)[1:-1], confidence)
    counts = np.bincount(place, minlength=bins)
    weights = counts[counts > 0] / len(labels)
    gaps = np.abs(accuracy - mean_confidence)
    return {
        "bins": bins, "counts": counts.tolist(), "accuracy": accuracy.tolist(), "confidence": mean_confidence.tolist(),
        "expected_error": float((weights * gaps).sum()), "maximum_error": float(gaps.max())}


def case(random, samples, classes, sharpness, skew, spared=()):
    shares = np.array([0.0 if label in spared else skew**label for label in range(classes)])
    labels = random.choice(classes, samples, p=shares / shares.sum())
    scores = random.standard_normal((samples, classes)) * sharpness
    scores[np.arange(samples), labels] += sharpness
    scores[:, classes - 1] -= 4 * sharpness  # Nobody says the last class.
    scores = scores.astype(np.float32).astype(np.float64)
    probabilities = softmax(scores).astype(np.float32).astype(np.float64)
    answers = probabilities.argmax(axis=1)
    every = np.arange(classes)
    report = metrics.classification_report(labels, answers, output_dict=True, zero_division=0)
    by_class = metrics.precision_recall_fscore_support(labels, answers, labels=every, zero_division=0)
    keys = ["precision", "recall", "f1-score", "support"]
    result = {
        "classes": classes, "labels": labels.tolist(), "scores": scores.tolist(),
        "probabilities": probabilities.tolist(),
        "confusion": {
            str(name): metrics.confusion_matrix(labels, answers, labels=every, normalize=name).tolist()
            for name in (None, "true", "pred", "all")},
        "precision": by_class[0].tolist(), "recall": by_class[1].tolist(), "f1": by_class[2].tolist(),
        "support": by_class[3].tolist(),
        "macro": [report["macro avg"][key] for key in keys],
        "weighted": [report["weighted avg"][key] for key in keys],
        "accuracy": metrics.accuracy_score(labels, answers),
        "reliability": [reliability(probabilities, labels, bins) for bins in (10, 15)],
        # scikit-learn wants probabilities that sum to 1 in 64 bits.
        "brier": metrics.brier_score_loss(labels, softmax(scores), labels=every, scale_by_half=False),
        "log_loss": metrics.log_loss(labels, softmax(scores), labels=every),
        "temperature": temperature(scores, labels),
    }
    scaled = softmax(scores / result["temperature"])
    result["scaled_log_loss"] = metrics.log_loss(labels, scaled, labels=every)
    result["scaled_expected_error"] = reliability(scaled, labels, 15)["expected_error"]
    if classes > 2:
        result["top_k"] = [
            metrics.top_k_accuracy_score(labels, probabilities, k=k, labels=every)
            for k in range(1, min(10, classes - 1) + 1)]
    return result


def values(random, samples, columns):
    truth = random.standard_normal((samples, columns)).astype(np.float32).astype(np.float64)
    given = (truth + 0.4 * random.standard_normal((samples, columns))).astype(np.float32).astype(np.float64)
    return {
        "truth": truth.tolist(), "given": given.tolist(),
        "mean_absolute_error": metrics.mean_absolute_error(truth, given),
        "root_mean_squared_error": metrics.root_mean_squared_error(truth.ravel(), given.ravel()),
        "r2": metrics.r2_score(truth, given)}


def main():
    random = np.random.default_rng(6)
    result = {
        "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
        "cases": [
            case(random, 120, 12, 3.0, 0.8, spared=[4]), case(random, 200, 5, 0.5, 0.9), case(random, 80, 3, 3.0, 1.0),
            case(random, 60, 2, 0.4, 1.0)],
        "values": [values(random, 50, 1), values(random, 30, 3)],
    }
    with open(sys.argv[1], "w") as file:
        json.dump(result, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    main()
