#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""translations.py LUPDATE [ROOT] prints what is wrong with translations/*.ts and fails if anything is.

Every language has each string that lupdate finds, finished; English has its plurals only. Compared are strings, not
files, since each version of lupdate writes them a little differently."""
import collections
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOMS = ("app/domain", "app/api", "app/models", "app/services", "ui")  # as in ui/CMakeLists.txt
PLURALS_ONLY = "loredesk_en.ts"
PLACEHOLDER = re.compile(r"%(?:L?\d+|n)")
MNEMONIC = re.compile(r"&(?=\w)")


def messages(file):
    """What says which string it is, and its element."""
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            name = (context.findtext("name"), message.findtext("source"), message.findtext("comment", ""))
            yield name, message


def problem(message):
    translation = message.find("translation")
    if "type" in translation.attrib:
        return translation.get("type")  # unfinished, vanished, obsolete
    source = message.findtext("source")
    numerus = message.get("numerus") == "yes"
    forms = [form.text or "" for form in translation.iter("numerusform")] if numerus else [translation.text or ""]
    if numerus and len(forms) < 2:
        return "without plural"
    for form in forms:
        if not form.strip():
            return "empty"
        if collections.Counter(PLACEHOLDER.findall(form)) != collections.Counter(PLACEHOLDER.findall(source)):
            return "with other placeholders"
        if len(MNEMONIC.findall(form)) != len(MNEMONIC.findall(source)):
            return "with another number of mnemonics"
    return None


def broken(file, found):
    """What is wrong in \\a file when the sources have the messages \\a found."""
    has = dict(messages(file))
    wanted = {name for name, message in found.items() if file.name != PLURALS_ONLY or message.get("numerus") == "yes"}
    for name in sorted(wanted | has.keys()):
        # lupdate does not know a class by another name; at run time the string is looked for under its own.
        what = "tr() of an alias" if not name[0] else "missing" if name not in has else "not in the sources" if name not in wanted else problem(has[name])
        if what:
            yield f"{file.name}: {what}: {name[0]}: {name[1]}"


def main(lupdate, root="."):
    root = pathlib.Path(root).resolve()
    sources = [str(path) for room in ROOMS for path in sorted((root / room).rglob("*")) if path.suffix in {".cpp", ".h"}]
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / "fresh.ts"
        run = subprocess.run([lupdate, "-silent", "-I", root, "-locations", "none", *sources, "-ts", fresh, "-target-language", "de"],
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if run.returncode or not fresh.exists():
            print(run.stdout)
            return 1
        found = dict(messages(fresh))
    lines = [line for line in run.stdout.splitlines() if "without context" in line]  # strings that lupdate leaves out
    for file in sorted((root / "translations").glob("*.ts")):
        lines += broken(file, found)
    for line in lines:
        print(line)
    return 1 if lines or not found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
