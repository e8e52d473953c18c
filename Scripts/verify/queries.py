#!/usr/bin/env python3
"""Checks what a program finds: by shape, by condition, page by page and by point.

The references are shapely and geopandas on the boundaries, and pandas on the properties, that the program exports, with
all predicates evaluated here; and for the syntax of filters the Python package cql2, which shares no code with the
program:

    shapes      districts by each S_ predicate, plain and negated, of boxes, polygons with a hole, lines, points and
                exported boundaries of districts; also with literals in EPSG:4326, EPSG:3857 and EPSG:27700
    conditions  districts by comparisons, LIKE, IN, BETWEEN, IS NULL, arithmetic, CASEI, ACCENTI, A_ functions and
                AND, OR, NOT with what is unknown; initiatives by each T_ function
    cql2        for all these filters and some more: text to JSON as the package has it, JSON to text that the package
                reads as the same, and text again that gives the same JSON
    pages       all pages of seven districts in several orders
    locate      20,000 random points and every 50th vertex of the boundaries, of several areas the lowest code; the
                same in eastings and northings

Tolerance: none, sets and orders must be the same. Properties are exported with six digits, so no condition has a
constant that a value is rounded to. Coordinates in degrees are used as they are written. The transform between ETRS89
and OSGB36 without grids is only good to 5 m. So projected literals must find the same when moved by 10 m in each
direction, and eastings and northings within 10 m of a boundary are left out.

Usage: queries.py [--program FILE] [--store FILE] [--geodata DIR]

Without --store a temporary one is loaded. One line for each check: ok, NOT, or -- where it is skipped since a Python
package is missing. Exit status: 0 where everything agrees, 1 where something does not.
"""

import argparse
import collections
import concurrent.futures
import csv
import io
import json
import os
import pathlib
import re
import sys
import tempfile
from typing import NamedTuple

import numpy as np

try:
    import geopandas
    import pandas as pd
    import pyproj
    import shapely
except ImportError as missing:
    print(f"--  {'queries':<22} skipped: no Python package {missing.name}")
    sys.exit(0)

from inference import Program, Refusal, Report, refusals

PREDICATES = ["INTERSECTS", "EQUALS", "DISJOINT", "TOUCHES", "WITHIN", "OVERLAPS", "CROSSES", "CONTAINS"]
# Literals of the program are limited to this many bytes of text.
LONGEST = 64 * 1024
MARGIN = 10
SEED = 2021


class Case(NamedTuple):
    """A filter, and the identifiers of what it must find."""

    filter: str
    expected: set
    options: tuple = ()
    collection: str = "districts"


class Finder:
    """Asks the program, several times at once as most of the time goes into its start."""

    def __init__(self, program):
        self.program = program
        self.pool = concurrent.futures.ThreadPoolExecutor(max(2, os.cpu_count() or 2))

    def find(self, case):
        """The identifiers that the program finds, or the words of its refusal."""
        key = "initiative_id" if case.collection == "initiatives" else "area_code"
        try:
            text = self.program.run(
                "query", case.collection, f"--filter={case.filter}", *case.options, "--limit", "1000",
                "--properties", key, "--format", "csv")
        except Refusal as refusal:
            return str(refusal)
        return {row[key] for row in csv.DictReader(io.StringIO(text))}

    def check(self, report, title, what, cases):
        """Compares what the program finds for each case and prints one line for all of them."""
        problems = []
        for case, found in zip(cases, self.pool.map(self.find, cases)):
            if found != case.expected:
                asked = " ".join([shortened(case.filter), *case.options])
                problems.append(f"{asked}: {difference(found, case.expected)}")
        sizes = [len(case.expected) for case in cases]
        text = f"{sizes[0]} found" if len(cases) == 1 else f"{len(cases)} filters find {min(sizes)} to {max(sizes)}"
        report.line(title, what, not problems, "; ".join(problems[:3]) or text)


def shortened(text):
    return text if len(text) <= 120 else f"{text[:80]} … {text[-20:]}"


def difference(found, expected):
    if isinstance(found, str):
        return found
    said = [(f"too many: {sorted(found - expected)[:3]}", found - expected),
            (f"missing: {sorted(expected - found)[:3]}", expected - found)]
    return ", ".join(words for words, differing in said if differing)


# Shapes


class Shape(NamedTuple):
    """A literal of a filter."""

    title: str
    text: str
    # Whether no boundary of a district is so near that the literal may not be transformed.
    is_clear: bool = False

    @property
    def geometry(self):
        box = re.fullmatch(r"BBOX\((.*)\)", self.text)
        return shapely.box(*map(float, box[1].split(","))) if box else shapely.from_wkt(self.text)

    def transformed(self, function, digits):
        """The literal with other coordinates, from a function of an array with two columns."""
        box = re.fullmatch(r"BBOX\((.*)\)", self.text)
        if box:
            corners = function(np.array(box[1].split(","), float).reshape(2, 2)).round(digits).ravel()
            text = f"BBOX({','.join(str(number) for number in corners.tolist())})"
        else:
            text = written(shapely.transform(self.geometry, function), digits)
        return self._replace(text=text)


def written(geometry, digits=6):
    return shapely.to_wkt(geometry, rounding_precision=digits)


def shapes(areas):
    """The literals in degrees; `areas` are the districts with their boundaries."""
    shape = areas.geometry.to_numpy()
    size = shapely.get_num_coordinates(shape)
    smallest = int(np.argmin(size))
    beside = np.flatnonzero(shapely.touches(shape, shape[smallest]))
    neighbour = int(beside[np.argmin(size[beside])])
    # As many parts as the longest text allows.
    texts = np.array([len(written(one)) for one in shape])
    parts = np.where(texts < LONGEST - 100, shapely.get_num_geometries(shape), 0)
    islands = int(np.argmax(parts))
    # A place where most districts meet.
    places = pd.DataFrame(shapely.get_coordinates(shape), columns=["x", "y"])
    places["area"] = np.repeat(np.arange(len(shape)), size)
    meeting = places.drop_duplicates().groupby(["x", "y"]).size().idxmax()
    border = shapely.line_merge(shapely.intersection(shape[smallest], shape[neighbour]))
    border = max(shapely.get_parts(border), key=shapely.get_num_coordinates)
    inside = shapely.point_on_surface(shape[[smallest, neighbour, islands]])
    sea = "2.5 54.5"

    def position(point):
        return f"{point.x:.6f} {point.y:.6f}"

    holed = "(-0.6 51.2,0.4 51.2,0.4 51.8,-0.6 51.8,-0.6 51.2),(-0.25 51.4,-0.25 51.6,0.12 51.6,0.12 51.4,-0.25 51.4)"
    yield Shape("box", "BBOX(-0.2,51.4,0.1,51.6)", True)
    yield Shape("box around many", "BBOX(-3.1,50.2,-0.9,52.9)", True)
    yield Shape("box around all", "BBOX(-7,49,3,56)", True)
    yield Shape("polygon with a hole", f"POLYGON({holed})", True)
    yield Shape(
        "multipolygon", f"MULTIPOLYGON(({holed}),((-6.5 49.8,-6.1 49.8,-6.1 50,-6.5 49.8)),((-2 53.5,-1 53.4,-1.5 54,"
        "-2 53.5)))", True)
    yield Shape("line", "LINESTRING(-2.9 53.4,-1.5 53.8,-0.3 53.7)", True)
    yield Shape("lines", f"MULTILINESTRING((-0.4 51.3,0.3 51.7),({position(inside[0])},{sea}))")
    yield Shape("line inside", "LINESTRING(-1.56 53.81,-1.55 53.8,-1.54 53.81)", True)
    yield Shape("line along a boundary", written(border))
    yield Shape("point", f"POINT({position(inside[1])})", True)
    yield Shape("point at sea", f"POINT({sea})", True)
    yield Shape("point where areas meet", f"POINT({meeting[0]:.6f} {meeting[1]:.6f})")
    yield Shape("points", f"MULTIPOINT({','.join(position(point) for point in inside)},{sea})", True)
    yield Shape(
        "points, one meets several",
        f"MULTIPOINT(({meeting[0]:.6f} {meeting[1]:.6f}),({position(inside[2])}))")
    yield Shape("a district", written(shape[smallest]))
    yield Shape("a district, reversed", written(shapely.reverse(shape[smallest])))
    yield Shape("its neighbour", written(shape[neighbour]))
    yield Shape("both as one", written(shapely.union(shape[smallest], shape[neighbour])))
    yield Shape("a district of many parts", written(shape[islands]))
    yield Shape("the boundary as a line", written(shapely.boundary(shape[smallest])))
    yield Shape("a collection", f"GEOMETRYCOLLECTION(POINT({position(inside[0])}),POINT({position(inside[1])}))", True)


def expected(areas, geometry, predicate):
    holds = getattr(shapely, predicate.lower())(areas.geometry.to_numpy(), geometry)
    return set(areas["area_code"][holds])


def spatial_cases(areas, shape, geometry, system=None):
    """Each predicate of the literal, and without a system also its opposite."""
    everything = set(areas["area_code"])
    options = ("--filter-crs", system) if system else ()
    cases = []
    for predicate in PREDICATES:
        found = expected(areas, geometry, predicate)
        condition = f"S_{predicate}(geometry, {shape.text})"
        cases.append(Case(condition, found, options))
        if not system:
            cases.append(Case(f"NOT {condition}", everything - found))
    return cases


def check_shapes(report, finder, areas):
    """Returns the filters in degrees."""
    filters, found = [], {predicate: 0 for predicate in PREDICATES}
    for shape in shapes(areas):
        geometry = shape.geometry
        cases = spatial_cases(areas, shape, geometry)
        finder.check(report, "shapes", shape.title, cases)
        filters += [case.filter for case in cases]
        for predicate, case in zip(PREDICATES, cases[::2]):
            found[predicate] += len(case.expected)
        swapped = shape.transformed(lambda places: places[:, ::-1], 6)
        finder.check(
            report, "shapes, EPSG:4326", shape.title,
            spatial_cases(areas, swapped, geometry, "EPSG:4326"))
        if not shape.is_clear:
            continue
        for system in ("EPSG:3857", "EPSG:27700"):
            title = f"shapes, {system}"
            forward = pyproj.Transformer.from_crs("OGC:CRS84", system, always_xy=True)
            projected = shape.transformed(lambda places: np.column_stack(forward.transform(*places.T)), 2)

            def degrees(move):
                return shapely.transform(
                    projected.geometry,
                    lambda places: np.column_stack(forward.transform(*(places + move).T, direction="INVERSE")))

            cases = spatial_cases(areas, projected, degrees((0, 0)), system)
            moved = [degrees(move) for move in ((MARGIN, 0), (-MARGIN, 0), (0, MARGIN), (0, -MARGIN))]
            if any(spatial_cases(areas, projected, one, system) != cases for one in moved):
                report.line(title, shape.title, False, f"a boundary is within {MARGIN} m of it; choose another")
            else:
                finder.check(report, title, shape.title, cases)
    idle = [predicate for predicate, count in found.items() if not count]
    report.line("shapes", "each predicate", not idle, f"found nothing: {idle}" if idle else f"found {found}")
    return filters


# Conditions


def like(words, pattern, flags=0):
    """LIKE with % and _ over a column; unknown does not match."""
    expression = re.compile("".join({"%": ".*", "_": "."}.get(one, re.escape(one)) for one in pattern), flags | re.S)
    return words.map(lambda text: isinstance(text, str) and bool(expression.fullmatch(text)))


def members(row):
    return set(row.split(";")) if isinstance(row, str) else set()


PROGRAMME = "North East and North Cumbria ICS"

# Filters of districts, each with the rows of a table of all of them that it must find. What is unknown compares as
# neither true nor false, so a row is found only where its condition is known to hold.
CONDITIONS = [
    ("value > 50", lambda d: d.value > 50),
    ("value <= 42.5", lambda d: d.value <= 42.5),
    ("people <> 23934 AND 45 > value", lambda d: (d.people != 23934) & (d.value < 45)),
    ("NOT value >= 35", lambda d: d.value < 35),
    ("rank = 1", lambda d: d["rank"] == 1),
    ("region_name = 'London'", lambda d: d.region_name == "London"),
    ("area_name < 'B'", lambda d: d.area_name < "B"),
    ("county_name <> 'Kent'", lambda d: d.county_name.notna() & (d.county_name != "Kent")),
    ("NOT county_name = 'Kent'", lambda d: d.county_name.notna() & (d.county_name != "Kent")),
    ("county_name IS NULL", lambda d: d.county_name.isna()),
    ("county_name IS NOT NULL", lambda d: d.county_name.notna()),
    ("area_name LIKE 'South%'", lambda d: d.area_name.str.startswith("South")),
    ("area_name LIKE 'south%'", lambda d: d.area_name.str.startswith("south")),
    ("area_name LIKE '%and%'", lambda d: like(d.area_name, "%and%")),
    ("area_name LIKE '_e_d%'", lambda d: like(d.area_name, "_e_d%")),
    ("area_name LIKE '%-upon-%' OR area_name LIKE '%, %'",
     lambda d: like(d.area_name, "%-upon-%") | like(d.area_name, "%, %")),
    ("area_name NOT LIKE '%e%'", lambda d: ~d.area_name.str.contains("e")),
    ("county_name NOT LIKE '%shire'", lambda d: d.county_name.notna() & ~like(d.county_name, "%shire")),
    ("CASEI(area_name) LIKE CASEI('SOUTH%')", lambda d: like(d.area_name, "south%", re.I)),
    ("CASEI(region_name) = casei('LONDON')", lambda d: d.region_name == "London"),
    ("ACCENTI(area_name) = ACCENTI('Léèds')", lambda d: d.area_name == "Leeds"),
    ("CASEI(ACCENTI(area_name)) IN (CASEI(ACCENTI('ÝORK')), CASEI('BATH'))", lambda d: d.area_name == "York"),
    ("area_name IN ('Leeds', 'York', 'Nowhere')", lambda d: d.area_name.isin(["Leeds", "York"])),
    ("rank NOT IN (1, 2.0, 3)", lambda d: d["rank"] > 3),
    ("county_name NOT IN ('Kent', 'Essex')",
     lambda d: d.county_name.notna() & ~d.county_name.isin(["Kent", "Essex"])),
    ("value BETWEEN 40 AND 41.5", lambda d: d.value.between(40, 41.5)),
    ("rank BETWEEN 10 AND 10", lambda d: d["rank"] == 10),
    ("value NOT BETWEEN 30 AND 50", lambda d: ~d.value.between(30, 50)),
    ("upper_ci - lower_ci > 2 * 3.5", lambda d: d.upper_ci - d.lower_ci > 7),
    ("value - lower_ci - 3 > 0.5", lambda d: d.value - d.lower_ci > 3.5),
    ("people / population * 100 > 50", lambda d: d.people / d.population > 0.5),
    ("(rank_upper - rank_lower) / 2 >= 30", lambda d: d.rank_upper - d.rank_lower >= 60),
    ("rank % 10 = 0", lambda d: d["rank"] % 10 == 0),
    ("rank div 100 = 2", lambda d: d["rank"] // 100 == 2),
    ("(rank - 100) div 60 = -1", lambda d: np.trunc((d["rank"] - 100) / 60) == -1),
    ("value ^ 2 > 2500", lambda d: d.value ** 2 > 2500),
    ("-value + 50 < 0", lambda d: d.value > 50),
    ("2 + 3 * 4 ^ 2 = 50 AND rank <= 5", lambda d: d["rank"] <= 5),
    ("rank / 0 = 1", lambda d: d["rank"] < 0),
    ("rank_lower = rank_upper", lambda d: d.rank_lower == d.rank_upper),
    ("TRUE AND value > 55", lambda d: d.value > 55),
    ("FALSE", lambda d: d.value < 0),
    ("region_name = 'London' OR rank <= 20 AND value > 50",
     lambda d: (d.region_name == "London") | ((d["rank"] <= 20) & (d.value > 50))),
    ("(region_name = 'London' OR rank <= 20) AND value > 50",
     lambda d: ((d.region_name == "London") | (d["rank"] <= 20)) & (d.value > 50)),
    ("NOT region_name = 'London' AND value > 50", lambda d: (d.region_name != "London") & (d.value > 50)),
    ("NOT (region_name = 'London' AND value > 50)", lambda d: ~((d.region_name == "London") & (d.value > 50))),
    ("NOT (county_name = 'Kent' AND value > 40)",
     lambda d: (d.value <= 40) | (d.county_name.notna() & (d.county_name != "Kent"))),
    ("NOT (county_name = 'Kent' OR value > 40)",
     lambda d: (d.value <= 40) & d.county_name.notna() & (d.county_name != "Kent")),
    ("library_access IS NULL OR library_access < 60", lambda d: d.library_access.isna() | (d.library_access < 60)),
    ("imd2025_avg_score > 35 AND pct_hh_owned < 60 AND hex_q > 0",
     lambda d: (d.imd2025_avg_score > 35) & (d.pct_hh_owned < 60) & (d.hex_q > 0)),
    ("latest_initiative_end >= DATE('2024-01-01')", lambda d: d.latest_initiative_end >= "2024-01-01"),
    ("local_initiative_count > 1", lambda d: d.local_initiative_count > 1),
    (f"A_CONTAINS(programmes, ('{PROGRAMME}'))", lambda d: d.programmes.map(lambda row: PROGRAMME in members(row))),
    (f"NOT A_OVERLAPS(programmes, ('{PROGRAMME}', 'none'))",
     lambda d: d.programmes.map(lambda row: PROGRAMME not in members(row))),
    ("value > 45 AND S_INTERSECTS(geometry, BBOX(-7,49,3,56)) AND NOT region_code = 'E12000007'",
     lambda d: (d.value > 45) & (d.region_code != "E12000007")),
]


def relations(ours, theirs):
    """What holds between two closed intervals (OGC 21-065r2, 7.9), named as the T_ functions."""
    (first, last), (start, end) = ours, theirs
    return {
        "T_AFTER": first > end, "T_BEFORE": last < start, "T_CONTAINS": first < start and last > end,
        "T_DISJOINT": first > end or last < start, "T_DURING": first > start and last < end,
        "T_EQUALS": first == start and last == end, "T_FINISHEDBY": first < start and last == end,
        "T_FINISHES": first > start and last == end, "T_INTERSECTS": first <= end and last >= start,
        "T_MEETS": last == start, "T_METBY": first == end,
        "T_OVERLAPPEDBY": start < first < end < last, "T_OVERLAPS": first < start < last < end,
        "T_STARTEDBY": first == start and last > end, "T_STARTS": first == start and last < end,
    }


def temporal_cases(initiatives):
    """Initiatives by how their period lies beside the one that most of them have, and beside others."""
    periods = {key: tuple(period.split("/")) for key, period in
               zip(initiatives.initiative_id, initiatives.period) if isinstance(period, str)}

    def bounded(period):
        return tuple(open_end if day == ".." else day for day, open_end in zip(period, ("0000", "9999")))

    closed = collections.Counter(period for period in periods.values() if ".." not in period)
    (first, last), _ = closed.most_common(1)[0]
    for period in [(first, last), (last, ".."), ("..", first), ("2022-06-01", "2023-06-30")]:
        for name in relations(("", ""), ("", "")):
            found = {key for key, own in periods.items() if relations(bounded(own), bounded(period))[name]}
            literal = f"INTERVAL('{period[0]}', '{period[1]}')"
            yield name, Case(f"{name}(period, {literal})", found, collection="initiatives")
            if name in ("T_DURING", "T_INTERSECTS"):
                negated = set(periods) - found
                yield name, Case(f"NOT {name}(period, {literal})", negated, collection="initiatives")


def check_conditions(report, finder, rows, initiatives):
    """Returns the filters."""
    for condition, holds in CONDITIONS:
        finder.check(report, "conditions", condition, [Case(condition, set(rows.area_code[holds(rows)]))])
    cases = list(temporal_cases(initiatives))
    for name in sorted({name for name, _ in cases}):
        finder.check(report, "conditions, periods", name, [case for other, case in cases if other == name])
    return [condition for condition, _ in CONDITIONS] + [case.filter for _, case in cases]


# Syntax

# Filters that only the syntax is checked of. What one of the two readers refuses, or the standard leaves open, is not
# among them: powers in a row without parentheses (the program refuses them, as the grammar has one in a row), several
# signs before a number, quotes escaped by a backslash, empty and nested arrays, collections in collections (the package
# refuses these), one parenthesised value as an argument of a function (an array or a value), "a = 1 IS NULL".
SYNTAX = [
    "eo:cloud_cover < 0.1 AND landsat:wrs_row=28 AND landsat:wrs_path=203",
    "eo:cloud_cover BETWEEN 0.1 AND 0.2 AND landsat:wrs_row=28",
    "eo:instrument LIKE 'OLI%' AND S_INTERSECTS(footprint,POLYGON((43.5845 -79.5442,43.6079 -79.4893,43.5677 -79.4632,"
    "43.5845 -79.5442)))",
    "beamMode='ScanSAR Narrow' AND swathDirection='ascending' AND polarization='HH+VV+HV+VH'",
    "swimming_pool=true AND (floors>5 OR  material LIKE 'brick%' OR  material LIKE '%brick')",
    "(floors>5 AND material='brick') OR swimming_pool=false",
    "NOT (floors<5) OR swimming_pool=true",
    "NOT NOT a = 1",
    "a = 1 OR b = 2 AND c = 3 OR NOT d = 4 AND e = 5",
    "a = 1 AND (b = 2 AND (c = 3 OR (d = 4 OR e = 5)))",
    "T_BEFORE(built, DATE('2015-01-01')) AND t_after(built,DATE('2012-06-05'))",
    "T_DURING(INTERVAL(starts_at, ends_at), INTERVAL('2017-06-10T07:30:00Z', '2017-06-11T10:30:00Z'))",
    "T_FinishedBy(INTERVAL('..', '2024-02-29'), INTERVAL(since(a), '2024-02-29T00:00:00.5Z'))",
    "updated >= DATE('2024-01-31') AND updated < TIMESTAMP('2024-02-01T00:00:00Z')",
    "S_WITHIN(location,BBOX(-118,33.8,-117.9,34))",
    "S_DISJOINT(g, BBOX(170,-10,0,-170,10,50))",
    "S_EQUALS(MULTIPOINT((1 2),(3 4)), multipoint(1 2, 3 4))",
    "S_CROSSES(MULTILINESTRING((0 0,1 1),(2 2,3 3)), MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5))))",
    "s_touches(g, POINT Z(1 2 3)) OR S_TOUCHES(g,GEOMETRYCOLLECTION(POINT(7 8),LINESTRING(1 2,3 4)))",
    "CASEI(road_class) IN (CASEI('Οδος'),CASEI('Straße'))",
    "ACCENTI(etat_vol) = ACCENTI('débárquér')",
    "CASEI(geophys:SURVEY_NAME) NOT LIKE accenti(CaseI('%calcutta%'))",
    "\"id\" <> 'fa7e1920-9107-422d-a3db-c468cbc5d6df'",
    'date = 1 AND "and" = 2 AND "so ""odd""" = 3 AND Ωmega:x.y_1 = point',
    "a = 'it''s' OR a = ''",
    "\"value\" NOT BETWEEN 10 AND 20 AND \"value\" NOT IN ('a', 'b', 'c')",
    "a IS NOT NULL AND NOT b IS NULL",
    "a + b * 2 ^ c - d / 4 % 3 div e = -5.25E-3",
    "a - (b - c) = (a - b) - c AND a / (b / c) = a / b / c",
    "(a ^ 2) ^ 3 = a ^ (2 ^ 3) AND a = 2 ^ -1",
    "-(a + b) = -a - -1 AND -a < 1e-7",
    "A_CONTAINS(tags, ('a', 'b')) AND A_EQUALS(tags, (1, 2)) AND a_containedBy(tags, ('x', 'y'))",
    "A_OVERLAPS(tags, ('a', 'b')) OR f() = g(a, 'b', 1)",
    "near(g, POINT(1 2), 5) AND NOT f()",
]


def comparable(node):
    """CQL2 JSON in a form that == compares: numbers are numbers, which true and false are not, and nested AND and OR
    are one. The package writes "a AND (b AND c)" as one AND of three, the program as it was written: both are right."""
    if isinstance(node, bool) or isinstance(node, str):
        return (type(node).__name__, node)
    if isinstance(node, (int, float)):
        return ("number", float(node))
    if isinstance(node, list):
        return [comparable(one) for one in node]
    if node.get("op") in ("and", "or"):
        flat = []
        for one in node["args"]:
            one = comparable(one)
            flat += one["args"] if isinstance(one, dict) and one.get("op") == ("str", node["op"]) else [one]
        return {"op": ("str", node["op"]), "args": flat}
    return {key: comparable(value) for key, value in node.items()}


def batches(filters):
    """The filters in lists that are short enough to be one filter."""
    batch, size = [], 0
    for text in filters:
        if batch and (size + len(text) > LONGEST / 3 or len(batch) == 50):
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    yield batch


def check_syntax(report, finder, filters):
    try:
        import cql2
    except ImportError as missing:
        report.skip("cql2", f"no Python package {missing.name}")
        return

    def convert(text, source, target):
        return finder.program.run("cql2", "--from", source, "--to", target, given=text)

    def problem(text):
        try:
            encoded = convert(text, "text", "json")
            if comparable(json.loads(encoded)) != comparable(cql2.parse_text(text).to_json()):
                return f"reads as {encoded.strip()}"
            cql2.parse_json(encoded).validate()
            printed = convert(encoded, "json", "text")
            if comparable(cql2.parse_text(printed).to_json()) != comparable(json.loads(encoded)):
                return f"is printed as {printed.strip()}"
            if convert(printed, "text", "json") != encoded or convert(printed, "text", "text") != printed:
                return f"changes when it is read from {printed.strip()}"
        except (Refusal, cql2.ParseError, cql2.ValidationError) as error:
            return " ".join(str(error).split())
        return None

    def problems(chosen):
        """What is said of some filters: of all together, joined by AND, and of each where that says anything."""
        together = len(chosen) > 1 and problem(" AND ".join(f"({text})" for text in chosen))
        if len(chosen) > 1 and not together:
            return []
        each = [f"{shortened(text)}: {shortened(said)}" for text in chosen if (said := problem(text))]
        return each or ([f"{len(chosen)} filters: {shortened(together)}"] if together else [])

    for what, chosen in filters.items():
        found = sum(finder.pool.map(problems, batches(chosen)), [])
        report.line("cql2", what, not found, "; ".join(found[:3]) or f"{len(chosen)} filters read and printed the same")


# Pages


def check_pages(report, finder, rows):
    orders = ["area_name", "-value", "county_name,-people", "-latest_initiative_end,region_name,-rank"]

    def pages(order):
        codes, after = [], []
        while True:
            answer = json.loads(finder.program.run(
                "query", "districts", f"--sort={order}", "--limit", "7", "--properties", "area_code", *after,
                "--format", "json"))
            page = [feature["area_code"] for feature in answer["features"]]
            if answer["numberMatched"] != len(rows) or answer["numberReturned"] != len(page):
                raise Refusal(f"{answer['numberMatched']} matched, {answer['numberReturned']} returned")
            codes += page
            if not answer.get("next"):
                return codes
            if len(page) != 7 or len(codes) > len(rows):
                raise Refusal(f"a page of {len(page)} after {len(codes)} districts")
            after = ["--after", answer["next"]]

    for order, answer in [(order, finder.pool.submit(pages, order)) for order in orders]:
        with refusals(report, f"pages, {order}"):
            ours = rows.sort_values("area_code")
            # From the last key to the first, each keeping the order of those before it.
            for key in reversed(order.split(",")):
                ours = ours.sort_values(
                    key.lstrip("-"), ascending=not key.startswith("-"), na_position="last", kind="stable")
            report.same("pages", order, answer.result(), ours.area_code)


# Points


def check_points(report, finder, areas, folder):
    corners = areas.total_bounds
    random = np.random.default_rng(SEED).uniform(corners[:2], corners[2:], (20_000, 2)).round(7)
    vertices = shapely.get_coordinates(areas.geometry.to_numpy())[::50]
    points = np.concatenate([random, vertices])
    left = geopandas.GeoDataFrame(geometry=shapely.points(points), crs="OGC:CRS84")
    joined = geopandas.sjoin(left, areas[["area_code", "geometry"]].set_crs("OGC:CRS84", allow_override=True))
    codes = joined.groupby(level=0)["area_code"].min().reindex(range(len(points)), fill_value="").to_numpy()

    def locate(title, name, columns, points, codes):
        with refusals(report, title):
            path = folder / name
            with open(path, "w", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(["number", *columns])
                writer.writerows([number, *point] for number, point in enumerate(points.tolist()))
            text = finder.program.run("locate", str(path), "--properties", "area_code", "--format", "csv")
            rows = list(csv.DictReader(io.StringIO(text)))
            report.same(title, "rows", [row["number"] for row in rows], map(str, range(len(points))))
            report.same(title, "area_code", [row["area_code"] for row in rows], codes)
            said = ["located" if code else "outside" for code in codes]
            report.same(title, "locate_status", [row["locate_status"] for row in rows], said)

    locate("locate, random", "random.csv", ["longitude", "latitude"], random, codes[:len(random)])
    locate("locate, vertices", "vertices.csv", ["longitude", "latitude"], vertices, codes[len(random):])

    grid = pyproj.Transformer.from_crs("OGC:CRS84", "EPSG:27700", always_xy=True)
    lines = shapely.transform(
        shapely.boundary(areas.geometry.to_numpy()), lambda places: np.column_stack(grid.transform(*places.T)))
    places, ring = shapely.get_coordinates(shapely.get_parts(lines), return_index=True)
    same = ring[:-1] == ring[1:]
    edges = shapely.linestrings(np.stack([places[:-1][same], places[1:][same]], axis=1))
    projected = np.column_stack(grid.transform(*random.T)).round(2)
    near = shapely.STRtree(edges).query(shapely.points(projected), predicate="dwithin", distance=MARGIN)[0]
    clear = ~np.isin(np.arange(len(projected)), near)
    title = "locate, grid"
    locate(title, "grid.csv", ["easting", "northing"], projected[clear], codes[:len(random)][clear])


def table_of(program, folder, collection, *properties):
    """A collection as pandas reads its export, with all properties where none are named."""
    if not properties:
        listing = program.run("query", collection, "--properties", "help").splitlines()
        lines = [line.split() for line in listing]
        start = next(number for number, words in enumerate(lines) if words[:2] == ["Name", "Kind"])
        properties = [words[0] for words in lines[start + 1:] if len(words) > 2 and words[1] != "geometry"]
    path = folder / f"{collection}.csv"
    program.run(
        "export", collection, "--format", "csv", "--properties", ",".join(properties), "--output", str(path))
    # Only an empty field is unknown; columns without any value are text.
    rows = pd.read_csv(path, keep_default_na=False, na_values=[""])
    return rows.astype({name: object for name in rows if rows[name].isna().all()})


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="hlgeo")
    parser.add_argument("--store", type=pathlib.Path)
    parser.add_argument("--geodata", type=pathlib.Path, default=root / "GeoData")
    options = parser.parse_args()

    pyproj.network.set_network_enabled(False)
    report = Report()
    with tempfile.TemporaryDirectory() as folder, refusals(report, "queries"):
        folder = pathlib.Path(folder)
        program = Program(options.program, options.store or folder / "store.sqlite", options.geodata)
        if not options.store:
            program.run("load", "--geodata", str(options.geodata))
        finder = Finder(program)
        program.run("export", "districts", "--format", "geojson", "--output", str(folder / "districts.geojson"))
        areas = geopandas.read_file(folder / "districts.geojson")
        rows = table_of(program, folder, "districts")
        initiatives = table_of(program, folder, "initiatives", "initiative_id", "period")
        report.same("districts", "shapes and rows", sorted(areas.area_code), sorted(rows.area_code))
        spatial = check_shapes(report, finder, areas)
        conditions = check_conditions(report, finder, rows, initiatives)
        check_syntax(report, finder, {"shapes": spatial, "conditions": conditions, "others": SYNTAX})
        check_pages(report, finder, rows)
        check_points(report, finder, areas, folder)
    print("Everything agrees." if report.agrees else "Something does not agree.")
    return 0 if report.agrees else 1


if __name__ == "__main__":
    sys.exit(main())
