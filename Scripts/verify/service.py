#!/usr/bin/env python3
"""Checks the HTTP service with clients that share no code with it, and with requests that nobody should send.

A copy of a store is served on a free port of this machine; then, in this order:

    openapi, conformance, schema, queryables, links
                   the documents: openapi-spec-validator, jsonschema, the words of the OGC standards, and every link
    geojson, pages, formats
                   every body by geojson-pydantic; `next` to the end and `prev` back; CSV beside GeoJSON
    gdal, owslib, geopandas
                   the OAPIF driver of the installed GDAL and of pyogrio's; OWSLib; read_file and read_csv by address
    http           each address of the OpenAPI document: HEAD, ETag, Accept, gzip, unknown parameters, methods
    hostile        bytes of broken and hostile clients; clients that are slow
    changes        an import and its removal while others ask: shown at once, never mixed; names that look like markup
    schemathesis   what it makes of the OpenAPI document, for 75 seconds, or as long as --minutes says
    pages          each HTML page by axe-core in Chromium

What is checked is found in the OpenAPI document and by links, so new routes are checked as soon as they are documented.

Usage: service.py [--program FILE] [--store FILE] [--geodata DIR] [--only NAME[,NAME]] [--minutes N]

--only runs the named parts: documents, features, clients, exchange, hostile, changes, fuzzing, pages. One line for each
check: ok, NOT, or -- where something that it needs is missing. Exit status: 0 where everything agrees, 1 where
something does not.
"""

import argparse
import contextlib
import pathlib
import sqlite3
import sys
import tempfile
import time

try:
    import jsonschema  # noqa: F401
    import openapi_spec_validator  # noqa: F401
except ImportError as missing:
    print(f"--  {'service':<22} skipped: no Python package {missing.name}")
    sys.exit(0)

from inference import Program, Report
from serving.addresses import Addresses
from serving.changes import check_changes, check_ending
from serving.clients import check_clients
from serving.documents import check_documents
from serving.exchange import check_exchange
from serving.features import check_features
from serving.fuzzing import check_fuzzing
from serving.hostile import check_crowd, check_departure, check_hostile
from serving.pages import check_pages
from serving.served import Service, guarded
from serving.sluggish import Sluggish

PARTS = ["documents", "features", "clients", "exchange", "hostile", "changes", "fuzzing", "pages"]
# Resident memory after all of this, in megabytes; the aim at rest is 120.
MEMORY = 400


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="hlgeo")
    parser.add_argument("--store", type=pathlib.Path)
    parser.add_argument("--geodata", type=pathlib.Path, default=root / "GeoData")
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--minutes", type=float)
    options = parser.parse_args()
    parts = options.only.split(",")
    if not set(parts) <= set(PARTS):
        parser.error(f"parts are {', '.join(PARTS)}")

    report = Report()
    with tempfile.TemporaryDirectory() as folder, guarded(report, "service"):
        folder = pathlib.Path(folder)
        store = folder / "store.sqlite"
        program = Program(options.program, store, options.geodata)
        if options.store:
            # Imports are tried, so it is a copy.
            with contextlib.closing(sqlite3.connect(f"file:{options.store}?mode=ro", uri=True)) as given, \
                    contextlib.closing(sqlite3.connect(store)) as copy:
                given.backup(copy)
        else:
            program.run("load", "--geodata", str(options.geodata))
        with Service(program.path, store, folder / "log") as service:
            check(report, service, parts, program, folder, options.minutes)
    print("Everything agrees." if report.agrees else "Something does not agree.")
    return 0 if report.agrees else 1


def check(report, service, parts, program, folder, minutes):
    addresses = Addresses(service)
    sluggish, took = Sluggish(service) if "hostile" in parts else None, []
    for part, run in [
            ("documents", lambda: check_documents(report, service, addresses)),
            ("features", lambda: check_features(report, service, addresses)),
            ("clients", lambda: check_clients(report, service, addresses)),
            ("exchange", lambda: check_exchange(report, service, addresses)),
            ("hostile", lambda: (check_hostile(report, service), check_crowd(report, service),
                                check_departure(report, service))),
            ("changes", lambda: check_changes(report, service, addresses, program, folder)),
            ("fuzzing", lambda: check_fuzzing(report, service, addresses, folder, minutes)),
            ("pages", lambda: check_pages(report, service, addresses))]:
        if part in parts:
            begun = time.monotonic()
            with guarded(report, part):
                run()
            took.append(f"{part} {time.monotonic() - begun:.0f}")
    if sluggish:
        sluggish.report(report)
    report.line("service", "seconds", True, ", ".join(took))
    if memory := service.memory:
        report.line("service", "memory", memory < MEMORY, f"{memory:.0f} MB at the end, {MEMORY} allowed")
    check_ending(report, service)


if __name__ == "__main__":
    sys.exit(main())
