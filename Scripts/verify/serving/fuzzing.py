"""Requests that schemathesis makes from the OpenAPI document: what is allowed and what is not.

All its checks are used, but where a text has a grammar that OpenAPI cannot state (filters, page tokens, names of
areas), it cannot know which texts are valid: there a refusal is right, and positive_data_acceptance is left out.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys

from serving.served import said, short

# What is no test of refusals, though it goes against the document. A limit beyond the greatest is answered with the
# greatest (17-069r4, req/core/fc-limit-response), and the document still states the maximum, which clients choose their
# pages by. A parameter without a value counts as not given, since forms of pages send all their fields.
HOOKS = '''
import schemathesis

def is_sent_empty(value):
    """Whether nothing but the name is sent: of lists and objects the items and keys are."""
    return all(map(is_sent_empty, value)) if isinstance(value, (list, dict)) else value in ("", None)

@schemathesis.hook
def filter_case(context, case):
    query = case.query or {}
    if any(map(is_sent_empty, query.values())):
        return False
    try:
        return int(query.get("limit", 1)) <= 10_000
    except (TypeError, ValueError):
        return True
'''
SECONDS = 75


def check_fuzzing(report, service, addresses, folder, minutes=None):
    program = pathlib.Path(sys.executable).with_name("st")
    program = str(program) if program.exists() else shutil.which("st")
    if not program:
        report.skip("schemathesis", "no Python package schemathesis")
        return
    folder = pathlib.Path(folder)
    (folder / "hooks.py").write_text(HOOKS)
    free = [one.name for one in addresses.all[0]
            if any(is_free(addresses, part) for part in [*one.parameters.values(), *body_parts(addresses, one)])]
    sections = [f'[[operations]]\ninclude-name = {json.dumps(name)}\n[operations.checks]\n'
                'positive_data_acceptance.enabled = false\n' for name in free]
    (folder / "schemathesis.toml").write_text("\n".join(['hooks = "hooks"', 'color = false', *sections]))
    seconds = int(minutes * 60) if minutes else SECONDS
    command = [
        program, "--config-file", str(folder / "schemathesis.toml"), "run", f"{service.address}/api", "--url",
        service.address, "--max-time", str(seconds), "--continue-on-failure", "--warnings", "off",
        "--no-color", "--report", "json", "--report-json-path", str(folder / "schemathesis.json"), "--no-shrink",
        "--generation-database", "none", "--generation-allow-x00", "false"]
    # The seed is fixed where every build shall meet the same requests, and free where there is time to search.
    command += [] if minutes else ["--seed", "2021"]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=folder, env=environment, timeout=seconds + 180)
    try:
        found = json.loads((folder / "schemathesis.json").read_text())
    except (OSError, ValueError):
        report.line("schemathesis", "run", False, short((done.stdout + done.stderr)[-400:], 400))
        return
    if not found["operations"]["tested"]:
        report.line("schemathesis", "run", False, "no operation was tested")
    for one in found["failures"]:
        report.line("schemathesis", one["code"], False, said(one["operations"], "") + ": " + one["title"])
    if found["failures"]:
        print(done.stdout[-20_000:], file=sys.stderr)
    cases = found["test_cases"]["generated"]
    report.line("schemathesis", "all checks", done.returncode == 0, f"{cases} requests in {seconds} s, status "
                f"{done.returncode}, {found['operations']['tested']} operations")


def body_parts(addresses, operation):
    """What an operation takes as members of a JSON object, as if they were parameters of the query."""
    content = (operation.described.get("requestBody") or {}).get("content", {})
    schema = addresses.resolved(content.get("application/json", {}).get("schema", {}))
    return [{"in": "query", "schema": part} for part in schema.get("properties", {}).values()]


def is_free(addresses, parameter):
    """Whether a parameter is a text of which the document does not say all that it must be."""
    schema = addresses.resolved(parameter.get("schema", {}))
    schema = addresses.resolved(schema.get("items", schema)) if schema.get("type") == "array" else schema
    is_text = schema.get("type") == "string" and not {"enum", "const", "pattern"} & set(schema)
    is_text = is_text and schema.get("format") != "date"
    return is_text and parameter["in"] == "query" or schema.get("type") is None
