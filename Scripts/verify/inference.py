#!/usr/bin/env python3
"""Checks what a program infers from the modelled edition: ranks, roll-ups, comparisons, spatial pattern, inequality.

Everything is computed here from GeoData's CSV files, with the draws of estimates.py (20,000 of its own, no random
number shared with the program), and only then compared with the program's JSON:

    rank        all districts, the 20 worst, London: interval of the rank, probability of being among the worst k
    aggregate   boards, regions, England: weighted draw by draw by the people of 16 to 64 x their share; ranks
    compare     Newham, Brent and Leicester: difference, its interval, probability that the first is higher
    pattern     Moran's I and local Moran beside PySAL's esda, on queen contiguity that libpysal builds from the
                program's own export of the districts; slope, relative and concentration index over the IMD 2025 score

Tolerances:

    figures at the posterior means, Moran's I, local I: 1e-6; people: 1, as they are rounded
    ends of intervals: 5 Monte Carlo standard errors. The end is the kth of N draws, so the share of the posterior below
        it is Beta(k, N + 1 - k); the end must be where that distribution is within 5 normal deviates. 1/N is 1/(draws
        of the program) + 1/(draws here). This holds for whole ranks as well, and near the least and the greatest rank
    probabilities: 5 normal deviates of Fisher's exact test of the two counts of draws
    permutation p-values, where the two sides permute differently: likewise, of the two counts of permutations. A
        p-value of 0.001 from 999 permutations may so differ from esda's by about 0.02, one of 0.3 by about 0.08

The same is then computed from the draws that the program's store holds. No chance is left in that, so intervals must
agree to 1e-4 (the draws are kept in single precision), ranks and probabilities exactly.

Usage: inference.py [--program FILE] [--store FILE] [--geodata DIR] [--draws N]

Without --store a temporary one is loaded. One line for each check: ok, NOT, or -- where it is skipped since a Python
package or a table is missing. Exit status: 0 where everything agrees, 1 where something does not.
"""

import argparse
import functools
import itertools
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import warnings
from typing import NamedTuple

import numpy as np
from scipy.stats import beta, hypergeom, norm, rankdata

from estimates import posterior, table

DEVIATES = 5
MEANS = 1e-6
STORED = 1e-4
LEVELS = {"icb": "E54", "region": "E12", "country": "E92"}
CLUSTERS = {1: "high-high", 2: "low-high", 3: "low-low", 4: "high-low"}


class Refusal(Exception):
    """The program did not answer, or not in the form that is expected."""


class Program:
    """The program under test, with its store."""

    def __init__(self, path, store, geodata):
        self.path, self.store, self.geodata = path, store, geodata

    def run(self, *arguments, given=None):
        command = [str(self.path), *arguments, "--store", str(self.store)]
        done = subprocess.run(command, input=given, capture_output=True, text=True, timeout=300)
        if done.returncode:
            reason = (done.stderr.strip() or "no message").splitlines()[0]
            raise Refusal(f"the program ended with {done.returncode}: {reason}")
        return done.stdout

    @functools.cache
    def answer(self, *arguments):
        return json.loads(self.run(*arguments, "--format", "json"))

    def stored_draws(self, codes):
        """The draws of the default edition in the store; None where the store has no such table."""
        with sqlite3.connect(f"file:{self.store}?mode=ro", uri=True) as store:
            try:
                rows = store.execute(
                    "SELECT area_code, draws FROM estimate_draws JOIN area USING (area_key) JOIN edition USING"
                    " (edition_key) WHERE edition_id = 'modelled-2021'"
                )
                rows = {code: np.frombuffer(draws, "<f4").astype(float) for code, draws in rows}
            except sqlite3.OperationalError:
                return None
        return np.array([rows[code] for code in codes]) if set(codes) <= set(rows) else None


class Report:
    """Prints a line for each check and remembers whether all agree."""

    def __init__(self):
        self.agrees = True

    def line(self, title, what, agrees, text):
        self.agrees = self.agrees and bool(agrees)
        print(f"{'ok ' if agrees else 'NOT'} {title:<22} {what:<26} {text}", flush=True)

    def skip(self, title, reason):
        print(f"--  {title:<22} skipped: {reason}", flush=True)

    def gaps(self, title, what, names, gaps, bad, allowed):
        """The largest difference, and how many are beyond what is allowed."""
        gaps, bad = np.atleast_1d(gaps), np.atleast_1d(bad)
        worst = int(np.argmax(np.where(np.isnan(gaps), np.inf, abs(gaps))))
        text = f"largest difference {gaps[worst]:+.3g} ({names[worst]}), {bad.sum()} of {bad.size} beyond {allowed}"
        self.line(title, what, not bad.any(), text)

    def points(self, title, what, names, theirs, ours, allowed=MEANS):
        gaps = np.asarray(theirs, float) - ours
        # NaN counts as beyond.
        self.gaps(title, what, names, gaps, ~(abs(gaps) <= allowed), f"{allowed:g}")

    def same(self, title, what, theirs, ours):
        theirs, ours = list(theirs), list(ours)
        if len(theirs) != len(ours):
            self.line(title, what, False, f"{len(theirs)} instead of {len(ours)}")
            return
        differing = [f"{one} instead of {other}" for one, other in zip(theirs, ours) if one != other]
        self.line(title, what, not differing, "; ".join(differing[:3]) or f"{len(ours)} the same")


class Basis(NamedTuple):
    """Draws to infer from, and how closely the program's answers must agree with them."""

    codes: list
    people: np.ndarray
    values: np.ndarray
    draws: np.ndarray
    theirs: int  # how many draws the program has
    exact: bool  # whether these are the program's own draws

    def rows(self, codes):
        return np.array([self.codes.index(code) for code in codes])

    def ends(self, report, title, what, names, theirs, draws, probability, method="linear"):
        """Compares the program's quantiles with those of draws, one row for each."""
        theirs = np.asarray(theirs, float)
        gaps = theirs - np.quantile(draws, probability, axis=1, method=method)
        if self.exact:
            bad, allowed = ~(abs(gaps) <= STORED), f"{STORED:g}"
        else:
            size = 1 / (1 / self.theirs + 1 / draws.shape[1])
            place = probability * size
            # A value that several draws have, such as a rank, stands for a range of shares.
            below, upto = (draws < theirs[:, None]).mean(axis=1), (draws <= theirs[:, None]).mean(axis=1)
            least, most = (norm.ppf(beta.cdf(share, place, size + 1 - place)) for share in (below, upto))
            bad = ~((least <= DEVIATES) & (most >= -DEVIATES))
            allowed = errors_allowed(np.maximum(least, -most))
        report.gaps(title, what, names, gaps, bad, allowed)

    def shares(self, report, title, what, names, theirs, hits):
        """Compares the program's probabilities with the share of draws that hit, one row for each."""
        theirs = np.asarray(theirs, float)
        gaps = theirs - hits.mean(axis=1)
        if self.exact:
            bad, allowed = ~(abs(gaps) <= MEANS), f"{MEANS:g}"
        else:
            deviates = deviates_of_counts(theirs * self.theirs, self.theirs, hits.sum(axis=1), hits.shape[1])
            bad, allowed = ~(deviates <= DEVIATES), errors_allowed(deviates)
        report.gaps(title, what, names, gaps, bad, allowed)


def deviates_of_counts(first, first_size, second, second_size):
    """How unlikely two counts are to come from one probability: Fisher's exact test, as a normal deviate."""
    first, second = np.round(first).astype(int), np.round(second).astype(int)
    chance = hypergeom(first_size + second_size, first + second, first_size)
    tail = np.minimum(chance.cdf(first), chance.sf(first - 1))
    return norm.isf(np.minimum(tail, 0.5))


def errors_allowed(deviates):
    """What is allowed of normal deviates, and the greatest of them; past 35 they have no meaning."""
    greatest = max(np.nan_to_num(deviates, nan=np.inf).max(), 0)
    return f"{DEVIATES} standard errors, greatest {f'{greatest:.2f}' if greatest < 35 else 'over 35'}"


def part(answer, key):
    """What stands under a key of an answer."""
    if not answer.get(key):
        raise Refusal(f"the answer has no {key}")
    return answer[key]


def column(rows, name):
    if any(row.get(name) is None for row in rows):
        raise Refusal(f"the answer lacks {name}")
    return [row[name] for row in rows]


def check_ranks(report, program, basis):
    members = table(program.geodata / "memberships.csv")
    inside = {row["child_code"] for row in members if row["parent_code"] == "E12000007"}
    london = [code for code in basis.codes if code in inside]
    for title, arguments, codes, worst, shown in [
        ("rank --top 20", ["--top", "20"], basis.codes, 20, 20),
        ("rank, all", [], basis.codes, -(-len(basis.codes) // 5), len(basis.codes)),
        ("rank --within London", ["--within", "London"], london, -(-len(london) // 5), len(london)),
    ]:
        with refusals(report, title):
            rows = part(program.answer("rank", *arguments), "areas")
            places = basis.rows(codes)
            order = places[np.argsort(-basis.values[places], kind="stable")][:shown]
            ranks = rankdata(-basis.draws[places], method="min", axis=0)
            names = column(rows, "area_code")
            if not basis.exact:
                report.same(title, "order", names, [basis.codes[place] for place in order])
            ranks = ranks[[codes.index(name) for name in names]]
            for what, probability in [("rank_lower", 0.025), ("rank_upper", 0.975)]:
                basis.ends(report, title, what, names, column(rows, what), ranks, probability, "inverted_cdf")
            theirs = column(rows, "probability_in_worst")
            basis.shares(report, title, f"probability_in_worst {worst}", names, theirs, ranks <= worst)


def check_rollups(report, program, basis):
    members = table(program.geodata / "memberships.csv")
    for level, prefix in LEVELS.items():
        title = f"aggregate --to {level}"
        with refusals(report, title):
            rows = part(program.answer("aggregate", "--to", level), "areas")
            weights = {}
            for row in members:
                if row["parent_code"].startswith(prefix) and row["child_code"] in basis.codes:
                    shares = weights.setdefault(row["parent_code"], np.zeros(len(basis.codes)))
                    shares[basis.codes.index(row["child_code"])] += float(row["share"])
            if level == "country":
                weights = {"E92000001": np.ones(len(basis.codes))}
            names = column(rows, "area_code")
            if not basis.exact:
                report.same(title, "areas", sorted(names), sorted(weights))
            weights = np.array([weights[name] for name in names]) * basis.people
            people = weights.sum(axis=1)
            weights /= people[:, None]
            if not basis.exact:
                values = weights @ basis.values
                report.points(title, "value", names, column(rows, "value"), values)
                report.points(title, "population", names, column(rows, "population"), people, 1)
                report.points(title, "people", names, column(rows, "people"), values / 100 * people, 1)
                for end in ("lower", "upper"):
                    ends = np.array(column(rows, f"{end}_ci")) / 100 * people
                    report.points(title, f"people_{end}", names, column(rows, f"people_{end}"), ends, 1)
            draws = weights @ basis.draws
            basis.ends(report, title, "lower_ci", names, column(rows, "lower_ci"), draws, 0.025)
            basis.ends(report, title, "upper_ci", names, column(rows, "upper_ci"), draws, 0.975)
            ranks = rankdata(-draws, method="min", axis=0)
            for what, probability in [("rank_lower", 0.025), ("rank_upper", 0.975)]:
                basis.ends(report, title, what, names, column(rows, what), ranks, probability, "inverted_cdf")


def check_comparisons(report, program, basis):
    wanted = ["Newham", "Brent", "Leicester"]
    title = "compare"
    with refusals(report, title):
        codes = {row["area_name"]: row["area_code"] for row in table(program.geodata / "areas.csv")}
        rows = part(program.answer("compare", *wanted), "comparisons")
        pairs = list(zip(column(rows, "first_code"), column(rows, "second_code")))
        names = [f"{first} - {second}" for first, second in pairs]
        if not basis.exact:
            expected = itertools.combinations([codes[name] for name in wanted], 2)
            report.same(title, "pairs", sorted(map(sorted, pairs)), sorted(map(sorted, expected)))
        first, second = (basis.rows(side) for side in zip(*pairs))
        if not basis.exact:
            ours = basis.values[first] - basis.values[second]
            report.points(title, "difference", names, column(rows, "difference"), ours)
        draws = basis.draws[first] - basis.draws[second]
        basis.ends(report, title, "lower_ci", names, column(rows, "lower_ci"), draws, 0.025)
        basis.ends(report, title, "upper_ci", names, column(rows, "upper_ci"), draws, 0.975)
        theirs = column(rows, "probability_first_higher")
        basis.shares(report, title, "probability_first_higher", names, theirs, draws > 0)


def inequality(values, deprivation, people):
    """Slope, relative and concentration index; values one row an area, with one column for each state."""
    shares = people / people.sum()
    levels, level = np.unique(deprivation, return_inverse=True)
    held = np.bincount(level, shares, len(levels))
    ridits = (np.cumsum(held) - held / 2)[level]
    mean, product = shares @ values, (shares * (ridits - 0.5)) @ values
    slope = product / (shares @ (ridits - 0.5) ** 2)
    return {
        "slope_index": slope,
        "relative_index": (mean + slope / 2) / (mean - slope / 2),
        "concentration_index": 2 / mean * ((shares * (0.5 - ridits)) @ values),
    }


def check_inequality(report, program, basis):
    title = "pattern, inequality"
    with refusals(report, title):
        theirs = part(program.answer("pattern"), "inequality")
        rows = {row["area_code"]: float(row["imd2025_avg_score"]) for row in table(program.geodata / "covariates.csv")}
        deprivation = np.array([rows[code] for code in basis.codes])
        points = inequality(basis.values[:, None], deprivation, basis.people)
        draws = inequality(basis.draws, deprivation, basis.people)
        for name in points:
            row = [part(theirs, name)]
            if not basis.exact:
                report.points(title, name, [theirs.get("by")], column(row, "value"), points[name])
            for end, probability in [("lower_ci", 0.025), ("upper_ci", 0.975)]:
                what = f"{name.removesuffix('_index')} {end}"
                basis.ends(report, title, what, [theirs.get("by")], column(row, end), draws[name][None], probability)


def check_pattern(report, program, basis):
    """Moran's I beside esda; the areas are taken in the order of the exported districts."""
    title = "pattern, Moran"
    try:
        import esda
        import geopandas
        import libpysal
    except ImportError as missing:
        report.skip(title, f"no Python package {missing.name}")
        return
    with refusals(report, title), tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        answer = program.answer("pattern")
        moran = part(answer, "moran")
        districts = pathlib.Path(folder) / "districts.geojson"
        program.run("export", "districts", "--format", "geojson", "--output", str(districts))
        areas = geopandas.read_file(districts)
        codes = list(areas["area_code"])
        report.same(title, "districts", sorted(codes), sorted(basis.codes))
        values = basis.values[basis.rows(codes)]
        weights = libpysal.weights.Queen.from_dataframe(areas, use_index=False, silence_warnings=True)
        weights.set_transform("r")
        np.random.seed(1)
        whole = esda.Moran(values, weights, permutations=9999)
        local = esda.Moran_Local(values, weights, permutations=9999, seed=1)

        islands = np.isin(np.arange(len(codes)), weights.islands)
        said = moran.get("islands")
        report.same(title, "islands", [len(said) if isinstance(said, list) else said], [islands.sum()])
        report.points(title, "i", ["I"], [moran.get("i")], whole.I)
        report.points(title, "expected", ["E(I)"], [moran.get("expected")], whole.EI)
        permutations = moran.get("permutations")

        def p_values(title, names, theirs, ours):
            deviates = deviates_of_counts(
                theirs * (permutations + 1) - 1, permutations, ours * (whole.permutations + 1) - 1, whole.permutations
            )
            allowed = errors_allowed(deviates)
            report.gaps(title, "p_value", names, theirs - ours, ~(deviates <= DEVIATES), allowed)

        p_values(title, ["I"], np.array([moran["p_value"]]), np.array([whole.p_sim]))

        title = "pattern, local Moran"
        rows = {row["area_code"]: row for row in part(answer, "areas")}
        report.same(title, "areas", sorted(rows), sorted(codes))
        rows = [rows[code] for code in codes]
        report.points(title, "value", codes, column(rows, "value"), values)
        report.points(title, "local_i", codes, column(rows, "local_i"), local.Is)
        settled = [row for row, island in zip(rows, islands) if not island]
        chances = np.array(column(settled, "p_value"))
        p_values(title, list(itertools.compress(codes, ~islands)), chances, local.p_sim[~islands])
        report.same(
            title, "islands have no p_value", [row.get("p_value") for row in itertools.compress(rows, islands)],
            [None] * islands.sum())
        clusters = [
            CLUSTERS[quadrant] if row.get("p_value") is not None and row["p_value"] <= 0.05 else "not-significant"
            for row, quadrant in zip(rows, local.q)
        ]
        report.same(title, "cluster, by its p_value", column(rows, "cluster"), clusters)


class refusals:
    """Reports, as a check that failed, that the program gave no answer or none that can be read."""

    def __init__(self, report, title):
        self.report, self.title = report, title

    def __enter__(self):
        return self

    def __exit__(self, kind, error, _):
        if kind is None or not issubclass(kind, (Refusal, KeyError, TypeError, ValueError, OSError)):
            return False
        self.report.line(self.title, "answer", False, str(error) if kind is Refusal else f"{kind.__name__}: {error}")
        return True


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="hlgeo")
    parser.add_argument("--store", type=pathlib.Path)
    parser.add_argument("--geodata", type=pathlib.Path, default=root / "GeoData")
    parser.add_argument("--draws", type=int, default=20000)
    options = parser.parse_args()

    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        program = Program(options.program, options.store or pathlib.Path(folder) / "store.sqlite", options.geodata)
        if not options.store:
            program.run("load", "--geodata", str(options.geodata))
        ours = posterior(options.geodata, options.draws)
        stored = program.stored_draws(ours.codes)
        theirs = 1000 if stored is None else stored.shape[1]
        print(f"From {options.draws} draws made here, for {theirs} draws of the program:")
        basis = Basis(*ours, theirs=theirs, exact=False)
        check_ranks(report, program, basis)
        check_rollups(report, program, basis)
        check_comparisons(report, program, basis)
        check_inequality(report, program, basis)
        check_pattern(report, program, basis)
        print("From the draws that the store holds:")
        if stored is None:
            report.skip("the store's draws", "the store has no table of draws")
        else:
            basis = basis._replace(draws=stored, exact=True)
            for check in (check_ranks, check_rollups, check_comparisons, check_inequality):
                check(report, program, basis)
    print("Everything agrees." if report.agrees else "Something does not agree.")
    return 0 if report.agrees else 1


if __name__ == "__main__":
    sys.exit(main())
