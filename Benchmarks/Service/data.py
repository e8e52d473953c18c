"""What all subjects serve: hlgeo's districts with generalised boundaries, so that all have the same vertices."""

import os
import pathlib

from Service import workplace
from Service.questions import Expected


class Data:
    """The store of hlgeo, and its export as GeoJSON, from which the databases of the others are made."""

    def __init__(self, program):
        self.program = program
        self.folder = workplace.folder()
        self.store = self.folder / "england.sqlite"
        self.geojson = self.folder / "districts.geojson"
        geodata = os.environ.get("HLGEO_GEODATA", str(pathlib.Path(__file__).resolve().parents[2] / "GeoData"))
        workplace.run(program, "load", "--store", self.store, environment={"HLGEO_GEODATA": geodata})
        workplace.run(
            program, "export", "districts", "--geometry", "generalised", "--store", self.store, "-o", self.geojson)
        self.expected = Expected.read(self.geojson)
        (self.folder / "ids").write_text("\n".join(self.expected.ids["all"]) + "\n")
        (self.folder / "properties").write_text("\n".join(self.expected.properties) + "\n")

    def environment(self, box, begin):
        """What the scripts of wrk need to know."""
        return {
            **os.environ,
            "HLGEO_BENCH_IDS": str(self.folder / "ids"),
            "HLGEO_BENCH_PROPERTIES": str(self.folder / "properties"),
            "HLGEO_BENCH_BOX": ",".join(map(str, box)),
            "HLGEO_BENCH_FROM": str(begin),
        }

    def convert(self, format, target, *options):
        """Writes the districts into another database by ogr2ogr."""
        ogr2ogr = workplace.program("ogr2ogr", "gdal-bin")
        workplace.run(
            ogr2ogr, "-f", format, target, self.geojson, "-nln", "districts", "-nlt", "MULTIPOLYGON", *options)


def python_version(python, package):
    """The version of a package in the environment of the peers."""
    return workplace.run(
        python, "-c", f"import importlib.metadata as m; print(m.version('{package}'), end='')").strip()


def tool(python, name):
    """A program of the environment of the peers."""
    path = pathlib.Path(python).parent / name
    if not path.exists():
        raise workplace.Failure(f"{path} is missing; Scripts/bench service makes the environment with it.")
    return path
