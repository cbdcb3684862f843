"""Random views of training images. Everything draws from one numpy generator, so a seed repeats
a run."""

import math

import numpy as np
import torch
import torch.nn.functional as F
from scipy import ndimage

MOST_SCALE = 2.8


def random_scale(rng, spread):
    return math.exp(np.clip(rng.normal(0, spread), -math.log(MOST_SCALE), math.log(MOST_SCALE)))


class Place:
    """Where a view of `size` x `size` pixels lies in an image of h x w, magnified by `scale`,
    turned and mirrored."""

    def __init__(self, rng, h, w, size, scale, any_angle=True):
        turned = any_angle and rng.random() < 0.5
        angle = rng.uniform(0, 2 * math.pi) if turned else rng.integers(4) * math.pi / 2
        mirror, stretch = (1 if rng.random() < 0.5 else -1), math.exp(rng.normal(0, 0.06))
        c, s = math.cos(angle), math.sin(angle)
        # from view pixels, counted from the view's middle, to image pixels, counted from `middle`
        self.matrix = (
            np.array([[c * mirror / stretch, -s * stretch], [s * mirror / stretch, c * stretch]])
            / scale
        )
        self.size, self.scale = size, scale
        self.reach = np.abs(self.matrix).sum(1) * size / 2
        self.middle = np.array(
            [rng.uniform(min(r, n / 2), max(n - r, n / 2)) for r, n in zip(self.reach, (w, h))]
        )

    def cut(self, plane, mode="bilinear", outside="reflection"):
        """[H, W] or [C, H, W] -> [1, C, size, size]. Shrinking blurs first, as a camera would."""
        plane = plane if plane.ndim == 3 else plane[None]
        low = np.maximum(self.middle - self.reach - 4, 0).astype(int)
        high = np.minimum(self.middle + self.reach + 5, plane.shape[:0:-1]).astype(int)
        part = np.ascontiguousarray(plane[:, low[1] : high[1], low[0] : high[0]], dtype=np.float32)
        if mode == "bilinear" and self.scale < 0.85:
            sigma = 0.5 * (1 / self.scale - 1) + 0.2
            part = ndimage.gaussian_filter(part, (0, sigma, sigma), mode="mirror", truncate=3)
        extent = (high - low)[:, None]
        theta = np.concatenate(
            [self.matrix * self.size / extent, 2 * (self.middle - low)[:, None] / extent - 1], 1
        )
        grid = F.affine_grid(
            torch.from_numpy(theta[None].astype(np.float32)),
            (1, 1, self.size, self.size),
            align_corners=False,
        )
        return F.grid_sample(
            torch.from_numpy(part)[None], grid, mode=mode, padding_mode=outside, align_corners=False
        )

    def moved(self, boxes):
        """Boxes [n, 4] (left, upper, right, lower side) of the image -> those of the view,
        neither cut nor left out."""
        corners = boxes[:, [0, 1, 2, 1, 0, 3, 2, 3]].reshape(-1, 4, 2)
        corners = (corners - self.middle) @ np.linalg.inv(self.matrix).T + self.size / 2
        return np.concatenate([corners.min(1), corners.max(1)], 1)


def blur(image, sigma):
    return torch.from_numpy(
        ndimage.gaussian_filter(image[0, 0].numpy(), sigma, mode="mirror", truncate=3)
    )[None, None]


def noise(image, rng):
    return torch.from_numpy(rng.standard_normal(image.shape[2:], dtype=np.float32))[None, None]


def vary_intensity(x, rng, strength=1.0):
    """Contrast, offset, gamma, inversion, blur, noise of camera and of light, few grey levels,
    uneven light.

    Strength scales how often each is done.
    """
    if rng.random() < 0.05 * strength:
        x = 1 - x
    if rng.random() < 0.6 * strength:
        x = x.sign() * x.abs() ** math.exp(rng.normal(0, 0.3))
    if rng.random() < 0.15 * strength:
        h, w = x.shape[2:]
        slope = torch.linspace(-1, 1, w)[None] * rng.normal(0, 0.15) + torch.linspace(-1, 1, h)[
            :, None
        ] * rng.normal(0, 0.15)
        x = x * (1 + slope) if rng.random() < 0.5 else x + slope * 0.5
    if rng.random() < 0.2 * strength:
        x = blur(x, rng.uniform(0.4, 1.5))
    if rng.random() < 0.3 * strength:
        x = x + math.exp(rng.uniform(math.log(0.004), math.log(0.1))) * noise(x, rng)
    if rng.random() < 0.15 * strength:
        x = x + rng.uniform(0, 0.15) * x.clamp(min=0).sqrt() * noise(x, rng)
    if rng.random() < 0.1 * strength:
        levels = math.exp(rng.uniform(math.log(12), math.log(120)))
        x = (x * levels).round() / levels
    return x * math.exp(rng.normal(0, 0.2)) + rng.normal(0, 0.06)


def stained(x, rng, strength):
    """Another stain, lamp and camera: gain and gamma of each channel, mixing of channels, blur,
    noise."""
    if rng.random() < 0.7 * strength:
        gain = torch.tensor(
            np.exp(rng.normal(0, 0.08, (1, 3, 1, 1))) * math.exp(rng.normal(0, 0.12)),
            dtype=torch.float32,
        )
        x = x * gain
    if rng.random() < 0.5 * strength:
        x = x.clamp(min=0) ** math.exp(rng.normal(0, 0.2))
    if rng.random() < 0.3 * strength:
        share = rng.uniform(0, 0.5)
        x = x * (1 - share) + x.mean(1, keepdim=True) * share
    if rng.random() < 0.2 * strength:
        x = torch.cat([blur(x[:, k : k + 1], rng.uniform(0.4, 1.5)) for k in range(3)], 1)
    if rng.random() < 0.3 * strength:
        x = x + rng.uniform(0.005, 0.04) * torch.from_numpy(
            rng.standard_normal(x.shape, dtype=np.float32)
        )
    return x.clamp(0, 1)


def black_part(x, labels, rng):
    """A black frame or black corners, as stitching, turning and registering leave them; black is
    the lowest value."""
    h, w = x.shape[2:]
    keep = torch.zeros((h, w), dtype=torch.bool)
    if rng.random() < 0.5:
        a = (rng.uniform(0, 0.35, 4) * (rng.random(4) < 0.6) * np.array([h, h, w, w])).astype(int)
        keep[a[0] : h - a[1], a[2] : w - a[3]] = True
    else:
        angle, limit = rng.uniform(0, 2 * math.pi), rng.uniform(0.2, 0.7) * w
        y, xx = torch.meshgrid(torch.arange(h) - h / 2, torch.arange(w) - w / 2, indexing="ij")
        keep = y * math.sin(angle) + xx * math.cos(angle) < limit
    level = math.exp(rng.uniform(math.log(0.01), math.log(1.0)))
    level = min(level, 0.4) if x.mean() < 0.5 else level
    return torch.where(keep, (x + level) / (1 + level), torch.zeros(())), torch.where(
        keep, labels, torch.zeros(())
    )


def sparse_field(x, labels, rng):
    """All but a few nuclei are painted out with the background's own values, and the range
    becomes that of a large field in which they hardly count. None may be left: an empty field.
    Returns None where too little background shows."""
    inside = F.max_pool2d((labels > 0).float(), 9, 1, 4)[0, 0] > 0
    background = x[0, 0][~inside]
    if background.numel() < 0.15 * x.numel():
        return None
    ids = labels.unique()
    ids = ids[ids > 0].numpy()
    kept = rng.choice(ids, min(len(ids), int(rng.choice([0, 0, 1, 1, 2, 4]))), replace=False)
    stays = torch.isin(labels, torch.from_numpy(kept))
    near = F.max_pool2d(stays.float(), 9, 1, 4)[0, 0] > 0
    gone = inside & ~near | (labels[0, 0] > 0) & ~stays[0, 0]
    x = x.clone()
    x[0, 0][gone] = background[
        torch.from_numpy(rng.integers(0, background.numel(), int(gone.sum())))
    ]
    low, high = np.percentile(background.numpy(), (1, 99.8))
    if len(kept) and rng.random() < 0.5:
        high = max(high, np.percentile(x.numpy(), rng.uniform(99, 99.99)))
    x = (x - low) / max(high - low, 1e-3)
    return x.clamp(-20, 200), torch.where(stays, labels, torch.zeros(()))


def empty_field(size, rng):
    """Nothing but camera noise, smooth light and a few grey levels, stretched to 0..1 as the
    plugin stretches it."""
    x = rng.standard_normal((size, size), dtype=np.float32)
    if rng.random() < 0.5:
        x = ndimage.gaussian_filter(x, rng.uniform(0.3, 2))
    if rng.random() < 0.4:
        slow = ndimage.gaussian_filter(
            rng.standard_normal((size, size), dtype=np.float32), rng.uniform(20, 80)
        )
        x = x / x.std() + slow / slow.std() * rng.uniform(0, 3)
    if rng.random() < 0.3:
        x = np.round(x / x.std() * rng.uniform(0.3, 2))
    low, high = np.percentile(x, (1, 99.8))
    x = (x - low) / max(high - low, 1e-3)
    if rng.random() < 0.3:
        x *= rng.uniform(0, 0.6)
    x = torch.from_numpy(x.astype(np.float32))[None, None]
    return x, torch.zeros_like(x)
