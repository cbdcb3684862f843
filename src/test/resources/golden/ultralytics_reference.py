"""What the YOLO models of the test data give when prepared and decoded as Ultralytics does it.

Independent of Triptych: OpenCV's own INTER_LINEAR on bytes for the letterbox, numpy for the suppression, torch for the
masks (ultralytics.utils.ops.process_mask_native: prototypes cut to the unpadded part, brought to the image, cropped to
the box, cut at logit 0). Confidence 0.25, suppression per class at IoU 0.5; boxes clipped to the image.

    python ultralytics_reference.py TESTDATA > ultralytics_reference.tsv

Columns: model, image, class id, score, x1, y1, x2, y2 and, for masks, the lengths of the runs outside, inside, outside,
... over the whole image, row after row, in hexadecimal. Made with onnxruntime 1.30.0, opencv 5.0.0, torch 2.13.0,
numpy 2.4.6, pillow 12.3.0 (only to read the files).
"""
import ast
import sys
from pathlib import Path

import cv2
import numpy as np
import onnxruntime
import torch
from PIL import Image

COCO = ["coco_train2017/images/%012d.jpg" % n for n in (9, 25, 30, 34, 36, 42)] + ["ultralytics_a/bus.jpg"]
DEFECTS = ["defect_assets_a/test_image_%s.jpg" % n for n in
           ("bridge", "bridge2", "house", "pump", "road", "windshield", "wood")]
MODELS = {"det_yolov5n_f32io": COCO, "det_yolov8n_int8_640": COCO, "det_yolo11n_int8_320": COCO,
          "det_yolo26n_int8_e2e": COCO, "det_neu_defect_yolov8n": DEFECTS, "inst_yolov8n_seg_int8": COCO}
CONFIDENCE, OVERLAP = 0.25, 0.5


def letterbox(image, height, width):
    h, w = image.shape[:2]
    gain = min(height / h, width / w)
    inner = round(w * gain), round(h * gain)
    dw, dh = (width - inner[0]) / 2, (height - inner[1]) / 2
    left, top = round(dw - 0.1), round(dh - 0.1)
    if (w, h) != inner:
        image = cv2.resize(image, inner, interpolation=cv2.INTER_LINEAR)
    padded = np.full((height, width, 3), 114, np.uint8)
    padded[top:top + inner[1], left:left + inner[0]] = image
    return padded, inner, (left, top)


def iou(a, b):
    w = min(a[2], b[2]) - max(a[0], b[0])
    h = min(a[3], b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0
    return w * h / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h)


def suppress(boxes, scores, classes):
    keep = []
    for i in np.argsort(-scores, kind="stable"):
        if all(classes[k] != classes[i] or iou(boxes[k], boxes[i]) <= OVERLAP for k in keep):
            keep.append(i)
    return keep


def corners(b):
    return np.concatenate([b[:, :2] - b[:, 2:4] / 2, b[:, :2] + b[:, 2:4] / 2], 1)


def candidates(out, classes):
    """Boxes, scores, classes and mask coefficients of the output's rows."""
    if out.shape[1] == 6:
        return out[:, :4], out[:, 4], out[:, 5].astype(int), out[:, 6:], False
    if out.shape[1] == 5 + classes:
        scores = out[:, 4:5] * out[:, 5:]
        return corners(out), scores.max(1), scores.argmax(1), out[:, :0], True
    out = out.T
    scores = out[:, 4:4 + classes]
    return corners(out), scores.max(1), scores.argmax(1), out[:, 4 + classes:], True


def masks(protos, coefficients, boxes, width, height):
    c, mh, mw = protos.shape
    logits = torch.from_numpy(coefficients @ protos.reshape(c, -1)).reshape(1, -1, mh, mw)
    gain = min(mh / height, mw / width)
    pad_w, pad_h = (mw - width * gain) / 2, (mh - height * gain) / 2
    cut = logits[..., round(pad_h - 0.1):mh - round(pad_h + 0.1), round(pad_w - 0.1):mw - round(pad_w + 0.1)]
    full = torch.nn.functional.interpolate(cut, (height, width), mode="bilinear", align_corners=False)[0].numpy()
    x, y = np.arange(width)[None, :], np.arange(height)[:, None]
    return [(m > 0) & (x >= b[0]) & (x < b[2]) & (y >= b[1]) & (y < b[3]) for m, b in zip(full, boxes)]


def runs(mask):
    flat = mask.ravel().astype(np.int8)
    edges = np.flatnonzero(np.diff(flat, prepend=0, append=0))
    return " ".join("%x" % n for n in np.diff(edges, prepend=0))


def main(data):
    for name, images in MODELS.items():
        session = onnxruntime.InferenceSession(str(data / "models" / (name + ".onnx")))
        classes = len(ast.literal_eval(session.get_modelmeta().custom_metadata_map["names"]))
        slot = session.get_inputs()[0]
        for path in images:
            image = np.asarray(Image.open(data / "images" / path).convert("RGB"))
            h, w = image.shape[:2]
            padded, inner, (left, top) = letterbox(image, slot.shape[2], slot.shape[3])
            tensor = (padded.transpose(2, 0, 1)[None] / 255).astype(np.float32)
            outputs = session.run(None, {slot.name: tensor})
            boxes, scores, ids, coefficients, overlapping = candidates(outputs[0][0], classes)
            found = scores >= CONFIDENCE
            boxes, scores, ids, coefficients = boxes[found], scores[found], ids[found], coefficients[found]
            keep = suppress(boxes, scores, ids) if overlapping else np.argsort(-scores, kind="stable")
            boxes = (boxes - [left, top, left, top]) / ([inner[0] / w, inner[1] / h] * 2)
            boxes = np.clip(boxes, 0, [w, h, w, h])
            drawn = masks(outputs[1][0], coefficients[keep], boxes[keep], w, h) if len(outputs) > 1 and len(keep) else ()
            for n, i in enumerate(keep):
                row = [name, path, ids[i], "%.4f" % scores[i], *("%.2f" % v for v in boxes[i])]
                print(*row, *([runs(drawn[n])] if len(drawn) else []), sep="\t")


main(Path(sys.argv[1]))
