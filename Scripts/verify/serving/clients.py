"""Programs that people use: GDAL as installed and as pyogrio has it, OWSLib, geopandas, pandas."""

import csv
import io
import os
import re
import shutil
import subprocess
import warnings

import numpy as np

from inference import Refusal
from serving.served import asked, guarded, said

NAMES = {"MultiPolygon": "Multi Polygon", "Point": "Point"}
BOX = (-0.5, 51.3, 0.3, 51.7)
GRID = "http://www.opengis.net/def/crs/EPSG/0/27700"


def check_clients(report, service, addresses):
    for check in (check_ogrinfo, check_pyogrio, check_owslib, check_tables):
        with guarded(report, check.__name__.removeprefix("check_")):
            check(report, service, addresses)


def matched(service, name, **parameters):
    return service.get(asked(f"/collections/{name}/items", limit=1, skipGeometry="true", **parameters))["numberMatched"]


def ogr(program, *arguments):
    """What a program of GDAL says. Anything on its standard error counts as a failure, warnings too."""
    environment = {**os.environ, "OGR_GEOJSON_MAX_OBJ_SIZE": "0", "CPL_LOG": ""}
    done = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=120, env=environment)
    if done.returncode or done.stderr.strip():
        raise Refusal(f"{program} {' '.join(arguments)}: {done.stderr.strip() or done.returncode}")
    return done.stdout


def check_ogrinfo(report, service, addresses):
    if not shutil.which("ogrinfo"):
        report.skip("gdal", "there is no ogrinfo (Debian has it in gdal-bin)")
        return
    version = re.search(r"GDAL ([\d.]+)", ogr("ogrinfo", "--version"))[1]
    source, counts, types = f"OAPIF:{service.address}", [], []
    for name in addresses.collections:
        count = matched(service, name)
        said_of = ogr("ogrinfo", "-ro", "-so", source, name)
        if f"Feature Count: {count}\n" not in said_of:
            counts.append(f"{name}: {re.search('Feature Count: .*', said_of)[0]}, not {count}")
        kinds = {one["geometry"]["type"] for one in service.get(
            f"/collections/{name}/items?limit=10")["features"] if one["geometry"]}
        geometry = re.search(r"Geometry: (.*)", said_of)[1]
        if len(kinds) == 1 and geometry != NAMES[kinds.pop()]:
            types.append(f"{name} has the geometry {geometry}")
        # The schema says of what kind a property is; a client that guesses by the first page is easily wrong.
        schema = service.get(f"/collections/{name}/schema")["properties"]
        for field, kind in re.findall(r"^(\w+): (\w+) \(", said_of, re.M):
            is_number = schema.get(field, {}).get("type") in ("number", "integer")
            if is_number and kind not in ("Real", "Integer", "Integer64"):
                types.append(f"{name}.{field} is {kind}")
    report.line(f"gdal {version}", "counts", not counts, said(counts, f"{len(addresses.collections)} collections"))
    report.line(f"gdal {version}", "types", not types, said(types, "of geometries and numbers"))
    problems, read = [], 0
    for name in addresses.collections:
        for options, expected in [
                (["-oo", "PAGE_SIZE=7" if matched(service, name) < 100 else "PAGE_SIZE=100"], matched(service, name)),
                (["-spat", *map(str, BOX)], matched(service, name, bbox=",".join(map(str, BOX))))]:
            text = ogr("ogr2ogr", "-f", "CSV", "/vsistdout/", source, name, *options)
            rows = len(list(csv.reader(io.StringIO(text)))) - 1
            read += 1
            if rows != expected:
                problems.append(f"{name} {' '.join(options)}: {rows} features, not {expected}")
    for where, condition in [
            ("value > 50", "value > 50"), ("region_name = 'London'", "region_name = 'London'"),
            ("rank <= 20 AND area_name LIKE 'B%'", "rank <= 20 AND CASEI(area_name) LIKE 'b%'"),
            ("id = 'E09000025'", "area_code = 'E09000025'")]:
        read += 1
        text = ogr("ogr2ogr", "-f", "CSV", "/vsistdout/", source, "districts", "-where", where, "-oo", "PAGE_SIZE=100")
        rows, expected = text.count("\n") - 1, matched(service, "districts", filter=condition)
        if rows != expected:
            problems.append(f"-where {where}: {rows} features, not {expected}")
    report.line(f"gdal {version}", "all pages and filters", not problems, said(problems, f"{read} readings"))


def check_pyogrio(report, service, addresses):
    import pyogrio
    import pyproj
    import shapely

    if "OAPIF" not in pyogrio.list_drivers():
        report.skip("pyogrio", "its GDAL has no OAPIF")
        return
    pyogrio.set_gdal_config_options({"OGR_GEOJSON_MAX_OBJ_SIZE": 0})
    version, source = ".".join(map(str, pyogrio.__gdal_version__)), f"OAPIF:{service.address}"
    problems, read = [], 0

    def count(name, expected, **options):
        nonlocal read
        read += 1
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            frame = pyogrio.read_dataframe(source, layer=name, **options)
        if len(frame) != expected:
            problems.append(f"{name} {options}: {len(frame)} features, not {expected}")
        problems.extend(f"{name} {options}: {one.message}" for one in warned if one.category is RuntimeWarning)
        return frame

    for name in addresses.collections:
        count(name, matched(service, name))
        count(name, matched(service, name), PAGE_SIZE=50)
        count(name, matched(service, name, bbox=",".join(map(str, BOX))), bbox=BOX)
    count("districts", matched(service, "districts", filter="value > 50"), where="value > 50")
    count("districts", matched(service, "districts", filter="rank = 7"), where="rank = 7")
    count("initiatives", matched(service, "initiatives", datetime="2023-01-01/.."), DATETIME="2023-01-01/..")
    if pyogrio.__gdal_version__ >= (3, 8, 0):
        plain = count("regions", 9)
        forward = pyproj.Transformer.from_crs("OGC:CRS84", "EPSG:27700", always_xy=True)
        frame = count("regions", 9, CRS="EPSG:27700")
        if frame.crs.to_epsg() != 27700:
            problems.append(f"CRS=EPSG:27700 gives {frame.crs}")
        for ours, theirs in zip(plain.geometry, frame.geometry):
            moved = shapely.transform(ours, lambda xy: np.column_stack(forward.transform(*xy.T)))
            if shapely.hausdorff_distance(shapely.boundary(moved), shapely.boundary(theirs)) > 10:
                problems.append("CRS=EPSG:27700 gives other coordinates than pyproj")
    title = f"gdal {version} (pyogrio)"
    report.line(title, "counts, filters, systems", not problems, said(problems, f"{read} readings"))


def check_owslib(report, service, addresses):
    from owslib.ogcapi.features import Features

    client, problems = Features(service.address + "/"), []

    def expect(what, found, wanted):
        if found != wanted:
            problems.append(f"{what}: {found}, not {wanted}")

    names = list(addresses.collections)
    expect("conformance", client.conformance(), service.get("/conformance"))
    expect("api", client.api()["openapi"][:2], "3.")
    expect("collections", [one["id"] for one in client.collections()["collections"]], names)
    expect("feature_collections", client.feature_collections(), names)
    for name in names:
        expect("collection", client.collection(name)["id"], name)
        expect("queryables", client.collection_queryables(name), service.get(f"/collections/{name}/queryables"))
        expect("schema", client.collection_schema(name), service.get(f"/collections/{name}/schema"))
        page = client.collection_items(name, limit=3)
        expect(f"{name}, limit", len(page["features"]), min(3, matched(service, name)))
        expect(f"{name}, bbox", client.collection_items(name, bbox=list(BOX))["numberMatched"],
               matched(service, name, bbox=",".join(map(str, BOX))))
        one = page["features"][0]["id"]
        expect(f"{name}, item", client.collection_item(name, one)["id"], one)
        day = "2022-06-01/2023-06-01"
        expect(f"{name}, datetime", client.collection_items(name, datetime_=day)["numberMatched"],
               matched(service, name, datetime=day))
    page = client.collection_items(
        "districts", filter="value > 40 AND region_name = 'London'", sortby=("value", "desc"))
    values = [one["properties"]["value"] for one in page["features"]]
    expect("filter, sortby", values, sorted((one for one in values if one > 40), reverse=True))
    report.line("owslib", "walks it", not problems, said(problems, f"{len(names)} collections"))


def check_tables(report, service, addresses):
    import geopandas
    import pandas

    problems = []
    for name in addresses.collections:
        base, count = f"{service.address}/collections/{name}/items?limit=10000", matched(service, name)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            frame, table = geopandas.read_file(base), pandas.read_csv(base + "&f=csv")
        if len(frame) != count or len(table) != count:
            problems.append(f"{name}: {len(frame)} in GeoJSON, {len(table)} in CSV, not {count}")
        if frame.geometry.notna().any() and not frame.geometry.dropna().is_valid.all():
            problems.append(f"{name}: some shapes are not valid")
    address = f"{service.address}/collections/districts/items"
    frame = geopandas.read_file(f"{address}?limit=1000&crs={GRID}&geometry=centroid")
    if not frame.total_bounds[0] > 10_000:
        problems.append(f"crs={GRID} has the bounds {frame.total_bounds}")
    report.line("geopandas, pandas", "read_file, read_csv", not problems, said(
        problems, f"{len(addresses.collections)} collections"))
