"""Makes the stored cases beside it: python make_cases.py (scikit-learn, pycocotools, scipy, numpy; no network).

Each case holds the input, the figures that the named program gives for it, and the program's version."""
import contextlib
import importlib.metadata
import io
import json
import pathlib
import warnings

import numpy as np
from pycocotools import mask as masks
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval
from scipy import ndimage, optimize, stats
from sklearn import metrics

HERE = pathlib.Path(__file__).parent
random = np.random.default_rng(20)
warnings.simplefilter("error")
warnings.simplefilter("ignore", DeprecationWarning)  # pycocotools 2.0.11 beside numpy 2


def versions(*names):
    return {n: importlib.metadata.version(n) for n in names}


def save(name, case):
    def plain(v):
        if isinstance(v, (np.ndarray, np.generic)):
            return v.tolist()
        return v.decode()
    (HERE / name).write_text(json.dumps(case, default=plain, separators=(",", ":")) + "\n")


def ece(score, right):
    """Ten bins of equal width, open below, as Guo et al. 2017 and Metrics Reloaded."""
    edges = np.arange(0, 1.00001, 0.1)
    sum_ = 0
    for low, high in zip(edges[:-1], edges[1:]):
        inside = (score > low) & (score <= high)
        if inside.any():
            sum_ += inside.sum() * abs(right[inside].mean() - score[inside].mean())
    return sum_ / len(score)


def classification(classes, images):
    truth = random.integers(0, classes, images)
    logits = random.normal(0, 1.2, (images, classes))
    logits[np.arange(images), truth] += 1
    scores = np.exp(np.round(logits, 1))
    scores /= scores.sum(1, keepdims=True)
    predicted = scores.argmax(1)
    ofclass = lambda f, *a, **k: [f(truth == c, *[x[:, c] if x.ndim == 2 else x == c for x in a], **k)
                                  for c in range(classes)]
    return {
        "truth": truth, "scores": scores, "confusion": metrics.confusion_matrix(truth, predicted),
        "all": {
            "Accuracy": metrics.accuracy_score(truth, predicted),
            "BalancedAccuracy": metrics.balanced_accuracy_score(truth, predicted),
            "F1": metrics.f1_score(truth, predicted, average="macro"),
            "MCC": metrics.matthews_corrcoef(truth, predicted),
            "Kappa": metrics.cohen_kappa_score(truth, predicted),
            "ROCAUC": np.mean(ofclass(metrics.roc_auc_score, scores)),
            "AP": np.mean(ofclass(metrics.average_precision_score, scores)),
            "Brier": metrics.brier_score_loss(truth, scores if classes > 2 else scores[:, 1]),
            "ECE": ece(scores.max(1), predicted == truth),
        },
        "classes": {
            "Precision": ofclass(metrics.precision_score, predicted),
            "Recall": ofclass(metrics.recall_score, predicted),
            "F1": ofclass(metrics.f1_score, predicted),
            "ROCAUC": ofclass(metrics.roc_auc_score, scores),
            "AP": ofclass(metrics.average_precision_score, scores),
        },
    }


def multilabel(classes, images):
    truth = random.random((images, classes)) < 0.35
    scores = np.round(np.clip(random.normal(0.35 + 0.3 * truth, 0.25), 0, 1), 2)
    said = scores >= 0.5
    ofclass = lambda f, x: [f(truth[:, c], x[:, c]) for c in range(classes)]
    return {
        "truth": truth, "scores": scores,
        "all": {
            "F1": metrics.f1_score(truth, said, average="macro"),
            "MicroF1": metrics.f1_score(truth, said, average="micro"),
            "Accuracy": metrics.accuracy_score(truth, said),
            "ROCAUC": metrics.roc_auc_score(truth, scores, average="macro"),
            "AP": metrics.average_precision_score(truth, scores, average="macro"),
            "ECE": ece(np.where(scores == 0, 1e-12, scores).ravel(), truth.ravel()),
            "Brier": np.mean([metrics.brier_score_loss(truth[:, c], scores[:, c]) for c in range(classes)]),
        },
        "classes": {
            "Precision": ofclass(metrics.precision_score, said),
            "Recall": ofclass(metrics.recall_score, said),
            "F1": ofclass(metrics.f1_score, said),
            "ROCAUC": ofclass(metrics.roc_auc_score, scores),
            "AP": ofclass(metrics.average_precision_score, scores),
        },
    }


def ellipse(x, y, a, b, corners=14):
    angle = np.arange(corners) * 2 * np.pi / corners
    return np.round(np.stack([x + a * np.cos(angle), y + b * np.sin(angle)], 1), 1).ravel().tolist()


def coco():
    """Few images with all that COCOeval treats apart: crowds, equal scores, sizes, doubles, more than 100 predictions,
    classes without truth or without predictions, images without either."""
    w, h = 320, 240
    truth, boxes, outlines = [], [], []
    for image in range(1, 11):
        for _ in range(0 if image == 3 else random.integers(2, 9)):
            a = random.choice([9, 25, 70]) * random.uniform(0.8, 1.2)
            b = a * random.uniform(0.6, 1)
            x, y = random.uniform(a, w - a), random.uniform(b, h - b)
            polygon, category = ellipse(x, y, a, b), int(random.integers(1, 5))
            rle = masks.merge(masks.frPyObjects([polygon], h, w))
            crowd = int(random.random() < 0.12)
            truth.append({"id": len(truth) + 1, "image_id": image, "category_id": category, "iscrowd": crowd,
                          "area": float(masks.area(rle)), "bbox": masks.toBbox(rle).tolist(),
                          "segmentation": {"size": [h, w], "counts": counts(rle)} if crowd else [polygon]})
            for _ in range(random.choice([0, 1, 1, 1, 2, 3])):
                d = random.normal(0, random.choice([0.1, 0.1, 0.5]) * a, 4)
                found = masks.merge(masks.frPyObjects([ellipse(x + d[0], y + d[1], a + abs(d[2]), b + abs(d[3]))], h, w))
                c = category if random.random() < 0.8 else int(random.integers(1, 6))
                score = round(float(random.uniform(0.1, 1)), 1)
                boxes.append({"image_id": image, "category_id": c, "score": score, "bbox": masks.toBbox(found).tolist()})
                outlines.append({"image_id": image, "category_id": c, "score": score, "segmentation": found})
    for _ in range(130):
        found = masks.merge(masks.frPyObjects([ellipse(random.uniform(0, w), random.uniform(0, h), 12, 9)], h, w))
        score = round(float(random.uniform(0, 1)), 2)
        boxes.append({"image_id": 4, "category_id": 2, "score": score, "bbox": masks.toBbox(found).tolist()})
        outlines.append({"image_id": 4, "category_id": 2, "score": score, "segmentation": found})
    data = {"images": [{"id": i, "width": w, "height": h} for i in range(1, 12)],
            "categories": [{"id": c, "name": f"class {c}"} for c in range(1, 7)], "annotations": truth}
    save("coco-truth.json", data)
    save("coco-bbox.json", boxes)
    save("coco-segm.json", outlines)
    names = ["AP", "AP50", "AP75", "APSmall", "APMedium", "APLarge", "AR1", "AR10", "AR100", "ARSmall", "ARMedium", "ARLarge"]
    figures = {"versions": versions("pycocotools", "numpy")}
    for kind, results in ("bbox", "coco-bbox.json"), ("segm", "coco-segm.json"):
        gt = COCO(str(HERE / "coco-truth.json"))
        evaluation = COCOeval(gt, gt.loadRes(str(HERE / results)), kind)
        evaluation.evaluate()
        evaluation.accumulate()
        evaluation.summarize()
        figures[kind] = dict(zip(names, evaluation.stats))
        ap50 = evaluation.eval["precision"][0, :, :, 0, 2].mean(0)
        figures[kind + "-classes"] = [None if p < 0 else p for p in ap50]
    figures["errors"] = errors(truth, [dict(b) for b in boxes])
    save("coco-expected.json", figures)


def average_precision(points, positives):
    """Precision at 101 recalls of (score, right) pairs."""
    right = np.array([r for _, r in sorted(points, key=lambda p: -p[0])], dtype=float)
    if not len(right):
        return 0
    precision = np.cumsum(right) / np.arange(1, len(right) + 1)
    precision = np.maximum.accumulate(precision[::-1])[::-1]
    at = np.searchsorted(np.cumsum(right) / positives, np.arange(101) * 0.01)
    return sum(precision[i] for i in at if i < len(precision)) / 101


def errors(truth, boxes):
    """The kinds of error as TIDE tells them apart, by a matrix of overlaps an image; no limit of predictions."""
    entries, positives, missed = [], dict.fromkeys(range(1, 7), 0), dict.fromkeys(range(1, 7), 0)
    for image in range(1, 12):
        gts = [t for t in truth if t["image_id"] == image and not t["iscrowd"]]
        crowds = [t for t in truth if t["image_id"] == image and t["iscrowd"]]
        found = sorted((b for b in boxes if b["image_id"] == image), key=lambda b: -b["score"])
        iou = lambda d, g, crowd: np.reshape(masks.iou([d["bbox"]], [x["bbox"] for x in g], [crowd] * len(g)), -1)
        used, mended_by, kinds = [False] * len(gts), {}, {}
        for d in found:
            same = [d["category_id"] == g["category_id"] for g in gts]
            d["iou"], d["same"] = iou(d, gts, 0) if gts else np.zeros(0), np.array(same, bool)
            free = np.where(d["same"] & ~np.array(used, bool), d["iou"], 0)
            d["right"] = len(free) > 0 and free.max() >= 0.5
            if d["right"]:
                used[int(free.argmax())] = True
        for k, d in enumerate(found):
            best = lambda chosen: max(((o, j) for j, o in enumerate(d["iou"]) if chosen[j]), default=(0, -1))
            crowd = [c for c in crowds if c["category_id"] == d["category_id"]]
            if d["right"]:
                entries.append((d["score"], d["category_id"], None, None))
                continue
            if crowd and iou(d, crowd, 1).max() > 0.5:
                continue
            (same, j), (other, i) = best(d["same"]), best(~d["same"])
            if 0.1 <= same <= 0.5:
                kind, target = "Location", j
            elif other >= 0.5:
                kind, target = "Class", i
            elif best(d["same"] & np.array(used, bool))[0] >= 0.5:
                kind, target = "Duplicate", None
            else:
                kind, target = ("Background" if max(same, other) <= 0.1 else "Both"), None
            mends = target is not None and not used[target] and target not in mended_by
            if mends:
                mended_by[target] = k
            entries.append((d["score"], d["category_id"], kind, gts[target]["category_id"] if mends else None))
        for j, g in enumerate(gts):
            positives[g["category_id"]] += 1
            missed[g["category_id"]] += not used[j] and j not in mended_by

    def mean(mended):
        aps = []
        for c in positives:
            n = positives[c] - (missed[c] if mended == "Missed" else 0)
            points = [(s, k is None) for s, own, k, _ in entries if own == c and (k is None or k != mended)]
            points += [(s, True) for s, _, k, to in entries if to == c and k == mended]
            if n > 0:
                aps.append(average_precision(points, n))
        return np.mean(aps)

    kinds = ["Class", "Location", "Both", "Duplicate", "Background"]
    figures = {k + "Errors": sum(e[2] == k for e in entries) for k in kinds}
    figures["MissedErrors"] = sum(missed.values())
    return figures | {k + "Gain": max(0, mean(k) - mean(None)) for k in [*kinds, "Missed"]}


def counts(rle):
    pixels = masks.decode(rle).ravel(order="F")
    edges = np.flatnonzero(np.diff(pixels)) + 1
    lengths = np.diff(np.concatenate([[0], edges, [len(pixels)]])).tolist()
    return [0] + lengths if pixels[0] else lengths


def instances():
    """Label images matched by an optimal assignment, as StarDist's matching does it; counts pooled over the images."""
    pairs, pooled = [], np.zeros((10, 3), int)
    for _ in range(4):
        truth, found = np.zeros((40, 48), int), np.zeros((40, 48), int)
        y, x = np.indices(truth.shape)
        for k in range(12):
            cy, cx, r = random.uniform(0, 40), random.uniform(0, 48), random.uniform(2, 7)
            dy, dx, dr = random.normal(0, 1, 3)
            truth[np.hypot(y - cy, x - cx) < r] = k + 1
            if k % 4:
                found[np.hypot(y - cy - dy, x - cx - dx) < r + dr] = 13 - k
        truth, found = (np.unique(m, return_inverse=True)[1].reshape(m.shape) for m in (truth, found))
        both = np.histogram2d(truth.ravel(), found.ravel(), (np.arange(truth.max() + 2), np.arange(found.max() + 2)))[0]
        iou = (both / (both.sum(1, keepdims=True) + both.sum(0, keepdims=True) - both))[1:, 1:]
        for t, threshold in enumerate(np.linspace(0.5, 0.95, 10)):
            rows, columns = optimize.linear_sum_assignment((iou < threshold) - iou / (2 * min(iou.shape)))
            right = (iou[rows, columns] >= threshold).sum()
            pooled[t] += right, iou.shape[0] - right, iou.shape[1] - right
        pairs.append({"truth": truth.ravel(), "found": found.ravel()})
    return {"versions": versions("scipy", "numpy"), "pairs": pairs, "precisions": pooled[:, 0] / pooled.sum(1)}


def polygons():
    """Outlines in and beyond a small image: whole numbers, halves, doubled corners, crossing themselves."""
    cases = []
    for k in range(60):
        n = int(random.integers(3, 9))
        xy = random.uniform(-8, 45, (n, 2))
        xy = np.round(xy * 2) / 2 if k % 3 == 0 else np.round(xy, 2)
        if k % 5 == 0:
            xy[1] = xy[0]
        rle = masks.merge(masks.frPyObjects([xy.ravel().tolist()], 30, 37))
        cases.append({"xy": xy.ravel(), "counts": counts(rle)})
    return {"versions": versions("pycocotools"), "width": 37, "height": 30, "polygons": cases}


def surfaces():
    """As MetricsReloaded 0.1 computes them, written out with scipy: border_map, normalised_surface_distance,
    boundary_iou (here in calibrated units) and the 95 % Hausdorff distance."""
    cases = []
    for width, height, sampling, tolerance in (31, 24, (1, 1), 1), (31, 24, (1, 1), 3), (40, 17, (0.5, 0.2), 0.6), \
            (12, 33, (2.5, 1), 2.5), (25, 25, (0.1, 0.1), 0.3), (9, 9, (1, 1), 2):
        smooth = ndimage.gaussian_filter(random.normal(size=(height, width)), 2.5)
        truth = smooth > np.quantile(smooth, 0.6)
        found = smooth + 0.6 * ndimage.gaussian_filter(random.normal(size=(height, width)), 2.5) > np.quantile(smooth, 0.65)
        border = lambda m: m & ~ndimage.binary_erosion(m)
        bt, bf = border(truth), border(found)
        dt, df = (ndimage.distance_transform_edt(~b, sampling=sampling) for b in (bt, bf))
        within = tolerance * (1 + 1e-9)
        near_t, near_f = truth & (dt < tolerance * (1 - 1e-9)), found & (df < tolerance * (1 - 1e-9))
        cases.append({
            "width": width, "height": height, "pixelWidth": sampling[1], "pixelHeight": sampling[0],
            "tolerance": tolerance, "truth": truth.ravel().astype(int), "found": found.ravel().astype(int),
            "NSD": ((df[bt] <= within).sum() + (dt[bf] <= within).sum()) / (bt.sum() + bf.sum()),
            "BoundaryIoU": (near_t & near_f).sum() / (near_t | near_f).sum(),
            "HD95": max(np.percentile(df[bt], 95), np.percentile(dt[bf], 95)),
            "distances": dt.ravel(),
        })
    return {"versions": versions("scipy", "numpy"), "cases": cases}


def bootstrap():
    """The bias-corrected and accelerated interval of the mean of few skewed values, at the level widened for few."""
    n = 40
    values = np.round(1 - np.random.default_rng(8).exponential(0.15, n).clip(0, 1), 3)
    level = 2 * stats.norm.cdf(np.sqrt(n / (n - 1)) * stats.t.ppf(0.975, n - 1)) - 1
    case = {"versions": versions("scipy", "numpy"), "values": values}
    for method in "BCa", "percentile":
        interval = stats.bootstrap((values,), np.mean, confidence_level=level, n_resamples=200000, batch=20000,
                                   method=method, rng=np.random.default_rng(1)).confidence_interval
        case[method] = [interval.low, interval.high]
    return case


if __name__ == "__main__":
    save("classification.json", {"versions": versions("scikit-learn", "numpy"),
                                 "cases": [classification(4, 70), classification(2, 50)]})
    save("multilabel.json", {"versions": versions("scikit-learn", "numpy"), "cases": [multilabel(5, 60)]})
    save("polygons.json", polygons())
    save("surfaces.json", surfaces())
    save("instances.json", instances())
    save("bootstrap.json", bootstrap())
    with contextlib.redirect_stdout(io.StringIO()):
        coco()
