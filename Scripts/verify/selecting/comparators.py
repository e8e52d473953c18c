"""Comparators: who can be one, who is, and how well they resemble the sites."""

import numpy as np
import shapely
from scipy.optimize import linear_sum_assignment

from inference import refusals

COVARIATES = [
    "pct_eth_white", "pct_main_language_english_3plus", "pct_econ_employed_16plus", "pct_hh_owned",
    "pct_qual_none_16plus", "pct_qual_level4plus_16plus", "imd2025_avg_score",
]
FIGURES = 1e-6
LIMIT = 0.2
CASES = {
    "England": ["--sites", "10", "--distance", "30km"],
    "4 each": ["--sites", "10", "--distance", "30km", "--comparators", "4"],
    "London": ["--sites", "3", "--within", "London"],
    "regions": ["--sites", "9", "--min-per", "region=1", "--exclude-active-initiatives", "--as-of", "2023-05-01"],
    "two": ["--sites", "6", "--model", "p-median", "--covariates", "pct_hh_owned,imd2025_avg_score"],
}


def adjoining(ground, program, folder):
    """Which districts touch, on the boundaries that the program exports."""
    import geopandas

    path = folder / "districts.geojson"
    program.run("export", "districts", "--format", "geojson", "--output", str(path))
    areas = geopandas.read_file(path).set_index("area_code").loc[ground.codes]
    shapes = areas.geometry.to_numpy()
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    beside = np.zeros((len(shapes), len(shapes)), bool)
    beside[first, second] = True
    np.fill_diagonal(beside, False)
    return beside


def check_comparators(report, program, ground, folder):
    beside = adjoining(ground, program, folder)
    touched = ground.touched()
    for title, options in CASES.items():
        with refusals(report, "comparators"):
            answer = program.answer("select", *options, "--no-alternatives")
            check(report, f"comparators, {title}", ground, answer, beside, touched)


def check(report, title, ground, answer, beside, touched):
    theirs = answer["comparators"]
    sites = ground.places(site["id"] for site in answer["sites"])
    count = answer["request"]["comparators"]
    report.same(title, "sites", [match["site"]["id"] for match in theirs["matches"]], [ground.codes[s] for s in sites])
    chosen = [ground.places(area["id"] for area in match["areas"]) for match in theirs["matches"]]
    together = np.concatenate(chosen)

    barred = touched | beside[sites].any(axis=0)
    barred[sites] = True
    pool = np.flatnonzero(~barred)
    problems = [ground.names[place] for place in together if barred[place]]
    text = f"{len(together)} untouched, next to no site, of {len(pool)}"
    report.line(title, "who can be one", not problems and len(set(together)) == len(sites) * count,
                f"cannot be: {problems}" if problems else text)

    names = answer["request"]["covariates"] or COVARIATES
    values = np.array([ground.column(name) for name in names]).T
    deviations = values.std(axis=0, ddof=1)
    scaled = values / deviations
    unlike = np.sqrt(((scaled[np.repeat(sites, count)][:, None] - scaled[pool]) ** 2).mean(axis=2))
    least = unlike[linear_sum_assignment(unlike)].sum()
    own = np.concatenate([
        np.sqrt(((scaled[site] - scaled[places]) ** 2).mean(axis=1)) for site, places in zip(sites, chosen)])
    said = [area["distance"] for match in theirs["matches"] for area in match["areas"]]
    report.points(title, "unlikeness", [ground.codes[place] for place in together], said, own, FIGURES)
    report.points(title, "sum, SciPy's assignment", ["sum"], [own.sum()], np.array([least]), 1e-9)

    spread = values[sites].std(axis=0, ddof=1) if len(sites) >= 5 else deviations
    gaps = abs(values[sites].mean(axis=0) - values[together].mean(axis=0)) / spread
    report.same(title, "characteristics", [row["id"] for row in theirs["balance"]], names)
    report.points(title, "differences", names, [row["difference"] for row in theirs["balance"]], gaps, FIGURES)
    report.points(title, "ASAM", ["ASAM"], [theirs["asam"]], np.array([gaps.mean()]), FIGURES)
    good = [row["good"] for row in theirs["balance"]] + [theirs["good"]]
    report.same(title, "good", good, [bool(gap < LIMIT) for gap in [*gaps, gaps.mean()]])

    listed, chance = 0, 0.0
    for site, places in zip(sites, chosen):
        similar = ground.similar[ground.codes[site]]
        listed += sum(ground.codes[place] in similar for place in places)
        chance += count * sum(ground.codes[place] in similar for place in pool) / len(pool)
    overlap = theirs["similar_areas"]
    report.same(title, "listed by ONS", [overlap["listed"], overlap["total"]], [listed, len(together)])
    report.points(title, "listed by chance", ["chance"], [overlap["expected_by_chance"]], np.array([chance]), FIGURES)
