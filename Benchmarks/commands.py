"""Times whole commands of hlgeo, and ogr2ogr on the same data in the same run.

Each pair of commands runs in turn (A B A B …), so that a machine whose speed drifts slows both. Printed are the median
wall time, the peak memory, and the median of the pairwise ratios hlgeo / reference.
"""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM = os.environ["HLGEO_PROGRAM"]
RUNS = int(os.environ.get("HLGEO_BENCH_RUNS", "5"))


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
        sys.exit(f"{command[0]} ended with {process.returncode}: {' '.join(command)}")
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    return seconds, usage.ru_maxrss / scale


def case(title, command, prepare=None, reference=None, prepare_reference=None):
    """Measures a command, beside a reference where there is one, and prints a line."""
    ours, theirs = [], []
    measure(command, prepare)
    for _ in range(RUNS):
        ours.append(measure(command, prepare))
        if reference:
            theirs.append(measure(reference, prepare_reference))
    seconds = statistics.median(run[0] for run in ours)
    line = f"{title:<46} {seconds * 1000:8.0f} ms {max(run[1] for run in ours):6.0f} MiB"
    if theirs:
        ratio = statistics.median(a[0] / b[0] for a, b in zip(ours, theirs))
        other = statistics.median(run[0] for run in theirs)
        line += f"   ogr2ogr {other * 1000:6.0f} ms {max(run[1] for run in theirs):4.0f} MiB   ratio {ratio:.2f}"
    print(line, flush=True)


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

    source = scale / "england_lsoa_2021_bgc.geojson.gz" if scale else None
    if not source or not source.exists():
        print("left out: import and export of 33,755 LSOAs (no scale folder)")
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


main()
