"""Times how points find their area, and checks every answer against GEOS.

Reference is geopandas.sjoin(points, polygons, predicate="intersects"), on the same polygons and points in the same run;
of several areas that a point lies on, the first is the answer. Point sets: half uniform over England's box and half
where people live (around vertices and inside points of small areas); and the polygons' own vertices and edge
midpoints, which lie on shared boundaries. Printed are medians and the ratio to the reference.

usage: location.py SMALL_AREAS.geojson DISTRICTS.topojson
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import geopandas
import numpy
import shapely

PROGRAM = os.environ["LOCATION_PROGRAM"]
REFERENCE_RUNS = int(os.environ.get("LOCATION_REFERENCE_RUNS", "3"))
RUNS = os.environ.get("LOCATION_RUNS", "5")
SEED = 2021


def districts(path):
    """The districts of a quantised TopoJSON file as shapely polygons."""
    topology = json.loads(pathlib.Path(path).read_text())
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    digits = [max(0, round(-numpy.log10(step))) for step in scale]

    def decode(arc):
        steps = numpy.cumsum(numpy.array(arc, dtype=numpy.int64), axis=0)
        return [[round(x * scale[0] + translate[0], digits[0]), round(y * scale[1] + translate[1], digits[1])]
                for x, y in steps.tolist()]

    arcs = [decode(arc) for arc in topology["arcs"]]

    def ring(numbers):
        positions = []
        for number in numbers:
            arc = arcs[number] if number >= 0 else arcs[~number][::-1]
            positions += arc[1 if positions else 0:]
        return positions

    def polygon(rings):
        rings = [ring(numbers) for numbers in rings]
        return shapely.Polygon(rings[0], rings[1:])

    def shape(geometry):
        if geometry["type"] == "Polygon":
            return polygon(geometry["arcs"])
        return shapely.MultiPolygon([polygon(rings) for rings in geometry["arcs"]])

    return numpy.array([shape(geometry) for geometry in topology["objects"]["districts"]["geometries"]])


def small_areas(path):
    """The areas of a GeoJSON file as shapely polygons."""
    features = json.loads(pathlib.Path(path).read_text())["features"]
    return shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])


def write_polygons(path, polygons):
    """Writes polygons as the program reads them."""
    counts, sizes, positions = [], [], []
    for area in polygons:
        before = len(sizes)
        for part in shapely.get_parts(area):
            for place, ring in enumerate(shapely.get_rings(part)):
                coordinates = shapely.get_coordinates(ring)
                sizes.append(len(coordinates) if place else -len(coordinates))
                positions.append(coordinates)
        counts.append(len(sizes) - before)
    with open(path, "wb") as file:
        file.write(numpy.array([len(polygons), *counts, *sizes], dtype="<i4").tobytes())
        file.write(numpy.concatenate(positions).astype("<f8").tobytes())


def spread_points(areas, count):
    """Points over the box of the areas, half uniform and half around the areas' vertices and inside points."""
    generator = numpy.random.default_rng(SEED)
    west, south, east, north = shapely.total_bounds(areas)
    uniform = generator.uniform((west, south), (east, north), (count // 2, 2))
    vertices = shapely.get_coordinates(areas)
    inside = shapely.get_coordinates(shapely.point_on_surface(areas))
    near = numpy.concatenate([
        inside[generator.integers(len(inside), size=count // 4)],
        vertices[generator.integers(len(vertices), size=count - count // 2 - count // 4)],
    ])
    near = near + generator.normal(0, (0.003, 0.002), near.shape)
    points = numpy.concatenate([uniform, near])
    return points[generator.permutation(len(points))]


def boundary_points(areas):
    """Every seventh vertex, and the midpoint of every seventh edge."""
    coordinates, ring = shapely.get_coordinates(
        shapely.get_rings(shapely.get_parts(areas)), return_index=True)
    midpoints = ((coordinates[:-1] + coordinates[1:]) / 2)[ring[:-1] == ring[1:]]
    return numpy.concatenate([coordinates[::7], midpoints[::7]])


def reference(polygons, points):
    """Joins once: the seconds it took, and the first area of each point."""
    left = geopandas.GeoDataFrame(geometry=shapely.points(points), crs="OGC:CRS84")
    right = geopandas.GeoDataFrame(geometry=polygons, crs="OGC:CRS84")
    start = time.perf_counter()
    joined = geopandas.sjoin(left, right, predicate="intersects")
    seconds = time.perf_counter() - start
    first = joined["index_right"].groupby(level=0).min()
    answers = numpy.full(len(points), -1, dtype="<i4")
    answers[first.index] = first.to_numpy()
    return seconds, answers, len(joined) - len(first)


def program(folder, points, runs):
    """Runs the program on the folder's polygons: its figures, and the area of each point."""
    folder = pathlib.Path(folder)
    (folder / "points").write_bytes(points.astype("<f8").tobytes())
    command = [PROGRAM, *(str(folder / name) for name in ("polygons", "points", "answers")), runs]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    figures = {name: float(value) for name, value in (line.split("\t") for line in lines)}
    return figures, numpy.fromfile(folder / "answers", dtype="<i4")


def compare(name, folder, polygons, points, reference_runs):
    """Measures one set of points and prints the result; whether all answers agree."""
    joins = [reference(polygons, points) for _ in range(reference_runs)]
    seconds = statistics.median(join[0] for join in joins)
    figures, answers = program(folder, points, RUNS)
    agreeing = int((answers == joins[0][1]).sum())
    per_point = 1e9 / len(points)
    print(f"{name}: {len(points)} points, {(answers >= 0).sum()} in an area, {joins[0][2]} further areas")
    print(f"  build {figures['build'] * 1e3:.1f} ms, {figures['bytes'] / 2**20:.1f} MiB")
    for way in ("serial", "batches", "parallel"):
        print(f"  {way} {figures[way] * per_point:.1f} ns/point, {seconds / figures[way]:.1f} × sjoin")
    print(f"  sjoin {seconds:.3f} s, {seconds * per_point:.0f} ns/point")
    print(f"  agree: {agreeing} of {len(points)}; serial and parallel differ: {figures['different']:.0f}", flush=True)
    return agreeing == len(points) and figures["different"] == 0


def main():
    """Measures both polygon sets."""
    areas = small_areas(sys.argv[1])
    spread = spread_points(areas, 1_000_000)
    agree = True
    for name, polygons in (("districts", districts(sys.argv[2])), ("small areas", areas)):
        with tempfile.TemporaryDirectory() as folder:
            write_polygons(pathlib.Path(folder) / "polygons", polygons)
            print(f"{name}: {len(polygons)} areas, {shapely.get_num_coordinates(polygons).sum()} vertices")
            agree &= compare("  spread", folder, polygons, spread, REFERENCE_RUNS)
            agree &= compare("  boundaries", folder, polygons, boundary_points(polygons), 1)
    if not agree:
        sys.exit("answers differ")


if __name__ == "__main__":
    main()
