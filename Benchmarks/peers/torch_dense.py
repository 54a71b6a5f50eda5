"""PyTorch with dense rows."""

from workload import UNITS, WORDS

import torch
import torch_fit
from torch import nn


def first():
    layer = nn.Linear(WORDS, UNITS)
    layer.weight.data = torch_fit.glorot(UNITS, WORDS)
    nn.init.zeros_(layer.bias)
    return layer


def show(split, chosen):
    if not hasattr(split, "dense"):
        split.dense = torch.from_numpy(split.rows.dense())
    return split.dense[torch.from_numpy(chosen)]


torch_fit.run("PyTorch, dense", first, show)
