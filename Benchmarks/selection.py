#!/usr/bin/env python3
"""Times 'hlgeo select' beside PySAL's spopt with the solver that PuLP brings, on the same districts in the same run.

hlgeo is timed as a whole command: start, reading the store, distances, model, proof, and which of equal sets comes
first. spopt is timed from the moment at which it has the matrix of distances, so without the start of Python, reading
and distances: model and proof alone. Each pair runs in turn (A B A B …). Printed are the median seconds, the peak memory
of each process, the median of the pairwise ratios spopt / hlgeo, and whether both have the same objective.

    England   296 districts to 296, population-weighted centroids: MCLP 30 km, LSCP 30 km, p-center, p-median, 10 sites
    LSOAs     296 districts to 33,755 small areas by residents, centroids: MCLP 10 km, 20 sites (with a SCALE-FOLDER)

Scripts/bench selection starts this with HLGEO_PROGRAM, HLGEO_GEODATA and a Python that has spopt; spopt is stopped after
HLGEO_BENCH_LIMIT seconds (60). HLGEO_BENCH_RUNS says how often each is run (3).

usage: selection.py [SCALE-FOLDER]
"""

import csv
import gzip
import json
import os
import pathlib
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "Scripts" / "verify"))

from selecting.ground import PLAIN, Ground, distances  # noqa: E402

RUNS = int(os.environ.get("HLGEO_BENCH_RUNS", "3"))
LIMIT = int(os.environ.get("HLGEO_BENCH_LIMIT", "60"))
# Both prove their optimum to this.
SAME = 1e-9
ENGLAND = {
    "MCLP, 30 km, 10 sites": ("MCLP", 10, 30_000),
    "LSCP, 30 km": ("LSCP", None, 30_000),
    "p-center, 10 sites": ("p-center", 10, None),
    "p-median, 10 sites": ("p-median", 10, None),
}


def peer(path, model, sites, reach):
    """Solves with spopt in a process of its own and prints what came of it."""
    import pulp
    from spopt.locate import LSCP, MCLP, PCenter, PMedian

    with np.load(path) as given:
        matrix, weights = given["matrix"], given["weights"]
    sites, reach = int(sites), float(reach)
    begun = time.perf_counter()
    if model == "MCLP":
        problem = MCLP.from_cost_matrix(matrix, weights, reach, p_facilities=sites)
    elif model == "LSCP":
        problem = LSCP.from_cost_matrix(matrix, reach)
    elif model == "p-center":
        problem = PCenter.from_cost_matrix(matrix, p_facilities=sites)
    else:
        problem = PMedian.from_cost_matrix(matrix, weights, p_facilities=sites)
    problem.problem.solve(pulp.PULP_CBC_CMD(msg=False))
    seconds = time.perf_counter() - begun
    # The solver is a program of its own.
    memory = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    proven = problem.problem.status == pulp.LpStatusOptimal
    found = pulp.value(problem.problem.objective)
    print(json.dumps({"seconds": seconds, "memory": mebibytes(memory), "objective": found, "proven": proven}))


def mebibytes(size):
    return size / (1024 if sys.platform != "darwin" else 1024 * 1024)


# A process that is started by a large one counts the memory of that as its own, so a small one stands in between.
MEASURE = """
import json, resource, subprocess, sys, time
begun = time.perf_counter()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
seconds = time.perf_counter() - begun
print(json.dumps({"seconds": seconds, "size": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}))
"""


def ours(options, store):
    """Runs hlgeo once: seconds and peak memory."""
    command = [os.environ["HLGEO_PROGRAM"], "select", *options, *PLAIN, "--format", "csv", "--store", str(store)]
    said = subprocess.run([sys.executable, "-S", "-c", MEASURE, *command], stdout=subprocess.PIPE, check=True).stdout
    run = json.loads(said)
    return {"seconds": run["seconds"], "memory": mebibytes(run["size"])}


def theirs(command):
    """Runs spopt once; what takes too long is ended with its solver, whose own limit does not hold."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)
    try:
        said, _ = process.communicate(timeout=LIMIT)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return {"seconds": LIMIT, "proven": False}
    if process.returncode:
        sys.exit(f"spopt ended with {process.returncode}")
    return json.loads(said)


def answer(options, store):
    command = [os.environ["HLGEO_PROGRAM"], "select", *options, *PLAIN, "--format", "json", "--store", str(store)]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def compare(title, model, sites, reach, demand, store, given):
    options = ["--model", model.lower(), *demand]
    options += ["--sites", str(sites)] if sites else []
    options += ["--distance", f"{reach}m"] if reach else []
    result = answer(options, store)["result"]
    asked = [sys.executable, "-B", __file__, "--peer", str(given), model, str(sites or 0), str(reach or 0)]
    one, other = [], []
    for _ in range(RUNS):
        one.append(ours(options, store))
        # One that does not end is not tried again.
        if not other or other[-1]["proven"]:
            other.append(theirs(asked))
    line = f"{title:<30} {median(one, 'seconds'):7.2f} s {max(run['memory'] for run in one):6.0f} MiB"
    if not other[-1]["proven"]:
        line += f"   spopt stopped after {LIMIT} s; hlgeo {'proven' if result['proven_optimal'] else 'not proven'}"
    else:
        ratio = statistics.median(b["seconds"] / a["seconds"] for a, b in zip(one, other))
        same = abs(result["objective"] - other[0]["objective"]) <= SAME * abs(result["objective"])
        line += f"   spopt {median(other, 'seconds'):7.2f} s {max(run['memory'] for run in other):6.0f} MiB"
        line += f"   ratio {ratio:6.1f}   {'same objective' if same else 'OTHER OBJECTIVE'}"
    print(line, flush=True)


def median(runs, what):
    return statistics.median(run[what] for run in runs)


def load(store, *imports):
    program = os.environ["HLGEO_PROGRAM"]
    geodata = os.environ.get("HLGEO_GEODATA", str(ROOT / "GeoData"))
    for command in [["load", "--geodata", geodata], *imports]:
        done = subprocess.run([program, *command, "--store", str(store)], capture_output=True, text=True)
        if done.returncode:
            sys.exit(done.stderr)


def load_small_areas(store, scale, folder):
    """The small areas with their residents, which are the base of a percentage."""
    residents = folder / "residents.csv"
    with gzip.open(scale / "lsoa21_covariates.csv.gz", "rt") as packed, open(residents, "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["area_code", "value", "denominator"])
        rows.writerows(
            (row["LSOA21CD"], row["pct_hh_owned"], row["residents_2021"]) for row in csv.DictReader(packed))
    load(store, ["import", "boundaries", str(scale / "england_lsoa_2021_bgc.geojson.gz")],
         ["import", "estimates", str(residents), "--indicator", "home-ownership", "--edition", "census-2021"])


def main():
    scale = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else None
    folder = pathlib.Path(tempfile.mkdtemp(prefix="hlgeo-bench-"))
    try:
        print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, median of {RUNS} runs")
        ground = Ground(pathlib.Path(os.environ.get("HLGEO_GEODATA", ROOT / "GeoData")))
        store, given = folder / "england.sqlite", folder / "england.npz"
        load(store)
        np.savez(given, matrix=ground.distances, weights=ground.people)
        for title, (model, sites, reach) in ENGLAND.items():
            compare(f"England, {title}", model, sites, reach, [], store, given)
        if not scale or not (scale / "england_lsoa_2021_bgc.geojson.gz").exists():
            print("left out: 33,755 LSOAs (no scale folder)")
            return
        load_small_areas(store, scale, folder)
        demand = [
            "--demand-level", "lsoa", "--demand", "denominator", "--indicator", "home-ownership", "--edition",
            "census-2021"]
        rows = answer([*demand, "--sites", "1", "--distance", "1m"], store)["catchments"]
        places = np.array([(row["longitude"], row["latitude"]) for row in rows])
        np.savez(given, matrix=distances(places, ground.points), weights=np.array([row["weight"] for row in rows]))
        compare("LSOAs, MCLP, 10 km, 20 sites", "MCLP", 20, 10_000, demand, store, given)
    finally:
        shutil.rmtree(folder)
    print(f"load {os.getloadavg()[0]:.1f} at the end")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peer"]:
        peer(*sys.argv[2:])
    else:
        main()
