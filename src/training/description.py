"""What the evaluation needs of a model's description beside its .onnx."""

from pathlib import Path

import numpy as np
import onnxruntime as ort
import yaml

import instances


class Model:
    """A bundled model, run in Python as the plugin runs it: same normalisation, same padding,
    same decoder."""

    def __init__(self, path):
        path = Path(path)
        told = yaml.safe_load(path.with_suffix(".triptych.yaml").read_text())
        self.task, self.input, self.decoder = told["task"], told["input"], told["decoder"]
        self.thresholds = told.get("thresholds", {})
        self.session = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])

    def maps(self, grey):
        """[H, W] in any units -> [maps, H, W]."""
        low, high = np.percentile(grey, self.input["percentiles"])
        x = ((grey - low) / max(high - low, 1e-6)).astype(np.float32)
        h, w = x.shape
        multiple = self.input["multiple"]
        x = np.pad(x, ((0, -h % multiple), (0, -w % multiple)), mode="reflect")
        return self.session.run(None, {self.session.get_inputs()[0].name: x[None, None]})[0][
            0, :, :h, :w
        ]

    def objects(self, grey):
        """[H, W] -> labels [H, W], 0 background."""
        return self.objects_of(self.maps(grey))

    def objects_of(self, maps):
        d = self.decoder
        foreground = maps[d.get("foreground", 0)]
        landscape = (
            maps[d["distance"]] if "distance" in d else foreground - maps[d.get("boundary", 1)]
        )
        return instances.decode(
            foreground,
            landscape,
            d.get("seed", 0.5),
            0.5,
            d.get("smallest", 1),
            d.get("unseeded", 0),
        )

    def classes(self, grey):
        """[H, W] -> the class of each pixel [H, W], 0 background."""
        maps = self.maps(grey)
        if self.decoder["activation"] == "softmax":
            maps = np.exp(maps - maps.max(0))
            maps /= maps.sum(0)
        found, sure = maps.argmax(0), maps.max(0)
        return np.where(sure >= self.thresholds.get("confidence", 0), found, 0)
