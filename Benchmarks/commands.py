"""Times whole commands of hlgeo, and a reference on the same data in the same run: ogr2ogr, or a program in Python.

Each pair of commands runs in turn (A B A B …), so that a machine whose speed drifts slows both. Printed are the median
wall time, the peak memory, and the median of the pairwise ratios hlgeo / reference. A command that fails is reported
and left out. Where the library is measured in process, only times are printed; location.py prints lines of its own.

usage: commands.py [SCALE-FOLDER]
"""

import gzip
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM = os.environ["HLGEO_PROGRAM"]
ROOT = pathlib.Path(__file__).resolve().parents[1]
RUNS = int(os.environ.get("HLGEO_BENCH_RUNS", "5"))
# Filters of the pages that are measured.
DISTRICTS = "value > 40 AND compared_to_england = 'worse'"
LSOAS = "value > 30"
SHAPE = "S_INTERSECTS(geometry, POLYGON((-0.2 51.4,0.1 51.4,0.1 51.6,-0.2 51.6,-0.2 51.4)))"


class Failure(Exception):
    """A command that did not end well."""


def measure(command, prepare=None):
    """Runs a command once: wall seconds and peak memory in MiB."""
    if prepare:
        prepare()
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failure(f"{command[0]} ended with {process.returncode}: {' '.join(command)}")
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    return seconds, usage.ru_maxrss / scale


def case(title, command, prepare=None, reference=None, prepare_reference=None, reference_name="ogr2ogr"):
    """Measures a command, beside a reference where there is one, and prints a line."""
    ours, theirs = [], []
    try:
        measure(command, prepare)
        for _ in range(RUNS):
            ours.append(measure(command, prepare))
            if reference:
                theirs.append(measure(reference, prepare_reference))
    except Failure as failure:
        print(f"left out: {title} ({failure})", flush=True)
        return
    seconds = statistics.median(run[0] for run in ours)
    line = f"{title:<46} {seconds * 1000:8.0f} ms {max(run[1] for run in ours):6.0f} MiB"
    if theirs:
        ratio = statistics.median(a[0] / b[0] for a, b in zip(ours, theirs))
        other = statistics.median(run[0] for run in theirs)
        memory = max(run[1] for run in theirs)
        line += f"   {reference_name:<7} {other * 1000:6.0f} ms {memory:4.0f} MiB   ratio {ratio:.2f}"
    print(line, flush=True)


def python_with(*packages):
    """A Python that has these packages: this one, else that of Scripts/verify/run; None where neither has."""
    for python in (sys.executable, str(ROOT / ".build" / "verify" / "bin" / "python3")):
        if shutil.which(python):
            done = subprocess.run([python, "-c", f"import {', '.join(packages)}"], stderr=subprocess.DEVNULL)
            if done.returncode == 0:
                return python
    return None


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="hlgeo-bench-"))
    try:
        run(folder, pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    finally:
        shutil.rmtree(folder)


def run(folder, scale):
    england, copy, other = (str(folder / name) for name in ("england.sqlite", "copy.sqlite", "ogr.sqlite"))
    library = ["--indicator", "library-within-30-minutes", "--store", england]

    def remove(*paths):
        for path in paths:
            for suffix in ("", "-wal", "-shm", "-journal"):
                pathlib.Path(path + suffix).unlink(missing_ok=True)

    print(f"{os.cpu_count()} cores, median of {RUNS} runs")
    case("load, all of GeoData", [PROGRAM, "load", "--store", england], lambda: remove(england))
    case("rank, 296 districts", [PROGRAM, "rank", *library])
    case("profile Newham", [PROGRAM, "profile", "Newham", "--store", england])
    case("gaps", [PROGRAM, "gaps", *library])
    case("export districts, GeoJSON", [PROGRAM, "export", "districts", "--store", england])
    case("map, 296 districts", [PROGRAM, "map", *library])
    run_estimates(england)
    modelled = (england, "low-health-literacy", "modelled-2021")
    query("296 districts by value", *modelled, DISTRICTS)
    query("296 districts by shape and value", *modelled, f"{SHAPE} AND {DISTRICTS}")
    points = folder / "points.csv"
    write_points(points, 1_000_000)
    locate = [PROGRAM, "locate", str(points), "--output", str(folder / "located.csv"), "--store"]
    case("locate, 1,000,000 points, 296 districts", [*locate, england])

    source = scale / "england_lsoa_2021_bgc.geojson.gz" if scale else None
    if not source or not source.exists():
        print("left out: whatever has 33,755 LSOAs (no scale folder)")
        return
    ogr = shutil.which("ogr2ogr")

    def fresh():
        remove(copy)
        shutil.copy(england, copy)

    case(
        "import, 33,755 LSOA boundaries",
        [PROGRAM, "import", "boundaries", str(source), "--store", copy], fresh,
        ogr and [ogr, "-f", "SQLite", "-dsco", "SPATIALITE=YES", other, f"/vsigzip/{source}"], lambda: remove(other))
    case(
        "export, 33,755 LSOAs, GeoJSON",
        [PROGRAM, "export", "lsoas", "--store", copy, "-o", str(folder / "ours.geojson")], None,
        ogr and [ogr, "-f", "GeoJSON", str(folder / "theirs.geojson"), copy, "-sql",
                 "SELECT area_code, area_name, area_type, vintage, geometry FROM area WHERE area_type = 'lsoa'"],
        lambda: (folder / "theirs.geojson").unlink(missing_ok=True))
    case("locate, 1,000,000 points, 33,755 LSOAs", [*locate, copy, "--level", "lsoa"])
    if import_figures(scale, copy):
        query("33,755 LSOAs by value", copy, "imd", "imd2025", LSOAS, "lsoas")
        query("33,755 LSOAs by shape and value", copy, "imd", "imd2025", f"{SHAPE} AND {LSOAS}", "lsoas")
    run_location(folder, source)


def write_points(path, count):
    """A CSV file of points that lie evenly in the box around England, on land and at sea."""
    generator = random.Random(2021)
    with open(path, "w") as file:
        file.write("id,longitude,latitude\n")
        for number in range(count):
            file.write(f"{number},{generator.uniform(-6.4, 1.77):.6f},{generator.uniform(49.86, 55.82):.6f}\n")


def import_figures(scale, store):
    """What the LSOAs of a store lie in, and their IMD as an indicator; whether both could be had."""
    imports = [
        ["lookups", str(scale / "lsoa21_ward24_lad24_region24_icb24.csv.gz")],
        ["estimates", str(scale / "lsoa21_covariates.csv.gz"), "--indicator", "imd", "--edition", "imd2025",
         "--value-column", "imd2025_score=imd"],
    ]
    try:
        for arguments in imports:
            measure([PROGRAM, "import", *arguments, "--store", store])
    except Failure as failure:
        print(f"left out: queries of LSOAs ({failure})")
        return False
    return True


def query(title, store, indicator, edition, condition, collection="districts"):
    """Measures a page of 20 in process, the greatest value first: the median of the program's medians."""
    program = os.environ.get("HLGEO_QUERIES")
    if not program:
        print(f"left out: a page of {title} (Scripts/bench builds its benchmark)")
        return
    medians = []
    for _ in range(RUNS):
        command = [program, store, collection, indicator, edition, "-value", condition]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            print(f"left out: a page of {title} ({program} ended with {done.returncode})")
            return
        medians.append(float(done.stdout.split(",")[1]))
    print(f"{f'page of 20, {title}':<46} {statistics.median(medians) / 1000:8.2f} ms   in process", flush=True)


def run_location(folder, source):
    """Points and their areas in process, beside GEOS."""
    python, program = python_with("geopandas"), os.environ.get("LOCATION_PROGRAM")
    if not python or not program:
        print("left out: points beside GEOS (no Python with geopandas, or not run by Scripts/bench)")
        return
    areas = folder / "areas.geojson"
    with gzip.open(source) as packed, open(areas, "wb") as file:
        shutil.copyfileobj(packed, file)
    geodata = pathlib.Path(os.environ.get("HLGEO_GEODATA", ROOT / "GeoData"))
    districts, = geodata.glob("*.topojson")
    done = subprocess.run([python, str(ROOT / "Benchmarks" / "location.py"), str(areas), str(districts)])
    if done.returncode:
        print(f"left out: the rest of location.py, which ended with {done.returncode}")


def run_estimates(store):
    """The modelled edition, beside NumPy."""
    python = python_with("numpy", "scipy")
    geodata = os.environ.get("HLGEO_GEODATA", str(ROOT / "GeoData"))
    numpy = python and [python, str(ROOT / "Benchmarks" / "estimates.py"), geodata]
    case(
        "estimate, 296 districts, 1,000 draws", [PROGRAM, "estimate", "--dry-run", "--store", store],
        reference=numpy, reference_name="numpy")
    case("rank with intervals, 296 districts", [PROGRAM, "rank", "--store", store])
    if not numpy:
        print("left out: the reference in NumPy (no Python with numpy and scipy; Scripts/verify/run makes one)")
    run_inference(geodata, numpy)


def run_inference(geodata, numpy):
    """The same in process, on both sides without the start of anything, in turn."""
    program = os.environ.get("HLGEO_INFERENCE")
    if not program:
        print("left out: the library in process (Scripts/bench builds its benchmark)")
        return
    ours, theirs = {}, {}
    for _ in range(RUNS):
        text = subprocess.run([program, geodata, "5"], capture_output=True, text=True, check=True).stdout
        for line in text.splitlines():
            name, seconds = line.split("\t")
            ours.setdefault(name, []).append(float(seconds))
        if numpy:
            text = subprocess.run(numpy, capture_output=True, text=True, check=True).stdout
            found = re.findall(r": (estimates|ranks) with intervals ([0-9.]+) s", text)
            for name, seconds in found:
                theirs.setdefault(name, []).append(float(seconds))
    titles = {
        "estimates": "in process: 296 districts, 1,000 draws",
        "ranks": "in process: their rank intervals",
        "small areas": "in process: 33,755 small areas, 1,000 draws",
    }
    for name, seconds in ours.items():
        line = f"{titles.get(name, name):<46} {statistics.median(seconds) * 1000:8.1f} ms         "
        if name in theirs:
            ratio = statistics.median(a / b for a, b in zip(seconds, theirs[name]))
            line += f"   numpy   {statistics.median(theirs[name]) * 1000:6.1f} ms             ratio {ratio:.2f}"
        print(line, flush=True)


main()
