"""PyTorch with an EmbeddingBag: a wire is a bag of words, the kernel's rows are their embeddings."""

from workload import UNITS, WORDS

import torch
import torch_fit
from torch import nn


class Bag(nn.Module):
    def __init__(self):
        super().__init__()
        self.bag = nn.EmbeddingBag.from_pretrained(torch_fit.glorot(WORDS, UNITS), freeze=False, mode="sum")
        self.bias = nn.Parameter(torch.zeros(UNITS))

    def forward(self, shown):
        starts, columns = shown
        return self.bag(columns, starts) + self.bias


def show(split, chosen):
    starts, columns = split.rows.bags(chosen)
    return torch.from_numpy(starts), torch.from_numpy(columns)


torch_fit.run("PyTorch, EmbeddingBag", Bag, show)
