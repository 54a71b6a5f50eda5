"""The loop that the three PyTorch peers share; they differ in how the first layer is shown its rows."""

from workload import BATCH, CLASSES, EPOCHS, UNITS, Stopwatch, load, options, report

import numpy as np
import torch
from torch import nn

torch.set_num_threads(1)
torch.set_num_interop_threads(1)


def glorot(*shape):
    """Keras' first weights, since PyTorch's own for an EmbeddingBag are far too large here."""
    return nn.init.xavier_uniform_(torch.empty(*shape))


class Network(nn.Module):
    """`first` turns what `show` made of the rows into [batch, UNITS]; the rest is the same for all."""

    def __init__(self, first):
        super().__init__()
        self.first = first
        self.hidden = nn.Linear(UNITS, UNITS)
        self.last = nn.Linear(UNITS, CLASSES)
        for layer in (self.hidden, self.last):
            layer.weight.data = glorot(*layer.weight.shape)
            nn.init.zeros_(layer.bias)

    def forward(self, shown):
        return self.last(torch.relu(self.hidden(torch.relu(self.first(shown)))))


def batches(order):
    return [order[start:start + BATCH] for start in range(0, len(order), BATCH)]


@torch.no_grad()
def measure(network, show, split):
    loss, right = 0.0, 0
    for chosen in batches(np.arange(len(split))):
        logits, labels = network(show(split, chosen)), torch.from_numpy(split.labels[chosen])
        loss += nn.functional.cross_entropy(logits, labels, reduction="sum").item()
        right += (logits.argmax(1) == labels).sum().item()
    return loss / len(split), right / len(split)


def run(name, first, show):
    """Trains and reports.

    first: makes the first layer.
    show(split, chosen): what the first layer is given for the chosen rows of a split.
    """
    given = options()
    torch.manual_seed(given.seed)
    order = np.random.default_rng(given.seed)
    train, validation, test = load(given.data)
    for split in (train, validation, test):
        show(split, np.arange(1))  # What is made of a split once and for all belongs to loading.
    network = Network(first())
    optimizer = torch.optim.Adam(network.parameters(), lr=0.001, eps=1e-7, fused=given.fused or None)
    with Stopwatch() as watch:
        for _ in range(EPOCHS):
            loss, right = 0.0, 0
            for chosen in batches(order.permutation(len(train))):
                labels = torch.from_numpy(train.labels[chosen])
                logits = network(show(train, chosen))
                mean = nn.functional.cross_entropy(logits, labels)
                optimizer.zero_grad(set_to_none=True)
                mean.backward()
                optimizer.step()
                loss += mean.item() * len(chosen)
                right += (logits.argmax(1) == labels).sum().item()
            measured = measure(network, show, validation)
    name += ", fused Adam" if given.fused else ""
    report(name, {"torch": torch.__version__}, watch, measured, measure(network, show, test))
