"""Compares Geodesic.distance with geographiclib (Karney) on 10,000 pairs within Great Britain and 10,000 over the globe."""
import pathlib, random, subprocess, time
from geographiclib.geodesic import Geodesic
root = pathlib.Path(__file__).parent.parent
random.seed(1)
def pair(globe):
    if globe: return [random.uniform(-89, 89), random.uniform(-180, 180), random.uniform(-89, 89), random.uniform(-180, 180)]
    return [random.uniform(49.8, 60), random.uniform(-8, 2), random.uniform(49.8, 60), random.uniform(-8, 2)]
for name, globe in [("Great Britain", False), ("globe", True)]:
    pairs = [pair(globe) for _ in range(10000)]
    text = "\n".join(" ".join(repr(v) for v in p) for p in pairs) + "\n"
    begin = time.time()
    got = [float(l) for l in subprocess.run([root / ".build/release/SelectBench", "geodesic"], input=text, capture_output=True, text=True, check=True).stdout.split()]
    spent = time.time() - begin
    diff = sorted(abs(g - Geodesic.WGS84.Inverse(*p)["s12"]) for g, p in zip(got, pairs))
    print(f"{name}: {len(got)} pairs, greatest difference {diff[-1]*1000:.4f} mm, 99.9 % below {diff[9989]*1000:.4f} mm, over 1 mm: {sum(d > 0.001 for d in diff)}; process {spent:.2f} s")
