#!/usr/bin/env python3
"""Checks which sites a program selects, and all that it says of them, on the embedded districts of England.

Distances are computed here, on the ellipsoid, from GeoData's population-weighted centroids; people are counted here from
the modelled figures of estimates.py, regions, boards and initiatives are read here from GeoData's CSV files, and only
boundaries and posterior draws are taken from the program's store. Then, in this order:

    ground         people and distances that the program reports, beside these
    spopt          MCLP, LSCP, p-median and p-center at five sizes each: the objective of the program, and of its sites on
                   the distances here, beside the optimum that PySAL's spopt proves with PuLP's own solver (CBC). Its
                   p-center does not end in an hour on 296 districts. So its set covering is asked twice: p sites must
                   reach everybody within the program's objective, and must not within the next smaller distance.
    published      the San Francisco instance: 205 tracts, 16 stores, a matrix; every published optimum, exactly
    constraints    each kind alone and several together: every rule is counted on the sites, and HiGHS (SciPy) must prove
                   the same objective under the same rules. What the program calls a clash must be one, and none without
                   any one of its members
    comparators    pool, neighbours (shapely, on the exported boundaries), optimal assignment (SciPy), standardised
                   differences, ASAM, overlap with the areas that ONS lists as similar
    draws          robust mean and 10th percentile, and stability, from the draws that the store holds

Tolerances: people none, other sums 1e-9 of them, as the program proves to; distances 1 mm; figures in JSON have six
digits. The 10th percentile is compared with exhaustive search within one region, as no solver here proves it for England;
there the sites are only evaluated, and no exchange of one site may be better.

Usage: selection.py [--program FILE] [--store FILE] [--geodata DIR] [--only NAME[,NAME]]

One line for each check: ok, NOT, or -- where it is skipped since a Python package is missing. Exit status: 0 where
everything agrees, 1 where something does not.
"""

import argparse
import pathlib
import sys
import tempfile

try:
    import geographiclib  # noqa: F401
    import pyproj  # noqa: F401
    import scipy.optimize  # noqa: F401
    import shapely  # noqa: F401
except ImportError as missing:
    print(f"--  {'selection':<22} skipped: no Python package {missing.name}")
    sys.exit(0)

from inference import Program, Report, refusals
from selecting.comparators import check_comparators
from selecting.constraints import check_clashes, check_constraints
from selecting.draws import check_draws
from selecting.ground import Ground, check_ground
from selecting.published import check_published
from selecting.spopt import check_spopt

PARTS = ["ground", "spopt", "published", "constraints", "comparators", "draws"]


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="hlgeo")
    parser.add_argument("--store", type=pathlib.Path)
    parser.add_argument("--geodata", type=pathlib.Path, default=root / "GeoData")
    parser.add_argument("--only", default=",".join(PARTS))
    options = parser.parse_args()
    parts = options.only.split(",")
    if not set(parts) <= set(PARTS):
        parser.error(f"parts are {', '.join(PARTS)}")

    report = Report()
    with tempfile.TemporaryDirectory() as folder, refusals(report, "selection"):
        folder = pathlib.Path(folder)
        program = Program(options.program, options.store or folder / "store.sqlite", options.geodata)
        if not options.store:
            program.run("load", "--geodata", str(options.geodata))
        ground = Ground(options.geodata)
        for part, run in [
                ("ground", lambda: check_ground(report, program, ground)),
                ("spopt", lambda: check_spopt(report, program, ground)),
                ("published", lambda: check_published(report, program, folder, root)),
                ("constraints", lambda: (check_constraints(report, program, ground),
                                         check_clashes(report, program, ground))),
                ("comparators", lambda: check_comparators(report, program, ground, folder)),
                ("draws", lambda: check_draws(report, program, ground))]:
            if part in parts:
                with refusals(report, part):
                    run()
    print("Everything agrees." if report.agrees else "Something does not agree.")
    return 0 if report.agrees else 1


if __name__ == "__main__":
    sys.exit(main())
