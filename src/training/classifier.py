"""A small residual network (He et al. 2016) that names what an image shows."""

import torch
import torch.nn as nn
import torch.nn.functional as F


class Residual(nn.Module):
    """Two convolutions beside a short way; the first block of a level halves the resolution."""

    def __init__(self, inputs, outputs, shrinks):
        super().__init__()
        self.shrinks = shrinks
        self.main = nn.Sequential(
            nn.Conv2d(inputs, outputs, 3, stride=2 if shrinks else 1, padding=1, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(),
            nn.Conv2d(outputs, outputs, 3, padding=1, bias=False),
            nn.BatchNorm2d(outputs),
        )
        self.short = nn.Sequential()
        if inputs != outputs:
            self.short = nn.Sequential(
                nn.Conv2d(inputs, outputs, 1, bias=False), nn.BatchNorm2d(outputs)
            )

    def forward(self, x):
        return F.relu(self.main(x) + self.short(F.avg_pool2d(x, 2) if self.shrinks else x))


class Classifier(nn.Module):
    """Images [N, 3, H, W] in 0..1, H and W multiples of 16 -> logits [N, classes]."""

    def __init__(self, classes, widths=(32, 48, 96, 144), blocks=2):
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv2d(12, widths[0], 3, padding=1, bias=False), nn.BatchNorm2d(widths[0]), nn.ReLU()
        )
        levels, inputs = [], widths[0]
        for level, width in enumerate(widths):
            for block in range(1 if level == 0 else blocks):
                levels.append(Residual(inputs, width, level > 0 and block == 0))
                inputs = width
        self.levels = nn.Sequential(*levels)
        self.drop = nn.Dropout(0.2)
        self.head = nn.Conv2d(widths[-1], classes, 1)

    def forward(self, x):
        x = self.levels(self.stem(F.pixel_unshuffle(x * 2 - 1, 2)))
        return self.head(self.drop(x.mean((2, 3), keepdim=True))).flatten(1)
