"""Features page by page and one by one: GeoJSON, counts, pages forth and back, formats and options."""

import csv
import io
import json
import urllib.parse

from serving.served import guarded, said

# Parameters that every collection has, in the forms that a client may send.
VARIANTS = [
    "", "limit=1", "limit=10000", "skipGeometry=true", "geometry=full&limit=3", "geometry=centroid", "geometry=none",
    "bbox=-0.6,51.2,0.4,51.8", "bbox=-0.6,51.2,0,0.4,51.8,100", "bbox=170,-10,-170,10", "datetime=2022-06-01",
    "datetime=../2022-06-01T00:00:00Z", "datetime=2022-06-01T00:00:00%2B01:00/..", "properties=",
    "crs=http://www.opengis.net/def/crs/EPSG/0/27700&limit=5", "crs=http://www.opengis.net/def/crs/EPSG/0/4326&limit=5",
    "crs=http://www.opengis.net/def/crs/EPSG/0/3857&limit=5", "limit=99999999999999999999",
    "bbox=51.2,-0.6,51.8,0.4&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326",
]


def check_features(report, service, addresses):
    for check in (check_geojson, check_pages, check_formats):
        with guarded(report, check.__name__.removeprefix("check_")):
            check(report, service, addresses)


def check_geojson(report, service, addresses):
    from geojson_pydantic import Feature, FeatureCollection
    from pydantic import ValidationError

    problems, bodies = [], 0
    for name in addresses.collections:
        base = f"/collections/{name}/items"
        first = service.get(f"{base}?limit=2&skipGeometry=true")["features"]
        ones = [f"{base}/{urllib.parse.quote(str(one['id']), safe='')}" for one in first]
        ones += [f"{one}?skipGeometry=true" for one in ones]
        for target in [f"{base}?{one}" for one in VARIANTS] + ones:
            answer = service.ask(target)
            bodies += 1
            if answer.status != 200 or answer.media != "application/geo+json":
                problems.append(f"{target} is {answer.status} {answer.media}")
                continue
            model = Feature if target in ones else FeatureCollection
            try:
                model.model_validate_json(answer.body)
            except ValidationError as error:
                problems.append(f"{target}: {error}")
                continue
            problems += [f"{target}: {what}" for what in strange(answer, target)]
    report.line("geojson", "geojson-pydantic", not problems, said(problems, f"{bodies} bodies"))


def strange(answer, target):
    """What is not as 17-069r4, 18-058r1 and RFC 7946 have it."""
    document = answer.document
    query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(target).query))
    wanted = query.get("crs", "http://www.opengis.net/def/crs/OGC/1.3/CRS84")
    if answer.field("content-crs") != f"<{wanted}>":
        yield f"Content-Crs is {answer.field('content-crs')}"
    if not document.get("timeStamp", "").endswith("Z"):
        yield "no timeStamp in UTC"
    features = document.get("features", [document])
    if "features" in document:
        if document.get("numberReturned") != len(features):
            yield f"numberReturned {document.get('numberReturned')} of {len(features)}"
        if document.get("numberMatched", -1) < len(features):
            yield f"numberMatched {document.get('numberMatched')}"
        if len(features) > int(query.get("limit", 10)):
            yield f"{len(features)} features"
        if (document["numberMatched"] > len(features)) != any(one["rel"] == "next" for one in document["links"]):
            yield f"{len(features)} of {document['numberMatched']}, but the link to the next page says otherwise"
    if query.get("skipGeometry") == "true" and any(one["geometry"] for one in features):
        yield "a geometry"
    if query.get("properties") == "" and any(one["properties"] for one in features):
        yield "properties"


def check_pages(report, service, addresses):
    problems, backs, walks = [], 0, 0
    for name in addresses.collections:
        base = f"/collections/{name}/items"
        sortable = next(iter(service.get(f"/collections/{name}/queryables")["properties"]))
        for options in ("", f"&sortby=-{sortable}", "&bbox=-3,51,1,53", "&f=csv"):
            start = f"{base}?limit=17&skipGeometry=true{options}"
            everything = identifiers(service.ask(start.replace("limit=17", "limit=10000")))
            walks += 1
            pages, last = follow(service, service.address + start, "next")
            forth = sum((identifiers(one) for one in pages), [])
            if forth != everything:
                problems.append(f"{start}: {len(forth)} features on {len(pages)} pages, {len(everything)} on one")
                continue
            if len(pages) < 2 or not target(pages[-1], "prev"):
                continue
            backs += 1
            back, _ = follow(service, last, "prev")
            if [identifiers(one) for one in reversed(back)] != [identifiers(one) for one in pages]:
                problems.append(f"{start}: {len(back)} pages back are not the {len(pages)} forth")
            if target(back[-1], "prev"):
                problems.append(f"{start}: the first page has one before")
    report.line("pages", "next to the end", not problems, said(problems, f"{walks} walks, {backs} also back by prev"))
    if not backs:
        report.line("pages", "prev", False, "no page links to the one before")


def follow(service, address, relation):
    """All pages from an address on, and the address of the last."""
    pages = []
    while True:
        answer = service.ask(address)
        if answer.status != 200:
            raise ValueError(f"{address} is {answer.status}")
        pages.append(answer)
        following = target(answer, relation)
        if not following or len(pages) > 200:
            return pages, address
        address = following


def target(answer, relation):
    """Where a link of a page leads: of its document, else of its Link field; None where there is none."""
    if answer.media != "text/csv":
        found = [one["href"] for one in answer.document["links"] if one["rel"] == relation]
    else:
        parts = [one.partition(">") for one in (answer.field("link") or "").split("<")[1:]]
        found = [href for href, _, rest in parts if f'rel="{relation}"' in rest]
    return found[0] if found else None


def identifiers(answer):
    """What tells the features of a page apart."""
    if answer.media != "text/csv":
        return [one["id"] for one in answer.document["features"]]
    return [tuple(one) for one in list(csv.reader(io.StringIO(answer.body.decode())))[1:]]


def check_formats(report, service, addresses):
    """CSV and GeoJSON have the same values, and the lists of other routes are readable in each format they state."""
    problems, cells = [], 0
    for name in addresses.collections:
        base = f"/collections/{name}/items?limit=10000&skipGeometry=true"
        features = service.get(base)["features"]
        rows = list(csv.DictReader(io.StringIO(service.ask(f"{base}&f=csv").body.decode())))
        if len(rows) != len(features):
            problems.append(f"{name}: {len(rows)} rows, {len(features)} features")
        for row, feature in zip(rows, features):
            for key, value in feature["properties"].items():
                cells += 1
                if not same(row.get(key), value):
                    problems.append(f"{feature['id']} {key}: {row.get(key)!r} in CSV, {json.dumps(value)} in GeoJSON")
    report.line("formats", "CSV as GeoJSON", not problems, said(problems, f"{cells} values"))
    problems, formats = [], 0
    for operation in addresses.gets():
        for media in operation.media(200):
            formats += 1
            answer = service.ask(operation.target, Accept=media)
            if answer.status != 200 or answer.media != media:
                problems.append(f"{operation.target} with Accept: {media} is {answer.status} {answer.media}")
    report.line("formats", "by Accept", not problems, said(problems, f"{formats} of all addresses"))


def same(cell, value):
    if value is None:
        return cell == ""
    if isinstance(value, bool):
        return cell == str(value).lower()
    if isinstance(value, (int, float)):
        return cell != "" and float(cell) == value
    return cell == (";".join(value) if isinstance(value, list) else value)
