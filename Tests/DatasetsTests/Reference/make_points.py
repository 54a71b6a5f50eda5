"""Writes points.json: what scikit-learn's make_moons and make_circles draw.

Run in this folder: python3 make_points.py (it was made with scikit-learn 1.9.1, numpy 2.4.6).
"""

import json

from sklearn.datasets import make_circles, make_moons

cases = []
for count, noise, seed in [(7, 0.0, 1), (12, 0.2, 1), (9, 0.1, 30)]:
    for name, draw in [
        ("moons", make_moons),
        ("circles", lambda **arguments: make_circles(factor=0.5, **arguments)),
    ]:
        points, labels = draw(n_samples=count, noise=noise, random_state=seed)
        cases.append(
            {
                "term": f"{name}(count={count}, noise={noise}, seed={seed})",
                "points": points.tolist(),
                "labels": labels.tolist(),
            }
        )

with open("points.json", "w") as out:
    out.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
