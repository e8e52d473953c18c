"""The San Francisco instance: published optima, which the program must reach exactly."""

import csv

from estimates import table
from selecting.ground import PLAIN

VECTORS = "Tests/SiteSelectionTests/Vectors/SF_network_distance_candidateStore_16_censusTract_205_new.csv"
TOTAL = 955_113
# Model, sites and service distance, the optimum and the digits that are published.
OPTIMA = [
    ("mclp", 1, 5000, 448_255, 0),
    ("mclp", 2, 5000, 671_938, 0),
    ("mclp", 3, 5000, 791_499, 0),
    ("mclp", 4, 5000, 875_247, 0),
    ("lscp", None, 5000, 8, 0),
    ("p-median", 4, None, 2_848_268_129.715, 3),
    ("p-center", 4, None, 7_403.06, 2),
]
STORES = ["Store_11", "Store_12", "Store_15", "Store_2"]


def check_published(report, program, folder, root):
    rows = table(root / VECTORS)
    people = {row["DestinationName"]: row["demand"] for row in rows}
    stores = sorted({row["name"] for row in rows})
    files = {
        "--demand-file": [("id", "weight"), *people.items()],
        "--candidates": [("id",), *((store,) for store in stores)],
    }
    pairs = [(row["DestinationName"], row["name"], row["distance"]) for row in rows]
    cells = {(tract, store): metres for tract, store, metres in pairs}
    wide = [("tract", *stores), *((tract, *(cells[tract, store] for store in stores)) for tract in people)]
    for shape, matrix in [("long", [("from", "to", "value"), *pairs]), ("wide", wide)]:
        options = []
        for option, lines in [*files.items(), ("--matrix", matrix)]:
            path = folder / f"{option.strip('-')}.csv"
            with open(path, "w", newline="") as file:
                csv.writer(file).writerows(lines)
            options += [option, str(path)]
        check_instance(report, program, f"published, {shape}", options)


def check_instance(report, program, title, options):
    for model, sites, reach, optimum, digits in OPTIMA:
        asked = ["--sites", str(sites)] if sites else []
        asked += ["--distance", str(reach)] if reach else []
        # The files change between the two shapes, so no answer may be remembered.
        answer = program.answer.__wrapped__(program, "select", "--model", model, *asked, *options, *PLAIN)
        result = answer["result"]
        chosen = [site["id"] for site in answer["sites"]]
        same = round(result["objective"], digits) == optimum and result["proven_optimal"]
        same = same and answer["demand"]["total"] == TOTAL and len(chosen) == (sites or optimum)
        if (model, sites) == ("mclp", 4):
            same = same and sorted(chosen) == STORES
        what = f"{model}, {sites} sites" if sites else f"{model}, {reach} m"
        report.line(title, what, same, f"{result['objective']} with {', '.join(chosen)}; published: {optimum}")
