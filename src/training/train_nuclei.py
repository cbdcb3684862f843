"""Trains, exports and evaluates the bundled nuclei model (a small U-Net). See README.md beside this file."""
import argparse
import copy
import csv
import math
import os
import random
import time
from pathlib import Path

import numpy as np
import onnxruntime as ort
import torch
import torch.nn as nn
import torch.nn.functional as F
from scipy import ndimage
from skimage.io import imread
from skimage.segmentation import watershed

CROP, BATCH, MULTIPLE = 256, 8, 16
KIND_SHARE = {"fluorescence": 0.6, "histology": 0.3, "brightfield": 0.1}
VALIDATION = {"fluorescence": 30, "histology": 16, "brightfield": 4}
FOREGROUND, MIN_PIXELS = 0.5, 10
FOUR, EIGHT = ndimage.generate_binary_structure(2, 1), ndimage.generate_binary_structure(2, 2)


# ---------- data ----------

def read_grey(path):
    """Plain mean of R, G, B: the Java side does the same, so no luminance weights here."""
    image = imread(path).astype(np.float32)
    return image if image.ndim == 2 else image[..., :3].mean(axis=2)


def normalise(grey):
    low, high = np.percentile(grey, (1, 99.8))
    return ((grey - low) / max(high - low, 1e-6)).astype(np.float32)


def read_index(folder):
    with open(Path(folder) / "index.tsv", newline="") as f:
        return list(csv.DictReader(f, delimiter="\t"))


def load_data(folder):
    folder = Path(folder)
    return [dict(name=row["image"], kind=row["kind"], grey=read_grey(folder / "images" / (row["image"] + ".png")),
                 labels=imread(folder / "labels" / (row["image"] + ".png")).astype(np.int32))
            for row in read_index(folder)]


def load_holdout(folder):
    folder = Path(folder)
    return [dict(name=row["id"], kaggle_id=row["kaggle_id"], kind=row["kind"].split()[0],
                 grey=read_grey(folder / "images" / (row["id"] + ".png")),
                 labels=imread(folder / "labels" / (row["id"] + ".tif")).astype(np.int32))
            for row in read_index(folder)]


def is_held_out(item, holdout):
    """By id and by pixels, so that a renamed copy is caught too."""
    return any(h["kaggle_id"].startswith(item["name"])
               or (h["grey"].shape == item["grey"].shape and np.abs(h["grey"] - item["grey"]).max() <= 1)
               for h in holdout)


def split(items, holdout, seed):
    """Training and validation items; the held-out test images are in neither."""
    free = [item for item in items if not is_held_out(item, holdout)]
    print(f"{len(items)} images, {len(items) - len(free)} of them are in the hold-out set of {len(holdout)}")
    rng, validation = random.Random(seed), []
    for kind, count in VALIDATION.items():
        validation += rng.sample([item for item in free if item["kind"] == kind], count)
    names = {item["name"] for item in validation}
    return [item for item in free if item["name"] not in names], validation


# ---------- augmentation and targets ----------

def reflect_to(array, height, width):
    return np.pad(array, ((0, max(0, height - array.shape[0])), (0, max(0, width - array.shape[1]))), mode="reflect")


def random_crop(item, rng):
    size = round(CROP / math.exp(rng.uniform(math.log(0.6), math.log(1.6))))
    h, w = item["x"].shape
    y, x = rng.integers(0, max(h - size, 0) + 1), rng.integers(0, max(w - size, 0) + 1)
    image = reflect_to(item["x"][y:y + size, x:x + size], size, size)
    labels = reflect_to(item["labels"][y:y + size, x:x + size], size, size)
    turns, flip = rng.integers(4), rng.integers(2)
    image, labels = np.rot90(image, turns), np.rot90(labels, turns)
    if flip:
        image, labels = image[:, ::-1], labels[:, ::-1]
    image = torch.from_numpy(np.ascontiguousarray(image, dtype=np.float32))[None, None]
    labels = torch.from_numpy(np.ascontiguousarray(labels, dtype=np.float32))[None, None]
    image = F.interpolate(image, (CROP, CROP), mode="bilinear", antialias=True, align_corners=False)
    return image, F.interpolate(labels, (CROP, CROP), mode="nearest-exact")


def blur(image, sigma):
    kernel = torch.exp(-torch.arange(-3, 4).float() ** 2 / (2 * sigma * sigma))
    kernel /= kernel.sum()
    image = F.conv2d(F.pad(image, (3, 3, 0, 0), mode="reflect"), kernel.view(1, 1, 1, 7))
    return F.conv2d(F.pad(image, (0, 0, 3, 3), mode="reflect"), kernel.view(1, 1, 7, 1))


def vary_intensity(image, rng):
    if rng.random() < 0.05:
        image = 1 - image
    if rng.random() < 0.7:
        image = image.sign() * image.abs() ** math.exp(rng.uniform(-0.5, 0.5))
    image = image * rng.uniform(0.8, 1.25) + rng.uniform(-0.1, 0.1)
    if rng.random() < 0.25:
        image = blur(image, rng.uniform(0.5, 1.3))
    if rng.random() < 0.4:
        image = image + rng.uniform(0, 0.08) * torch.randn_like(image)
    return image


def make_batch(by_kind, rng):
    kinds = list(KIND_SHARE)
    pairs = []
    for kind in rng.choice(kinds, BATCH, p=[KIND_SHARE[k] for k in kinds]):
        items, weights = by_kind[kind]
        image, labels = random_crop(items[rng.choice(len(items), p=weights)], rng)
        pairs.append((vary_intensity(image, rng), labels))
    return torch.cat([p[0] for p in pairs]), torch.cat([p[1] for p in pairs])


def targets(labels):
    """Foreground and inner boundary; weights are raised where two nuclei meet (within a 5 x 5 window)."""
    def highest(t, size):
        return F.max_pool2d(F.max_pool2d(t, (1, size), 1, (0, size // 2)), (size, 1), 1, (size // 2, 0))
    inside = labels > 0
    boundary = inside & ((highest(labels, 3) != labels) | (-highest(-labels, 3) != labels))
    lowest_label = -highest(-torch.where(inside, labels, torch.full_like(labels, 1e9)), 5)
    highest_label = highest(labels, 5)
    touching = (highest_label > 0) & (lowest_label != highest_label)
    return torch.cat([inside, boundary], 1).float(), 1 + 4 * touching.float()


def loss_of(logits, target, weight):
    bce = (F.binary_cross_entropy_with_logits(logits, target, reduction="none") * weight).mean()
    p = torch.sigmoid(logits)
    overlap, total = (weight * p * target).sum((0, 2, 3)), (weight * (p + target)).sum((0, 2, 3))
    return bce + (1 - (2 * overlap + 1) / (total + 1)).mean()


# ---------- model ----------

class Block(nn.Sequential):
    def __init__(self, inputs, outputs):
        super().__init__(nn.Conv2d(inputs, outputs, 3, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(True),
                         nn.Conv2d(outputs, outputs, 3, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(True))


class UNet(nn.Module):
    """Four poolings; the deep levels are narrow, which keeps the file small and the field of view large."""
    def __init__(self, down=(16, 32, 64, 96, 80), up=(64, 32, 16, 16)):
        super().__init__()
        self.down = nn.ModuleList(Block(i, o) for i, o in zip((1,) + down[:-1], down))
        skips = down[-2::-1]
        self.up = nn.ModuleList(Block(i + s, o) for i, s, o in zip((down[-1],) + up[:-1], skips, up))
        self.head = nn.Conv2d(up[-1], 2, 1)

    def forward(self, x):
        skips = []
        for i, block in enumerate(self.down):
            x = block(x if i == 0 else F.max_pool2d(x, 2))
            skips.append(x)
        skips.pop()
        for block in self.up:
            x = block(torch.cat([F.interpolate(x, scale_factor=2, mode="nearest"), skips.pop()], 1))
        return self.head(x)


class Exported(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, image):
        return torch.sigmoid(self.net(image))


def export(net, path):
    """Writes beside the target and renames, so that a reader never sees half a file."""
    model = Exported(copy.deepcopy(net).to(memory_format=torch.contiguous_format)).eval()
    part = Path(str(path) + ".part")
    size = {2: "height", 3: "width"}
    torch.onnx.export(model, (torch.zeros(1, 1, CROP, CROP),), str(part), input_names=["image"], output_names=["maps"],
                      opset_version=17, dynamic_axes={"image": size, "maps": size}, dynamo=False)
    os.replace(part, path)
    return model


def verify(model, path):
    session = ort.InferenceSession(str(path))
    for shape in ((256, 256), (301, 187)):
        x = pad(np.random.default_rng(0).random(shape, dtype=np.float32))[None, None]
        with torch.no_grad():
            difference = np.abs(session.run(["maps"], {"image": x})[0] - model(torch.from_numpy(x)).numpy()).max()
        print(f"onnxruntime against torch, {shape} padded to {x.shape[2:]}: max abs difference {difference:.2e}")
    print(f"{path.name}: {path.stat().st_size} bytes")


# ---------- training ----------

def train(args, items):
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = np.random.default_rng(args.seed)
    by_kind = {}
    for kind in KIND_SHARE:
        chosen = [item for item in items if item["kind"] == kind]
        # a large image holds more to see, but must not drown the small ones
        weights = np.sqrt([item["grey"].size for item in chosen])
        by_kind[kind] = (chosen, weights / weights.sum())
    for item in items:
        item["x"] = normalise(item["grey"])
    net = UNet().to(memory_format=torch.channels_last)
    ema = copy.deepcopy(net)
    print(f"{sum(p.numel() for p in net.parameters())} parameters, {len(items)} training images", flush=True)
    optimiser = torch.optim.AdamW(net.parameters(), lr=args.lr, weight_decay=1e-3)
    start, step, mean_loss, next_save = time.time(), 0, 0.0, args.early_minutes * 60
    while (elapsed := time.time() - start) < args.minutes * 60:
        rate = args.lr * min(1, (step + 1) / 100) * (0.5 + 0.5 * math.cos(math.pi * elapsed / (args.minutes * 60)))
        for group in optimiser.param_groups:
            group["lr"] = rate
        images, labels = make_batch(by_kind, rng)
        target, weight = targets(labels)
        with torch.autocast("cpu", torch.bfloat16, enabled=args.bf16):
            logits = net(images.contiguous(memory_format=torch.channels_last))
        loss = loss_of(logits.float(), target, weight)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimiser.step()
        update_average(ema, net, min(0.995, (1 + step) / (10 + step)))
        step += 1
        mean_loss += (loss.item() - mean_loss) / min(step, 100)
        if step % 50 == 0:
            print(f"step {step}  {elapsed / 60:.1f} min  loss {mean_loss:.4f}  rate {rate:.2e}", flush=True)
        if elapsed > next_save:
            next_save += args.early_minutes * 60
            torch.save(ema.state_dict(), args.checkpoint)
            export(ema, args.out)
            print(f"checkpoint and early export at step {step}", flush=True)
    torch.save(ema.state_dict(), args.checkpoint)
    print(f"trained {step} steps in {(time.time() - start) / 60:.1f} min")
    verify(export(ema, args.out), args.out)


@torch.no_grad()
def update_average(ema, net, decay):
    for a, b in zip(ema.state_dict().values(), net.state_dict().values()):
        if a.is_floating_point():
            a.lerp_(b, 1 - decay)
        else:
            a.copy_(b)


# ---------- instances and figures ----------

def pad(x):
    return reflect_to(x, -(-x.shape[0] // MULTIPLE) * MULTIPLE, -(-x.shape[1] // MULTIPLE) * MULTIPLE)


def predict(session, grey):
    h, w = grey.shape
    return session.run(["maps"], {"image": pad(normalise(grey))[None, None]})[0][0, :, :h, :w]


def instances(maps, seed_threshold=0.35, seed_structure=EIGHT, keep_unseeded=math.inf):
    """Seeds: components of foreground - boundary > threshold. Flood over 4 neighbours, highest difference first."""
    mask, level = maps[0] > FOREGROUND, maps[0] - maps[1]
    seeds, count = ndimage.label((level > seed_threshold) & mask, seed_structure)
    labels = watershed(-level, seeds, mask=mask, connectivity=1) if count else np.zeros(mask.shape, np.int32)
    rest, _ = ndimage.label(mask & (labels == 0), FOUR)
    sizes = np.bincount(rest.ravel())
    keep = sizes > keep_unseeded
    keep[0] = False
    labels = np.where(keep[rest], rest + count, labels)
    small = np.bincount(labels.ravel()) < MIN_PIXELS
    labels[small[labels]] = 0
    return labels


def true_positives(truth, found):
    """Pairs with IoU above 0.5; each object is in at most one such pair."""
    _, t = np.unique(truth, return_inverse=True)
    _, f = np.unique(found, return_inverse=True)
    t, f = t.reshape(truth.shape) + (truth.min() > 0), f.reshape(found.shape) + (found.min() > 0)
    table = np.zeros((t.max() + 1, f.max() + 1))
    np.add.at(table, (t.ravel(), f.ravel()), 1)
    union = table.sum(1, keepdims=True) + table.sum(0, keepdims=True) - table
    return int((table / np.maximum(union, 1) > 0.5)[1:, 1:].sum()), len(table) - 1, table.shape[1] - 1


def figures(items, **recipe):
    """One row per image: AP at IoU 0.5, object count error, foreground IoU."""
    rows = []
    for item in items:
        found = instances(item["maps"], **recipe)
        tp, n_true, n_found = true_positives(item["labels"], found)
        a, b = item["labels"] > 0, found > 0
        rows.append((tp / max(n_true + n_found - tp, 1), n_found - n_true, (a & b).sum() / max((a | b).sum(), 1), n_true))
    return np.array(rows)


def report(title, items, **recipe):
    rows = figures(items, **recipe)
    for kind in sorted({item["kind"] for item in items}) + ["all"]:
        r = rows[[kind in (item["kind"], "all") for item in items]]
        print(f"{title:12s} {kind:13s} n={len(r):3d}  AP50 {r[:, 0].mean():.3f}  count error {np.abs(r[:, 1]).mean():5.2f} "
              f"(signed {r[:, 1].mean():+.2f}, true {r[:, 3].mean():.1f})  foreground IoU {r[:, 2].mean():.3f}")
    return rows


def macro_ap(items, rows):
    return np.mean([rows[[i["kind"] == kind for i in items], 0].mean() for kind in KIND_SHARE])


def evaluate(args, validation, holdout):
    session = ort.InferenceSession(str(args.out))
    for item in validation + holdout:
        item["maps"] = predict(session, item["grey"])
    best = None
    for structure, name in ((FOUR, "4"), (EIGHT, "8")):
        for threshold in np.arange(0.2, 0.91, 0.05):
            rows = figures(validation, seed_threshold=threshold, seed_structure=structure, keep_unseeded=30)
            score = macro_ap(validation, rows)
            print(f"seeds {name}-connected > {threshold:.2f}: AP50 mean over kinds {score:.4f}, over images {rows[:, 0].mean():.4f}")
            if best is None or score > best[0]:
                best = (score, threshold, structure, name)
    _, threshold, structure, name = best
    kept = {}
    for n in (10, 20, 30, 50, 100, math.inf):
        rows = figures(validation, seed_threshold=threshold, seed_structure=structure, keep_unseeded=n)
        kept[n] = macro_ap(validation, rows)
        print(f"unseeded kept above {n} px: AP50 mean over kinds {kept[n]:.4f}, over images {rows[:, 0].mean():.4f}")
    n = max(kept, key=kept.get)
    print(f"recipe: seeds {name}-connected, difference > {threshold:.2f}, unseeded kept above {n} px")
    recipe = dict(seed_threshold=threshold, seed_structure=structure, keep_unseeded=n)
    report("validation", validation, **recipe)
    rows = report("hold-out", holdout, **recipe)
    for item, row in zip(holdout, rows):
        print(f"  {item['name']} {item['kind']}: AP50 {row[0]:.3f}, objects {row[3]:.0f}, found {row[3] + row[1]:.0f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder with index.tsv, images, labels")
    parser.add_argument("--holdout", required=True, help="folder with the test images never trained on")
    parser.add_argument("--out", required=True, type=Path, help="the ONNX file")
    parser.add_argument("--minutes", type=float, default=43.5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lr", type=float, default=2e-3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action="store_true", help="faster only where the processor has bf16 instructions")
    parser.add_argument("--early-minutes", type=float, default=8, help="checkpoint and export this often")
    parser.add_argument("--checkpoint", default="nuclei.pt")
    parser.add_argument("--evaluate", action="store_true", help="do not train; tune the watershed and report figures")
    args = parser.parse_args()
    holdout = load_holdout(args.holdout)
    training, validation = split(load_data(args.data), holdout, args.seed)
    if args.evaluate:
        evaluate(args, validation, holdout)
    else:
        train(args, training)


if __name__ == "__main__":
    main()
