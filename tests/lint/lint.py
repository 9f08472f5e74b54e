#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules about the source tree that no compiler checks: lint.py RULE [ROOT] prints what breaks RULE and fails if anything does."""
import pathlib
import re
import sys

# Which room may include which (CONTRIBUTING.md). Every room may include itself and the headers of app itself.
ARROWS = {
    "app/domain": [],
    "app/api": ["app/domain"],
    "app/models": ["app/api", "app/domain"],
    "app/services": ["app/models", "app/api", "app/domain"],
    "app/engine": ["app/domain"],
    "ui": ["app/services", "app/models", "app/api", "app/domain"],
    "cli": ["app/services", "app/models", "app/api", "app/domain"],
}
# The rooms inside the server: what knows HTTP is known by nobody, and text and extract know nobody.
ENGINE_ARROWS = {
    "app/engine/text": [],
    "app/engine/extract": ["text"],
    "app/engine/store": ["text"],
    "app/engine/search": ["text", "store"],
    "app/engine/vectors": ["text", "store"],
    "app/engine/indexing": ["text", "extract", "store", "search", "vectors"],
    "app/engine/http": ["text", "extract", "store", "search", "vectors", "indexing"],
}
SOURCES = ("app", "cli", "cmake", "tests", "ui")
LONGEST = 300
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
# Folders of one person's machine; /home/user is how the documentation calls nobody's.
MACHINE_PATH = re.compile(r"(?<![\w.:/-])/(?:root|work|Users|home/(?!user\b)[a-z]\w*)/\w")


def files(root, tops, suffixes):
    for top in tops:
        for path in sorted((root / top).rglob("*")):
            if path.is_file() and (not suffixes or path.suffix in suffixes):
                yield path


def code(root):
    return files(root, SOURCES, {".cpp", ".h"})


def allowed_rooms(name):
    for room, others in ENGINE_ARROWS.items():
        if name.startswith(room + "/"):
            return ["app/domain", room] + [f"app/engine/{other}" for other in others]
    for room, others in ARROWS.items():
        if name.startswith(room + "/"):
            return [room] + others
    return None


def layers(root):
    """Includes follow the arrows between the rooms and are written from the root of the project."""
    for path in code(root):
        name = path.relative_to(root).as_posix()
        rooms = allowed_rooms(name)
        for number, line in enumerate(path.read_text().splitlines(), 1):
            found = INCLUDE.match(line)
            if not found or found[1].endswith((".moc", "core.h")) or re.fullmatch(r"app/\w+\.h", found[1]):
                continue
            if not (root / found[1]).is_file():
                yield f"{name}:{number}: {found[1]} is not a file from the root of the project"
            elif rooms is not None and not any(found[1].startswith(room + "/") for room in rooms):
                yield f"{name}:{number}: this room must not know {found[1]}"


def spdx(root):
    """Every source names its licence at its top."""
    sources = files(root, SOURCES + ("scripts", "packaging", ".ci"), set())
    for path in sources:
        if path.suffix in {".cpp", ".h", ".py", ".cmake", ".sh"} or path.name == "CMakeLists.txt" or is_script(path):
            if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in path.read_text().splitlines()[:3]):
                yield f"{path.relative_to(root)}: no SPDX line"


def is_script(path):
    with path.open("rb") as file:
        return file.read(2) == b"#!"


def paths(root):
    """Nothing in the tree depends on the machine of the one who wrote it."""
    tops = SOURCES + ("scripts", "packaging", ".ci", ".github", "docs", "resources")
    named = [root / name for name in ("CMakeLists.txt", "CMakePresets.json", "README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    for path in [*files(root, tops, set()), *(path for path in named if path.exists())]:
        try:
            lines = path.read_text().splitlines()
        except UnicodeDecodeError:
            continue  # a picture or a document
        for number, line in enumerate(lines, 1):
            if MACHINE_PATH.search(line):
                yield f"{path.relative_to(root)}:{number}: {line.strip()[:80]}"


def sizes(root):
    """A source file over the limit is two files, unless its top says why not ("// Over 300 lines: …"); tests may be longer."""
    for path in files(root, ("app", "cli", "ui"), {".cpp", ".h"}):
        lines = path.read_text().splitlines()
        if len(lines) > LONGEST and not any(line.startswith(f"// Over {LONGEST} lines: ") for line in lines[:4]):
            yield f"{path.relative_to(root)}: {len(lines)} lines, {LONGEST} at most"


RULES = {rule.__name__: rule for rule in (layers, spdx, paths, sizes)}


def main(arguments):
    if not arguments or arguments[0] not in RULES:
        print(f"usage: lint.py {'|'.join(RULES)} [ROOT]", file=sys.stderr)
        return 2
    root = pathlib.Path(arguments[1] if len(arguments) > 1 else ".").resolve()
    broken = list(RULES[arguments[0]](root))
    for line in broken:
        print(line)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
