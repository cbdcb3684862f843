"""Random views of training images. Everything draws from one numpy generator, so a seed repeats a run."""
import math

import numpy as np
import torch
import torch.nn.functional as F
from scipy import ndimage

MOST_SCALE = 2.0


def geometry(rng, size, scale):
    """Rows of an affine map from view pixels (centred) to source pixels: turned, mirrored, a source pixel `scale` wide."""
    angle = rng.uniform(0, 2 * math.pi) if rng.random() < 0.5 else rng.integers(4) * math.pi / 2
    mirror, stretch = (1 if rng.random() < 0.5 else -1), math.exp(rng.normal(0, 0.06))
    c, s = math.cos(angle), math.sin(angle)
    return np.array([[c * mirror / stretch, -s * stretch], [s * mirror / stretch, c * stretch]]) / scale


def random_scale(rng, spread):
    return math.exp(np.clip(rng.normal(0, spread), -math.log(MOST_SCALE), math.log(MOST_SCALE)))


def view(planes, rng, size, scale):
    """Cuts the same random view out of several [H, W] planes: (plane, "bilinear" or "nearest") -> [1, 1, size, size].

    Outside the image its mirror stands. Shrinking blurs first, as a camera would.
    """
    h, w = planes[0][0].shape
    matrix = geometry(rng, size, scale)
    reach = np.abs(matrix).sum(1) * size / 2
    cx = rng.uniform(min(reach[0], w / 2), max(w - reach[0], w / 2))
    cy = rng.uniform(min(reach[1], h / 2), max(h - reach[1], h / 2))
    margin = 4
    x0, x1 = max(0, int(cx - reach[0]) - margin), min(w, int(cx + reach[0]) + margin + 1)
    y0, y1 = max(0, int(cy - reach[1]) - margin), min(h, int(cy + reach[1]) + margin + 1)
    ww, hh = x1 - x0, y1 - y0
    theta = torch.tensor([[matrix[0, 0] * size / ww, matrix[0, 1] * size / ww, 2 * (cx - x0) / ww - 1],
                          [matrix[1, 0] * size / hh, matrix[1, 1] * size / hh, 2 * (cy - y0) / hh - 1]], dtype=torch.float32)
    grid = F.affine_grid(theta[None], (1, 1, size, size), align_corners=False)
    views = []
    for plane, mode in planes:
        part = np.ascontiguousarray(plane[y0:y1, x0:x1], dtype=np.float32)
        if mode == "bilinear" and scale < 0.85:
            part = ndimage.gaussian_filter(part, 0.5 * (1 / scale - 1) + 0.2, mode="mirror", truncate=3)
        views.append(F.grid_sample(torch.from_numpy(part)[None, None], grid, mode=mode, padding_mode="reflection",
                                   align_corners=False))
    return views


def blur(image, sigma):
    return torch.from_numpy(ndimage.gaussian_filter(image[0, 0].numpy(), sigma, mode="mirror", truncate=3))[None, None]


def noise(image, rng):
    return torch.from_numpy(rng.standard_normal(image.shape[2:], dtype=np.float32))[None, None]


def vary_intensity(x, rng, strength=1.0):
    """Contrast, offset, gamma, inversion, blur, noise of camera and of light, few grey levels, uneven light.

    Strength scales how often each is done.
    """
    if rng.random() < 0.05 * strength:
        x = 1 - x
    if rng.random() < 0.6 * strength:
        x = x.sign() * x.abs() ** math.exp(rng.normal(0, 0.3))
    if rng.random() < 0.15 * strength:
        h, w = x.shape[2:]
        slope = torch.linspace(-1, 1, w)[None] * rng.normal(0, 0.15) + torch.linspace(-1, 1, h)[:, None] * rng.normal(0, 0.15)
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


def black_part(x, labels, rng):
    """A black frame or black corners, as stitching, turning and registering leave them; black is the lowest value."""
    h, w = x.shape[2:]
    keep = torch.zeros((h, w), dtype=torch.bool)
    if rng.random() < 0.5:
        a = (rng.uniform(0, 0.35, 4) * (rng.random(4) < 0.6) * np.array([h, h, w, w])).astype(int)
        keep[a[0]:h - a[1], a[2]:w - a[3]] = True
    else:
        angle, limit = rng.uniform(0, 2 * math.pi), rng.uniform(0.2, 0.7) * w
        y, xx = torch.meshgrid(torch.arange(h) - h / 2, torch.arange(w) - w / 2, indexing="ij")
        keep = y * math.sin(angle) + xx * math.cos(angle) < limit
    level = math.exp(rng.uniform(math.log(0.01), math.log(1.0)))
    level = min(level, 0.4) if x.mean() < 0.5 else level
    return torch.where(keep, (x + level) / (1 + level), torch.zeros(())), torch.where(keep, labels, torch.zeros(()))


def sparse_field(x, labels, rng):
    """All but a few nuclei are painted out with the background's own values, and the range becomes that of a large
    field in which they hardly count. None may be left: an empty field. Returns None where too little background shows."""
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
    x[0, 0][gone] = background[torch.from_numpy(rng.integers(0, background.numel(), int(gone.sum())))]
    low, high = np.percentile(background.numpy(), (1, 99.8))
    if len(kept) and rng.random() < 0.5:
        high = max(high, np.percentile(x.numpy(), rng.uniform(99, 99.99)))
    x = (x - low) / max(high - low, 1e-3)
    return x.clamp(-20, 200), torch.where(stays, labels, torch.zeros(()))


def empty_field(size, rng):
    """Nothing but camera noise, smooth light and a few grey levels, stretched to 0..1 as the plugin stretches it."""
    x = rng.standard_normal((size, size), dtype=np.float32)
    if rng.random() < 0.5:
        x = ndimage.gaussian_filter(x, rng.uniform(0.3, 2))
    if rng.random() < 0.4:
        slow = ndimage.gaussian_filter(rng.standard_normal((size, size), dtype=np.float32), rng.uniform(20, 80))
        x = x / x.std() + slow / slow.std() * rng.uniform(0, 3)
    if rng.random() < 0.3:
        x = np.round(x / x.std() * rng.uniform(0.3, 2))
    low, high = np.percentile(x, (1, 99.8))
    x = (x - low) / max(high - low, 1e-3)
    if rng.random() < 0.3:
        x *= rng.uniform(0, 0.6)
    x = torch.from_numpy(x.astype(np.float32))[None, None]
    return x, torch.zeros_like(x)
