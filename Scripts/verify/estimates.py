#!/usr/bin/env python3
"""Recomputes the modelled edition from GeoData's CSV files with NumPy and SciPy, and compares a program's CSV with it.

Written from the methods page; it shares no code and no random numbers with the program. For all districts it gives

    value            percent at the posterior means of the coefficients: comparable to 1e-6
    posterior_mean   mean over the draws: comparable within Monte Carlo error
    lower_ci         2.5 % and 97.5 % quantiles of the draws (type 7): comparable within Monte Carlo error
    upper_ci

Usage: estimates.py [--geodata DIR] [--draws N] [--output FILE] [FILE]

FILE is a CSV with the columns area_code, value, lower_ci, upper_ci (percent; posterior_mean is compared where it is
there) of an edition without benchmark or area residual. The Monte Carlo standard error of an interval's end is that of
a quantile, sqrt(p (1 - p) / N) / density, of the file's own draws (--their-draws, 1,000) and of these; an end may miss
by five of them. Exit status: 0 where everything agrees, 1 where something does not.
"""

import argparse
import csv
import pathlib
import sys
from typing import NamedTuple

import numpy as np
from scipy.special import expit

LEVEL_SD = 0.235

# Factor, its terms level by level (None is the reference), in the order of the methods page.
FACTORS = [
    ("male", [None, "male"]),
    ("age", [None, "age_45_plus"]),
    ("ethnicity", [None, "minority_ethnic"]),
    ("english", [None, "english_first_language"]),
    ("qualification", [None, "level_2_plus"]),
    ("working", [None, "working"]),
    ("job", [None, "job_intermediate", "job_higher", "job_other"]),
    ("income", [None, "income_10000_or_more", "income_other"]),
    ("home", [None, "owns_home"]),
    ("imd", [f"imd_band_{band}" for band in range(1, 6)]),
]


class Posterior(NamedTuple):
    """The figures of all districts, in percent."""

    codes: list
    people: np.ndarray  # aged 16 to 64
    values: np.ndarray  # at the posterior means of the coefficients
    draws: np.ndarray  # one row a district, one column a draw


def table(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def model(folder):
    """Terms, means and the joint covariance."""
    summary = {row["term"]: (float(row["mean"]), float(row["sd"])) for row in table(folder / "model-coefficients.csv")}
    rows = table(folder / "model-covariance.csv")
    fixed = [row["term"] for row in rows]
    bands = [f"imd_band_{band}" for band in range(1, 6)]
    terms = fixed + bands
    covariance = np.zeros((len(terms), len(terms)))
    covariance[: len(fixed), : len(fixed)] = [[float(row[term]) for term in fixed] for row in rows]
    for first in range(len(fixed), len(terms)):
        covariance[0, first] = covariance[first, 0] = -(LEVEL_SD**2)
        for second in range(len(fixed), len(terms)):
            covariance[first, second] = LEVEL_SD**2
        covariance[first, first] = summary[terms[first]][1] ** 2
    return terms, np.array([summary[term][0] for term in terms]), covariance


def design(terms):
    """One row a cell: which terms the cell has."""
    levels = np.indices([len(names) for _, names in FACTORS]).reshape(len(FACTORS), -1)
    matrix = np.zeros((levels.shape[1], len(terms)))
    matrix[:, terms.index("intercept")] = 1
    for factor, (_, names) in enumerate(FACTORS):
        for level, name in enumerate(names):
            if name is not None:
                matrix[levels[factor] == level, terms.index(name)] = 1
    return matrix, levels


def margins(row):
    """The margin of each factor in one district, as proportions."""
    number = {name: float(value) for name, value in row.items() if name != "area_code" and value != ""}
    yes = {
        "male": number["pct_male"] / 100,
        "age": (number["pop_50_64"] + number["pop_35_49"] / 3) / number["pop_16_64"],
        "ethnicity": 1 - number["pct_eth_white"] / 100,
        "english": number["pct_main_language_english_3plus"] / 100,
        "qualification": sum(
            number[f"pct_qual_{level}_16plus"] for level in ("level2", "apprenticeship", "level3", "level4plus")
        )
        / 100,
        "working": number["pct_econ_employed_16plus"] / 100,
        "home": number["pct_hh_owned"] / 100,
    }
    result = {name: np.array([1 - share, share]) for name, share in yes.items()}
    grades = np.array(
        [
            number["social_grade_c2"] + number["social_grade_de"],
            number["social_grade_c1"],
            number["social_grade_ab"],
        ]
    )
    result["job"] = np.append(0.838 * grades / grades.sum(), 0.162)
    result["income"] = np.array([0.44, 0.56, 0.0])
    bands = np.array([number[f"residents_imd2025_band_{band}"] for band in range(1, 6)])
    result["imd"] = bands / bands.sum()
    return [result[name] for name, _ in FACTORS]


def cells(folder):
    """Districts (codes, people, weights of their cells) and model (the cells' terms, means, covariance).

    Raking from independence makes a cell's weight the product of its margins. Cells that are empty everywhere, those
    with an income of neither kind, are left out.
    """
    rows = table(folder / "covariates.csv")
    terms, means, covariance = model(folder)
    matrix, levels = design(terms)
    weights = np.ones((len(rows), levels.shape[1]))
    for area, row in enumerate(rows):
        for factor, margin in enumerate(margins(row)):
            weights[area] *= margin[levels[factor]]
    assert np.allclose(weights.sum(axis=1), 1, atol=1e-9)
    kept = weights.any(axis=0)
    people = np.array([float(row["pop_16_64"]) for row in rows])
    return [row["area_code"] for row in rows], people, weights[:, kept], matrix[kept], means, covariance


def posterior(folder, count):
    """All districts at the posterior means and in `count` joint draws, from the CSV files in a folder."""
    codes, people, weights, matrix, means, covariance = cells(folder)
    generator = np.random.default_rng(20260301)
    factor = np.linalg.cholesky(covariance)
    draws = np.empty((len(codes), count))
    for first in range(0, count, 1000):
        size = min(1000, count - first)
        terms = means[:, None] + factor @ generator.standard_normal((len(means), size))
        draws[:, first : first + size] = 100 * weights @ expit(matrix @ terms)
    return Posterior(codes, people, 100 * weights @ expit(matrix @ means), draws)


def compare(path, ours, draws, their_draws):
    """Prints the largest differences and returns whether all are allowed. `ours` maps codes to figures and errors."""
    theirs = {row["area_code"]: row for row in table(path)}
    agree = True
    missing = sorted(set(ours) - set(theirs))
    if missing:
        print(f"{path} lacks {len(missing)} districts: {', '.join(missing[:5])}")
        agree = False
    common = [code for code in ours if code in theirs]
    if not common:
        return False
    for column in ("value", "posterior_mean", "lower_ci", "upper_ci"):
        if column not in theirs[common[0]]:
            if column != "posterior_mean":
                print(f"{path} has no column {column}")
                agree = False
            continue
        gaps = np.array([float(theirs[code][column]) - ours[code][column] for code in common])
        worst = int(np.argmax(abs(gaps)))
        if column == "value":
            bad = int((~(abs(gaps) <= 1e-6)).sum())
            allowed = "1e-6"
        else:
            # The error of one draw's worth, times the draws of both sides.
            errors = np.array([ours[code]["error_" + column] for code in common])
            errors = errors * np.sqrt(1 / draws + 1 / their_draws)
            bad = int((~(abs(gaps) <= 5 * errors)).sum())
            allowed = f"5 standard errors, here {5 * errors[worst]:.3f}; largest {abs(gaps / errors).max():.2f} of one"
        print(f"{column}: largest difference {gaps[worst]:+.3g} ({common[worst]}), allowed {allowed}: {bad} beyond")
        agree = agree and bad == 0
    return agree


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?")
    parser.add_argument("--geodata", type=pathlib.Path, default=pathlib.Path(__file__).parents[2] / "GeoData")
    parser.add_argument("--draws", type=int, default=20000)
    parser.add_argument("--their-draws", type=int, default=1000)
    parser.add_argument("--output")
    options = parser.parse_args()

    codes, people, values, draws = posterior(options.geodata, options.draws)
    print(f"{len(codes)} districts, {options.draws} draws")
    ends = np.quantile(draws, [0.025, 0.975], axis=1)
    # The density at each end, from the share of draws within a tenth of a standard deviation.
    width = 0.1 * draws.std(axis=1)
    ours = {}
    for area, code in enumerate(codes):
        densities = [(abs(draws[area] - end) < width[area]).mean() / (2 * width[area]) for end in ends[:, area]]
        ours[code] = {
            "value": values[area],
            "posterior_mean": draws[area].mean(),
            "lower_ci": ends[0, area],
            "upper_ci": ends[1, area],
            "error_posterior_mean": draws[area].std(),
            "error_lower_ci": np.sqrt(0.025 * 0.975) / densities[0],
            "error_upper_ci": np.sqrt(0.025 * 0.975) / densities[1],
        }
    nation = people @ draws / people.sum()
    print(
        f"England: value {people @ values / people.sum():.6f}, mean of draws {nation.mean():.4f}, "
        f"interval {np.quantile(nation, 0.025):.4f} to {np.quantile(nation, 0.975):.4f}"
    )
    bias = abs(values - draws.mean(axis=1)).max()
    print(f"districts: {values.min():.4f} to {values.max():.4f}; mean of draws within {bias:.4f} of value")

    if options.output:
        columns = ["value", "posterior_mean", "lower_ci", "upper_ci"]
        with open(options.output, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["area_code"] + columns)
            for code, figures in ours.items():
                writer.writerow([code] + [f"{figures[column]:.9f}" for column in columns])
    if options.file and not compare(options.file, ours, options.draws, options.their_draws):
        print("The figures do not agree.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
