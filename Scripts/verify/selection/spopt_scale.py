"""spopt's MCLP on 296 candidates × 33,755 small areas at 10 km, 20 sites: seconds and memory, beside SelectBench's."""
import csv, json, pathlib, resource, subprocess, time
import numpy, pulp
from spopt.locate import MCLP
root = pathlib.Path(__file__).parent.parent
def read(name):
    rows = list(csv.DictReader(open(root / "data" / name)))
    return numpy.radians([[float(r["latitude"]), float(r["longitude"])] for r in rows]), numpy.array([float(r["weight"]) for r in rows])
d, w = read("lsoa.csv"); c, _ = read("districts.csv")
lat1, lon1 = d[:, 0][:, None], d[:, 1][:, None]; lat2, lon2 = c[:, 0], c[:, 1]
h = numpy.sin((lat2 - lat1) / 2) ** 2 + numpy.cos(lat1) * numpy.cos(lat2) * numpy.sin((lon2 - lon1) / 2) ** 2
matrix = 2 * 6371008.8 * numpy.arcsin(numpy.sqrt(h))  # the sphere: close enough for a timing
begin = time.perf_counter()
p = MCLP.from_cost_matrix(matrix, w, 10000, p_facilities=20)
built = time.perf_counter() - begin
print(f"built in {built:.1f} s", flush=True)
p = p.solve(pulp.PULP_CBC_CMD(msg=False, timeLimit=120))
print(f"objective {pulp.value(p.problem.objective)}, {time.perf_counter() - begin:.1f} s, {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB", flush=True)
