#!/usr/bin/env python3
"""Computes how far the modelled edition depends on each of our assumptions, as the table of Documentation/Methods.md.

Each variant is an edition that `hlgeo estimate` makes in a store of its own, compared with the default one: England's
figure with its interval, the districts' range, how many of the 20 districts of greatest need stay among the 20, who
leaves and who comes, the mean width of a district's interval in points, and the median number of ranks that a
district's rank interval holds.

Usage: sensitivities.py [--program HLGEO] [--geodata DIR] [--write]

--write puts the table between its marks in Documentation/Methods.md; otherwise it is printed.
"""

import argparse
import csv
import io
import pathlib
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).parents[2]
MARKS = ("<!-- sensitivities: begin -->", "<!-- sensitivities: end -->")
VARIANTS = [
    ("the default edition", "modelled-2021", None),
    ("common level: s = 0 (bands and intercept independent)", "level-0", ["--level-sd", "0"]),
    ("common level: s = 0.2", "level-0.2", ["--level-sd", "0.2"]),
    ("local factors: residual 0.1 on the logit scale", "residual-0.1", ["--area-residual-sd", "0.1"]),
    ("local factors: residual 0.2", "residual-0.2", ["--area-residual-sd", "0.2"]),
    ("deprivation: quintiles of IMD 2019 instead of score bands", "quintiles", ["--deprivation", "quintiles"]),
    ("shifted to the tool's 38.66 % for England", "shifted", ["--benchmark-to", "38.66"]),
    ("another seed (2022)", "seed-2022", ["--seed", "2022"]),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=str(ROOT / ".build" / "release" / "hlgeo"))
    parser.add_argument("--geodata", default=str(ROOT / "GeoData"))
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        store = f"{folder}/england.sqlite"

        def hlgeo(*arguments):
            command = [options.program, *arguments, "--store", store]
            return subprocess.run(command, check=True, capture_output=True, text=True).stdout

        hlgeo("load", "--geodata", options.geodata)
        lines = [row(hlgeo, *variant) for variant in VARIANTS]
    table = "\n".join(
        ["| assumption | England, % | districts, % | mean width | ranks | of the 20 | leave | come |", "|---|---|---|---|---|---|---|---|"]
        + lines
    )
    if not options.write:
        print(table)
        return
    page = ROOT / "Documentation" / "Methods.md"
    text = page.read_text(encoding="utf-8")
    before, rest = text.split(MARKS[0])
    _, after = rest.split(MARKS[1])
    page.write_text(f"{before}{MARKS[0]}\n{table}\n{MARKS[1]}{after}", encoding="utf-8")


def row(hlgeo, title, edition, settings):
    """A line of the table."""
    if settings is not None:
        hlgeo("estimate", "--edition-id", edition, *settings)

    def figures(*arguments):
        text = hlgeo(*arguments, "--edition", edition, "--format", "csv")
        return list(csv.DictReader(io.StringIO(text)))

    england = figures("rank", "--level", "country")[0]
    districts = figures("rank")
    names = [district["area_name"] for district in districts[:20]]
    usual = row.__dict__.setdefault("usual", names)
    widths = [float(district["upper_ci"]) - float(district["lower_ci"]) for district in districts]
    ranks = statistics.median(int(district["rank_upper"]) - int(district["rank_lower"]) + 1 for district in districts)
    values = [float(district["value"]) for district in districts]
    leave = ", ".join(name for name in usual if name not in names) or "–"
    come = ", ".join(name for name in names if name not in usual) or "–"
    whole = f"{float(england['value']):.2f} ({float(england['lower_ci']):.1f} to {float(england['upper_ci']):.1f})"
    return (
        f"| {title} | {whole} | {min(values):.1f} to {max(values):.1f} | {sum(widths) / len(widths):.1f} "
        f"| {ranks:.0f} | {len(set(names) & set(usual))} | {leave} | {come} |"
    )


if __name__ == "__main__":
    sys.exit(main())
