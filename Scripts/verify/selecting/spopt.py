"""The optima of PySAL's spopt with the solver that PuLP brings, beside the program's."""

import concurrent.futures
import os

import numpy as np

from inference import refusals
from selecting.ground import PLAIN

SUMS = 1e-9
SIZES = {
    # sites and service distance in metres
    "MCLP": [(5, 30_000), (10, 30_000), (20, 20_000), (30, 10_000), (40, 20_000)],
    "LSCP": [(None, distance) for distance in (10_000, 20_000, 30_000, 50_000, 75_000)],
    "p-center": [(sites, None) for sites in (2, 5, 10, 20, 40)],
    # spopt takes three times as long for fewer than 10.
    "p-median": [(sites, None) for sites in (10, 20, 30, 40, 60)],
}


def optimum(model, distances, people, sites, reach):
    """The objective that spopt proves."""
    import pulp
    from spopt.locate import LSCP, MCLP, PMedian

    if model == "MCLP":
        problem = MCLP.from_cost_matrix(distances, people, reach, p_facilities=sites)
    elif model == "LSCP":
        problem = LSCP.from_cost_matrix(distances, reach)
    else:
        problem = PMedian.from_cost_matrix(distances, people, p_facilities=sites)
    problem = problem.solve(pulp.PULP_CBC_CMD(msg=False, timeLimit=300))
    status = pulp.LpStatus[problem.problem.status]
    if status != "Optimal":
        raise ValueError(f"spopt's {model} with {sites} sites is {status}")
    return pulp.value(problem.problem.objective)


def objective(model, ground, chosen, reach):
    """What sites are worth on the distances here."""
    nearest = ground.distances[:, chosen].min(axis=1)
    if model == "MCLP":
        return ground.people[nearest <= reach].sum()
    if model == "LSCP":
        return float(len(chosen)) if (nearest <= reach).all() else np.inf
    return nearest.max() if model == "p-center" else ground.people @ nearest


def check_spopt(report, program, ground):
    try:
        import pulp  # noqa: F401
        import spopt  # noqa: F401
    except ImportError as missing:
        report.skip("spopt", f"no Python package {missing.name}")
        return
    # In processes: building the models is Python.
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count() or 2) as pool:
        def ask(model, sites, reach):
            return pool.submit(optimum, model, ground.distances, ground.people, sites, reach)

        asked = {}
        # The long ones first.
        for model in reversed(SIZES):
            for sites, reach in SIZES[model]:
                options = ["--sites", str(sites)] if sites else []
                options += ["--distance", f"{reach}m"] if reach else []
                with refusals(report, f"spopt, {model}"):
                    answer = program.answer("select", "--model", model.lower(), *options, *PLAIN)
                    if model != "p-center":
                        theirs = [ask(model, sites, reach)]
                    else:
                        radius = answer["result"]["objective"]
                        exact = ground.distances.ravel()[abs(ground.distances - radius).argmin()]
                        below = ground.distances[ground.distances < exact].max()
                        theirs = [ask("LSCP", None, exact), ask("LSCP", None, below)]
                    asked[model, sites, reach] = answer, theirs
        for model in SIZES:
            for sites, reach in SIZES[model]:
                if (model, sites, reach) in asked:
                    with refusals(report, f"spopt, {model}"):
                        compare(report, ground, model, sites, reach, *asked[model, sites, reach])


def compare(report, ground, model, sites, reach, answer, theirs):
    result, title = answer["result"], f"spopt, {model}"
    what = " ".join([f"{sites} sites"] * bool(sites) + [f"{reach} m"] * bool(reach))
    chosen = ground.places(site["id"] for site in answer["sites"])
    theirs = [future.result() for future in theirs]
    own = objective(model, ground, chosen, reach)
    problems = []
    if model == "p-center":
        allowed = 1e-3
        if not (theirs[0] <= sites < theirs[1]):
            problems.append(f"spopt needs {theirs[0]:.0f} sites for it and {theirs[1]:.0f} for less")
        said = f"{theirs[0]:.0f} sites reach so far, {theirs[1]:.0f} are needed for less"
    else:
        allowed = SUMS * abs(theirs[0]) if model == "p-median" else 0
        if not abs(result["objective"] - theirs[0]) <= allowed:
            problems.append(f"spopt proves {theirs[0]:.3f}")
        said = f"spopt has {theirs[0]:.0f}"
    if not abs(result["objective"] - own) <= max(allowed, SUMS * own):
        problems.append(f"the sites are worth {own:.3f}")
    if sites and len(set(chosen)) != sites:
        problems.append(f"{len(set(chosen))} sites")
    if not (result["proven_optimal"] and result["gap"] == 0 and result["bound"] == result["objective"]):
        problems.append("it is not proven")
    text = f"{result['objective']:.0f} in {result['seconds']:.2f} s"
    report.line(title, what, not problems, f"{text}, {'; '.join(problems) or said}")
