"""The training loop that all families share: batches from a thread of their own, a rate that
falls by the clock, the running mean of the weights, and checkpoints to go on from."""

import copy
import math
import queue
import threading
import time
from pathlib import Path

import numpy as np
import torch

import onnx_file


def add_arguments(parser):
    parser.add_argument("--checkpoint", required=True, type=Path, help="written every few minutes")
    parser.add_argument(
        "--start", type=Path, help="a checkpoint, or an exported .onnx, to go on from"
    )
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--lr", type=float, default=1.5e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=256, help="edge of a view in pixels")
    parser.add_argument("--batch", type=int, default=4)
    parser.add_argument(
        "--strength",
        type=float,
        default=1.0,
        help="of scale and intensity views; less towards the end",
    )
    parser.add_argument(
        "--average", type=float, default=0.997, help="decay of the running mean of the weights"
    )
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--bf16", action="store_true", help="faster only where the processor has bf16 instructions"
    )
    parser.add_argument("--save-minutes", type=float, default=4)


def batches(sample, seed, count, depth=3):
    """Endless batches of `count` rows `sample(rng)`; tensors [1, C, H, W] are joined, others
    listed."""
    ready = queue.Queue(depth)

    def produce():
        torch.set_num_threads(1)
        rng = np.random.default_rng(seed)
        try:
            while True:
                columns = zip(*(sample(rng) for _ in range(count)))
                ready.put([torch.cat(c) if c[0].ndim == 4 else list(c) for c in columns])
        except Exception as failure:
            ready.put(failure)

    threading.Thread(target=produce, daemon=True).start()
    while True:
        batch = ready.get()
        if isinstance(batch, Exception):
            raise batch
        yield batch


@torch.no_grad()
def update_average(average, net, decay):
    for a, b in zip(average.state_dict().values(), net.state_dict().values()):
        if a.is_floating_point():
            a.lerp_(b, 1 - decay)
        else:
            a.copy_(b)


def save(path, **state):
    part = Path(str(path) + ".part")
    torch.save(state, part)
    part.replace(path)


def load_average(net, path):
    """Gives `net` the running mean of the weights in a checkpoint."""
    net.load_state_dict(torch.load(path, weights_only=True)["ema"])
    return net.eval()


def run(net, sample, loss_of, args):
    """Trains `net` on batches of `sample(rng)`: images first, then what `loss_of(logits, *rest)`
    needs."""
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    optimiser = torch.optim.AdamW(net.parameters(), lr=args.lr, weight_decay=1e-3)
    step, average = 0, None
    if args.start and args.start.suffix == ".onnx":
        onnx_file.load_weights(net, args.start, next(batches(sample, args.seed + 999, 32))[0])
    elif args.start:
        state = torch.load(args.start, weights_only=True)
        net.load_state_dict(state["net"])
        optimiser.load_state_dict(state["optimiser"])
        average = copy.deepcopy(net)
        average.load_state_dict(state["ema"])
        step = state["step"]
    net = net.to(memory_format=torch.channels_last).train()
    average = average or copy.deepcopy(net)
    print(f"{sum(p.numel() for p in net.parameters())} parameters", flush=True)
    # a later part of a run must not see the views of the first again
    source = batches(sample, args.seed + step, args.batch)
    first, mean_loss, next_save, start = step, 0.0, args.save_minutes * 60, time.time()
    warm_up = 1 if step else 100

    def keep():
        save(
            args.checkpoint,
            net=net.state_dict(),
            ema=average.state_dict(),
            optimiser=optimiser.state_dict(),
            step=step,
        )

    while (elapsed := time.time() - start) < args.minutes * 60:
        done = elapsed / (args.minutes * 60)
        rate = (
            args.lr * min(1, (step - first + 1) / warm_up) * (0.51 + 0.5 * math.cos(math.pi * done))
        )
        for group in optimiser.param_groups:
            group["lr"] = rate
        images, *rest = next(source)
        with torch.autocast("cpu", torch.bfloat16, enabled=args.bf16):
            logits = net(images.contiguous(memory_format=torch.channels_last))
        logits = tuple(o.float() for o in logits) if isinstance(logits, tuple) else logits.float()
        loss = loss_of(logits, *rest)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimiser.step()
        step += 1
        update_average(average, net, min(args.average, step / (10 + step)))
        mean_loss += (loss.item() - mean_loss) / min(step - first, 100)
        if step % 50 == 0:
            print(
                f"step {step}  {elapsed / 60:.1f} min  loss {mean_loss:.4f}  rate {rate:.2e}",
                flush=True,
            )
        if elapsed > next_save:
            next_save += args.save_minutes * 60
            keep()
    keep()
    print(
        f"trained {step - first} steps in {(time.time() - start) / 60:.1f} min, {step} in all",
        flush=True,
    )
