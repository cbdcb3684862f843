"""What pycocotools takes for the set that MetricSpeed wrote: python metric_references.py FOLDER (CPU time of one thread)."""
import contextlib
import io
import json
import sys
import time

from pycocotools import mask
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

folder = sys.argv[1]


def packed(entries):
    for e in entries:
        e["segmentation"] = mask.merge(mask.frPyObjects(e["segmentation"], 480, 640))
    return entries


for kind in "bbox", "segm":
    with contextlib.redirect_stdout(io.StringIO()):
        truth = COCO(f"{folder}/truth.json")
        found = json.load(open(f"{folder}/found.json"))
        if kind == "segm":
            packed(truth.dataset["annotations"])
            packed(found)
        for e in found:  # loadRes takes the size of a box from the box, and that of a mask from the mask
            del e["segmentation" if kind == "bbox" else "bbox"]
        found = truth.loadRes(found)
    times = []
    for _ in range(3):
        with contextlib.redirect_stdout(io.StringIO()):
            start = time.process_time()
            evaluation = COCOeval(truth, found, kind)
            evaluation.evaluate()
            evaluation.accumulate()
            evaluation.summarize()
            times.append((time.process_time() - start) * 1e3)
    print(f"pycocotools {kind}: median of 3 {sorted(times)[1]:.0f} ms of CPU time;", " ".join(f"{v:.6f}" for v in evaluation.stats),
          flush=True)
