"""Fits the weights of triptych.advisor: src/main/resources/triptych/advisor/evidence.tsv and ngrams.bin.

Input is what triptych.advisor.FeatureDump (in the tests) writes: a line a question with its table, language, task ("-": so vague that
none is right), tasks that count as right, kind, features and normal text. Needs numpy, scipy and torch. Without --write it cross-validates and writes nothing.
"""
import argparse
import os
import struct
import zlib

import numpy as np
import scipy.sparse
import torch

TASKS = ['classification_single', 'classification_multi', 'localisation', 'detection', 'semantic', 'instance', 'panoptic', 'none']
NEEDS = ['image', 'object', 'pixel', 'several', 'one', 'individuals', 'size', 'background', 'none']
# As in Evidence.java: how much of each need a task answers.
PROFILES = np.array([[1, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 0, 1, 0, 0, 0, 0, 0], [0, 1, 0, 0, 1, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0, 0, 0, 0],
                     [0, 0, 1, 0, 0, 0, 0, 0, 0], [0, .5, .5, 0, 0, 1, 1, 0, 0], [0, 0, 1, 0, 0, .5, 0, 1, 0], [0, 0, 0, 0, 0, 0, 0, 0, 1]],
                    dtype=np.float32).T
BITS = 15


def read(path):
    rows = []
    for line in open(path, encoding='utf-8'):
        f = line.rstrip('\n').split('\t')
        x = {'bias': 1.0}
        for kv in f[5].split():
            k, v = kv.rsplit('=', 1)
            k = 'none' if k.startswith('none.') else k
            x[k] = x.get(k, 0) + float(v)
        if 'none' in x:
            x['none'] = min(x['none'], 2)
        rows.append(dict(table=os.path.basename(f[0]).split('.')[0], lang=f[1], gold=f[2], kind=f[4], x=x, text=f[6],
                         right=({f[2]} - {'-'}) | set(filter(None, f[3].replace('|', ' ').split()))))
    return rows


def slot(h, n):
    return (((h + n) * 0x9E3779B1) & 0xffffffff) >> (32 - BITS)


def letters(text):
    """Hashes of all runs of 2 to 5 letters, as in Ngrams.java."""
    s = '^' + text.strip() + '$'
    found = set()
    for a in range(len(s)):
        h = 0
        for n in range(1, 6):
            if a + n > len(s):
                break
            h = (h * 31 + ord(s[a + n - 1])) & 0xffffffff
            if n >= 2:
                found.add(slot(h, n))
    return sorted(found)


def words(text):
    """Hashes of all words and pairs of words, likewise."""
    s = '^' + text.strip() + '$'
    found, before, a = set(), None, 0
    while a < len(s):
        b = a
        while b < len(s) and ord(s[b]) < 0x250 and s[b].isalnum():
            b += 1
        b = max(b, a + 1)
        if s[a] > ' ':
            h = 0
            for c in s[a:b]:
                h = (h * 31 + ord(c)) & 0xffffffff
            found.add(slot(h, 1))
            if before is not None:
                found.add(slot((before * 961 + h) & 0xffffffff, 2))
            before = h
        a = b
    return sorted(found)


def dense(rows, names):
    at = {k: i for i, k in enumerate(names)}
    x = np.zeros((len(rows), len(names)), np.float32)
    for i, r in enumerate(rows):
        for k, v in r['x'].items():
            if k in at:
                x[i, at[k]] = v
    return torch.tensor(x)


def sparse(rows):
    i, j, v = [], [], []
    for n, r in enumerate(rows):
        for first, few, found in (0, 100, letters(r['text'])), (1 << BITS, 12, words(r['text'])):
            i += [n] * len(found)
            j += [first + f for f in found]
            v += [1 / np.sqrt(max(few, len(found)))] * len(found)
    return scipy.sparse.csr_matrix((np.array(v, np.float32), (i, j)), (len(rows), 2 << BITS))


class Runs(torch.autograd.Function):
    """The matrix of runs times their weights; several times faster than torch's own sparse product."""

    @staticmethod
    def forward(ctx, v, g, transposed):
        ctx.transposed = transposed
        return torch.from_numpy(g @ v.detach().numpy())

    @staticmethod
    def backward(ctx, grad):
        return torch.from_numpy(ctx.transposed @ grad.numpy()), None, None


def targets(rows, smooth):
    """What each question should make of the tasks; a vague one all of these alike."""
    y = torch.full((len(rows), len(TASKS)), smooth / len(TASKS))
    for i, r in enumerate(rows):
        if r['gold'] == '-':
            y[i] = torch.tensor([.22, .16, .03, .21, .15, .15, .03, .05])
        else:
            y[i, TASKS.index(r['gold'])] += 1 - smooth
    return y


def fit(rows, o, steps=100):
    """Cues are written in sight of most questions here, so that they tell more of these than they do of new ones. Hence every question
    is learnt from several times, each time with some of its cues left out, as if nobody had thought of them."""
    names = sorted({k for r in rows for k in r['x']})
    x, y = dense(rows, names), targets(rows, o.smooth)
    chance = torch.Generator().manual_seed(1)
    copies = []
    for _ in range(o.copies):
        kept = (torch.rand(x.shape, generator=chance) >= o.drop).float()
        kept[:, names.index('bias')] = 1
        copies.append(x * kept)
    w = torch.zeros(len(names), len(NEEDS), requires_grad=True)
    v = torch.zeros(2 << BITS, len(TASKS), requires_grad=True)
    p, g = torch.tensor(PROFILES), sparse(rows) if o.ngram_l2 else None
    transposed = g.T.tocsr() if o.ngram_l2 else None
    # Patterns filled with nouns are many and alike.
    weight = torch.tensor([o.patterns if r['table'].endswith('needs') and r['kind'] in ('compound', 'perimage') else 1. for r in rows])
    params = [w, v] if o.ngram_l2 else [w]
    best = torch.optim.LBFGS(params, max_iter=steps, line_search_fn='strong_wolfe')

    def loss():
        best.zero_grad()
        runs = Runs.apply(v, g, transposed) if o.ngram_l2 else 0
        l = o.cue_l2 * (w ** 2).sum() + (o.ngram_l2 * (v ** 2).sum() if o.ngram_l2 else 0)
        for c in copies:
            l = l + (weight * torch.nn.functional.cross_entropy(c @ w @ p + runs, y, reduction='none')).sum() / o.copies
        l.backward()
        return l
    best.step(loss)
    return names, w.detach().numpy(), v.detach().numpy() if o.ngram_l2 else None


def score(rows, model):
    names, w, v = model
    s = dense(rows, names).numpy() @ w @ PROFILES
    return s if v is None else s + sparse(rows) @ v


def certainties(s, t):
    p = np.exp(s / t - (s / t).max(1, keepdims=True))
    return p / p.sum(1, keepdims=True)


def report(rows, s, name, t):
    order, p = np.argsort(-s, 1), certainties(s, t).max(1)
    vague = np.array([r['gold'] == '-' for r in rows])
    right = np.array([p[i] < .7 if vague[i] else TASKS[order[i, 0]] in r['right'] for i, r in enumerate(rows)])
    two = np.array([bool({TASKS[a] for a in o[:2]} & r['right']) for o, r in zip(order, rows)])
    none = np.array([r['gold'] == 'none' for r in rows])
    refused = (order[:, 0] == 7) & ~none & ~right & ~vague
    share = lambda of, among: f"{of[among].mean():.3f}" if among.any() else '  -  '
    print(f"{name:24s} n={len(rows):4d} right={share(right, ~vague)} of two={share(two, ~vague)} vague asked={share(right, vague)} "
          f"wrong at 0.9={share(~right, p >= .9)} of {(p >= .9).mean():.2f} none={share(order[:, 0] == 7, none)} refused={share(refused, ~none)}")
    return right


def temperature(rows, s):
    def loss(t):
        z = s / t - (s / t).max(1, keepdims=True)
        p = np.exp(z) / np.exp(z).sum(1, keepdims=True)
        return -np.mean([np.log(sum(p[i, TASKS.index(a)] for a in r['right'])) for i, r in enumerate(rows) if r['gold'] != '-'])
    return min(np.arange(.3, 2, .05), key=loss)


def cross_validate(rows, o):
    pool = [r for r in rows if not r['table'].startswith(o.base)]
    own = [r for r in rows if r['table'].startswith(o.base)]
    fold = np.random.RandomState(1).permutation(len(pool)) % o.folds
    s = np.zeros((len(pool), len(TASKS)))
    for k in range(o.folds):
        model = fit(own + [r for r, f in zip(pool, fold) if f != k], o)
        s[fold == k] = score([r for r, f in zip(pool, fold) if f == k], model)
    tables = [('all', range(len(pool)))]
    for key in 'table', 'kind', 'lang':
        tables += [(f'{key} {v}', [i for i, r in enumerate(pool) if r[key] == v]) for v in sorted({r[key] for r in pool})]
    for name, at in tables:
        report([pool[i] for i in at], s[list(at)], name, o.temperature)
    print('temperature', temperature(pool, s))


def write(model, folder):
    names, w, v = model
    with open(folder + '/evidence.tsv', 'w', encoding='utf-8') as f:
        f.write('# How strongly each concept of the cues speaks for each need (a logit; negative: against it). Rows not.<group>: negated cues\n'
                '# of that group; none: any kind of other tool; bias: before any word. Fitted by src/training/advisor; see its README.\n')
        f.write('concept\t' + '\t'.join(NEEDS) + '\n')
        for n, row in zip(names, w):
            f.write(n + '\t' + '\t'.join(f'{a:.2f}' for a in row) + '\n')
    scale = np.abs(v).max() / 127
    with open(folder + '/ngrams.bin', 'wb') as f:
        f.write(struct.pack('>f', scale) + np.round(v / scale).astype(np.int8).tobytes())
    size = os.path.getsize(folder + '/ngrams.bin')
    print('ngrams.bin', size, 'bytes, compressed', len(zlib.compress(open(folder + '/ngrams.bin', 'rb').read())))


if __name__ == '__main__':
    a = argparse.ArgumentParser()
    a.add_argument('features')
    a.add_argument('--cue-l2', type=float, default=.2)
    a.add_argument('--ngram-l2', type=float, default=.1, help='0: no runs of letters and words')
    a.add_argument('--drop', type=float, default=.4, help='share of cues left out')
    a.add_argument('--copies', type=int, default=4, help='how often every question is learnt from, each time without other cues')
    a.add_argument('--smooth', type=float, default=.1, help='label smoothing')
    a.add_argument('--folds', type=int, default=5)
    a.add_argument('--base', default='own-', help='tables whose name begins so are always trained on')
    a.add_argument('--patterns', type=float, default=1, help='weight of a question that is a pattern filled with nouns')
    a.add_argument('--temperature', type=float, default=.7, help='of the certainties that are told')
    a.add_argument('--write', help='folder of the resources')
    o = a.parse_args()
    rows = read(o.features)
    if o.write:
        write(fit(rows, o, 200), o.write)
    else:
        cross_validate(rows, o)
