#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person gets: the installed tree and the Debian package, each of them unpacked and started."""
import os
import pathlib
import subprocess
import tempfile
import unittest

BUILD = pathlib.Path(os.environ["LOREDESK_BUILD"])
EXPECTED = {
    "bin/loredesk",
    "bin/loredesk-server",
    "share/applications/io.github.loredesk.Loredesk.desktop",
    "share/icons/hicolor/scalable/apps/io.github.loredesk.Loredesk.svg",
    "share/metainfo/io.github.loredesk.Loredesk.metainfo.xml",
}


def run(*command, **options):
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if result.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))} ended with {result.returncode}:\n{result.stdout}")
    return result.stdout


class TestPackaging(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def assert_works(self, prefix):
        found = {path.relative_to(prefix).as_posix() for path in prefix.rglob("*") if path.is_file()}
        self.assertEqual(found, EXPECTED)
        self.assertIn("--listen", run(prefix / "bin/loredesk-server", "--help"))
        self.assertIn("--data", run(prefix / "bin/loredesk", "--help"))

    def test_installed_tree(self):
        run("cmake", "--install", BUILD, "--prefix", self.folder, "--strip")
        self.assert_works(self.folder)

    def test_debian_package(self):
        run("cpack", "-G", "DEB", "-B", self.folder, "--config", BUILD / "CPackConfig.cmake")
        [package] = self.folder.glob("*.deb")
        fields = run("dpkg-deb", "--field", package)
        self.assertIn("Package: loredesk\n", fields)
        self.assertRegex(fields, r"(?m)^Depends: .*libqt6widgets6")
        self.assertRegex(fields, r"(?m)^Depends: .*libmicrohttpd")
        for line in run("dpkg-deb", "--contents", package).splitlines():
            self.assertRegex(line, r"^[d-]rw[x-]r-[x-]r-[x-] root/root ")
        run("dpkg-deb", "--extract", package, self.folder / "root")
        self.assert_works(self.folder / "root/usr")


if __name__ == "__main__":
    unittest.main()
