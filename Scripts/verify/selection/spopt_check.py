"""Compares SelectBench with PySAL spopt (PuLP, its CBC) on England's 296 districts: objectives and seconds, model building included.

The distance matrix is SelectBench's own (checked against geographiclib by geodesic.py); reading it is not timed.
Demand is the people of data/districts.csv.  Usage: spopt_check.py [MODEL ...]
"""
import csv, json, pathlib, subprocess, sys, time
import numpy, pulp
from spopt.locate import MCLP, LSCP, PMedian, PCenter

root = pathlib.Path(__file__).parent.parent
bench = root / ".build/release/SelectBench"
table = root / "data/districts.csv"
subprocess.run([bench, "matrix", table, root / "data/matrix.bin"], check=True)
weights = numpy.array([float(r["weight"]) for r in csv.DictReader(open(table))])
n = len(weights)
matrix = numpy.fromfile(root / "data/matrix.bin").reshape(n, n)

def spopt(model, sites, distance):
    begin = time.perf_counter()
    if model == "mclp": problem = MCLP.from_cost_matrix(matrix, weights, distance, p_facilities=sites)
    elif model == "lscp": problem = LSCP.from_cost_matrix(matrix, distance)
    elif model == "pmedian": problem = PMedian.from_cost_matrix(matrix, weights, p_facilities=sites)
    else: problem = PCenter.from_cost_matrix(matrix, p_facilities=sites)
    solver = pulp.PULP_CBC_CMD(msg=False, timeLimit=300)
    problem = problem.solve(solver)
    return pulp.value(problem.problem.objective), time.perf_counter() - begin, pulp.LpStatus[problem.problem.status]

cases = {
    "mclp": [(5, 30000), (10, 30000), (20, 20000), (30, 10000), (40, 20000)],
    "lscp": [(0, d) for d in (10000, 20000, 30000, 50000, 75000)],
    "pcenter": [(p, 0) for p in (2, 5, 10, 20, 40)],
    "pmedian": [(p, 0) for p in (2, 5, 10, 20, 40)],
}
print("| model | sites | distance | objective | same | seconds | process seconds | spopt seconds | times |\n|---|---|---|---|---|---|---|---|---|")
failed = False
for model in sys.argv[1:] or cases:
    for sites, distance in cases[model]:
        begin = time.perf_counter()
        ours = json.loads(subprocess.run([bench, table, table, model, str(sites), str(distance)], capture_output=True, text=True, check=True).stdout)
        process = time.perf_counter() - begin
        theirs, seconds, status = spopt(model, sites, distance)
        same = abs(theirs - ours["objective"]) <= 1e-7 * abs(theirs)
        failed |= not same or not ours["proven"]
        print(f"| {model} | {ours['sites']} | {distance} | {ours['objective']:.3f} | {'yes' if same else f'NO: {theirs} {status}'} | {ours['seconds']:.3f} | {process:.3f} | {seconds:.2f} | {seconds / ours['seconds']:.0f} |", flush=True)
sys.exit(failed)
