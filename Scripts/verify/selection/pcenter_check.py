"""Proves SelectBench's p-center optima with spopt's set covering: d is the optimum if p sites cover everybody within d,
and more than p are needed within the next smaller distance of the matrix. (spopt's own PCenter does not finish here.)"""
import csv, json, pathlib, subprocess, sys, time
import numpy, pulp
from spopt.locate import LSCP
root = pathlib.Path(__file__).parent.parent
bench = root / ".build/release/SelectBench"; table = root / "data/districts.csv"
subprocess.run([bench, "matrix", table, root / "data/matrix.bin"], check=True)
n = sum(1 for _ in open(table)) - 1
matrix = numpy.fromfile(root / "data/matrix.bin").reshape(n, n)
def count(distance):
    p = LSCP.from_cost_matrix(matrix, distance).solve(pulp.PULP_CBC_CMD(msg=False, timeLimit=120))
    assert pulp.LpStatus[p.problem.status] == "Optimal"
    return round(pulp.value(p.problem.objective))
failed = False
for sites in (2, 5, 10, 20, 40):
    ours = json.loads(subprocess.run([bench, table, table, "pcenter", str(sites), "0"], capture_output=True, text=True, check=True).stdout)
    radius = ours["objective"]; below = matrix[matrix < radius].max()
    begin = time.perf_counter(); a, b = count(radius), count(below)
    ok = a <= sites < b; failed |= not ok
    print(f"p-center {sites}: {radius:.3f} m in {ours['seconds']:.3f} s; spopt LSCP: {a} sites within it, {b} within {below:.3f} m: {'yes' if ok else 'NO'} ({time.perf_counter() - begin:.1f} s for the two)", flush=True)
sys.exit(failed)
