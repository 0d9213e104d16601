#!/usr/bin/env python3
"""What the program is built from: the bill of materials (CycloneDX 1.5, JSON) and the licences, from `cargo metadata`.

    cargo metadata --locked --format-version 1 --filter-platform TARGET | packaging/bill.py BILL.json LICENCES.txt
"""
import glob
import json
import os
import subprocess
import sys
import tomllib
from datetime import datetime, timezone

data = json.load(sys.stdin)
packages = {one["id"]: one for one in data["packages"]}
nodes = {one["id"]: one for one in data["resolve"]["nodes"]}
root = data["resolve"]["root"]
lock = tomllib.loads(open("Cargo.lock", encoding="utf-8").read())
sums = {(one["name"], one["version"]): one.get("checksum") for one in lock["package"]}


def needs(identity):
    """What a crate is built with, without what only its tests or its build script need."""
    return sorted(dep["pkg"] for dep in nodes[identity]["deps"] if any(kind["kind"] is None for kind in dep["dep_kinds"]))


found, waiting = set(), [root]
while waiting:
    identity = waiting.pop()
    if identity not in found:
        found.add(identity)
        waiting.extend(needs(identity))
crates = sorted(found, key=lambda one: (packages[one]["name"], packages[one]["version"]))


def expression(crate):
    return (crate["license"] or "LicenseRef-none").replace(" / ", " OR ").replace("/", " OR ")


def reference(crate):
    return f"pkg:cargo/{crate['name']}@{crate['version']}"


def component(crate):
    made = {"type": "library", "bom-ref": reference(crate), "name": crate["name"], "version": crate["version"],
            "licenses": [{"expression": expression(crate)}], "purl": reference(crate)}
    checksum = sums.get((crate["name"], crate["version"]))
    return made | ({"hashes": [{"alg": "SHA-256", "content": checksum}]} if checksum else {})


def linked(name, version, licence):
    return {"type": "library", "bom-ref": name, "name": name, "version": version, "licenses": [{"expression": licence}]}


rust = subprocess.run(["rustc", "--version"], check=True, capture_output=True, text=True).stdout.split()[1]
libc = os.confstr("CS_GNU_LIBC_VERSION").split()[1]
others = [linked("rust-std", rust, "MIT OR Apache-2.0"), linked("glibc", libc, "LGPL-2.1-or-later")]
made = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
bill = {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": {"timestamp": made, "component": {**component(packages[root]), "type": "application"}},
        "components": [component(packages[one]) for one in crates if one != root] + others,
        "dependencies": [{"ref": reference(packages[one]), "dependsOn": [reference(packages[dep]) for dep in needs(one)]}
                         for one in crates]}
with open(sys.argv[1], "w", encoding="utf-8") as out:
    json.dump(bill, out, indent=1)
    out.write("\n")

texts = {}
for crate in (packages[one] for one in crates if one != root):
    name = f"{crate['name']} {crate['version']} ({expression(crate)})"
    folder = glob.escape(os.path.dirname(crate["manifest_path"]))
    names = ("LICEN[CS]E*", "COPYING*", "NOTICE*", "UNLICENSE*")
    files = [file for one in names for file in sorted(glob.glob(f"{folder}/{one}")) if os.path.isfile(file)]
    text = "\n\n".join(open(file, encoding="utf-8", errors="replace").read().strip() for file in files)
    texts.setdefault(text or "(the crate comes without a text of its licence)", []).append(name)
with open(sys.argv[2], "w", encoding="utf-8") as out:
    out.write("Licences of the crates that smo is built from. The standard library of Rust is under MIT OR Apache-2.0, the\n"
              "C library (glibc) under LGPL-2.1-or-later; the source of both comes with the distributions of them.\n")
    for text, names in sorted(texts.items(), key=lambda one: one[1]):
        out.write("\n" + "=" * 78 + "\n" + "\n".join(names) + "\n" + "-" * 78 + "\n" + text + "\n")
