"""A small anchor-free detector after FCOS (Tian et al. 2019): a class score and four distances
in each cell of 8 pixels."""

import torch
import torch.nn as nn
import torch.nn.functional as F

from network import Block

STRIDE = 8


class Detector(nn.Module):
    """Images [N, 3, H, W] in 0..1, H and W multiples of 32 -> logits [N, classes + 4, H / 8, W /
    8].

    The last four maps are logarithms of the distances from the cell's centre to the left, upper,
    right and lower side, in cells.
    """

    def __init__(self, classes, widths=(24, 48, 80, 112, 128), neck=80):
        super().__init__()
        self.down = nn.ModuleList(Block(i, o) for i, o in zip((12,) + widths[:-1], widths))
        self.up = nn.ModuleList(
            [Block(widths[4] + widths[3], widths[3]), Block(widths[3] + widths[2], neck)]
        )
        self.scores = nn.Sequential(
            nn.Conv2d(neck, neck, 3, padding=1, bias=False), nn.BatchNorm2d(neck), nn.ReLU()
        )
        self.sides = nn.Sequential(
            nn.Conv2d(neck, neck, 3, padding=1, bias=False), nn.BatchNorm2d(neck), nn.ReLU()
        )
        self.score_head = nn.Conv2d(neck, classes, 1)
        self.side_head = nn.Conv2d(neck, 4, 1)
        nn.init.constant_(self.score_head.bias, -4.0)
        nn.init.constant_(self.side_head.bias, 1.5)

    def forward(self, x):
        x, skips = F.pixel_unshuffle(x * 2 - 1, 2), []
        for i, block in enumerate(self.down):
            x = block(x if i == 0 else F.max_pool2d(x, 2))
            skips.append(x)
        for block, skip in zip(self.up, (skips[3], skips[2])):
            x = block(torch.cat([F.interpolate(x, scale_factor=2, mode="nearest"), skip], 1))
        return torch.cat([self.score_head(self.scores(x)), self.side_head(self.sides(x))], 1)


def centres(logits):
    """x and y of the cells' centres in pixels, each [1, H, W] or a shape that spreads to it."""
    ones = torch.ones_like(logits[:1, 0])
    return (ones.cumsum(2) - 0.5) * STRIDE, (ones.cumsum(1) - 0.5) * STRIDE


def boxes_of(logits, classes):
    """[N, 4, H, W]: left, upper, right and lower side in pixels."""
    x, y = centres(logits)
    side = logits[:, classes:].clamp(-6, 6).exp() * STRIDE
    return torch.stack([x - side[:, 0], y - side[:, 1], x + side[:, 2], y + side[:, 3]], 1)


def assign(boxes, classes, logits):
    """For each cell of one image the number of the box it answers for, -1 for none: those whose
    centre region (1.5 cells, or the box where that is smaller) holds the cell's centre; the
    smallest box of several."""
    x, y = (c[0] for c in centres(logits))
    if len(boxes) == 0:
        return torch.full(x.shape, -1)
    cx, cy = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    reach_x = ((boxes[:, 2] - boxes[:, 0]) / 2).clamp(max=1.5 * STRIDE)
    reach_y = ((boxes[:, 3] - boxes[:, 1]) / 2).clamp(max=1.5 * STRIDE)
    inside = ((x - cx[:, None, None]).abs() <= reach_x[:, None, None].clamp(min=STRIDE / 2)) & (
        (y - cy[:, None, None]).abs() <= reach_y[:, None, None].clamp(min=STRIDE / 2)
    )
    area = ((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]))[:, None, None].expand(
        inside.shape
    )
    smallest, owner = torch.where(inside, area, torch.full_like(area, 1e9)).min(0)
    return torch.where(smallest < 1e9, owner, torch.full_like(owner, -1))


def loss_of(logits, boxes, classes, count):
    """Focal loss on the scores (Lin et al. 2017) and 1 - GIoU (Rezatofighi et al. 2019) of the
    boxes, by positive cell.

    `boxes`, `classes`: one tensor an image, [objects, 4] and [objects].
    """
    target, wanted = torch.zeros_like(logits[:, :count]), []
    owners = [assign(b, c, logits) for b, c in zip(boxes, classes)]
    for n, owner in enumerate(owners):
        y, x = torch.nonzero(owner >= 0, as_tuple=True)
        target[n, classes[n][owner[y, x]], y, x] = 1
        wanted.append(boxes[n][owner[y, x]])
    positive = torch.stack(owners) >= 0
    p = torch.sigmoid(logits[:, :count])
    right = torch.where(target > 0, p, 1 - p)
    entropy = F.binary_cross_entropy_with_logits(logits[:, :count], target, reduction="none")
    focal = (torch.where(target > 0, 0.4, 0.6) * (1 - right) ** 2 * entropy).sum()
    found = boxes_of(logits, count).permute(0, 2, 3, 1)[positive]
    number = max(int(positive.sum()), 1)
    return (focal + (1 - generalised_iou(found, torch.cat(wanted))).sum()) / number


def generalised_iou(a, b):
    def area(p, q):
        return (q - p).clamp(min=0).prod(1)

    both = area(torch.maximum(a[:, :2], b[:, :2]), torch.minimum(a[:, 2:], b[:, 2:]))
    any_ = area(a[:, :2], a[:, 2:]) + area(b[:, :2], b[:, 2:]) - both
    hull = area(torch.minimum(a[:, :2], b[:, :2]), torch.maximum(a[:, 2:], b[:, 2:]))
    return both / any_.clamp(min=1e-6) - (hull - any_) / hull.clamp(min=1e-6)
