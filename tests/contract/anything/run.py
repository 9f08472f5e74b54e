#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks a real loredesk-server for anything that docs/openapi.json allows, and for some that it does not: run.py SERVER SCHEMATHESIS

Fails if an answer is 5xx, has a status that is not documented, or a body of another shape than the documented one; and if
an operation that can succeed never did, since then only its refusals were looked at.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
DESCRIPTION = HERE.parents[2] / "docs" / "openapi.json"
CHECKS = "not_a_server_error,status_code_conformance,response_schema_conformance"
# The same under another name, which has a route of its own but the same function behind it.
ALIASES = r"(create_by_|update_by_|/segment$|/segment/|/hit-testing)"


def can_succeed(label):
    method, path = label.split(" ")
    operation = json.loads(DESCRIPTION.read_text())["paths"][path][method.lower()]
    # A file of a kind that is read is nothing that chance makes.
    is_upload = "multipart/form-data" in operation.get("requestBody", {}).get("content", {})
    return not is_upload and any(status < "400" for status in operation["responses"])


def main(*programs):
    server, schemathesis = (str(pathlib.Path(program).absolute()) for program in programs)
    with tempfile.TemporaryDirectory() as folder:
        key = "any-key"
        process = subprocess.Popen([server, "--data", folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   env={**os.environ, "LOREDESK_SERVER_KEY": key})
        try:
            url = json.loads(process.stdout.readline())["url"]
            environment = {**os.environ, "SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(HERE),
                           "PYTHONDONTWRITEBYTECODE": "1", "LOREDESK_TEST_URL": url, "LOREDESK_TEST_KEY": key,
                           "COLUMNS": "160"}
            command = [schemathesis, "run", str(DESCRIPTION), "--url", url.removesuffix("/v1"),
                       "--header", f"Authorization: Bearer {key}", "--checks", CHECKS,
                       "--phases", "examples,coverage,fuzzing", "--max-examples", "50", "--seed", "1",
                       "--exclude-path-regex", ALIASES, "--generation-database", "none", "--no-shrink",
                       "--suppress-health-check", "all", "--warnings", "off", "--no-color"]
            failed = subprocess.run(command, env=environment, cwd=folder).returncode
            never = [label for label, count in json.loads(pathlib.Path(folder, "successes.json").read_text()).items()
                     if not count and can_succeed(label)]
            if never:
                print("Never successful: " + ", ".join(never))
                failed = 1
            if process.poll() is not None:
                print(f"The server ended with {process.returncode}.")
                failed = 1
            return failed
        finally:
            process.kill()
            process.wait()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
