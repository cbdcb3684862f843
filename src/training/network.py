"""A small U-Net whose first level works at half the resolution; shared by all families that
answer per pixel."""

import torch
import torch.nn as nn
import torch.nn.functional as F


class Block(nn.Sequential):
    def __init__(self, inputs, outputs):
        super().__init__(
            nn.Conv2d(inputs, outputs, 3, padding=1, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(),
            nn.Conv2d(outputs, outputs, 3, padding=1, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(),
        )


def star_head(inputs, rays):
    return nn.Sequential(
        nn.Conv2d(inputs, 64, 3, padding=1, bias=False),
        nn.BatchNorm2d(64),
        nn.ReLU(),
        nn.Conv2d(64, rays, 1),
    )


class UNet(nn.Module):
    """Maps [N, inputs, H, W] of normalised values to logits [N, maps, H, W]; H and W are multiples
    of 2^levels.

    The values may lie far outside 0..1 (one nucleus in a large dark field), so they enter twice,
    bent by x / (1 + |x| / 4) and by x / (0.1 + |x|): the first keeps what is bright apart, the
    second what is dim. Four neighbouring pixels become channels of one (pixel unshuffle), and the
    last layers go back to full resolution. With `rays`, a second output [N, rays, H/2, W/2] tells a
    star-convex shape of each cell of 2 x 2 pixels.
    """

    def __init__(self, maps, inputs=1, widths=(32, 64, 96, 128), rays=0):
        super().__init__()
        self.down = nn.ModuleList(Block(i, o) for i, o in zip((8 * inputs,) + widths[:-1], widths))
        self.up = nn.ModuleList(Block(i + o, o) for i, o in zip(widths[:0:-1], widths[-2::-1]))
        self.fine = nn.Sequential(
            nn.Conv2d(widths[0] // 4 + 2 * inputs, 16, 3, padding=1, bias=False),
            nn.BatchNorm2d(16),
            nn.ReLU(),
        )
        self.head = nn.Conv2d(16, maps, 1)
        self.star = star_head(widths[0], rays) if rays else None

    def forward(self, x):
        bent = torch.cat([x / (1 + x.abs() * 0.25), x / (0.1 + x.abs())], 1)
        x, skips = F.pixel_unshuffle(bent, 2), []
        for i, block in enumerate(self.down):
            x = block(x if i == 0 else F.max_pool2d(x, 2))
            skips.append(x)
        skips.pop()
        for block in self.up:
            x = block(torch.cat([F.interpolate(x, scale_factor=2, mode="nearest"), skips.pop()], 1))
        maps = self.head(self.fine(torch.cat([F.pixel_shuffle(x, 2), bent], 1)))
        return (maps, self.star(x)) if self.star else maps
