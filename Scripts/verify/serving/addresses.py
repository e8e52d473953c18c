"""What the service has: the operations of its OpenAPI document, and every address that its documents link to."""

import functools
import json
import urllib.parse
from typing import NamedTuple

from inference import Refusal

METHODS = ("get", "post", "put", "patch", "delete")


class Operation(NamedTuple):
    """One operation of the OpenAPI document, with an address that it answers."""

    template: str
    method: str
    target: str
    described: dict
    methods: tuple  # all that its path has

    @property
    def name(self):
        return f"{self.method} {self.template}"

    @property
    def is_kept(self):
        """Whether caches may keep the answer; those of health and metrics are of the moment."""
        return not self.template.startswith(("/health", "/metrics"))

    @property
    def parameters(self):
        return {one["name"]: one for one in self.described.get("parameters", [])}

    def media(self, status):
        """The media types that an answer of a status may have."""
        answer = self.described["responses"].get(str(status)) or {}
        return {media.split(";")[0].strip().lower() for media in answer.get("content", {})}


class Addresses:
    """The OpenAPI document of a service, read once."""

    def __init__(self, service):
        self.service = service
        self.document = service.get("/api")

    def resolved(self, node):
        """What a reference inside the document means."""
        while isinstance(node, dict) and "$ref" in node:
            path = node["$ref"].removeprefix("#/").split("/")
            node = functools.reduce(
                lambda at, step: at[step.replace("~1", "/").replace("~0", "~")], path, self.document)
        return node

    @functools.cached_property
    def collections(self):
        return {one["id"]: one for one in self.service.get("/collections")["collections"]}

    @functools.cached_property
    def all(self):
        """Every operation with an address that has what it needs, and the names of those that lack an example."""
        operations, lacking = [], []
        for template, path in self.document["paths"].items():
            shared = [self.resolved(one) for one in path.get("parameters", [])]
            methods = tuple(method.upper() for method in METHODS if method in path)
            for method in METHODS:
                if method not in path:
                    continue
                parameters = shared + [self.resolved(one) for one in path[method].get("parameters", [])]
                responses = {status: self.resolved(one) for status, one in path[method]["responses"].items()}
                body = self.resolved(path[method].get("requestBody"))
                described = {**path[method], "parameters": parameters, "responses": responses, "requestBody": body}
                try:
                    target = self.target(template, parameters)
                    operations.append(Operation(template, method.upper(), target, described, methods))
                except KeyError as missing:
                    lacking.append(f"{method.upper()} {template}: no example of {missing.args[0]}")
                except Refusal as refusal:
                    lacking.append(f"{method.upper()} {template}: {refusal}")
        return operations, lacking

    def gets(self):
        # Those that only lead elsewhere are followed where links lead to them.
        return [one for one in self.all[0] if one.method == "GET" and "200" in one.described["responses"]]

    def different(self):
        """The addresses to be read that differ in more than the level of geography.

        Levels are alike, so of the collections only the first, which is a level, and the last two are taken.
        """
        names = list(self.collections)
        left_out = {f"/collections/{name}" for name in names[1:-2]}
        return [one for one in self.gets() if "/".join(one.template.split("/")[:3]) not in left_out]

    def target(self, template, parameters):
        """A path with what it requires; also with the parameters that the document shows an example of, as routes may
        need one of several. Pages of features need none.

        Raises KeyError with the name of a parameter that has no example.
        """
        query, is_page = {}, template.endswith("/items")
        for one in parameters:
            if one["in"] == "path":
                value = self.example(one, template)
                template = template.replace("{%s}" % one["name"], urllib.parse.quote(str(value), safe=""))
            elif one["in"] == "query" and (one.get("required") or "example" in one and not is_page):
                query[one["name"]] = self.example(one, template)
        text = urllib.parse.urlencode(query, safe=",:/")
        return f"{template}?{text}" if text else template

    def example(self, parameter, template):
        schema = self.resolved(parameter.get("schema", {}))
        for place in (parameter, schema):
            if "example" in place:
                return flat(place["example"])
        for one in (parameter.get("examples") or {}).values():
            return flat(self.resolved(one)["value"])
        for one in (schema.get("default"), *schema.get("enum", [])):
            if one is not None:
                return flat(one)
        if template.endswith("/items/{%s}" % parameter["name"]):
            page = self.service.get(template.rsplit("/", 1)[0] + "?limit=1")
            return page["features"][0]["id"]
        raise KeyError(parameter["name"])


def flat(value):
    return ",".join(map(str, value)) if isinstance(value, list) else value


def links(document):
    """All objects with `href` in a JSON document, wherever they are."""
    if isinstance(document, dict):
        if isinstance(document.get("href"), str):
            yield document
        for value in document.values():
            yield from links(value)
    elif isinstance(document, list):
        for value in document:
            yield from links(value)


def walk(service, limit=600):
    """Follows the links of all JSON documents from the landing page.

    Links to the pages after and before are left to others. Of features, which are many, the first of a page are
    followed. Returns a dictionary of addresses: what the links to each say, and the answer.
    """
    found = {service.address + "/": ([], None)}
    waiting = [service.address + "/"]
    while waiting and len(found) <= limit:
        target = waiting.pop(0)
        answer = service.ask(target, Accept="application/json, application/geo+json, */*;q=0.1")
        found[target] = (found[target][0], answer)
        if answer.status != 200 or "json" not in answer.media:
            continue
        try:
            document = answer.document
        except json.JSONDecodeError as error:
            raise Refusal(f"{target} is no JSON: {error}") from error
        if isinstance(document, dict) and isinstance(document.get("features"), list):
            document = {**document, "features": document["features"][:2]}
        for link in links(document):
            href = urllib.parse.urldefrag(urllib.parse.urljoin(target, link["href"])).url
            if not service.owns(href) or link.get("rel") in ("next", "prev") or link.get("templated"):
                continue
            if href not in found:
                found[href] = ([], None)
                waiting.append(href)
            found[href][0].append({**link, "from": target})
    return found
