"""Writes white-cells.onnx from a checkpoint of train_white_cells.py and checks it against torch.

The temperature that makes the scores honest (Guo et al. 2017) is found on the validation part.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import loop
import onnx_file
from classifier import Classifier
from train_white_cells import CLASSES, SIZE, class_of, white_cell_split


class Exported(nn.Module):
    """Logits [1, classes]: the mean over the crop, its mirror image and both turned upside down,
    divided by the temperature."""

    def __init__(self, net, temperature):
        super().__init__()
        self.net = onnx_file.rounded(onnx_file.folded(net))
        self.temperature = temperature

    def forward(self, image):
        views = torch.cat([image, image.flip(3), image.flip(2), image.flip(2, 3)])
        return self.net(views).mean(0, keepdim=True) / self.temperature


@torch.no_grad()
def best_temperature(net, items):
    model = Exported(net, 1.0)
    logits = torch.cat([model(torch.from_numpy(i.grey)[None]) for i in items])
    true = torch.tensor([class_of(i) for i in items])
    tried = np.exp(np.linspace(-1.5, 1, 101))
    return min(tried, key=lambda t: float(F.cross_entropy(logits / t, true)))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path, help="folder that holds white-cells")
    parser.add_argument("--checkpoint", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    args = parser.parse_args()
    net = loop.load_average(Classifier(len(CLASSES)), args.checkpoint)
    _, validation = white_cell_split(args.data)
    temperature = best_temperature(net, validation)
    print(f"temperature {temperature:.3f}")
    model = Exported(net, float(temperature)).eval()
    torch.manual_seed(0)
    examples = [torch.rand(1, 3, SIZE, SIZE) for _ in range(2)]
    onnx_file.export(model, examples[0], args.out, ["image"], ["logits"], {})
    onnx_file.check(model, args.out, examples)


if __name__ == "__main__":
    main()
