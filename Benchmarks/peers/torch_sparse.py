"""PyTorch with torch.sparse.mm: the rows of a batch as a sparse matrix."""

from workload import UNITS, WORDS

import numpy as np
import torch
import torch_fit
from torch import nn


class Sparse(nn.Module):
    def __init__(self):
        super().__init__()
        self.kernel = nn.Parameter(torch_fit.glorot(WORDS, UNITS))
        self.bias = nn.Parameter(torch.zeros(UNITS))

    def forward(self, rows):
        return torch.sparse.mm(rows, self.kernel) + self.bias


def show(split, chosen):
    starts, columns = split.rows.bags(chosen)
    places = np.repeat(np.arange(len(chosen)), np.diff(np.append(starts, len(columns))))
    return torch.sparse_coo_tensor(
        torch.from_numpy(np.stack([places, columns])), torch.ones(len(columns)), (len(chosen), WORDS),
        is_coalesced=True, check_invariants=False)


torch_fit.run("PyTorch, torch.sparse.mm", Sparse, show)
