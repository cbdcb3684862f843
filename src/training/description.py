"""What the evaluation needs of a model's description beside its .onnx."""

from pathlib import Path

import numpy as np
import onnxruntime as ort
import yaml

import instances
import stars


class Model:
    """A bundled model, run in Python as the plugin runs it: same normalisation, same padding,
    same decoder."""

    def __init__(self, path):
        path = Path(path)
        told = yaml.safe_load(path.with_suffix(".triptych.yaml").read_text())
        self.task, self.input, self.decoder = told["task"], told["input"], told["decoder"]
        self.thresholds = told.get("thresholds", {})
        self.session = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])

    def outputs(self, grey):
        """[H, W] in any units -> maps [maps, H, W], and what else the network gives."""
        low, high = np.percentile(grey, self.input["percentiles"])
        x = ((grey - low) / max(high - low, 1e-6)).astype(np.float32)
        h, w = x.shape
        multiple = self.input["multiple"]
        x = np.pad(x, ((0, -h % multiple), (0, -w % multiple)), mode="reflect")
        maps, *rest = self.session.run(None, {self.session.get_inputs()[0].name: x[None, None]})
        return [maps[0, :, :h, :w], *(r[0] for r in rest)]

    def objects(self, grey):
        """[H, W] -> labels [H, W], 0 background."""
        return self.objects_of(self.outputs(grey))

    def objects_of(self, outputs):
        d, maps = self.decoder, outputs[0]
        foreground = maps[d.get("foreground", 0)]
        landscape = (
            maps[d["distance"]] if "distance" in d else foreground - maps[d.get("boundary", 1)]
        )
        smallest, unseeded = d.get("smallest", 1), d.get("unseeded", 0)
        if "stars" not in d:
            return instances.decode(foreground, landscape, d["seed"], 0.5, smallest, unseeded)
        shapes = outputs[d["stars"]]
        overlap = self.thresholds.get("overlap", 0.45)
        seeds = stars.shapes(shapes[0], shapes[1:], d["seed"], overlap, *foreground.shape)
        mask = foreground > 0.5
        return instances.flood(np.where(mask, seeds, 0), mask, landscape, smallest, unseeded)

    def classes(self, grey):
        """[H, W] -> the class of each pixel [H, W], 0 background."""
        maps = self.outputs(grey)[0]
        if self.decoder["activation"] == "softmax":
            maps = np.exp(maps - maps.max(0))
            maps /= maps.sum(0)
        found, sure = maps.argmax(0), maps.max(0)
        return np.where(sure >= self.thresholds.get("confidence", 0), found, 0)
