"""What the service says of itself: OpenAPI, conformance, schemas, queryables, and every link."""

import json

from serving.addresses import walk
from serving.served import guarded, said, short

OGC = "http://www.opengis.net/spec/"
# What the standards say of parameters (17-069r4 §7.15, 18-058r1 §6, 19-079r2 §8, 24-030 §7). None: it is there, with
# any value.
BBOX = {"type": "array", "items": {"type": "number"},
        "oneOf": [{"minItems": 4, "maxItems": 4}, {"minItems": 6, "maxItems": 6}]}
SYSTEM = {"type": "string", "format": "uri"}
PARAMETERS = {
    "limit": {"type": "integer", "minimum": 1, "maximum": None, "default": None},
    "bbox": BBOX,
    "datetime": {"type": "string"},
    "crs": SYSTEM,
    "bbox-crs": SYSTEM,
    "filter-crs": SYSTEM,
    "filter-lang": {"type": "string", "enum": None, "default": "cql2-text"},
    "filter": {"type": "string"},
    "sortby": {"type": "array", "minItems": 1, "items": None},
}
CLASSES = [
    *(f"{OGC}ogcapi-features-1/1.0/conf/{name}" for name in ("core", "oas30", "geojson")),
    f"{OGC}ogcapi-features-2/1.0/conf/crs",
    *(f"{OGC}ogcapi-features-3/1.0/conf/{name}"
      for name in ("queryables", "queryables-query-parameters", "filter", "features-filter")),
    *(f"{OGC}cql2/1.0/conf/{name}" for name in ("cql2-text", "cql2-json", "basic-cql2")),
    *(f"{OGC}ogcapi-features-5/1.0/conf/{name}" for name in ("schemas", "returnables-and-receivables")),
]
QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables"


def check_documents(report, service, addresses):
    for check in (check_openapi, check_parameters, check_conformance, check_schemas, check_links):
        with guarded(report, check.__name__.removeprefix("check_")):
            check(report, service, addresses)


def check_openapi(report, service, addresses):
    from openapi_spec_validator import OpenAPIV30SpecValidator

    document = addresses.document
    problems = [short(f"{list(one.absolute_path)}: {one.message}")
                for one in OpenAPIV30SpecValidator(document).iter_errors()]
    report.line("openapi", "openapi-spec-validator", not problems, said(problems, f"{len(document['paths'])} paths"))
    foreign = [one for one in references(document) if not one.startswith("#/")]
    report.line("openapi", "references", not foreign, said(foreign, "all within the document"))
    problems = addresses.all[1]
    report.line("openapi", "examples", not problems, said(problems, "of all that is required"))
    problems = [f"{one.name} {status} {media}" for one in addresses.all[0]
                for status, answer in one.described["responses"].items()
                for media, content in answer.get("content", {}).items()
                if "json" in media and not is_telling(addresses.resolved(content.get("schema", {})))]
    report.line("openapi", "schemas of answers", not problems, said(problems, "of all JSON"))


def is_telling(schema):
    """Whether a schema says more than that something is an object."""
    return any(key in schema for key in ("properties", "items", "allOf", "oneOf", "anyOf", "enum"))


def references(node):
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        node = list(node.values())
    if isinstance(node, list):
        for one in node:
            yield from references(one)


def check_parameters(report, service, addresses):
    problems, counted = [], 0
    for operation in addresses.gets():
        if not operation.template.endswith("/items"):
            continue
        given = operation.parameters
        for name, wanted in PARAMETERS.items():
            counted += 1
            one = given.get(name)
            if one is None:
                problems.append(f"{operation.template} has no {name}")
                continue
            schema = addresses.resolved(one["schema"])
            differing = [key for key, value in wanted.items()
                         if key not in schema or value is not None and schema[key] != value]
            if one.get("style", "form") != "form" or one.get("explode", True) is not False:
                differing.append("style form, explode false")
            if one.get("required"):
                differing.append("required")
            if differing:
                problems.append(f"{operation.template} {name}: {', '.join(differing)}")
    report.line("openapi", "parameters as standard", not problems, said(problems, f"{counted} as they must be"))


def check_conformance(report, service, addresses):
    declared = service.get("/conformance")["conformsTo"]
    missing = [one for one in CLASSES if one not in declared]
    report.line("conformance", "classes", not missing, said([f"no {one}" for one in missing], f"{len(declared)}"))
    problems = [f"{one} twice" for one in declared if declared.count(one) > 1]
    has_html = any("text/html" in one.media(200) for one in addresses.gets())
    if has_html != (f"{OGC}ogcapi-features-1/1.0/conf/html" in declared):
        problems.append(f"html: {has_html} in the OpenAPI document, not so here")
    report.line("conformance", "only what is true", not problems, said(problems, "HTML and no class twice"))


def check_schemas(report, service, addresses):
    import jsonschema

    validator = jsonschema.Draft202012Validator
    problems, features, names = [], 0, 0
    for name in addresses.collections:
        base = f"/collections/{name}"
        queryables, schema = service.get(f"{base}/queryables"), service.get(f"{base}/schema")
        for kind, one in (("queryables", queryables), ("schema", schema)):
            validator.check_schema(one)
            problems += [f"{base}/{kind}: {what}" for what in strange(one, f"{service.address}{base}/{kind}")]
        spatial = [key for key, one in schema["properties"].items() if one.get("format", "").startswith("geometry-")]
        judge = validator(schema, format_checker=validator.FORMAT_CHECKER)
        for selection in ("", f"&properties={','.join(chosen(queryables))}"):
            page = service.get(f"{base}/items?limit=500&geometry=centroid{selection}")
            for feature in page["features"]:
                features += 1
                # The schema is of the thing, not of GeoJSON: what is not known is null there, and not there here.
                thing = {key: value for key, value in feature["properties"].items() if value is not None}
                thing |= {key: feature["geometry"] for key in spatial if feature["geometry"]}
                problems += [f"{feature['id']}: {one.json_path} {one.message}" for one in judge.iter_errors(thing)]
        names += len(queryables["properties"])
        problems += [f"{base}/items: {what}" for what in unlike(queryables, addresses, f"{base}/items")]
    report.line("schema", "features", not problems, said(problems, f"{features} features, {names} queryables"))
    problems = [f"{name}: {kind} links to a queryables resource not"
                for name in addresses.collections
                for kind, has in linked(service, f"/collections/{name}") if not has]
    report.line("queryables", "links and Link fields", not problems, said(problems, "in collections and items"))


def chosen(queryables):
    return [key for key, one in queryables["properties"].items() if not one.get("format", "").startswith("geometry-")]


def strange(schema, address):
    """What 19-079r2 and 23-058 do not allow in a schema of properties."""
    if schema.get("$id") != address:
        yield f"$id is {schema.get('$id')}"
    if schema.get("type") != "object" or "2020-12" not in schema.get("$schema", ""):
        yield "is no 2020-12 schema of an object"
    roles = [one["x-ogc-role"] for one in schema["properties"].values() if "x-ogc-role" in one]
    for role in ("id", "primary-geometry", "primary-instant"):
        if roles.count(role) > 1:
            yield f"several properties have the role {role}"
    # What identifies an estimate is made of three properties.
    if "id" not in roles and "/estimates/" not in address:
        yield "no property has the role id"
    for key, one in schema["properties"].items():
        is_spatial = one.get("format", "").startswith("geometry-")
        if is_spatial == ("type" in one) or not isinstance(one.get("type", ""), str):
            yield f"{key} has the type {one.get('type')}"


def unlike(queryables, addresses, template):
    """Queryables of one value that are no parameter with the same schema."""
    operation = next((one for one in addresses.gets() if one.template == template), None)
    for key, one in queryables["properties"].items():
        if one.get("type") not in ("string", "integer", "number", "boolean"):
            continue
        parameter = operation and operation.parameters.get(key)
        if not parameter:
            yield f"{key} is no parameter"
        elif addresses.resolved(parameter["schema"]).get("type") != one["type"]:
            yield f"{key} is {one['type']} in the queryables, not so as a parameter"


def linked(service, base):
    yield base, any(one["rel"] == QUERYABLES for one in service.get(base)["links"])
    for target in (f"{base}/items?limit=1", f"{base}/items?limit=1&f=csv"):
        yield f"the Link field of {target}", QUERYABLES in (service.ask(target).field("link") or "")


def check_links(report, service, addresses):
    found, problems, types = walk(service), [], 0
    for address, (given, answer) in found.items():
        froms = f", linked from {service.local(given[0]['from'])} as {given[0].get('rel')}" if given else ""
        if answer is None:
            continue
        if answer.status != 200:
            problems.append(f"{service.local(address)} is {answer.status}{froms}")
            continue
        for one in given:
            types += 1
            wanted = one.get("type", "").split(";")[0].strip().lower()
            again = service.ask(address, Accept=one["type"]) if wanted and wanted != answer.media else answer
            if wanted and again.media != wanted:
                problems.append(f"{service.local(address)} is {again.media}, not {wanted}{froms}")
    asked = [one for one in found.values() if one[1]]
    report.line("links", "answer as they say", not problems, said(problems, f"{len(asked)} addresses, {types} links"))
    problems = []
    for address, (given, answer) in found.items():
        if answer and answer.status == 200 and answer.media in ("application/json", "application/geo+json"):
            problems += [f"{service.local(address)} {one}" for one in lacking(service, address, answer)]
    report.line("links", "self and alternate", not problems, said(problems, "in every document"))


def lacking(service, address, answer):
    """What the links of a document lack (17-069r4: self, with its type; alternate for each other format)."""
    try:
        own = answer.document.get("links", [])
    except (json.JSONDecodeError, AttributeError):
        return
    if not own:
        return
    itself = [one for one in own if one.get("rel") == "self"]
    if len(itself) != 1:
        yield f"has {len(itself)} links to itself"
    for one in own:
        if one.get("rel") in ("self", "alternate", "collection", "items") and not one.get("type"):
            yield f"has a link {one['rel']} without a type"
    for one in itself:
        again = service.ask(one["href"])
        if again.status != 200 or again.body != answer.body:
            yield f"is not what its link to itself ({service.local(one['href'])}) gives"

