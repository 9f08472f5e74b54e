#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule of lint.py and translations.py, seen to fail and seen to pass."""
import pathlib
import tempfile
import unittest

import lint
import translations

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"


class TestLint(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def write(self, name, text=""):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def broken(self, rule):
        return list(rule(self.root))

    def including(self, name, included):
        self.write(included)
        self.write(name, f'#include "{included}"\n')
        return self.broken(lint.layers)

    def test_an_arrow_of_the_architecture_may_be_followed(self):
        self.assertEqual(self.including("ui/a.cpp", "app/services/b.h"), [])
        self.assertEqual(self.including("app/engine/http/a.cpp", "app/engine/store/b.h"), [])

    def test_no_arrow_is_followed_backwards(self):
        self.assertEqual(len(self.including("app/models/a.cpp", "app/services/b.h")), 1)

    def test_the_server_does_not_know_the_client(self):
        self.assertEqual(len(self.including("app/engine/http/a.cpp", "app/api/b.h")), 1)

    def test_the_text_room_knows_no_other_room_of_the_server(self):
        self.assertEqual(len(self.including("app/engine/text/a.cpp", "app/engine/store/b.h")), 1)

    def test_nobody_includes_the_window(self):
        self.assertEqual(len(self.including("app/services/a.cpp", "ui/b.h")), 1)

    def test_tests_may_include_everything(self):
        self.assertEqual(self.including("tests/a.cpp", "ui/b.h"), [])

    def test_an_include_is_written_from_the_root(self):
        self.write("ui/b.h")
        self.write("ui/a.cpp", '#include "b.h"\n')
        self.assertEqual(len(self.broken(lint.layers)), 1)

    def test_a_source_without_a_licence_is_found(self):
        self.write("app/a.cpp", "int a;\n")
        self.write("app/b.cpp", SPDX)
        self.write("scripts/c", "#!/bin/sh\n")
        self.assertEqual([line.split(":")[0] for line in self.broken(lint.spdx)], ["app/a.cpp", "scripts/c"])

    def test_a_path_of_somebodys_machine_is_found(self):
        self.write("docs/a.md", "see /ro" + "ot/notes and /ho" + "me/anna/notes\n")
        self.write("docs/b.md", "see /home/user/notes and https://example.org/work/notes\n")
        self.assertEqual([line.split(":")[0] for line in self.broken(lint.paths)], ["docs/a.md"])

    def test_a_long_file_is_found(self):
        self.write("ui/a.cpp", "\n" * 301)
        self.write("ui/b.cpp", "\n" * 300)
        self.assertEqual([line.split(":")[0] for line in self.broken(lint.sizes)], ["ui/a.cpp"])

    def test_a_long_file_may_say_why(self):
        self.write("ui/a.cpp", SPDX + "// Over 300 lines: a table of the wire's words.\n" + "\n" * 301)
        self.assertEqual(self.broken(lint.sizes), [])

    def strings(self, name, *messages):
        path = self.root / name
        path.write_text("<TS><context><name>A</name>" + "".join(messages) + "</context></TS>")
        return path

    def untranslated(self, translation, source="&amp;All: %1 of %2", numerus="no"):
        start = f'<message numerus="{numerus}"><source>{source}</source>'
        found = dict(translations.messages(self.strings("fresh.ts", start + "<translation/></message>")))
        file = self.strings("de.ts", start + translation + "</message>" if translation else "")
        return len(list(translations.broken(file, found)))

    def test_a_finished_string_is_passed(self):
        self.assertEqual(self.untranslated("<translation>&amp;Alle: %2, davon %1</translation>"), 0)

    def test_a_string_that_is_not_translated_is_found(self):
        for translation in ("", "<translation/>", '<translation type="unfinished">&amp;%1 von %2</translation>',
                            '<translation type="vanished">&amp;%1 von %2</translation>'):
            self.assertEqual(self.untranslated(translation), 1, translation)

    def test_other_placeholders_and_mnemonics_are_found(self):
        for text in ("&amp;Alle: %1 von 2", "&amp;Alle: %1 von %2 und %2", "Alle: %1 von %2"):
            self.assertEqual(self.untranslated(f"<translation>{text}</translation>"), 1, text)

    def test_every_form_of_a_plural_is_read(self):
        forms = "<translation><numerusform>%n Datei</numerusform><numerusform>{}</numerusform></translation>"
        self.assertEqual(self.untranslated(forms.format("%n Dateien"), "%n file(s)", "yes"), 0)
        self.assertEqual(self.untranslated(forms.format("Dateien"), "%n file(s)", "yes"), 1)

    def test_a_string_that_the_sources_lost_is_found(self):
        file = self.strings("de.ts", "<message><source>Old</source><translation>Alt</translation></message>")
        self.assertEqual(list(translations.broken(file, {})), ["de.ts: not in the sources: A: Old"])

    def test_a_string_of_no_class_is_found(self):
        file = self.strings("de.ts", "<message><source>Old</source><translation>Alt</translation></message>")
        file.write_text(file.read_text().replace("<name>A</name>", "<name></name>"))
        found = dict(translations.messages(file))
        self.assertEqual(list(translations.broken(file, found)), ["de.ts: tr() of an alias: : Old"])


if __name__ == "__main__":
    unittest.main()
