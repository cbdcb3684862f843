#!/usr/bin/env python3
"""Makes the tiny ONNX models of Triptych's tests, and their descriptions, beside this script.

    python make_models.py             writes every file again (the bytes do not change from run to run)
    python make_models.py --check     runs every model in onnxruntime on planted inputs, compares the files with itself

Needs onnx; --check also needs numpy and onnxruntime. No model is trained: each one computes its answer from the
pixels by a few plain operators, so that a test can plant an object in an image and must get exactly it back.

Unless its entry says otherwise a model reads float32 [1 or N, 3, height, width], RGB in 0..1, and its classes are
0 red, 1 green, 2 blue. All are opset 17, IR version 8, and free to use under the MIT licence.

A model without Ultralytics metadata gets a description NAME.triptych.yaml. Only the models that stand for a
stranger's unusable file (regression, audio, custom_op, image_to_image, no_image) have neither.
"""
import os
import sys
from pathlib import Path

from onnx import TensorProto, checker, helper
from onnx.numpy_helper import from_array, to_array

import numpy as np

HERE = Path(__file__).resolve().parent
OPSET, IR = 17, 8
FLOAT, HALF, UINT8, INT64 = TensorProto.FLOAT, TensorProto.FLOAT16, TensorProto.UINT8, TensorProto.INT64
COLOURS = ["red", "green", "blue"]
SCORES = [0.9, 0.8, 0.7]                                    # of a red, a green and a blue object
BGR_MEAN = [103.939, 116.779, 123.68]


class Graph:
    """Nodes in the order they are asked for; `op` answers with the name of the node's output."""

    def __init__(self, **inputs):
        self.nodes, self.constants = [], []
        self.inputs = [helper.make_tensor_value_info(n, t, shape) for n, (t, shape) in inputs.items()]

    def const(self, values, dtype=np.float32):
        self.constants.append(from_array(np.asarray(values, dtype), f"c{len(self.constants)}"))
        return self.constants[-1].name

    def ints(self, *values):
        return self.const(values, np.int64)

    def op(self, kind, *inputs, **attributes):
        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=f"{kind}_{name}", **attributes))
        return name

    def model(self, metadata=None, domains=(), **outputs):
        """`outputs`: name = (value, element type, shape)."""
        nodes, infos = list(self.nodes), []
        for name, (value, kind, shape) in outputs.items():
            nodes.append(helper.make_node("Identity", [value], [name], name=f"Identity_{name}"))
            infos.append(helper.make_tensor_value_info(name, kind, shape))
        graph = helper.make_graph(nodes, "planted", self.inputs, infos, self.constants)
        opsets = [helper.make_opsetid("", OPSET)] + [helper.make_opsetid(d, 1) for d in domains]
        model = helper.make_model(graph, producer_name="triptych-tests", ir_version=IR, opset_imports=opsets)
        helper.set_model_props(model, metadata or {})
        return model


# ---- descriptions ---------------------------------------------------------------------------------------------------

def description(task, name, classes, decoder, thresholds=None, **inputs):
    """The text of a .triptych.yaml. An input key given as None is left out, others replace the defaults below."""
    channels = inputs.pop("channels", 3)
    entries = {"size": None, "multiple": None, "fit": "stretch", "fill": None, "resize": "bilinear",
               "colours": "RGB" if channels == 3 else None, "scale": "1/255",
               "mean": [0] * channels, "std": [1] * channels}
    entries.update(inputs)
    lines = ["# Written by make_models.py", f"task: {task}", f"name: {name}", "licence: MIT",
             f"classes: {flow(classes)}"]
    for title, block in (("input", entries), ("decoder", decoder), ("thresholds", thresholds or {})):
        if block:
            lines.append(f"{title}:")
            lines += [f"  {k}: {flow(v)}" for k, v in block.items() if v is not None]
    return "\n".join(lines) + "\n"


def flow(value):
    return "[" + ", ".join(map(str, value)) + "]" if isinstance(value, (list, tuple)) else str(value)


def ultralytics(task, names, size, version="8.3.203", **more):
    """The metadata Ultralytics writes into its exports, without the date."""
    return {"author": "Triptych tests", **more, "batch": "1", "description": f"Planted {task} model", "stride": "32",
            "version": version, "imgsz": str([size, size]),
            "args": "{'batch': 1, 'half': False, 'dynamic': False, 'simplify': True, 'opset': 17, 'nms': False}",
            "license": "MIT", "task": task, "names": str(dict(enumerate(names))), "channels": "3"}


# ---- 1, 2, 3, 4, 11: one box for each colour ------------------------------------------------------------------------
# The object of class k is every pixel whose channel k is > 0.5 and > 0.3 above both other channels; the grey letterbox
# fill (114/255) never is one. Its box runs from the first column and row to the last plus 1, in input pixels.
# Candidate k is the object of class k. A class without object has the box 0,0,0,0 and the score 0.

def boxes_graph():
    g = Graph(images=(FLOAT, [1, 3, 640, 640]))
    others = g.op("Max", g.op("Gather", "images", g.ints(1, 2, 0), axis=1),
                  g.op("Gather", "images", g.ints(2, 0, 1), axis=1))
    inside = g.op("And", g.op("Greater", "images", g.const(0.5)),
                  g.op("Greater", g.op("Sub", "images", others), g.const(0.3)))
    inside = g.op("Cast", inside, to=FLOAT)
    exists = g.op("ReduceMax", inside, axes=[2, 3], keepdims=0)                                         # [1, 3]

    def edges(axis):                                        # first and last + 1 along x (axis 2 summed away) or y (3)
        line = g.op("ReduceMax", inside, axes=[axis], keepdims=0)                                       # [1, 3, 640]
        first = g.op("Cast", g.op("ArgMax", line, axis=2, keepdims=0, select_last_index=0), to=FLOAT)
        last = g.op("Cast", g.op("ArgMax", line, axis=2, keepdims=0, select_last_index=1), to=FLOAT)
        return g.op("Mul", first, exists), g.op("Mul", g.op("Add", last, g.const(1)), exists)

    (x1, x2), (y1, y2) = edges(2), edges(3)
    return g, exists, (x1, y1, x2, y2)


def centre_and_size(g, box):
    x1, y1, x2, y2 = box
    half = g.const(0.5)
    return (g.op("Mul", g.op("Add", x1, x2), half), g.op("Mul", g.op("Add", y1, y2), half),
            g.op("Sub", x2, x1), g.op("Sub", y2, y1))


def stacked(g, parts, axis):
    where = g.ints(axis)
    return g.op("Concat", *[g.op("Unsqueeze", p, where) for p in parts], axis=axis)


def class_columns(g, exists, scores):                       # [1, class, candidate]: the scores on the diagonal
    return g.op("Mul", g.op("Unsqueeze", exists, g.ints(1)), g.const(np.diag(scores)))


def boxes_v8(scores=SCORES):
    """output0 [1, 7, 3]: rows cx, cy, w, h, red, green, blue; a column for each candidate."""
    g, exists, box = boxes_graph()
    out = g.op("Concat", stacked(g, centre_and_size(g, box), 1), class_columns(g, exists, scores), axis=1)
    return g.model(ultralytics("detect", COLOURS, 640), output0=(out, FLOAT, [1, 7, 3]))


V5_OBJECTNESS, V5_CLASS = [0.9, 1.0, 0.875], [1.0, 0.8, 0.8]


def boxes_v5():
    """output [1, 3, 8]: a row for each candidate: cx, cy, w, h, objectness, red, green, blue. Objectness times class
    score is 0.9, 0.8, 0.7; where there is no object only the objectness is 0. Metadata: names and stride, no more."""
    g, exists, box = boxes_graph()
    objectness = g.op("Mul", exists, g.const(V5_OBJECTNESS))
    out = g.op("Concat", stacked(g, [*centre_and_size(g, box), objectness], 2), g.const([np.diag(V5_CLASS)]), axis=2)
    return g.model({"stride": "32", "names": str(COLOURS)}, output=(out, FLOAT, [1, 3, 8]))


def boxes_e2e():
    """output0 [1, 3, 6]: a row for each candidate: x1, y1, x2, y2, score, class; metadata end2end True."""
    g, exists, box = boxes_graph()
    rows = stacked(g, [*box, g.op("Mul", exists, g.const(SCORES))], 2)
    out = g.op("Concat", rows, g.const([[[0], [1], [2]]]), axis=2)
    return g.model(ultralytics("detect", COLOURS, 640, "8.4.63", end2end="True"), output0=(out, FLOAT, [1, 3, 6]))


def masks_v8():
    """output0 [1, 10, 3]: as boxes_v8, then three mask coefficients, 1 for the candidate's own channel and 0 else.
    output1 [1, 3, 160, 160]: prototype k = 20 * (channel k - 0.5), averaged over 4 x 4 pixels. On black the mask has
    the object's own outline; on a brighter ground it is wider, by up to 4 pixels on the letterbox grey."""
    g, exists, box = boxes_graph()
    out = g.op("Concat", stacked(g, centre_and_size(g, box), 1), class_columns(g, exists, SCORES),
               g.const([np.eye(3)]), axis=1)
    logits = g.op("Mul", g.op("Sub", "images", g.const(0.5)), g.const(20))
    prototypes = g.op("AveragePool", logits, kernel_shape=[4, 4], strides=[4, 4])
    return g.model(ultralytics("segment", COLOURS, 640, "8.4.33", end2end="False"),
                   output0=(out, FLOAT, [1, 10, 3]), output1=(prototypes, FLOAT, [1, 3, 160, 160]))


def rows(order):
    return description("detection", "Planted rows", COLOURS, {"name": "box-rows", "order": order}, fit="letterbox", fill=114)


def rows_mmdetection():
    """As MMDeploy exports MMDetection: dets [1, 3, 5]: x1, y1, x2, y2, score; labels [1, 3]."""
    g, exists, box = boxes_graph()
    rows = stacked(g, [*box, g.op("Mul", exists, g.const(SCORES))], 2)
    return g.model(dets=(rows, FLOAT, [1, 3, 5]), labels=(g.const([[0, 1, 2]], np.int64), INT64, [1, 3]))


def rows_paddledetection():
    """As PaddleDetection exports PP-YOLOE: [3, 6]: class, score, x1, y1, x2, y2, and their number. Boxes are in pixels of
    the image before it was scaled by scale_factor (height, width), and cut at im_shape, its height and width."""
    g, exists, (x1, y1, x2, y2) = boxes_graph()
    for name in ("im_shape", "scale_factor"):
        g.inputs.append(helper.make_tensor_value_info(name, FLOAT, [1, 2]))

    def original(value, axis):
        part = g.ints(axis)
        scaled = g.op("Div", value, g.op("Gather", "scale_factor", part, axis=1))
        return g.op("Min", scaled, g.op("Gather", "im_shape", part, axis=1))

    corners = [original(x1, 1), original(y1, 0), original(x2, 1), original(y2, 0)]
    rows = stacked(g, [g.const([[0, 1, 2]]), g.op("Mul", exists, g.const(SCORES)), *corners], 2)
    number = g.op("Cast", g.op("ReduceSum", exists, g.ints(1), keepdims=0), to=TensorProto.INT32)
    return g.model(rows=(g.op("Squeeze", rows, g.ints(0)), FLOAT, [3, 6]), number=(number, TensorProto.INT32, [1]))


# ---- 5: duplicates to suppress --------------------------------------------------------------------------------------
# 40 boxes in a 64 x 64 image, whatever the pixels: ten clusters of four, box j of cluster i being candidate 4 i + j.
# Clusters never touch each other: cluster i lies in its own cell of 16 x 21 pixels, column i % 4, row i // 4.
#
# Clusters 0 to 8: 12 x 14 boxes, the corner (2, 3) of the cell moved by SHIFTS; any two have IoU 0.741 or more.
# Cluster 9 is a chain: 12 x 10 boxes, each 3 px below the one before: IoU 0.538 for neighbours, else 0.25 or less.
#
# Scores of cluster i: 0.95 - 0.02 i, and 0.21, 0.42, 0.63 less. In clusters 0 to 8 the strongest box is j = i % 4 and
# they go down from there (i % 4, i % 4 + 1, ... modulo 4); in the chain they go down from top to bottom (j = 0 to 3).
# No two of the 40 scores are equal; six of them, the weakest of clusters 4 to 9, are below 0.25.
# The score of the class that a box is not of is 0.02.
#
# Classes (0 cell, 1 debris) in the order of falling score:
CLUSTER_CLASSES = [(0, 0, 0, 0)] * 4 + [(1, 1, 1, 1)] * 2 + [(0, 1, 0, 0), (0, 0, 1, 1), (1, 0, 0, 0), (0, 0, 0, 0)]
SHIFTS = [(0, 0), (1, 0), (0, 1), (1, 1)]
# Truth, as kept candidates (see DUPLICATES_KEPT, which --check computes again):
#   agnostic    each cluster's strongest; of the chain also j = 2 (it overlaps only the suppressed j = 1): 11 boxes
#   per class   in clusters 6, 7, 8 also the strongest of the other class: 14 boxes
#   none        every box at or above the confidence: 34 at 0.25, 40 at 0.1
# For overlap 0.7 (Ultralytics' own) the chain keeps all its boxes at or above the confidence (3 at 0.25).
DUPLICATES_KEPT = {                              # (suppression, confidence, overlap): candidates by falling score
    ("agnostic", 0.25, 0.45): [0, 5, 10, 15, 16, 21, 26, 31, 32, 36, 38],
    ("per-class", 0.25, 0.45): [0, 5, 10, 15, 16, 21, 26, 31, 32, 36, 27, 33, 29, 38],
    ("agnostic", 0.25, 0.7): [0, 5, 10, 15, 16, 21, 26, 31, 32, 36, 37, 38],
    ("per-class", 0.25, 0.7): [0, 5, 10, 15, 16, 21, 26, 31, 32, 36, 27, 33, 37, 29, 38],
}


def duplicates():
    """(x1, y1, x2, y2), class and score of the 40 candidates."""
    boxes, classes, scores = [], [], []
    for i, of_cluster in enumerate(CLUSTER_CLASSES):
        left, top, chain = 16 * (i % 4) + 2, 21 * (i // 4) + (1 if i == 9 else 3), i == 9
        for j in range(4):
            rank = j if chain else (j - i) % 4
            x, y = (left, top + 3 * j) if chain else (left + SHIFTS[j][0], top + SHIFTS[j][1])
            boxes.append((x, y, x + 12, y + (10 if chain else 14)))
            classes.append(of_cluster[rank])
            scores.append(round(0.95 - 0.02 * i - 0.21 * rank, 2))
    return np.array(boxes, float), np.array(classes), np.array(scores)


def duplicates_v8():
    """output0 [1, 6, 40]: rows cx, cy, w, h, cell, debris: the constants above plus 0 * the sum of all pixels."""
    boxes, classes, scores = duplicates()
    rows = np.full((1, 6, 40), 0.02)
    rows[0, 0:2] = (boxes[:, 0:2] + boxes[:, 2:4]).T / 2
    rows[0, 2:4] = (boxes[:, 2:4] - boxes[:, 0:2]).T
    rows[0, 4 + classes, np.arange(40)] = scores
    g = Graph(images=(FLOAT, [1, 3, 64, 64]))
    nothing = g.op("Mul", g.op("ReduceSum", "images", keepdims=0), g.const(0))
    out = g.op("Add", g.const(rows), nothing)
    return g.model(ultralytics("detect", ["cell", "debris"], 64), output0=(out, FLOAT, [1, 6, 40]))


# ---- 6: classes -----------------------------------------------------------------------------------------------------

def means(g, pixels):
    """[N, 3]: the mean of each channel of NCHW pixels."""
    return g.op("Flatten", g.op("GlobalAveragePool", pixels), axis=1)


def classes():
    """logits [N, 3] = 10 * mean of each channel; the batch is open."""
    g = Graph(input=(FLOAT, ["N", 3, 64, 64]))
    return g.model(logits=(g.op("Mul", means(g, "input"), g.const(10)), FLOAT, ["N", 3]))


def classes_fp16():
    """classes with FLOAT16 input and output (float32 inside)."""
    g = Graph(input=(HALF, ["N", 3, 64, 64]))
    logits = g.op("Mul", means(g, g.op("Cast", "input", to=FLOAT)), g.const(10))
    return g.model(logits=(g.op("Cast", logits, to=HALF), HALF, ["N", 3]))


def classes_uint8_nhwc():
    """UINT8 [1, 64, 64, 3] in 0..255 -> float logits [1, 3] = 10 * mean / 255."""
    g = Graph(input=(UINT8, [1, 64, 64, 3]))
    mean = g.op("ReduceMean", g.op("Cast", "input", to=FLOAT), axes=[1, 2], keepdims=0)
    return g.model(logits=(g.op("Mul", mean, g.const(10 / 255)), FLOAT, [1, 3]))


def classes_int64():
    """INT64 logits [1, 3] = 10 * mean, rounded (halves to the even number)."""
    g = Graph(input=(FLOAT, [1, 3, 64, 64]))
    logits = g.op("Round", g.op("Mul", means(g, "input"), g.const(10)))
    return g.model(logits=(g.op("Cast", logits, to=INT64), INT64, [1, 3]))


def classes_softmax_4d():
    """scores [1, 3, 1, 1] = softmax(10 * mean)."""
    g = Graph(input=(FLOAT, [1, 3, 64, 64]))
    logits = g.op("Mul", g.op("GlobalAveragePool", "input"), g.const(10))
    return g.model(scores=(g.op("Softmax", logits, axis=1), FLOAT, [1, 3, 1, 1]))


def classes_sigmoid():
    """Several classes at once: scores [N, 3] = sigmoid(20 * (mean - 0.25)): a colour on half of the image: 0.993,
    on a quarter: 0.5, nowhere: 0.0067."""
    g = Graph(input=(FLOAT, ["N", 3, 64, 64]))
    logits = g.op("Mul", g.op("Sub", means(g, "input"), g.const(0.25)), g.const(20))
    return g.model(scores=(g.op("Sigmoid", logits), FLOAT, ["N", 3]))


def classes_bgr():
    """Reads BGR, 0..255 minus BGR_MEAN; logits [N, 3] = 0.04 * mean of each channel of that, in the order red, green,
    blue: a pure red image gives 5.2528, -4.67116, -4.15756."""
    g = Graph(input=(FLOAT, ["N", 3, 64, 64]))
    rgb = g.op("Gather", means(g, "input"), g.ints(2, 1, 0), axis=1)
    return g.model(logits=(g.op("Mul", rgb, g.const(0.04)), FLOAT, ["N", 3]))


def four_channels():
    """9: [1, 4, 32, 32] -> logits [1, 2]: low = 10 * mean 1 + 5 * mean 2, high = 5 * mean 3 + 10 * mean 4."""
    g = Graph(input=(FLOAT, [1, 4, 32, 32]))
    weights = g.const([[10, 0], [5, 0], [0, 5], [0, 10]])
    return g.model(logits=(g.op("MatMul", means(g, "input"), weights), FLOAT, [1, 2]))


# ---- 7: regions -----------------------------------------------------------------------------------------------------
# Logits: background 5, red 10 R, green 10 G, blue 10 B: the strongest colour wins where it is above 0.5.

OPEN = [1, 3, "height", "width"]
REGION_WEIGHTS = np.array([[0, 0, 0], [10, 0, 0], [0, 10, 0], [0, 0, 10]])
REGION_BIAS = [5, 0, 0, 0]


def region_logits(g):
    return g.op("Conv", "input", g.const(REGION_WEIGHTS[:, :, None, None]), g.const(REGION_BIAS), kernel_shape=[1, 1])


def regions():
    """logits [1, 4, H, W]; height and width are open."""
    g = Graph(input=(FLOAT, OPEN))
    return g.model(logits=(region_logits(g), FLOAT, [1, 4, "height", "width"]))


def regions_nhwc():
    """[1, 128, 96, 3] -> [1, 128, 96, 4]; 128 is the height."""
    g = Graph(input=(FLOAT, [1, 128, 96, 3]))
    logits = g.op("Add", g.op("MatMul", "input", g.const(REGION_WEIGHTS.T)), g.const(REGION_BIAS))
    return g.model(logits=(logits, FLOAT, [1, 128, 96, 4]))


def regions_half():
    """The logits of regions, averaged over 2 x 2 pixels: [1, 4, H/2, W/2]."""
    g = Graph(input=(FLOAT, OPEN))
    logits = g.op("AveragePool", region_logits(g), kernel_shape=[2, 2], strides=[2, 2])
    return g.model(logits=(logits, FLOAT, [1, 4, "half_height", "half_width"]))


def regions_sigmoid():
    """scores [1, 3, H, W] = sigmoid(20 * (x - 0.5)): independent channels, so a yellow pixel is red and green."""
    g = Graph(input=(FLOAT, OPEN))
    logits = g.op("Mul", g.op("Sub", "input", g.const(0.5)), g.const(20))
    return g.model(scores=(g.op("Sigmoid", logits), FLOAT, OPEN))


def regions_hw():
    """One class, red, no channel axis: logits [1, H, W] = 20 * (R - 0.5), without the sigmoid."""
    g = Graph(input=(FLOAT, OPEN))
    red = g.op("Gather", "input", g.const(0, np.int64), axis=1)
    return g.model(logits=(g.op("Mul", g.op("Sub", red, g.const(0.5)), g.const(20)), FLOAT, [1, "height", "width"]))


# ---- 8: touching objects --------------------------------------------------------------------------------------------

def two_maps(first, second):
    g = Graph(input=(FLOAT, OPEN))
    maps = g.op("Clip", g.op("Gather", "input", g.ints(first, second), axis=1), g.const(0), g.const(1))
    return g.model(maps=(maps, FLOAT, [1, 2, "height", "width"]))


def touching():
    """maps [1, 2, H, W]: foreground = R, boundary = G, both clipped to 0..1."""
    return two_maps(0, 1)


def surround():
    """maps [1, 2, H, W] of grey [1, 1, H, W], H and W multiples of 16. Map 0: the mean of 9 x 9 pixels. Map 1: the
    highest pixel of each 16 x 16, averaged over 3 x 3 of those and spread over the 16 x 16 again. So a pixel of map 1
    depends on others up to 31 pixels away, and on where the 16 x 16 lie; outside the image there are zeros."""
    g = Graph(input=(FLOAT, [1, 1, "height", "width"]))
    near_by = g.op("Conv", "input", g.const(np.full((1, 1, 9, 9), 1 / 81)), pads=[4, 4, 4, 4])
    highest = g.op("MaxPool", "input", kernel_shape=[16, 16], strides=[16, 16])
    around = g.op("Conv", highest, g.const(np.full((1, 1, 3, 3), 1 / 9)), pads=[1, 1, 1, 1])
    nothing = g.const([], np.float32)
    spread = g.op("Resize", around, nothing, g.const([1, 1, 16, 16]), mode="nearest", nearest_mode="floor",
                  coordinate_transformation_mode="asymmetric")
    maps = g.op("Concat", near_by, spread, axis=1)
    return g.model(maps=(maps, FLOAT, [1, 2, "height", "width"]))


def distance():
    """maps [1, 2, H, W]: foreground = R, distance = B: 1 in an object's centre, 0 at its rim."""
    return two_maps(0, 2)


# ---- 10: models that do not fit, or do not load ---------------------------------------------------------------------

def regression():
    """[1, 3, 64, 64] -> age [1], one number: the mean of all pixels."""
    g = Graph(input=(FLOAT, [1, 3, 64, 64]))
    return g.model(age=(g.op("ReduceMean", "input", axes=[1, 2, 3], keepdims=0), FLOAT, [1]))


def audio():
    """Speech detector: x [1, 512] and a state h [2, 1, 64] -> prob [1, 1] = sigmoid(mean x + mean h)."""
    g = Graph(x=(FLOAT, [1, 512]), h=(FLOAT, [2, 1, 64]))
    total = g.op("Add", g.op("ReduceMean", "x", keepdims=0), g.op("ReduceMean", "h", keepdims=0))
    return g.model(prob=(g.op("Reshape", g.op("Sigmoid", total), g.ints(1, 1)), FLOAT, [1, 1]))


def custom_op():
    """A classifier with the operator com.example:Magic, which no runtime knows: the file does not load."""
    g = Graph(input=(FLOAT, [1, 3, 64, 64]))
    magic = g.op("Magic", "input", domain="com.example")
    return g.model(domains=["com.example"], logits=(means(g, magic), FLOAT, [1, 3]))


def external(data_file):
    """classes, its factor 10 being a 3 x 3 matrix in a file of its own."""
    g = Graph(input=(FLOAT, ["N", 3, 64, 64]))
    weights = g.const(10 * np.eye(3))
    model = g.model(logits=(g.op("MatMul", means(g, "input"), weights), FLOAT, ["N", 3]))
    tensor = model.graph.initializer[0]
    data = tensor.raw_data
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    for key, value in (("location", data_file), ("offset", "0"), ("length", str(len(data)))):
        entry = tensor.external_data.add()
        entry.key, entry.value = key, value
    return model, data


def image_to_image():
    """[1, 3, H, W] -> the negative, 1 - x."""
    g = Graph(input=(FLOAT, OPEN))
    return g.model(image=(g.op("Sub", g.const(1), "input"), FLOAT, OPEN))


def no_image():
    """A table row [1, 16] -> logits [1, 3]: the sums of columns 1, 4, 7, ...; 2, 5, 8, ...; 3, 6, 9, ..."""
    g = Graph(input=(FLOAT, [1, 16]))
    return g.model(logits=(g.op("MatMul", "input", g.const(np.eye(3)[np.arange(16) % 3])), FLOAT, [1, 3]))


# ---- graphs that ONNX Runtime does not survive, or does not finish -------------------------------------------------------

def endless():
    """A classifier with a loop whose condition is always true: a run of it never ends."""
    g = Graph(input=(FLOAT, [1, 3, 64, 64]))
    body = helper.make_graph(
        [helper.make_node("Identity", ["go"], ["on"]), helper.make_node("Add", ["v", "one"], ["w"])], "body",
        [helper.make_tensor_value_info(n, t, []) for n, t in (("i", INT64), ("go", TensorProto.BOOL), ("v", FLOAT))],
        [helper.make_tensor_value_info(n, t, []) for n, t in (("on", TensorProto.BOOL), ("w", FLOAT))],
        [from_array(np.float32(1).reshape(()), "one")])
    count = g.op("Loop", "", g.const(True, bool), g.const(0), body=body)
    return g.model(logits=(means(g, g.op("Add", "input", count)), FLOAT, [1, 3]))


def overflow():
    """A classifier that divides the smallest whole number by -1, which the processor answers with a signal."""
    g = Graph(input=(FLOAT, [1, 3, 64, 64]))
    zero = g.op("Cast", g.op("Mul", "input", g.const(0)), to=INT64)
    quotient = g.op("Div", g.op("Add", zero, g.ints(-2**63)), g.ints(-1))
    return g.model(logits=(means(g, g.op("Cast", quotient, to=FLOAT)), FLOAT, [1, 3]))


def doubling():
    """A classifier of 300 bytes that unfolds to 2^24 operators: each function calls the one below twice."""
    g = Graph(input=(FLOAT, [1, 3, 64, 64]))
    value = g.op("F24", "input", domain="local")
    model = g.model(domains=["local"], logits=(means(g, value), FLOAT, [1, 3]))
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("local", 1)]
    for i in range(25):
        inner, domain = ("Relu", "") if i == 0 else (f"F{i - 1}", "local")
        nodes = [helper.make_node(inner, [a], [b], domain=domain) for a, b in (("a", "c"), ("c", "b"))]
        model.functions.append(helper.make_function("local", f"F{i}", ["a"], ["b"], nodes, opsets))
    return model


def depth():
    """A classifier that spreads its channels over blocks of 2^62 pixels: opening it divides by a product of zero."""
    g = Graph(input=(FLOAT, [1, 3, 64, 64]))
    return g.model(logits=(means(g, g.op("DepthToSpace", "input", blocksize=2**62)), FLOAT, [1, 3]))


def groups():
    """A classifier with a transposed convolution of no group, by which opening it divides."""
    g = Graph(input=(FLOAT, [1, 3, 64, 64]))
    weights = g.const(np.zeros((3, 8, 3, 3)))
    return g.model(logits=(means(g, g.op("ConvTranspose", "input", weights, group=0, kernel_shape=[3, 3])), FLOAT,
                           [1, 3]))


def not_numbers():
    """regions, but every value is the square root of -1."""
    g = Graph(input=(FLOAT, OPEN))
    one = g.op("Max", g.op("Mul", "input", g.const(0)), g.const(1))
    return g.model(logits=(g.op("Sqrt", g.op("Neg", one)), FLOAT, OPEN))


# ---- all files ------------------------------------------------------------------------------------------------------

def files():
    """Every file to write: name -> bytes."""
    softmax, ready = ({"name": "class-scores", "activation": a} for a in ("softmax", "none"))

    def classifier(name, decoder=softmax, names=COLOURS, **inputs):
        return description("classification", name, names, decoder, **inputs)

    def semantic(name, background=True, activation="softmax", names=COLOURS, thresholds=None, **inputs):
        decoder = {"name": "semantic", "activation": activation, "background": "yes" if background else "no"}
        if not background:
            decoder["exclusive"] = "no"
        return description("semantic", name, ["background"] * background + names, decoder, thresholds, **inputs)

    def instances(name, **decoder):
        decoder = {"name": "watershed", **decoder}
        return description("instance", name, ["object"], decoder, multiple=16, fit="pad", fill=0)

    padded = {"multiple": 16, "fit": "pad", "fill": "reflect"}
    missing, _ = external("external_missing.onnx.data")                # its data file is left out on purpose
    present, data = external("external_ok.onnx.data")
    models = {                                                         # name: (model, description or None)
        "boxes_v8": (boxes_v8(), None),
        "boxes_v5": (boxes_v5(), None),
        "boxes_e2e": (boxes_e2e(), None),
        "rows_mmdetection": (rows_mmdetection(), rows("corners-score")),
        "rows_paddledetection": (rows_paddledetection(), rows("class-score-corners")),
        "masks_v8": (masks_v8(), None),
        "duplicates_v8": (duplicates_v8(), None),
        "nothing_v8": (boxes_v8([0, 0, 0]), None),
        "classes": (classes(), classifier("Planted classes")),
        "classes_fp16": (classes_fp16(), classifier("Planted classes in half precision")),
        "classes_uint8_nhwc": (classes_uint8_nhwc(), classifier("Planted classes from bytes", scale=1)),
        "classes_int64": (classes_int64(), classifier("Planted classes as whole numbers")),
        "classes_softmax_4d": (classes_softmax_4d(), classifier("Planted classes with softmax", ready)),
        "classes_sigmoid": (classes_sigmoid(), classifier("Planted classes, several at once", {**ready, "exclusive": "no"})),
        "classes_bgr": (classes_bgr(), classifier("Planted classes in BGR", colours="BGR", scale=1,
                                                  mean=f"{BGR_MEAN}  # in the model's order: B, G, R")),
        "four_channels": (four_channels(), classifier("Planted classes of four channels", names=["low", "high"],
                                                      channels=4)),
        "regions": (regions(), semantic("Planted regions", **padded)),
        "regions_nhwc": (regions_nhwc(), semantic("Planted regions, channels last")),
        "regions_half": (regions_half(), semantic("Planted regions at half resolution", **padded)),
        "regions_sigmoid": (regions_sigmoid(), semantic("Planted regions, independent", False, "none",
                                                        thresholds={"confidence": 0.5}, **padded)),
        "regions_hw": (regions_hw(), semantic("Planted red regions", False, "sigmoid", ["red"],
                                              thresholds={"confidence": 0.5}, **padded)),
        "touching": (touching(), instances("Planted objects with boundaries", foreground=0, boundary=1)),
        "distance": (distance(), instances("Planted objects with distances", foreground=0, distance=1)),
        "surround": (surround(), semantic("Planted surroundings", names=["high"], activation="none", channels=1, halo=31,
                                          **padded)),
        "regression": (regression(), None),
        "audio": (audio(), None),
        "custom_op": (custom_op(), None),
        "external_ok": (present, classifier("Planted classes with external data")),
        "external_missing": (missing, classifier("Planted classes without their data")),
        "image_to_image": (image_to_image(), None),
        "no_image": (no_image(), None),
        "endless": (endless(), classifier("Planted classes without end")),
        "overflow": (overflow(), classifier("Planted classes that end the process")),
        "doubling": (doubling(), classifier("Planted classes that unfold without end")),
        "depth": (depth(), None),
        "groups": (groups(), None),
        "not_numbers": (not_numbers(), semantic("Planted regions that are no numbers", False, "sigmoid", **padded)),
    }
    around = {"channels": 1, "multiple": 16, "fit": "pad", "fill": "reflect", "halo": 31}
    flooded = {"name": "watershed", "foreground": 0, "boundary": 1, "seed": 0.05}
    more = {                                                           # further descriptions: (of which file, text)
        "surround-objects": ("surround", description("instance", "Planted surroundings, objects", ["object"], flooded,
                                                     **around)),
        "surround-percentiles": ("surround", description(
            "semantic", "Planted surroundings, percentiles", ["low", "high"], {"name": "semantic", "activation": "none"},
            scale=None, mean=None, std=None, percentiles=[2, 99.5], **around)),
        "regions-fixed": ("regions", semantic("Planted regions of 64 pixels", size=[64, 64], fit="pad", fill="reflect",
                                              halo=0)),
        "regions-stretched": ("regions", semantic("Planted regions, stretched", size=[64, 64], resize="nearest")),
    }
    result = {"external_ok.onnx.data": data}
    for name, (file, text) in more.items():
        result[f"{name}.triptych.yaml"] = text.replace("\ntask:", f"\nfile: {file}.onnx\ntask:").encode("utf-8")
    for name, (model, text) in models.items():
        result[f"{name}.onnx"] = model.SerializeToString(deterministic=True)
        if text:
            result[f"{name}.triptych.yaml"] = text.encode("utf-8")
    return result


# ---- check ----------------------------------------------------------------------------------------------------------

def session(name):
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.log_severity_level = 1, 4
    return onnxruntime.InferenceSession(str(HERE / f"{name}.onnx"), options, ["CPUExecutionProvider"])


def run(name, *inputs):
    s = session(name)
    declared = [o.shape for o in s.get_outputs()]
    outputs = s.run(None, {i.name: v for i, v in zip(s.get_inputs(), inputs)})
    for shape, out in zip(declared, outputs):               # the declared shapes are the real ones
        fits = [isinstance(d, str) or d == r for d, r in zip(shape, out.shape)]
        assert len(shape) == out.ndim and all(fits), (name, shape, out.shape)
    return outputs


def near(actual, expected, tolerance=1e-5):
    np.testing.assert_allclose(actual, np.broadcast_to(expected, actual.shape), rtol=0, atol=tolerance)


def scene(planted, size=640, fill=114 / 255):
    """A grey [1, 3, size, size] image with a filled box (x1, y1, x2, y2) for each planted class."""
    image = np.full((1, 3, size, size), fill, np.float32)
    for k, (x1, y1, x2, y2) in planted.items():
        image[0, :, y1:y2, x1:x2] = np.eye(3)[k][:, None, None]
    return image


def check_boxes():
    scenes = [{0: (100, 50, 200, 90), 1: (300, 400, 301, 401), 2: (500, 600, 640, 640)}, {1: (0, 0, 640, 640)},
              {0: (0, 0, 7, 640), 2: (639, 3, 640, 4)}, {}]
    for planted in scenes:
        corners, exists = np.zeros((3, 4)), np.zeros(3)
        for k, box in planted.items():
            corners[k], exists[k] = box, 1
        centred = np.stack([(corners[:, 0] + corners[:, 2]) / 2, (corners[:, 1] + corners[:, 3]) / 2,
                            corners[:, 2] - corners[:, 0], corners[:, 3] - corners[:, 1]], 1)
        scored = np.diag(exists * SCORES)
        image = scene(planted)
        near(run("boxes_v8", image)[0][0].T, np.hstack([centred, scored]))
        near(run("nothing_v8", image)[0][0].T, np.hstack([centred, 0 * scored]))
        near(run("boxes_e2e", image)[0][0], np.column_stack([corners, exists * SCORES, [0, 1, 2]]))
        v5 = run("boxes_v5", image)[0][0]
        near(v5, np.hstack([centred, (exists * V5_OBJECTNESS)[:, None], np.diag(V5_CLASS)]))
        near(v5[:, 4:5] * v5[:, 5:], scored)
        rows, prototypes = run("masks_v8", image)
        near(rows[0].T, np.hstack([centred, scored, np.eye(3)]))
        near(prototypes, 20 * (image.reshape(1, 3, 160, 4, 160, 4).mean((3, 5)) - 0.5), 1e-4)
    dull = np.zeros((1, 3, 640, 640), np.float32)           # dark, pale and mixed colours are no objects
    dull[0, :, 0, 0:4] = np.array([[0.5, 0, 0], [1, 0.71, 0], [1, 1, 0], [1, 1, 1]]).T
    assert not run("boxes_v8", dull)[0].any()
    dull[0, :, 0, 9] = [1, 0.69, 0.69]
    near(run("boxes_v8", dull)[0][0, :, 0], [9.5, 0.5, 1, 1, 0.9, 0, 0])
    y, x = np.mgrid[0:640, 0:640] + 0.5                     # a disc on black comes back as a disc
    disc = (x - 320) ** 2 + (y - 200) ** 2 < 80 ** 2
    image = scene({}, fill=0)
    image[0, :, disc] = [0, 1, 0]
    rows, prototypes = run("masks_v8", image)
    near(rows[0, :, 1], [320, 200, 160, 160, 0, 0.8, 0, 0, 1, 0])
    mask = np.kron(np.tensordot(rows[0, 7:, 1], prototypes[0], 1) > 0, np.ones((4, 4))) > 0
    assert (mask & disc).sum() / (mask | disc).sum() > 0.97


def check_duplicates():
    for fill in (0, 1):
        rows = run("duplicates_v8", np.full((1, 3, 64, 64), fill, np.float32))[0][0].T.astype(float)
    boxes = np.hstack([rows[:, 0:2] - rows[:, 2:4] / 2, rows[:, 0:2] + rows[:, 2:4] / 2])
    labels, scores = rows[:, 4:].argmax(1), rows[:, 4:].max(1)
    near(np.column_stack([boxes, labels, scores]), np.column_stack(duplicates()))
    assert boxes.min() >= 0 and boxes.max() <= 64 and len(set(scores)) == 40
    assert [(scores >= c).sum() for c in (0.1, 0.25)] == [40, 34]
    low, high = np.maximum(boxes[:, None, :2], boxes[None, :, :2]), np.minimum(boxes[:, None, 2:], boxes[None, :, 2:])
    common, area = np.clip(high - low, 0, None).prod(2), (boxes[:, 2:] - boxes[:, :2]).prod(1)
    iou = common / (area[:, None] + area[None, :] - common)
    cluster = np.arange(40) // 4
    same = cluster[:, None] == cluster[None, :]
    assert iou[~same].max() == 0 and iou[:36, :36][same[:36, :36]].min() > 0.74
    assert abs(iou[36, 37] - 0.538) < 1e-3 and abs(iou[36, 38] - 0.25) < 1e-3
    for (suppression, confidence, overlap), truth in DUPLICATES_KEPT.items():
        kept = []
        for c in np.argsort(-scores):
            rivals = [k for k in kept if suppression == "agnostic" or labels[k] == labels[c]]
            if scores[c] >= confidence and all(iou[c, k] <= overlap for k in rivals):
                kept.append(int(c))
        assert kept == truth, (suppression, confidence, overlap, kept)


def check_classes():
    rng = np.random.default_rng(1)
    images = rng.integers(0, 256, (2, 3, 64, 64)).astype(np.float32)
    images[1] *= np.array([0.1, 0.2, 0.9])[:, None, None]   # a bluish one
    images = np.round(images)
    mean = images.mean((2, 3), dtype=np.float64) / 255
    unit = (images / 255).astype(np.float32)
    one, logits = unit[1:], 10 * mean
    softmax = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    for batch in (unit, one):
        near(run("classes", batch)[0], logits[-len(batch):], 1e-4)
        near(run("external_ok", batch)[0], logits[-len(batch):], 1e-4)
        half = run("classes_fp16", batch.astype(np.float16))[0]
        assert half.dtype == np.float16
        near(half, logits[-len(batch):], 2e-2)
        near(run("classes_sigmoid", batch)[0], 1 / (1 + np.exp(-20 * (mean[-len(batch):] - 0.25))), 1e-4)
    near(run("classes_uint8_nhwc", images[1:].transpose(0, 2, 3, 1).astype(np.uint8))[0], logits[1:], 1e-4)
    whole = run("classes_int64", one)[0]
    assert whole.dtype == np.int64 and (whole == np.round(logits[1:])).all()
    near(run("classes_softmax_4d", one)[0][:, :, 0, 0], softmax[1:], 1e-4)
    bgr = images[:, ::-1] - np.array(BGR_MEAN)[:, None, None]
    near(run("classes_bgr", bgr.astype(np.float32))[0], 0.04 * (255 * mean - BGR_MEAN[::-1]), 1e-3)
    red = np.zeros((1, 3, 64, 64)) + np.array([0, 0, 255])[:, None, None] - np.array(BGR_MEAN)[:, None, None]
    near(run("classes_bgr", red.astype(np.float32))[0], [5.2528, -4.67116, -4.15756], 1e-4)
    four = np.zeros((1, 4, 32, 32), np.float32) + np.array([0.1, 0.2, 0.3, 0.8], np.float32)[:, None, None]
    near(run("four_channels", four)[0], [2, 9.5], 1e-4)


def check_regions():
    size = (128, 96)
    image = np.zeros((1, 3, *size), np.float32)
    truth = np.zeros((1, *size), int)
    for k, (x1, y1, x2, y2) in enumerate([(0, 0, 10, 20), (40, 40, 96, 60), (7, 101, 9, 128)]):
        image[0, k, y1:y2, x1:x2], truth[0, y1:y2, x1:x2] = 1, k + 1
    assert (run("regions", image)[0].argmax(1) == truth).all()
    assert (run("regions_nhwc", image.transpose(0, 2, 3, 1).copy())[0].argmax(3) == truth).all()
    near(run("regions", image[:, :, :37, :51].copy())[0][0, :, 0, 0], [5, 10, 0, 0])
    logits = run("regions", image)[0]
    near(run("regions_half", image)[0], logits.reshape(1, 4, 64, 2, 48, 2).mean((3, 5)), 1e-4)
    yellow = np.maximum(image, image[:, [1, 0, 2]])
    near(run("regions_sigmoid", yellow)[0], 1 / (1 + np.exp(-20 * (yellow - 0.5))))
    near(run("regions_hw", image)[0], 20 * (image[:, 0] - 0.5))
    wide = np.random.default_rng(2).uniform(-0.5, 1.5, (1, 3, 48, 80)).astype(np.float32)
    near(run("touching", wide)[0], np.clip(wide[:, [0, 1]], 0, 1))
    near(run("distance", wide)[0], np.clip(wide[:, [0, 2]], 0, 1))
    flat = np.ones((1, 1, 64, 96), np.float32)
    maps = run("surround", flat)[0][0]
    near(maps[0, 4:-4, 4:-4], 1)
    near(maps[0, 0, 0], 25 / 81)
    near(maps[1, 16:-16, 16:-16], 1)
    near(maps[1, :16, :16], 4 / 9)
    dot = np.zeros((1, 1, 128, 128), np.float32)
    dot[0, 0, 63, 64] = 9                                   # in the block of rows 48 to 63 and columns 64 to 79
    wanted = np.zeros((128, 128))
    wanted[32:80, 48:96] = 1
    near(run("surround", dot)[0][0, 1], wanted)


def check_bad_ones():
    image = np.random.default_rng(3).uniform(0, 1, (1, 3, 64, 64)).astype(np.float32)
    near(run("regression", image)[0], [image.mean()])
    near(run("image_to_image", image)[0], 1 - image)
    near(run("audio", np.ones((1, 512), np.float32), np.ones((2, 1, 64), np.float32))[0], [[1 / (1 + np.exp(-2))]])
    near(run("no_image", np.ones((1, 16), np.float32))[0], [[6, 5, 5]])
    for name, reason in (("custom_op", "Magic"), ("external_missing", "external_missing.onnx.data")):
        try:
            session(name)
        except Exception as e:
            assert reason in str(e), e
        else:
            raise AssertionError(f"{name} must not load")


def check_files():
    import onnx
    wanted = files()
    present = {p.name: p.read_bytes() for p in HERE.iterdir() if p.is_file() and p.name != Path(__file__).name}
    assert sorted(wanted) == sorted(present), sorted(set(wanted) ^ set(present))
    assert wanted == present, [n for n in wanted if wanted[n] != present[n]]
    for name, content in wanted.items():
        assert len(content) < 100_000 and str(HERE.parent).encode() not in content, name
        if name.endswith(".onnx"):
            model = onnx.load(HERE / name, load_external_data=False)
            assert model.ir_version == IR and model.opset_import[0].version == OPSET
            if name not in ("custom_op.onnx", "external_missing.onnx", "doubling.onnx", "depth.onnx", "groups.onnx"):
                checker.check_model(str(HERE / name), full_check=True)
    return wanted


def main():
    if sys.argv[1:] == ["--check"]:
        wanted = check_files()
        for check in (check_boxes, check_duplicates, check_classes, check_regions, check_bad_ones):
            check()
        print(f"{len(wanted)} files, {sum(map(len, wanted.values()))} bytes: all as planted")
    elif len(sys.argv) == 1:
        for name, content in files().items():
            (HERE / name).write_bytes(content)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
