"""scikit-learn's MLPClassifier on sparse rows, an epoch at a time so that validation comes after each."""

from workload import BATCH, CLASSES, EPOCHS, UNITS, Stopwatch, judge, load, options, report

import numpy as np
import sklearn
from sklearn.neural_network import MLPClassifier

given = options()
train, validation, test = load(given.data)
rows, unseen = train.rows.csr(), validation.rows.csr()

# alpha is an l2 penalty that the other peers have not.
model = MLPClassifier((UNITS, UNITS), solver="adam", alpha=0, batch_size=BATCH, random_state=given.seed)
with Stopwatch() as watch:
    for _ in range(EPOCHS):
        model.partial_fit(rows, train.labels, classes=np.arange(CLASSES))
        measured = judge(model.predict_proba(unseen), validation.labels)

report("scikit-learn, sparse rows", {"scikit-learn": sklearn.__version__}, watch, measured,
       judge(model.predict_proba(test.rows.csr()), test.labels))
