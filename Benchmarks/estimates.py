#!/usr/bin/env python3
"""The modelled edition in NumPy, as a reference for speed beside 'hlgeo estimate --dry-run'.

Does once what the program does: reads the margins and the model, makes the cell weights of 296 districts x 7,680 cells
(a third are 0 in every district and left out), takes 1,000 joint draws, computes every district at the posterior means
and in each draw, and the 95 % interval of each. The computation is that of Scripts/verify/estimates.py. Prints the
seconds, without those that Python takes to start; then, apart, those of ranking the districts in every draw and taking
intervals of the ranks.

Usage: estimates.py [GEODATA]
"""

import pathlib
import sys
import time

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "Scripts" / "verify"))

from estimates import posterior  # noqa: E402

DRAWS = 1000


def rank_intervals(draws):
    """The type 1 quantiles at 2.5 and 97.5 % of each district's rank over the draws; 1 is the highest."""
    order = np.argsort(-draws, axis=0)
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(1, len(draws) + 1)[:, None], axis=0)
    return np.quantile(ranks, [0.025, 0.975], axis=1, method="inverted_cdf")


def main():
    started = time.perf_counter()
    edition = posterior(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "GeoData", DRAWS)
    ends = np.quantile(edition.draws, [0.025, 0.975], axis=1)
    estimated = time.perf_counter()
    ranks = rank_intervals(edition.draws)
    ranked = time.perf_counter()
    assert ends.shape == ranks.shape == (2, len(edition.codes))
    title = f"numpy {np.__version__}, {len(edition.codes)} districts, {DRAWS} draws"
    print(f"{title}: estimates with intervals {estimated - started:.3f} s")
    print(f"{title}: ranks with intervals {ranked - estimated:.3f} s")


main()
