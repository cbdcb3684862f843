"""Trains the bundled nuclei model. See README.md beside this file."""
import argparse
import copy
import math
import queue
import threading
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from scipy import ndimage

import augment
import data
from network import UNet

MAPS = ("foreground", "boundary", "distance")
SHARE = {"fluorescence": 0.50, "histology": 0.25, "brightfield": 0.07, "bbbc039": 0.18}


# ---------- targets ----------

def distances(labels, margin=24):
    """Distance of each pixel to the nearest one of another label, by object 0 at its rim and 1 at its innermost pixel.

    Objects that the image cuts go on beyond its edge as their mirror image.
    """
    labels = np.pad(labels, margin, mode="symmetric")
    rim = np.zeros(labels.shape, bool)
    for axis in (0, 1):
        for step in (-1, 1):
            rim |= np.roll(labels, step, axis) != labels
    depth = ndimage.distance_transform_edt((labels > 0) & ~rim)
    most = np.zeros(labels.max() + 1)
    np.maximum.at(most, labels.ravel(), depth.ravel())
    result = np.where(labels > 0, (depth + 0.5) / (most[labels] + 0.5), 0).astype(np.float32)
    return result[margin:-margin, margin:-margin]


def highest(t, size):
    return F.max_pool2d(F.max_pool2d(t, (1, size), 1, (0, size // 2)), (size, 1), 1, (size // 2, 0))


def targets(labels, distance):
    """Foreground, inner boundary and distance [N, 3, H, W]; weights [N, 1, H, W] are raised where two nuclei meet."""
    inside = labels > 0
    boundary = inside & ((highest(labels, 3) != labels) | (-highest(-labels, 3) != labels))
    lowest_label = -highest(-torch.where(inside, labels, torch.full_like(labels, 1e9)), 5)
    highest_label = highest(labels, 5)
    touching = (highest_label > 0) & (lowest_label != highest_label)
    return torch.cat([inside.float(), boundary.float(), distance * inside], 1), 1 + 4 * touching.float()


def loss_of(logits, target, weight):
    """Cross entropy on all maps (that of the distance is a soft one) and Dice on foreground and boundary."""
    entropy = F.binary_cross_entropy_with_logits(logits, target, reduction="none") * weight
    p = torch.sigmoid(logits)
    off = ((p[:, 2] - target[:, 2]).abs() * weight[:, 0]).mean()
    p, t = p[:, :2], target[:, :2]
    overlap, total = (weight * p * t).sum((0, 2, 3)), (weight * (p + t)).sum((0, 2, 3))
    return entropy.sum(1).mean() + off + (1 - (2 * overlap + 1) / (total + 1)).mean()


# ---------- batches ----------

def sample(item, rng, size):
    if rng.random() < 0.02:
        x, labels = augment.empty_field(size, rng)
        return x, labels, torch.zeros_like(x)
    scale = augment.random_scale(rng, 0.35)
    x, labels, distance = augment.view([(item.extra["x"], "bilinear"), (item.labels, "nearest"),
                                        (item.extra["distance"], "bilinear")], rng, size, scale)
    dark = item.kind in ("fluorescence", "bbbc039")
    if dark and rng.random() < 0.1 and (sparse := augment.sparse_field(x, labels, rng)):
        x, labels = sparse
        return x * math.exp(rng.normal(0, 0.3)) + rng.normal(0, 0.05), labels, distance
    x = augment.vary_intensity(x, rng)
    if rng.random() < 0.08:
        x, labels = augment.black_part(x, labels, rng)
    elif rng.random() < 0.12:
        low, high = np.percentile(x.numpy(), (1, 99.8))
        x = (x - low) / max(high - low, 0.05)
    return x, labels, distance


def batches(items, seed, size, count, depth=3):
    """Endless batches, made in a thread of their own."""
    kinds = [k for k in SHARE if any(item.kind == k for item in items)]
    chances = np.array([SHARE[k] for k in kinds]) / sum(SHARE[k] for k in kinds)
    by_kind = {}
    for kind in kinds:
        chosen = [item for item in items if item.kind == kind]
        # a large image holds more to see, but must not drown the small ones
        weights = np.sqrt([item.grey.size for item in chosen])
        by_kind[kind] = (chosen, weights / weights.sum())
    ready = queue.Queue(depth)

    def produce():
        torch.set_num_threads(1)
        rng = np.random.default_rng(seed)
        while True:
            rows = []
            for kind in rng.choice(kinds, count, p=chances):
                chosen, weights = by_kind[kind]
                rows.append(sample(chosen[rng.choice(len(chosen), p=weights)], rng, size))
            ready.put(tuple(torch.cat(column) for column in zip(*rows)))

    threading.Thread(target=produce, daemon=True).start()
    while True:
        yield ready.get()


# ---------- training ----------

@torch.no_grad()
def update_average(ema, net, decay):
    for a, b in zip(ema.state_dict().values(), net.state_dict().values()):
        if a.is_floating_point():
            a.lerp_(b, 1 - decay)
        else:
            a.copy_(b)


def save(path, **state):
    part = Path(str(path) + ".part")
    torch.save(state, part)
    part.replace(path)


def train(args, items):
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    for item in items:
        item.extra["x"] = data.normalise(item.grey)
        item.extra["distance"] = distances(item.labels)
    net = UNet(len(MAPS))
    optimiser = torch.optim.AdamW(net.parameters(), lr=args.lr, weight_decay=1e-3)
    step, ema = 0, None
    if args.start and args.start.suffix == ".onnx":
        import onnx_file
        onnx_file.load_weights(net, args.start, next(batches(items, args.seed + 999, args.size, 32))[0])
    elif args.start:
        state = torch.load(args.start, weights_only=True)
        net.load_state_dict(state["net"])
        optimiser.load_state_dict(state["optimiser"])
        step = state["step"]
        ema = copy.deepcopy(net)
        ema.load_state_dict(state["ema"])
    net = net.to(memory_format=torch.channels_last).train()
    ema = ema or copy.deepcopy(net)
    print(f"{sum(p.numel() for p in net.parameters())} parameters, {len(items)} training images", flush=True)
    source = batches(items, args.seed + step, args.size, args.batch)
    start, first, mean_loss = time.time(), step, 0.0
    next_save = args.save_minutes * 60
    while (elapsed := time.time() - start) < args.minutes * 60:
        done = elapsed / (args.minutes * 60)
        rate = args.lr * min(1, (step - first + 1) / 100) * (0.5 + 0.5 * math.cos(math.pi * done) + 0.01)
        for group in optimiser.param_groups:
            group["lr"] = rate
        images, labels, distance = next(source)
        target, weight = targets(labels, distance)
        with torch.autocast("cpu", torch.bfloat16, enabled=args.bf16):
            logits = net(images.contiguous(memory_format=torch.channels_last))
        loss = loss_of(logits.float(), target, weight)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimiser.step()
        step += 1
        update_average(ema, net, min(args.average, step / (10 + step)))
        mean_loss += (loss.item() - mean_loss) / min(step - first, 100)
        if step % 50 == 0:
            print(f"step {step}  {elapsed / 60:.1f} min  loss {mean_loss:.4f}  rate {rate:.2e}", flush=True)
        if elapsed > next_save:
            next_save += args.save_minutes * 60
            save(args.checkpoint, net=net.state_dict(), ema=ema.state_dict(), optimiser=optimiser.state_dict(), step=step)
    save(args.checkpoint, net=net.state_dict(), ema=ema.state_dict(), optimiser=optimiser.state_dict(), step=step)
    print(f"trained {step - first} steps in {(time.time() - start) / 60:.1f} min, {step} in all", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path, help="folder that holds nuclei and nuclei-bbbc039")
    parser.add_argument("--holdout", required=True, type=Path, help="folder with the test images, never trained on")
    parser.add_argument("--checkpoint", required=True, type=Path, help="written every few minutes")
    parser.add_argument("--start", type=Path, help="a checkpoint, or an exported .onnx, to go on from")
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--lr", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--average", type=float, default=0.997, help="decay of the running mean of the weights")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action="store_true", help="faster only where the processor has bf16 instructions")
    parser.add_argument("--save-minutes", type=float, default=5)
    args = parser.parse_args()
    training, _ = nuclei_split(args.data, args.holdout)
    train(args, training)


def nuclei_split(folder, holdout):
    """The same for training and evaluation, whatever else is asked: seed 1, 15 % of each kind, by whole groups."""
    items = data.load_dsb(folder / "nuclei") + data.load_bbbc039(folder / "nuclei-bbbc039")
    return data.split(data.without(items, data.load_holdout(holdout)), 0.15, 1)


if __name__ == "__main__":
    main()
