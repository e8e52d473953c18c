"""Robust choice and stability, from the posterior draws that the program's store holds."""

import itertools

import numpy as np

from inference import refusals
from selecting.constraints import best
from selecting.ground import PLAIN

# Sums of people, as a share of them; figures in JSON have six digits.
SUMS = 1e-9
SHARES = 1e-6
SAMPLE = 100


def check_draws(report, program, ground):
    draws = program.stored_draws(ground.codes)
    if draws is None:
        report.skip("draws", "the store has no table of draws")
        return
    people = draws / 100 * ground.residents[:, None]
    check_mean(report, program, ground, people)
    check_percentile(report, program, ground, sampled(people, SAMPLE))
    check_stability(report, program, ground, people)


def sampled(people, count):
    """Evenly spaced draws, as the program says that it takes them."""
    total = people.shape[1]
    return people[:, [number * total // count for number in range(count)]]


def percentile(covered):
    """The 10th percentile over draws: in nine of ten at least so much."""
    return np.sort(covered, axis=-1)[..., -(-covered.shape[-1] // 10) - 1]


def check_mean(report, program, ground, people):
    for sites, reach in [(10, 30_000), (10, 0)]:
        with refusals(report, "draws, mean"):
            answer = program.answer(
                "select", "--sites", str(sites), "--distance", f"{reach}m", "--robust", "mean", *PLAIN)
            means, covering = people.mean(axis=1), ground.distances <= reach
            chosen = ground.places(site["id"] for site in answer["sites"])
            worth = means[covering[:, chosen].any(axis=1)].sum()
            count = exactly(sites, len(ground.codes))
            theirs = answer["result"]["objective"]
            what = f"{sites} sites, {reach // 1000} km"
            report.points("draws, mean", what, ["worth of the sites"], [theirs], np.array([worth]), SUMS * worth)
            proven = best(means, covering, count)
            report.points("draws, mean", what, ["HiGHS"], [theirs], np.array([proven]), SUMS * worth)


def check_percentile(report, program, ground, people):
    # England: no exchange of one site is better.
    reach, sites = 30_000, 5
    with refusals(report, "draws, p10"):
        answer = program.answer(
            "select", "--sites", str(sites), "--distance", f"{reach}m", "--robust", "p10", "--time-limit", "10", *PLAIN)
        chosen = ground.places(site["id"] for site in answer["sites"])
        result, covering = answer["result"], ground.distances <= reach

        def worth(places):
            return percentile(people[covering[:, places].any(axis=1)].sum(axis=0))

        own = worth(chosen)
        report.points("draws, p10", "England", ["worth of the sites"], [result["objective"]], own, SUMS * own)
        others = [worth(np.append(np.delete(chosen, gone), come)) for gone in range(sites)
                  for come in range(len(ground.codes)) if come not in chosen]
        better = max(others) - own
        is_bounded = result["bound"] >= own - SUMS * own
        report.line("draws, p10", "England, exchanges", better <= SUMS * own and is_bounded,
                    f"the best exchange of {len(others)} changes it by {better:.1f}; gap {result['gap']:.4f}")
    # A region: all sets of sites.
    region, sites = "West Midlands", 3
    inside = np.array([place for place, name in enumerate(ground.region) if name == region])
    for reach in (0, 20_000):
        with refusals(report, "draws, p10"):
            answer = program.answer(
                "select", "--within", region, "--sites", str(sites), "--distance", f"{reach}m", "--robust", "p10",
                *PLAIN)
            covering = ground.distances[np.ix_(inside, inside)] <= reach
            every = percentile(np.array([
                people[inside][covering[:, places].any(axis=1)].sum(axis=0)
                for places in itertools.combinations(range(len(inside)), sites)]))
            result = answer["result"]
            report.points("draws, p10", f"{region}, {reach // 1000} km", [f"best of {len(every)} sets"],
                          [result["objective"]], np.array([every.max()]), SUMS * every.max())
            report.line("draws, p10", f"{region}, proven", result["proven_optimal"], f"gap {result['gap']}")


def check_stability(report, program, ground, people):
    # Without a distance a draw's optimum is its greatest weights, so sites and shares are known for all draws.
    sites, total = 10, people.shape[1]
    with refusals(report, "draws, stability"):
        answer = program.answer(
            "select", "--sites", str(sites), "--stability", "--draws", str(total), *PLAIN)
        theirs = answer["stability"]
        first = np.argsort(-people, axis=0, kind="stable")[:sites]
        optima = np.take_along_axis(people, first, axis=0).sum(axis=0)
        shares = np.bincount(first.ravel(), minlength=len(ground.codes)) / total
        losses = optima - people[ground.places(site["id"] for site in answer["sites"])].sum(axis=0)
        compare(report, f"{total} draws, 0 km", theirs, optima, losses)
        said = {row["id"]: row["share"] for row in theirs["candidates"]}
        report.points("draws, stability", "shares", ground.codes, [said.get(code, 0) for code in ground.codes], shares,
                      SHARES)
        selected = sorted(row["id"] for row in theirs["candidates"] if row["selected"])
        expected = sorted(site["id"] for site in answer["sites"] if said.get(site["id"]))
        report.same("draws, stability", "selected", selected, expected)
    # With one HiGHS proves each draw's optimum; its sites may have equals, so only what is lost is compared.
    sites, reach, count = 5, 30_000, 20
    with refusals(report, "draws, stability"):
        answer = program.answer(
            "select", "--sites", str(sites), "--distance", f"{reach}m", "--stability", "--draws", str(count), *PLAIN)
        covering, some = ground.distances <= reach, sampled(people, count)
        optima = np.array([best(draw, covering, exactly(sites, len(ground.codes))) for draw in some.T])
        chosen = ground.places(site["id"] for site in answer["sites"])
        losses = optima - some[covering[:, chosen].any(axis=1)].sum(axis=0)
        compare(report, f"{count} draws, {reach // 1000} km", answer["stability"], optima, losses)


def compare(report, what, theirs, optima, losses):
    title = "draws, stability"
    losses = np.where(losses > SUMS * optima, losses, 0)
    report.same(title, f"{what}, unproven", [theirs["draws"], theirs["unproven"]], [len(optima), 0])
    report.points(title, f"{what}, losses", ["mean", "greatest"], [theirs["mean_loss"], theirs["greatest_loss"]],
                  np.array([losses.mean(), losses.max()]), SUMS * optima.max())
    report.points(title, f"{what}, shares", ["loss", "as good as the optimum"],
                  [theirs["loss_share"], theirs["optimal_share"]],
                  np.array([losses.sum() / optima.sum(), (losses == 0).mean()]), SHARES)


def exactly(count, size):
    from selecting.constraints import Rule

    return [Rule(f"exactly {count} sites", np.ones((1, size)), count, count)]
