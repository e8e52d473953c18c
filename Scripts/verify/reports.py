#!/usr/bin/env python3
"""Checks the reports of selections as axe-core judges them, in Chromium: light, dark, wide, narrow.

Three selections are made, with all that a report can tell. Each page must be by itself: no scripts, nothing from elsewhere
(WCAG 2.2 AA; no wider than the window). The Markdown must have the same words, and the pictures must be XML.

Usage: reports.py --program FILE --store FILE

One line for each check: ok, NOT, or -- where something that it needs is missing. Exit status: 0 where everything agrees,
1 where something does not.
"""

import argparse
import pathlib
import re
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from inference import Program, Report
from serving.pages import check_renderings
from serving.served import said

SELECTIONS = {
    "coverage": ["--sites", "10", "--distance", "20km", "--min-per", "region=1", "--stability", "--draws", "10",
                 "--curve", "1..12", "--exclude-active-initiatives"],
    "weighted": ["--sites", "5", "--within", "London", "--curve", "1..20"],
    "median": ["--model", "p-median", "--sites", "6", "--no-alternatives", "--comparators", "0", "--curve", "1..8"],
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--store", required=True)
    arguments = parser.parse_args()
    program, report = Program(arguments.program, arguments.store, None), Report()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name, options in SELECTIONS.items():
            program.run("select", *options, "--report", str(folder / f"{name}.html"), "--report",
                        str(folder / f"{name}.md"), "--curve-file", str(folder / f"{name}.svg"))
            check_words(report, name, folder)
        check_renderings(report, "reports", [(page.name, page.as_uri()) for page in sorted(folder.glob("*.html"))])
    return 0 if report.agrees else 1


def check_words(report, name, folder):
    page = (folder / f"{name}.html").read_text()
    problems = [one for one in ("<script", "url(", "@import", " src=", "javascript:") if one in page]
    report.line("reports", f"{name}, by itself", not problems, said(problems, f"{len(page) // 1024} KB"))
    # Words in the same order, but those of pictures, which Markdown does not have.
    page = re.sub(r"(?s)<head>.*?</head>|<figure>.*?</figure>|<[^>]*>", " ", page)
    text = re.sub(r"\\(.)", r"\1", (folder / f"{name}.md").read_text())
    missing = sorted(set(words(page)) ^ set(words(text)))
    report.line("reports", f"{name}, Markdown", not missing, said(missing, f"{len(set(words(page)))} words"))
    root = ElementTree.parse(folder / f"{name}.svg").getroot()
    names = [one.tag.split("}")[1] for one in root[:2]]
    report.line("reports", f"{name}, curve", names == ["title", "desc"], "has title and desc")


def words(text):
    # Names of several words stay apart by what separates cells and items.
    return re.findall(r"[A-Za-z][A-Za-z'’]+|\d[\d,.]*\d", text)


if __name__ == "__main__":
    sys.exit(main())
