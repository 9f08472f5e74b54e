<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>ApiError</name>
    <message>
        <source>The key was refused (401).</source>
        <translation>Der Schlüssel wurde abgelehnt (401).</translation>
    </message>
    <message>
        <source>There is nothing at this address (404).</source>
        <translation>Unter dieser Adresse gibt es nichts (404).</translation>
    </message>
    <message>
        <source>The server does not take anything this large (413).</source>
        <translation>So große Dateien nimmt der Server nicht an (413).</translation>
    </message>
    <message>
        <source>The server asks to send fewer requests (%1).</source>
        <translation>Der Server bittet um weniger Anfragen (%1).</translation>
    </message>
    <message>
        <source>The server failed (%1).</source>
        <translation>Im Server ist ein Fehler aufgetreten (%1).</translation>
    </message>
    <message>
        <source>The server refused the request without saying why (%1).</source>
        <translation>Der Server hat die Anfrage ohne Begründung abgelehnt (%1).</translation>
    </message>
    <message>
        <source>Nothing answers at %1: the connection was refused.</source>
        <translation>Unter %1 antwortet nichts: Die Verbindung wurde abgelehnt.</translation>
    </message>
    <message>
        <source>%1 closed the connection without a complete answer.</source>
        <translation>%1 hat die Verbindung ohne vollständige Antwort beendet.</translation>
    </message>
    <message>
        <source>No server named %1 was found.</source>
        <translation>Es wurde kein Server namens %1 gefunden.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The connection to %1 is not secure: %2</source>
        <translation>Die Verbindung zu %1 ist nicht sicher: %2</translation>
    </message>
    <message>
        <source>The system&apos;s proxy did not let the request through: %1</source>
        <translation>Der Proxy des Systems hat die Anfrage nicht durchgelassen: %1</translation>
    </message>
    <message>
        <source>The server points to another address: %1</source>
        <translation>Der Server verweist auf eine andere Adresse: %1</translation>
    </message>
</context>
<context>
    <name>CallBase</name>
    <message>
        <source>The server refused the file without saying why. It may be too large for it, or of a type it does not take.</source>
        <translation>Der Server hat die Datei ohne Begründung abgelehnt. Vielleicht ist sie ihm zu groß, oder er nimmt diesen Dateityp nicht an.</translation>
    </message>
    <message>
        <source>The server answered with a web page instead of data.</source>
        <translation>Der Server hat mit einer Webseite statt mit Daten geantwortet.</translation>
    </message>
    <message>
        <source>The server&apos;s answer cannot be read. %1</source>
        <translation>Die Antwort des Servers ist nicht lesbar. %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>A child chunk without text would never be found.</source>
        <translation>Ein Teilabschnitt ohne Text würde nie gefunden.</translation>
    </message>
    <message>
        <source>The server&apos;s answer cannot be read.</source>
        <translation>Die Antwort des Servers kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Nothing was stored: %1</source>
        <translation>Nichts wurde gespeichert: %1</translation>
    </message>
    <message>
        <source>A chunk without text would never be found.</source>
        <translation>Ein Abschnitt ohne Text würde nie gefunden.</translation>
    </message>
    <message>
        <source>A chunk cannot be changed and disabled at once: the server would forget the changes.</source>
        <translation>Ein Abschnitt kann nicht zugleich geändert und deaktiviert werden: Der Server würde die Änderungen vergessen.</translation>
    </message>
    <message>
        <source>High quality needs an embedding model: choose one.</source>
        <translation>Hohe Qualität braucht ein Embedding-Modell: Wählen Sie eines.</translation>
    </message>
    <message>
        <source>A blank text would become a document without chunks.</source>
        <translation>Aus einem leeren Text würde ein Dokument ohne Abschnitte.</translation>
    </message>
    <message>
        <source>This server does not find the chunks of a parent-child document in an economy dataset. Choose high quality, or another chunk structure.</source>
        <translation>Dieser Server findet die Abschnitte eines Dokuments mit geschachtelten Abschnitten in einer sparsam indizierten Wissensbasis nicht. Wählen Sie hohe Qualität oder einen anderen Aufbau der Abschnitte.</translation>
    </message>
    <message>
        <source>The server&apos;s answer ended before it was complete.</source>
        <translation>Die Antwort des Servers endete, bevor sie vollständig war.</translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>nobody named</source>
        <translation>niemand genannt</translation>
    </message>
    <message>
        <source>Certificate of %1</source>
        <translation>Zertifikat von %1</translation>
    </message>
    <message>
        <source>The server shows another certificate than the one you trusted. Somebody may be in between. %1</source>
        <translation>Der Server zeigt ein anderes Zertifikat als das, dem Sie vertraut haben. Jemand könnte dazwischen sein. %1</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>Ausgestellt für</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Trust it only if the people who run the server confirm this fingerprint. It then holds for this server and this certificate alone.</source>
        <translation>Vertrauen Sie ihm nur, wenn die Betreiber des Servers diesen Fingerabdruck bestätigen. Das gilt dann allein für diesen Server und dieses Zertifikat.</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Diesem Zertifikat vertrauen</translation>
    </message>
</context>
<context>
    <name>ChunkDelegate</name>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>Wird indiziert</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
</context>
<context>
    <name>ChunkEditor</name>
    <message>
        <source>Text of the chunk</source>
        <translation>Text des Abschnitts</translation>
    </message>
    <message>
        <source>Text of the chunk (Ctrl+S saves)</source>
        <translation>Text des Abschnitts (Strg+S speichert)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answer to the question above (Ctrl+S saves)</source>
        <translation>Antwort auf die Frage oben (Strg+S speichert)</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Keywords with commas between them; left empty, the server finds them</source>
        <translation>Schlagwörter, durch Kommas getrennt; bleibt das Feld leer, findet sie der Server</translation>
    </message>
    <message>
        <source>Keywords, with commas between them</source>
        <translation>Schlagwörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Text of the new chunk</source>
        <translation>Text des neuen Abschnitts</translation>
    </message>
    <message>
        <source>Choose a chunk to read or change it.</source>
        <translation>Wählen Sie einen Abschnitt, um ihn zu lesen oder zu ändern.</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>What is answered to the question</source>
        <translation>Was auf die Frage geantwortet wird</translation>
    </message>
    <message>
        <source>Text of the child chunk</source>
        <translation>Text des Teilabschnitts</translation>
    </message>
    <message>
        <source>What somebody asks</source>
        <translation>Was jemand fragt</translation>
    </message>
    <message>
        <source>Text of the new child chunk</source>
        <translation>Text des neuen Teilabschnitts</translation>
    </message>
    <message>
        <source>The question is empty.</source>
        <translation>Die Frage ist leer.</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>Der Text ist leer.</translation>
    </message>
    <message>
        <source>The question has no answer.</source>
        <translation>Die Frage hat keine Antwort.</translation>
    </message>
</context>
<context>
    <name>ChunkPane</name>
    <message>
        <source>Filter chunks</source>
        <translation>Abschnitte filtern</translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Add chunk</source>
        <translation>Abschnitt hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save and go to the next</source>
        <translation>Speichern und weiter zum nächsten</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>The chunk has changes that are not saved.</source>
        <translation>Der Abschnitt hat ungespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>Choose a document to see its chunks.</source>
        <translation>Wählen Sie ein Dokument, um seine Abschnitte zu sehen.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>This document has no chunks yet.</source>
        <translation>Dieses Dokument hat noch keine Abschnitte.</translation>
    </message>
    <message>
        <source>No chunk contains these words.</source>
        <translation>Kein Abschnitt enthält diese Wörter.</translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s)</source>
        <translation>
            <numerusform>%n Abschnitt</numerusform>
            <numerusform>%n Abschnitte</numerusform>
        </translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>The document is not open any more.</source>
        <translation>Das Dokument ist nicht mehr geöffnet.</translation>
    </message>
    <message>
        <source>The server did not store the chunk.</source>
        <translation>Der Server hat den Abschnitt nicht gespeichert.</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Delete chunk %1?</source>
        <translation>Abschnitt %1 löschen?</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Add child chunk</source>
        <translation>Teilabschnitt hinzufügen</translation>
    </message>
    <message>
        <source>Make child chunks anew…</source>
        <translation>Teilabschnitte neu bilden…</translation>
    </message>
    <message>
        <source>Delete child chunk %1?</source>
        <translation>Teilabschnitt %1 löschen?</translation>
    </message>
    <message>
        <source>Make the child chunks of chunk %1 anew?</source>
        <translation>Die Teilabschnitte von Abschnitt %1 neu bilden?</translation>
    </message>
    <message>
        <source>The search reads them. Made anew they follow the new text, and what was written into them by hand is lost. Kept as they are, the search goes on finding the old text.</source>
        <translation>Sie werden durchsucht. Neu gebildet folgen sie dem neuen Text, und was von Hand hineingeschrieben wurde, geht verloren. Bleiben sie, findet die Suche weiterhin den alten Text.</translation>
    </message>
    <message>
        <source>Make anew</source>
        <translation>Neu bilden</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Save the chunk first.</source>
        <translation>Speichern Sie zuerst den Abschnitt.</translation>
    </message>
    <message>
        <source>They are cut from the text of the chunk. What was written into them by hand is lost.</source>
        <translation>Sie werden aus dem Text des Abschnitts geschnitten. Was von Hand hineingeschrieben wurde, geht verloren.</translation>
    </message>
    <message>
        <source>Not indexed: %1</source>
        <translation>Nicht indiziert: %1</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Keep everything in this folder: settings, servers, documents.</source>
        <translation>Alles in diesem Ordner ablegen: Einstellungen, Server, Dokumente.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Upload FILES to This computer, print the progress, save a picture of the window and end: 0 when all are indexed, 1 when one failed. Needs no display with QT_QPA_PLATFORM=offscreen.</source>
        <translation>FILES auf „Dieser Computer“ hochladen, den Fortschritt ausgeben, ein Bild des Fensters speichern und enden: 0, wenn alle indiziert sind, 1, wenn eine fehlgeschlagen ist. Braucht mit QT_QPA_PLATFORM=offscreen keinen Bildschirm.</translation>
    </message>
    <message>
        <source>picture.png</source>
        <translation>bild.png</translation>
    </message>
    <message>
        <source>A desktop for knowledge bases.</source>
        <translation>Ein Desktop für Wissensbasen.</translation>
    </message>
    <message>
        <source>Files and folders to add.</source>
        <translation>Dateien und Ordner, die hinzugefügt werden.</translation>
    </message>
</context>
<context>
    <name>DatasetCommands</name>
    <message>
        <source>New knowledge base…</source>
        <translation>Neue Wissensbasis…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Add server…</source>
        <translation>Server hinzufügen…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Remove server…</source>
        <translation>Server entfernen…</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Its %n document(s) and all their chunks are deleted as well. This cannot be undone.</source>
        <translation>
            <numerusform>%n Dokument mit allen Abschnitten wird ebenfalls gelöscht. Das lässt sich nicht rückgängig machen.</numerusform>
            <numerusform>%n Dokumente mit allen Abschnitten werden ebenfalls gelöscht. Das lässt sich nicht rückgängig machen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>“%1” was not deleted: %2</source>
        <translation>„%1“ wurde nicht gelöscht: %2</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>„%1“ entfernen?</translation>
    </message>
    <message>
        <source>Its key is removed from the keychain. The knowledge bases on the server are not touched.</source>
        <translation>Der Schlüssel wird aus dem Schlüsselbund entfernt. Die Wissensbasen auf dem Server bleiben unverändert.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Models on this computer…</source>
        <translation>Modelle auf diesem Computer…</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Tags…</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Settings that are changed and not saved are lost: %1.</source>
        <translation>Geänderte, nicht gespeicherte Einstellungen gehen verloren: %1.</translation>
    </message>
    <message>
        <source>Edit server…</source>
        <translation>Server bearbeiten…</translation>
    </message>
</context>
<context>
    <name>DatasetDialog</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Rename knowledge base</source>
        <translation>Wissensbasis umbenennen</translation>
    </message>
    <message>
        <source>New knowledge base</source>
        <translation>Neue Wissensbasis</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Up to 40 characters, unlike every other on the server</source>
        <translation>Bis zu 40 Zeichen; auf dem Server darf es den Namen noch nicht geben</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What is in it, for people</source>
        <translation>Was darin ist, für Menschen beschrieben</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
</context>
<context>
    <name>DatasetPane</name>
    <message>
        <source>Filter knowledge bases</source>
        <translation>Wissensbasen filtern</translation>
    </message>
    <message>
        <source>Servers and knowledge bases</source>
        <translation>Server und Wissensbasen</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Show only knowledge bases with certain tags</source>
        <translation>Nur Wissensbasen mit bestimmten Tags zeigen</translation>
    </message>
    <message>
        <source>Tags (%1)</source>
        <translation>Tags (%1)</translation>
    </message>
</context>
<context>
    <name>DatasetsModel</name>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>Warten auf den Schlüsselbund…</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Tags: %1</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Loredesk</source>
        <translation>Loredesk</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
</context>
<context>
    <name>DocumentsModel</name>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>Wird indiziert</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Filter documents</source>
        <translation>Dokumente filtern</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Update from file…</source>
        <translation>Aus Datei aktualisieren…</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Choose a knowledge base on the left.</source>
        <translation>Wählen Sie links eine Wissensbasis.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>No document matches the filter.</source>
        <translation>Kein Dokument passt zum Filter.</translation>
    </message>
    <message>
        <source>Drop files here.</source>
        <translation>Ziehen Sie Dateien hierher.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n document(s)?</source>
        <translation>
            <numerusform>%n Dokument löschen?</numerusform>
            <numerusform>%n Dokumente löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their chunks are deleted as well. This cannot be undone.</source>
        <translation>Die zugehörigen Abschnitte werden ebenfalls gelöscht. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Update “%1” from a file</source>
        <translation>„%1“ aus einer Datei aktualisieren</translation>
    </message>
    <message>
        <source>Update “%1” with “%2”?</source>
        <translation>„%1“ mit „%2“ aktualisieren?</translation>
    </message>
    <message>
        <source>All its chunks are made anew. Chunks that were edited by hand are lost.</source>
        <translation>Alle Abschnitte werden neu erzeugt. Von Hand bearbeitete Abschnitte gehen verloren.</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Add as a new document…</source>
        <translation>Als neues Dokument hinzufügen…</translation>
    </message>
    <message>
        <source>Save original…</source>
        <translation>Original speichern…</translation>
    </message>
    <message>
        <source>Save originals…</source>
        <translation>Originale speichern…</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>Originale</translation>
    </message>
    <message>
        <source>Save the original of “%1”</source>
        <translation>Das Original von „%1“ speichern</translation>
    </message>
    <message>
        <source>Save originals</source>
        <translation>Originale speichern</translation>
    </message>
    <message>
        <source>Not saved: the server was removed.</source>
        <translation>Nicht gespeichert: Der Server wurde entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>%n original(s)</source>
        <translation>
            <numerusform>%n Original</numerusform>
            <numerusform>%n Originale</numerusform>
        </translation>
    </message>
    <message>
        <source>Metadata…</source>
        <translation>Metadaten…</translation>
    </message>
</context>
<context>
    <name>Download</name>
    <message>
        <source>%1 (%2 of %3).zip</source>
        <translation>%1 (%2 von %3).zip</translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation>„%1“ ist schon vorhanden.</translation>
    </message>
</context>
<context>
    <name>DownloadBar</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Saved so far</source>
        <translation>Bisher gespeichert</translation>
    </message>
    <message>
        <source>Stop saving</source>
        <translation>Speichern abbrechen</translation>
    </message>
    <message>
        <source>Stop saving; nothing half is left</source>
        <translation>Speichern abbrechen; nichts Halbes bleibt zurück</translation>
    </message>
    <message>
        <source>Open the folder it was saved in</source>
        <translation>Den Ordner öffnen, in dem es liegt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>%1 saved in %2</source>
        <translation>%1 gespeichert in %2</translation>
    </message>
    <message>
        <source>Saving %1: %2</source>
        <translation>%1 wird gespeichert: %2</translation>
    </message>
    <message>
        <source>Saving %1…</source>
        <translation>%1 wird gespeichert…</translation>
    </message>
</context>
<context>
    <name>ErrorAdvice</name>
    <message>
        <source>Take the document out of the archive first.</source>
        <translation>Nehmen Sie das Dokument zuerst aus dem Archiv.</translation>
    </message>
    <message>
        <source>Wait until its first document is indexed.</source>
        <translation>Warten Sie, bis ihr erstes Dokument indiziert ist.</translation>
    </message>
    <message>
        <source>Reload the list to see how it is now.</source>
        <translation>Laden Sie die Liste neu, um den jetzigen Stand zu sehen.</translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation>Geben Sie der Datei einen Namen.</translation>
    </message>
    <message>
        <source>Split the file, or raise the limit in the server&apos;s settings.</source>
        <translation>Teilen Sie die Datei, oder erhöhen Sie die Grenze in den Einstellungen des Servers.</translation>
    </message>
    <message>
        <source>Check the names and values of the metadata.</source>
        <translation>Prüfen Sie Namen und Werte der Metadaten.</translation>
    </message>
    <message>
        <source>Choose the file again.</source>
        <translation>Wählen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>Fill in all that the pipeline asks for.</source>
        <translation>Füllen Sie alles aus, wonach die Pipeline fragt.</translation>
    </message>
    <message>
        <source>Set the model up, with its key, in the server&apos;s model settings.</source>
        <translation>Richten Sie das Modell mit seinem Schlüssel in den Modelleinstellungen des Servers ein.</translation>
    </message>
    <message>
        <source>Give the server another key for the model, or choose another model.</source>
        <translation>Geben Sie dem Server einen anderen Schlüssel für das Modell, oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Send one file at a time.</source>
        <translation>Senden Sie eine Datei nach der anderen.</translation>
    </message>
    <message>
        <source>Save the file in another format, such as PDF or plain text.</source>
        <translation>Speichern Sie die Datei in einem anderen Format, etwa als PDF oder reinen Text.</translation>
    </message>
    <message>
        <source>Check that the server runs and that this computer can reach it.</source>
        <translation>Prüfen Sie, ob der Server läuft und dieser Computer ihn erreichen kann.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server for its certificate.</source>
        <translation>Fragen Sie die Betreiber des Servers nach seinem Zertifikat.</translation>
    </message>
    <message>
        <source>Enter the key again; it has to be a key of the knowledge API, not of an app.</source>
        <translation>Geben Sie den Schlüssel noch einmal ein; es muss ein Schlüssel der Wissens-API sein, nicht der einer App.</translation>
    </message>
    <message>
        <source>Allow it on the server, or use a key that may do it.</source>
        <translation>Erlauben Sie es auf dem Server, oder verwenden Sie einen Schlüssel, der es darf.</translation>
    </message>
    <message>
        <source>Reload the list: somebody may have deleted it.</source>
        <translation>Laden Sie die Liste neu: Jemand könnte es gelöscht haben.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Nothing is sent until the server takes requests again; then try again.</source>
        <translation>Nichts wird gesendet, bis der Server wieder Anfragen annimmt; versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Delete what is not needed, or get a larger plan.</source>
        <translation>Löschen Sie, was nicht gebraucht wird, oder nehmen Sie einen größeren Tarif.</translation>
    </message>
    <message>
        <source>Split it, or raise the limit in the server&apos;s settings.</source>
        <translation>Teilen Sie es, oder erhöhen Sie die Grenze in den Einstellungen des Servers.</translation>
    </message>
    <message>
        <source>Try again when it is indexed.</source>
        <translation>Versuchen Sie es noch einmal, wenn es indiziert ist.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, the server&apos;s log knows more.</source>
        <translation>Versuchen Sie es noch einmal; bleibt es so, weiß das Protokoll des Servers mehr.</translation>
    </message>
    <message>
        <source>Check the address of the server.</source>
        <translation>Prüfen Sie die Adresse des Servers.</translation>
    </message>
    <message>
        <source>Take the knowledge base out of the apps that use it first.</source>
        <translation>Nehmen Sie die Wissensbasis zuerst aus den Apps, die sie verwenden.</translation>
    </message>
    <message>
        <source>Choose another name; knowledge bases that only other people see take names as well.</source>
        <translation>Wählen Sie einen anderen Namen; auch Wissensbasen, die nur andere sehen, belegen Namen.</translation>
    </message>
    <message>
        <source>Change the knowledge base to high quality first.</source>
        <translation>Stellen Sie die Wissensbasis zuerst auf hohe Qualität um.</translation>
    </message>
    <message>
        <source>The key was refused (401).</source>
        <translation>Der Schlüssel wurde abgelehnt (401).</translation>
    </message>
</context>
<context>
    <name>FileReader</name>
    <message>
        <source>The file is not there any more.</source>
        <translation>Die Datei ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>The file changed while it was sent.</source>
        <translation>Die Datei hat sich während des Sendens geändert.</translation>
    </message>
</context>
<context>
    <name>HandbookWindow</name>
    <message>
        <source>Handbook</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Text of the chapter</source>
        <translation>Text des Kapitels</translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message>
        <source>Score</source>
        <translation>Relevanz</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Chunk</source>
        <translation>Abschnitt</translation>
    </message>
</context>
<context>
    <name>KeptColumns</name>
    <message>
        <source>%1 (no room)</source>
        <translation>%1 (kein Platz)</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>LimitsForm</name>
    <message>
        <source>&amp;Defaults</source>
        <translation>&amp;Vorgaben</translation>
    </message>
    <message>
        <source>What is outside of these is left out of an upload, unless it is sent anyway.</source>
        <translation>Was darüber hinausgeht, wird ausgelassen, wenn es nicht trotzdem gesendet wird.</translation>
    </message>
    <message>
        <source>Largest file, in MiB</source>
        <translation>Größte Datei, in MiB</translation>
    </message>
    <message>
        <source>As UPLOAD_FILE_SIZE_LIMIT in the settings of the server</source>
        <translation>Wie UPLOAD_FILE_SIZE_LIMIT in den Einstellungen des Servers</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Types of files</source>
        <translation>Dateitypen</translation>
    </message>
    <message>
        <source>The ends of their names, with spaces between: pdf md txt</source>
        <translation>Die Endungen, mit Leerzeichen dazwischen: pdf md txt</translation>
    </message>
    <message>
        <source>Use the defaults of the server&apos;s version</source>
        <translation>Die Vorgaben der Version des Servers nehmen</translation>
    </message>
    <message>
        <source>Files that the server takes</source>
        <translation>Dateien, die der Server nimmt</translation>
    </message>
    <message>
        <source>&amp;Largest</source>
        <translation>&amp;Höchstgröße</translation>
    </message>
    <message>
        <source>&amp;Types</source>
        <translation>&amp;Typen</translation>
    </message>
    <message>
        <source>Name at least one type of file, such as pdf.</source>
        <translation>Nennen Sie mindestens einen Dateityp, etwa pdf.</translation>
    </message>
    <message>
        <source>“%1” is no type of file. Write the end of the name alone, such as pdf.</source>
        <translation>„%1“ ist kein Dateityp. Schreiben Sie nur die Endung, etwa pdf.</translation>
    </message>
</context>
<context>
    <name>LocalServer</name>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1 lässt sich nicht starten: %2</translation>
    </message>
    <message>
        <source>The server on this computer ended five times in a minute.</source>
        <translation>Der Server auf diesem Computer hat sich in einer Minute fünfmal beendet.</translation>
    </message>
    <message>
        <source>The server on this computer ended five times in a minute: %1</source>
        <translation>Der Server auf diesem Computer hat sich in einer Minute fünfmal beendet: %1</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Show chunks</source>
        <translation>Abschnitte anzeigen</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Knowledge bases</source>
        <translation>Wissensbasen</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Filter documents</source>
        <translation>Dokumente filtern</translation>
    </message>
    <message>
        <source>Retrieval</source>
        <translation>Abruf</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>New knowledge base</source>
        <translation>Neue Wissensbasis</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Knowledge base</source>
        <translation>&amp;Wissensbasis</translation>
    </message>
    <message>
        <source>&amp;Document</source>
        <translation>D&amp;okument</translation>
    </message>
    <message>
        <source>&amp;Chunk</source>
        <translation>Ab&amp;schnitt</translation>
    </message>
    <message>
        <source>&amp;Transfers</source>
        <translation>Ü&amp;bertragungen</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Loredesk</source>
        <translation>Loredesk</translation>
    </message>
    <message>
        <source>Knowledge base</source>
        <translation>Wissensbasis</translation>
    </message>
    <message>
        <source>Panes</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>%1 – Loredesk</source>
        <translation>%1 – Loredesk</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>No keychain is available: the key is kept until you quit.</source>
        <translation>Kein Schlüsselbund verfügbar: Der Schlüssel bleibt nur erhalten, bis Sie das Programm beenden.</translation>
    </message>
    <message>
        <source>Quit while files are being sent?</source>
        <translation>Beenden, obwohl noch Dateien gesendet werden?</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not sent yet. They would have to be added again.</source>
        <translation>
            <numerusform>%n Datei ist noch nicht gesendet. Sie müsste erneut hinzugefügt werden.</numerusform>
            <numerusform>%n Dateien sind noch nicht gesendet. Sie müssten erneut hinzugefügt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings of the knowledge base</source>
        <translation>Einstellungen der Wissensbasis</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>&amp;Metadaten</translation>
    </message>
    <message>
        <source>Settings •</source>
        <translation>Einstellungen •</translation>
    </message>
    <message>
        <source>The settings of “%1” were not saved: %2</source>
        <translation>Die Einstellungen von „%1“ wurden nicht gespeichert: %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Saving makes the server index every document of %1 again.</source>
        <translation>Beim Speichern indiziert der Server jedes Dokument von %1 neu.</translation>
    </message>
    <message>
        <source>The changed settings of %1 are not saved.</source>
        <translation>Die geänderten Einstellungen von %1 sind nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Was Sie tun können</translation>
    </message>
</context>
<context>
    <name>MetadataConditionRow</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>The metadata field that is looked at</source>
        <translation>Das Metadatenfeld, das angesehen wird</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Remove the condition</source>
        <translation>Die Bedingung entfernen</translation>
    </message>
    <message>
        <source>Values, separated by commas</source>
        <translation>Werte, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Eine Zahl</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>ist nicht leer</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>enthält nicht</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>beginnt mit</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>endet mit</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>ist eines von</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>ist keines von</translation>
    </message>
    <message>
        <source>is before</source>
        <translation>ist vor</translation>
    </message>
    <message>
        <source>is after</source>
        <translation>ist nach</translation>
    </message>
</context>
<context>
    <name>MetadataFieldDialog</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Rename metadata field</source>
        <translation>Metadatenfeld umbenennen</translation>
    </message>
    <message>
        <source>Add metadata field</source>
        <translation>Metadatenfeld hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Unlike every other field of the knowledge base</source>
        <translation>In der Wissensbasis darf es das Feld noch nicht geben</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>It cannot be changed later</source>
        <translation>Sie kann später nicht geändert werden</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Art</translation>
    </message>
</context>
<context>
    <name>MetadataFieldsModel</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>MetadataFilterForm</name>
    <message>
        <source>All conditions hold</source>
        <translation>Alle Bedingungen gelten</translation>
    </message>
    <message>
        <source>Any condition holds</source>
        <translation>Eine der Bedingungen gilt</translation>
    </message>
    <message>
        <source>How many conditions have to hold</source>
        <translation>Wie viele Bedingungen gelten müssen</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>Only documents whose metadata are so are searched</source>
        <translation>Nur Dokumente mit solchen Metadaten werden durchsucht</translation>
    </message>
    <message>
        <source>The documents of this knowledge base have no metadata fields.</source>
        <translation>Die Dokumente dieser Wissensbasis haben keine Metadatenfelder.</translation>
    </message>
</context>
<context>
    <name>MetadataPage</name>
    <message>
        <source>Metadata fields</source>
        <translation>Metadatenfelder</translation>
    </message>
    <message>
        <source>Add field…</source>
        <translation>Feld hinzufügen…</translation>
    </message>
    <message>
        <source>Rename field…</source>
        <translation>Feld umbenennen…</translation>
    </message>
    <message>
        <source>Delete field…</source>
        <translation>Feld löschen…</translation>
    </message>
    <message>
        <source>Choose a knowledge base on the left.</source>
        <translation>Wählen Sie links eine Wissensbasis.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Fields such as author or year can be filled in for each document, and searched by.</source>
        <translation>Felder wie Autor oder Jahr lassen sich für jedes Dokument ausfüllen und zum Suchen verwenden.</translation>
    </message>
    <message>
        <source>Delete the field “%1”?</source>
        <translation>Das Feld „%1“ löschen?</translation>
    </message>
    <message numerus="yes">
        <source>The values of %n document(s) are lost. This cannot be undone.</source>
        <translation>
            <numerusform>Der Wert von %n Dokument geht verloren. Das lässt sich nicht rückgängig machen.</numerusform>
            <numerusform>Die Werte von %n Dokumenten gehen verloren. Das lässt sich nicht rückgängig machen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Name, uploader, dates and source, which the server fills in by itself (%1)</source>
        <translation>Name, wer hochgeladen hat, Daten und Quelle; der Server füllt sie von selbst aus (%1)</translation>
    </message>
    <message>
        <source>Built-in fields too</source>
        <translation>Auch Standardfelder</translation>
    </message>
</context>
<context>
    <name>MetadataSheet</name>
    <message>
        <source>This knowledge base has no metadata fields yet.</source>
        <translation>Diese Wissensbasis hat noch keine Metadatenfelder.</translation>
    </message>
    <message>
        <source>Add field…</source>
        <translation>Feld hinzufügen…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Metadata of “%1”</source>
        <translation>Metadaten von „%1“</translation>
    </message>
    <message numerus="yes">
        <source>Metadata of %n document(s)</source>
        <translation>
            <numerusform>Metadaten von %n Dokument</numerusform>
            <numerusform>Metadaten von %n Dokumenten</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents that could not be changed</source>
        <translation>Dokumente, die nicht geändert werden konnten</translation>
    </message>
    <message>
        <source>Documents changed so far</source>
        <translation>Bisher geänderte Dokumente</translation>
    </message>
    <message>
        <source>Add a field to the knowledge base</source>
        <translation>Der Wissensbasis ein Feld hinzufügen</translation>
    </message>
    <message>
        <source>Save what was changed (Enter)</source>
        <translation>Speichern, was geändert wurde (Eingabetaste)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Uploaded by</source>
        <translation>Hochgeladen von</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Hochgeladen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) could not be changed.</source>
        <translation>
            <numerusform>%n Dokument konnte nicht geändert werden.</numerusform>
            <numerusform>%n Dokumente konnten nicht geändert werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>MetadataValueEdit</name>
    <message>
        <source>Take away the value of %1</source>
        <translation>Den Wert von %1 entfernen</translation>
    </message>
    <message>
        <source>Take away the value</source>
        <translation>Den Wert entfernen</translation>
    </message>
    <message>
        <source>Give it a time</source>
        <translation>Eine Zeit eintragen</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Kein Wert</translation>
    </message>
    <message>
        <source>No value any more</source>
        <translation>Kein Wert mehr</translation>
    </message>
    <message>
        <source>Different values</source>
        <translation>Verschiedene Werte</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
</context>
<context>
    <name>ModelCheck</name>
    <message>
        <source>Something answers there, but not as this kind of model does.</source>
        <translation>Dort antwortet etwas, aber nicht so wie ein solches Modell.</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Models on this computer</source>
        <translation>Modelle auf diesem Computer</translation>
    </message>
    <message>
        <source>The rerank model works.</source>
        <translation>Das Rerank-Modell funktioniert.</translation>
    </message>
    <message numerus="yes">
        <source>The embedding model works: vectors of %n number(s).</source>
        <translation>
            <numerusform>Das Embedding-Modell funktioniert: Vektoren aus %n Zahl.</numerusform>
            <numerusform>Das Embedding-Modell funktioniert: Vektoren aus %n Zahlen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rerank: %1</source>
        <translation>Rerank: %1</translation>
    </message>
    <message>
        <source>Embeddings: %1</source>
        <translation>Embeddings: %1</translation>
    </message>
    <message>
        <source>Address of the rerank model</source>
        <translation>Adresse des Rerank-Modells</translation>
    </message>
    <message>
        <source>Address of the embedding model</source>
        <translation>Adresse des Embedding-Modells</translation>
    </message>
    <message>
        <source>The part before /embeddings or /rerank, mostly ending in /v1</source>
        <translation>Der Teil vor /embeddings oder /rerank, meist mit /v1 am Ende</translation>
    </message>
    <message>
        <source>As above</source>
        <translation>Wie oben</translation>
    </message>
    <message>
        <source>Name of the rerank model</source>
        <translation>Name des Rerank-Modells</translation>
    </message>
    <message>
        <source>Name of the embedding model</source>
        <translation>Name des Embedding-Modells</translation>
    </message>
    <message>
        <source>As the endpoint calls it; several are separated by commas</source>
        <translation>Wie er dort heißt; mehrere durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Key for the rerank model</source>
        <translation>Schlüssel für das Rerank-Modell</translation>
    </message>
    <message>
        <source>Key for the embedding model</source>
        <translation>Schlüssel für das Embedding-Modell</translation>
    </message>
    <message>
        <source>It is kept in the keychain</source>
        <translation>Er wird im Schlüsselbund aufbewahrt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>M&amp;odel</source>
        <translation>M&amp;odell</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>K&amp;ey</source>
        <translation>S&amp;chlüssel</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>Searching by meaning needs a model that speaks as OpenAI does: Ollama, llama.cpp or vLLM on this computer, or a service. Texts are sent there.</source>
        <translation>Die Suche nach Bedeutung braucht ein Modell, das wie OpenAI angesprochen wird: Ollama, llama.cpp oder vLLM auf diesem Computer, oder ein Dienst. Texte werden dorthin gesendet.</translation>
    </message>
    <message>
        <source>Ask the models one small question</source>
        <translation>Den Modellen eine kleine Frage stellen</translation>
    </message>
    <message>
        <source>Start the server on this computer again with these models</source>
        <translation>Den Server auf diesem Computer mit diesen Modellen neu starten</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>Embeddings</translation>
    </message>
    <message>
        <source>Rerank (not required)</source>
        <translation>Rerank (nicht nötig)</translation>
    </message>
    <message>
        <source>Asking the model…</source>
        <translation>Das Modell wird gefragt…</translation>
    </message>
    <message>
        <source>Send the key without encryption?</source>
        <translation>Den Schlüssel unverschlüsselt senden?</translation>
    </message>
    <message>
        <source>%1 is not encrypted: everybody on the way could read the key.</source>
        <translation>%1 ist nicht verschlüsselt: Jeder auf dem Weg könnte den Schlüssel lesen.</translation>
    </message>
    <message>
        <source>Send the key anyway</source>
        <translation>Schlüssel trotzdem senden</translation>
    </message>
</context>
<context>
    <name>PipelineForm</name>
    <message>
        <source>%1, optional</source>
        <translation>%1, optional</translation>
    </message>
    <message>
        <source>The pipeline asks for “%1”.</source>
        <translation>Die Pipeline fragt nach „%1“.</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>“%1” has more than %2 characters.</source>
        <translation>„%1“ hat mehr als %2 Zeichen.</translation>
    </message>
    <message>
        <source>Other inputs of the pipeline</source>
        <translation>Weitere Eingaben der Pipeline</translation>
    </message>
    <message>
        <source>One in each line: name = value</source>
        <translation>Je Zeile eine: Name = Wert</translation>
    </message>
    <message>
        <source>Inputs of the pipeline&apos;s later steps, one in each line: name = value. The server does not list them, and refuses files while one that it requires is missing.</source>
        <translation>Eingaben der späteren Schritte der Pipeline, je Zeile eine: Name = Wert. Der Server nennt sie nicht und lehnt Dateien ab, solange eine nötige fehlt.</translation>
    </message>
    <message>
        <source>“%1” is no input. Write: name = value</source>
        <translation>„%1“ ist keine Eingabe. Schreiben Sie: Name = Wert</translation>
    </message>
    <message>
        <source>Inputs of the pipeline</source>
        <translation>Eingaben der Pipeline</translation>
    </message>
</context>
<context>
    <name>PipelineLookup</name>
    <message>
        <source>The pipeline of this knowledge base takes no files: add its documents on the server.</source>
        <translation>Die Pipeline dieser Wissensbasis nimmt keine Dateien: Fügen Sie Dokumente auf dem Server hinzu.</translation>
    </message>
    <message>
        <source>The pipeline asks for “%1”, which cannot be given here: add the files on the server.</source>
        <translation>Die Pipeline fragt nach „%1“, was hier nicht angegeben werden kann: Fügen Sie die Dateien auf dem Server hinzu.</translation>
    </message>
</context>
<context>
    <name>PlanModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>same name as another file here</source>
        <translation>gleicher Name wie eine andere Datei hier</translation>
    </message>
    <message>
        <source>a document has this name</source>
        <translation>ein Dokument hat diesen Namen</translation>
    </message>
</context>
<context>
    <name>ProcessRuleForm</name>
    <message>
        <source>A&amp;utomatic</source>
        <translation>A&amp;utomatisch</translation>
    </message>
    <message>
        <source>Cu&amp;stom</source>
        <translation>&amp;Eigene Regeln</translation>
    </message>
    <message>
        <source>Remove extra spaces and line breaks</source>
        <translation>Überflüssige Leerzeichen und Zeilenumbrüche entfernen</translation>
    </message>
    <message>
        <source>Remove web and e-mail addresses</source>
        <translation>Web- und E-Mail-Adressen entfernen</translation>
    </message>
    <message>
        <source>Cut into chunks automatically</source>
        <translation>Automatisch in Abschnitte teilen</translation>
    </message>
    <message>
        <source>Chunks of up to 500 characters, cut at paragraphs and sentences</source>
        <translation>Abschnitte von bis zu 500 Zeichen, geteilt an Absätzen und Sätzen</translation>
    </message>
    <message>
        <source>Cut into chunks by these rules</source>
        <translation>Nach diesen Regeln in Abschnitte teilen</translation>
    </message>
    <message>
        <source>Choose separator, length and overlap</source>
        <translation>Trennzeichen, Länge und Überlappung wählen</translation>
    </message>
    <message>
        <source>Longest chunk</source>
        <translation>Längster Abschnitt</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>A&amp;llgemein</translation>
    </message>
    <message>
        <source>&amp;Parent and child</source>
        <translation>&amp;Geschachtelt</translation>
    </message>
    <message>
        <source>&amp;Questions and answers</source>
        <translation>&amp;Fragen und Antworten</translation>
    </message>
    <message>
        <source>Parts are &amp;chunks</source>
        <translation>&amp;Teile sind Abschnitte</translation>
    </message>
    <message>
        <source>The &amp;whole text is one chunk</source>
        <translation>Der gan&amp;ze Text ist ein Abschnitt</translation>
    </message>
    <message>
        <source>Longest child chunk</source>
        <translation>Längster Teilabschnitt</translation>
    </message>
    <message>
        <source>General chunks</source>
        <translation>Allgemeine Abschnitte</translation>
    </message>
    <message>
        <source>What is found is what is given back</source>
        <translation>Was gefunden wird, wird auch zurückgegeben</translation>
    </message>
    <message>
        <source>Chunks with child chunks</source>
        <translation>Abschnitte mit Teilabschnitten</translation>
    </message>
    <message>
        <source>Small child chunks are searched, and the chunks they belong to are given back</source>
        <translation>Kleine Teilabschnitte werden durchsucht, und die Abschnitte, zu denen sie gehören, zurückgegeben</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>Fragen und Antworten</translation>
    </message>
    <message>
        <source>Questions are searched, and given back with their answers</source>
        <translation>Fragen werden durchsucht und mit ihren Antworten zurückgegeben</translation>
    </message>
    <message>
        <source>The parts of the text are the chunks</source>
        <translation>Die Teile des Textes sind die Abschnitte</translation>
    </message>
    <message>
        <source>The text is cut into chunks, and each of them into child chunks</source>
        <translation>Der Text wird in Abschnitte geteilt und jeder davon in Teilabschnitte</translation>
    </message>
    <message>
        <source>The whole text is one chunk</source>
        <translation>Der ganze Text ist ein Abschnitt</translation>
    </message>
    <message>
        <source>For short texts: every hit gives back the whole of it</source>
        <translation>Für kurze Texte: Jeder Treffer gibt den ganzen Text zurück</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>A language model of the server writes the questions and answers; without one there are none.</source>
        <translation>Ein Sprachmodell des Servers schreibt die Fragen und Antworten; ohne eines gibt es keine.</translation>
    </message>
    <message>
        <source>The separator is empty.</source>
        <translation>Das Trennzeichen fehlt.</translation>
    </message>
    <message>
        <source>The longest chunk has between %1 and %2 characters.</source>
        <translation>Der längste Abschnitt hat zwischen %1 und %2 Zeichen.</translation>
    </message>
    <message>
        <source>The overlap is longer than the chunk.</source>
        <translation>Die Überlappung ist länger als der Abschnitt.</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Waiting to be indexed</source>
        <translation>Wartet auf die Indizierung</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Wird bereinigt</translation>
    </message>
    <message>
        <source>Splitting: %1 chunks</source>
        <translation>Wird geteilt: %1 Abschnitte</translation>
    </message>
    <message>
        <source>Splitting</source>
        <translation>Wird geteilt</translation>
    </message>
    <message>
        <source>%1 of %2 chunks</source>
        <translation>%1 von %2 Abschnitten</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>Wird indiziert</translation>
    </message>
    <message>
        <source>Paused by the server</source>
        <translation>Vom Server angehalten</translation>
    </message>
    <message>
        <source>Indexed</source>
        <translation>Indiziert</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>No progress since %1</source>
        <translation>Kein Fortschritt seit %1</translation>
    </message>
    <message>
        <source>Sending: %1 of %2</source>
        <translation>Wird gesendet: %1 von %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
</context>
<context>
    <name>RetrievalForm</name>
    <message>
        <source>Score ≥</source>
        <translation>Relevanz ≥</translation>
    </message>
    <message>
        <source>Top K</source>
        <translation>Top K</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Rank by</source>
        <translation>Ordnen nach</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>Volltext</translation>
    </message>
    <message>
        <source>Semantic</source>
        <translation>Semantisch</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation>Hybrid</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>How the question and the chunks are compared</source>
        <translation>Wie Frage und Abschnitte verglichen werden</translation>
    </message>
    <message>
        <source>The greatest number of hits</source>
        <translation>Höchstzahl der Treffer</translation>
    </message>
    <message>
        <source>Use a score threshold</source>
        <translation>Eine Relevanzschwelle verwenden</translation>
    </message>
    <message>
        <source>Leave out hits with a lower score</source>
        <translation>Treffer mit geringerer Relevanz weglassen</translation>
    </message>
    <message>
        <source>Score threshold</source>
        <translation>Relevanzschwelle</translation>
    </message>
    <message>
        <source>What decides the order of the hits</source>
        <translation>Was die Reihenfolge der Treffer bestimmt</translation>
    </message>
    <message>
        <source>Rerank model</source>
        <translation>Rerank-Modell</translation>
    </message>
    <message>
        <source>The model that ranks the hits</source>
        <translation>Das Modell, das die Treffer ordnet</translation>
    </message>
    <message>
        <source>Weight of meaning against words, in percent</source>
        <translation>Gewicht der Bedeutung gegenüber den Wörtern, in Prozent</translation>
    </message>
    <message>
        <source>How much the meaning counts; the words count the rest</source>
        <translation>Wie viel die Bedeutung zählt; die Wörter zählen den Rest</translation>
    </message>
    <message>
        <source>The knowledge base is indexed economically: it holds words, not meanings.</source>
        <translation>Die Wissensbasis ist sparsam indiziert: Sie enthält Wörter, keine Bedeutungen.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichten</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Relevanz</translation>
    </message>
    <message>
        <source>No rerank model is set up on the server.</source>
        <translation>Auf dem Server ist kein Rerank-Modell eingerichtet.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>RetrievalPage</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>A question or a few words; Enter searches</source>
        <translation>Eine Frage oder einige Wörter; die Eingabetaste sucht</translation>
    </message>
    <message>
        <source>Ask a question or type a few words</source>
        <translation>Stellen Sie eine Frage oder geben Sie einige Wörter ein</translation>
    </message>
    <message>
        <source>Search (Enter)</source>
        <translation>Suchen (Eingabetaste)</translation>
    </message>
    <message>
        <source>The best chunks for your question are shown here.</source>
        <translation>Hier erscheinen die besten Abschnitte zu Ihrer Frage.</translation>
    </message>
    <message>
        <source>Choose a knowledge base on the left.</source>
        <translation>Wählen Sie links eine Wissensbasis.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Search only documents with certain metadata</source>
        <translation>Nur Dokumente mit bestimmten Metadaten durchsuchen</translation>
    </message>
    <message>
        <source>Reading the metadata fields…</source>
        <translation>Die Metadatenfelder werden gelesen…</translation>
    </message>
    <message>
        <source>Filter (%1)</source>
        <translation>Filter (%1)</translation>
    </message>
</context>
<context>
    <name>SampleDataset</name>
    <message>
        <source>Handbook</source>
        <translation>Handbuch</translation>
    </message>
</context>
<context>
    <name>SegmentationForm</name>
    <message>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Cut here first: \n is a line break, \n\n a blank line</source>
        <translation>Hier wird zuerst geteilt: \n ist ein Zeilenumbruch, \n\n eine Leerzeile</translation>
    </message>
    <message>
        <source>What is longer is cut again</source>
        <translation>Was länger ist, wird noch einmal geteilt</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>What two pieces of a part that was cut again have in common</source>
        <translation>Was zwei Stücke eines noch einmal geteilten Teils gemeinsam haben</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>%1, overlap</source>
        <translation>%1, Überlappung</translation>
    </message>
</context>
<context>
    <name>ServerCheck</name>
    <message>
        <source>Something answers at %1, but it is not a knowledge API.</source>
        <translation>Unter %1 antwortet etwas, aber es ist keine Wissens-API.</translation>
    </message>
    <message>
        <source>The key may not list the datasets (403): %1 It may be bound to one of them.</source>
        <translation>Der Schlüssel darf die Wissensbasen nicht auflisten (403): %1 Vielleicht gilt er nur für eine davon.</translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>Add server</source>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>%1 is not encrypted: everybody on the way could read the key.</source>
        <translation>%1 ist nicht verschlüsselt: Unterwegs könnte jeder den Schlüssel lesen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>How the server is called in the tree</source>
        <translation>Wie der Server in der Liste heißt</translation>
    </message>
    <message>
        <source>Acme Cloud</source>
        <translation>Beispiel-Cloud</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>The address of the server or of its API</source>
        <translation>Die Adresse des Servers oder seiner API</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>A key for the Knowledge API; it is kept in the keychain</source>
        <translation>Ein Schlüssel für die Wissens-API; er wird im Schlüsselbund aufbewahrt</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>This is not an address.</source>
        <translation>Das ist keine Adresse.</translation>
    </message>
    <message>
        <source>A key is needed. In Dify it is found under Knowledge → API.</source>
        <translation>Ein Schlüssel ist nötig. In Dify steht er unter Wissen → API.</translation>
    </message>
    <message numerus="yes">
        <source>%n knowledge base(s)</source>
        <translation>
            <numerusform>%n Wissensbasis</numerusform>
            <numerusform>%n Wissensbasen</numerusform>
        </translation>
    </message>
    <message>
        <source>It answers. Found: %1.</source>
        <translation>Der Server antwortet. Gefunden: %1.</translation>
    </message>
    <message>
        <source>It answers, version %1. Found: %2.</source>
        <translation>Der Server antwortet, Version %1. Gefunden: %2.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>Send the key anyway</source>
        <translation>Schlüssel trotzdem senden</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Diesen Schlüssel verwenden</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>Zertifikat zeigen…</translation>
    </message>
    <message>
        <source>Edit server</source>
        <translation>Server bearbeiten</translation>
    </message>
    <message>
        <source>Another address is another server: add it</source>
        <translation>Eine andere Adresse ist ein anderer Server: Fügen Sie ihn hinzu</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>ServerFeed</name>
    <message>
        <source>The server wants fewer requests. Next in %1.</source>
        <translation>Der Server möchte weniger Anfragen. Nächste in %1.</translation>
    </message>
</context>
<context>
    <name>ServerNotice</name>
    <message>
        <source>Change key…</source>
        <translation>Schlüssel ändern…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try to reach the server again</source>
        <translation>Noch einmal versuchen, den Server zu erreichen</translation>
    </message>
    <message>
        <source>Change key</source>
        <translation>Schlüssel ändern</translation>
    </message>
    <message>
        <source>Give another key for this server</source>
        <translation>Einen anderen Schlüssel für diesen Server angeben</translation>
    </message>
    <message>
        <source>Certificate…</source>
        <translation>Zertifikat…</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Look at the certificate that the server shows</source>
        <translation>Das Zertifikat ansehen, das der Server zeigt</translation>
    </message>
</context>
<context>
    <name>Servers</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>The list of servers in %1 cannot be read. A copy was kept beside it.</source>
        <translation>Die Liste der Server in %1 ist nicht lesbar. Eine Kopie wurde daneben aufbewahrt.</translation>
    </message>
    <message>
        <source>The keychain has no key for this server.</source>
        <translation>Der Schlüsselbund enthält keinen Schlüssel für diesen Server.</translation>
    </message>
    <message>
        <source>The list of servers cannot be saved in %1: %2</source>
        <translation>Die Liste der Server lässt sich nicht in %1 speichern: %2</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Show again what the server has</source>
        <translation>Wieder zeigen, was der Server hat</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Up to 40 characters, unlike every other on the server</source>
        <translation>Bis zu 40 Zeichen, anders als alle anderen auf dem Server</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What is in it, for people; up to 400 characters</source>
        <translation>Was darin ist, für Menschen; bis zu 400 Zeichen</translation>
    </message>
    <message>
        <source>Visible to</source>
        <translation>Sichtbar für</translation>
    </message>
    <message>
        <source>Who may see it on the server</source>
        <translation>Wer sie auf dem Server sehen darf</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Visible to</source>
        <translation>&amp;Sichtbar für</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>Indizierung</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <source>&amp;Embedding model</source>
        <translation>&amp;Embedding-Modell</translation>
    </message>
    <message>
        <source>Retrieval, as applications get it</source>
        <translation>Abruf, wie Anwendungen ihn bekommen</translation>
    </message>
    <message>
        <source>Economical: by words</source>
        <translation>Sparsam: nach Wörtern</translation>
    </message>
    <message>
        <source>High quality: by meaning</source>
        <translation>Hohe Qualität: nach Bedeutung</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Another one indexes every document again</source>
        <translation>Eine andere indiziert jedes Dokument neu</translation>
    </message>
    <message>
        <source>Embedding model</source>
        <translation>Embedding-Modell</translation>
    </message>
    <message>
        <source>The model that turns texts into what is searched by meaning</source>
        <translation>Das Modell, das Texte für die Suche nach Bedeutung umwandelt</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Nur für mich</translation>
    </message>
    <message>
        <source>Everybody in the team</source>
        <translation>Alle im Team</translation>
    </message>
    <message>
        <source>Some members of the team</source>
        <translation>Einige im Team</translation>
    </message>
    <message>
        <source>No embedding model is set up on the server.</source>
        <translation>Auf dem Server ist kein Embedding-Modell eingerichtet.</translation>
    </message>
    <message>
        <source>Searching by meaning needs a model: File → Models on this computer…</source>
        <translation>Die Suche nach Bedeutung braucht ein Modell: Datei → Modelle auf diesem Computer…</translation>
    </message>
    <message>
        <source>The server cannot use the embedding model at the moment.</source>
        <translation>Der Server kann das Embedding-Modell zurzeit nicht verwenden.</translation>
    </message>
    <message>
        <source>Index every document again?</source>
        <translation>Jedes Dokument neu indizieren?</translation>
    </message>
    <message numerus="yes">
        <source>The server makes the index of %n document(s) anew. Until it is done they may not be found.</source>
        <translation>
            <numerusform>Der Server baut den Index von %n Dokument neu auf. Bis dahin wird es möglicherweise nicht gefunden.</numerusform>
            <numerusform>Der Server baut den Index von %n Dokumenten neu auf. Bis dahin werden sie möglicherweise nicht gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Index again</source>
        <translation>Neu indizieren</translation>
    </message>
    <message>
        <source>This computer has no team.</source>
        <translation>Auf diesem Computer gibt es kein Team.</translation>
    </message>
    <message>
        <source>Choose the members in the web console: the server does not tell others who is in the team.</source>
        <translation>Wählen Sie die Mitglieder in der Web-Konsole: Der Server sagt sonst niemandem, wer zum Team gehört.</translation>
    </message>
    <message>
        <source>The server forgets which members it was for.</source>
        <translation>Der Server vergisst, für welche Mitglieder sie war.</translation>
    </message>
    <message numerus="yes">
        <source>For %n member(s), chosen in the web console.</source>
        <translation>
            <numerusform>Für %n Mitglied, in der Web-Konsole gewählt.</numerusform>
            <numerusform>Für %n Mitglieder, in der Web-Konsole gewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>For members chosen in the web console.</source>
        <translation>Für Mitglieder, die in der Web-Konsole gewählt wurden.</translation>
    </message>
    <message>
        <source>Send what was changed to the server (Ctrl+S)</source>
        <translation>Das Geänderte an den Server senden (Strg+S)</translation>
    </message>
</context>
<context>
    <name>StatusChips</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Show only: %1</source>
        <translation>Nur anzeigen: %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Tags of “%1”</source>
        <translation>Tags von „%1“</translation>
    </message>
    <message>
        <source>Reading the tags…</source>
        <translation>Die Tags werden gelesen…</translation>
    </message>
    <message>
        <source>Tags of the server</source>
        <translation>Tags des Servers</translation>
    </message>
    <message>
        <source>Tick those that the knowledge base is to carry (Space); F2 renames</source>
        <translation>Die ankreuzen, die die Wissensbasis tragen soll (Leertaste); F2 benennt um</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Neuer Tag</translation>
    </message>
    <message>
        <source>Up to 50 characters (Enter adds it)</source>
        <translation>Bis zu 50 Zeichen (Enter fügt ihn hinzu)</translation>
    </message>
    <message>
        <source>Make the tag and give it to the knowledge base (Enter)</source>
        <translation>Den Tag anlegen und der Wissensbasis geben (Enter)</translation>
    </message>
    <message>
        <source>Give the chosen tag another name (F2)</source>
        <translation>Dem gewählten Tag einen anderen Namen geben (F2)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Take the chosen tag from the server</source>
        <translation>Den gewählten Tag vom Server entfernen</translation>
    </message>
    <message>
        <source>The server has no tags yet.</source>
        <translation>Der Server hat noch keine Tags.</translation>
    </message>
    <message>
        <source>A name has 1 to %1 characters.</source>
        <translation>Ein Name hat 1 bis %1 Zeichen.</translation>
    </message>
    <message>
        <source>Delete the tag “%1”?</source>
        <translation>Den Tag „%1“ löschen?</translation>
    </message>
    <message numerus="yes">
        <source>%n knowledge base(s) carry it. They stay as they are otherwise.</source>
        <translation>
            <numerusform>%n Wissensbasis trägt ihn. Sie bleibt sonst, wie sie ist.</numerusform>
            <numerusform>%n Wissensbasen tragen ihn. Sie bleiben sonst, wie sie sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>Wird indiziert</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
</context>
<context>
    <name>TransferQueue</name>
    <message>
        <source>The server was removed.</source>
        <translation>Der Server wurde entfernt.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>The server did not say whether it took the file.</source>
        <translation>Der Server hat nicht gemeldet, ob er die Datei angenommen hat.</translation>
    </message>
    <message>
        <source>The server has stopped indexing.</source>
        <translation>Der Server hat die Indizierung angehalten.</translation>
    </message>
    <message>
        <source>The document was deleted on the server.</source>
        <translation>Das Dokument wurde auf dem Server gelöscht.</translation>
    </message>
    <message>
        <source>The document could not be deleted: %1</source>
        <translation>Das Dokument konnte nicht gelöscht werden: %1</translation>
    </message>
</context>
<context>
    <name>TransfersModel</name>
    <message>
        <source>%1 Next try at %2.</source>
        <translation>%1 Nächster Versuch um %2.</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>TransfersPane</name>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>%1 sending</source>
        <translation>%1 im Versand</translation>
    </message>
    <message>
        <source>%1 indexing</source>
        <translation>%1 in Indizierung</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 finished</source>
        <translation>%1 fertig</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Files on their way are listed here.</source>
        <translation>Hier stehen die Dateien, die unterwegs sind.</translation>
    </message>
    <message>
        <source>Show each file (Ctrl+4)</source>
        <translation>Jede Datei anzeigen (Strg+4)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene erneut versuchen</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · noch %2</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
</context>
<context>
    <name>UnattendedUpload</name>
    <message>
        <source>Files of %1</source>
        <translation>Dateien vom %1</translation>
    </message>
    <message>
        <source>%1: left out, %2</source>
        <translation>%1: ausgelassen, %2</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>Es gibt nichts zu senden.</translation>
    </message>
    <message>
        <source>%1 finished, %2 failed</source>
        <translation>%1 fertig, %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>The picture could not be saved as %1</source>
        <translation>Das Bild konnte nicht als %1 gespeichert werden</translation>
    </message>
</context>
<context>
    <name>Upload</name>
    <message>
        <source>The file has changed since it was chosen.</source>
        <translation>Die Datei hat sich seit der Auswahl geändert.</translation>
    </message>
    <message>
        <source>The document of this name is disabled or archived and cannot be replaced.</source>
        <translation>Das Dokument dieses Namens ist deaktiviert oder archiviert und lässt sich nicht ersetzen.</translation>
    </message>
    <message>
        <source>Waits until the document of this name is indexed.</source>
        <translation>Wartet, bis das Dokument dieses Namens indiziert ist.</translation>
    </message>
    <message>
        <source>The pipeline made no document of the file.</source>
        <translation>Die Pipeline hat aus der Datei kein Dokument gemacht.</translation>
    </message>
</context>
<context>
    <name>UploadPlan</name>
    <message>
        <source>hidden</source>
        <translation>versteckt</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>eine Verknüpfung</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>not a file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>larger than %1</source>
        <translation>größer als %1</translation>
    </message>
    <message>
        <source>not a type the server reads</source>
        <translation>Dateityp, den der Server nicht liest</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>chosen twice</source>
        <translation>doppelt ausgewählt</translation>
    </message>
</context>
<context>
    <name>UploadSheet</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Knowledge base</source>
        <translation>Wissensbasis</translation>
    </message>
    <message>
        <source>Where the files go</source>
        <translation>Wohin die Dateien kommen</translation>
    </message>
    <message>
        <source>Name of the new knowledge base</source>
        <translation>Name der neuen Wissensbasis</translation>
    </message>
    <message>
        <source>Up to 40 characters, unlike every other on the server</source>
        <translation>Bis zu 40 Zeichen; auf dem Server darf es den Namen noch nicht geben</translation>
    </message>
    <message>
        <source>What to do with equal names</source>
        <translation>Was bei gleichen Namen geschieht</translation>
    </message>
    <message>
        <source>Skip leaves the document as it is; replace drops its edited chunks</source>
        <translation>„Überspringen“ lässt das Dokument, wie es ist; „Ersetzen“ verwirft seine bearbeiteten Abschnitte</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Start sending (Enter)</source>
        <translation>Senden starten (Eingabetaste)</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files to be sent</source>
        <translation>Zu sendende Dateien</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>Es gibt nichts zu senden.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Nothing is left out.</source>
        <translation>Nichts wird ausgelassen.</translation>
    </message>
    <message>
        <source>Add &amp;to</source>
        <translation>&amp;Hinzufügen zu</translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>New knowledge base on %1…</source>
        <translation>Neue Wissensbasis auf %1…</translation>
    </message>
    <message>
        <source>Will be sent: %1</source>
        <translation>Zu senden: %1</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ausgelassen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have a name that is there already.</source>
        <translation>
            <numerusform>%n Datei hat einen Namen, den es schon gibt.</numerusform>
            <numerusform>%n Dateien haben einen Namen, den es schon gibt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking through the folders: %n file(s) so far…</source>
        <translation>
            <numerusform>Ordner werden durchsucht: bisher %n Datei…</numerusform>
            <numerusform>Ordner werden durchsucht: bisher %n Dateien…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will be sent, %1 in all.</source>
        <translation>
            <numerusform>%n Datei wird gesendet, insgesamt %1.</numerusform>
            <numerusform>%n Dateien werden gesendet, insgesamt %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>No server is ready.</source>
        <translation>Kein Server ist bereit.</translation>
    </message>
    <message>
        <source>The knowledge base has documents of this kind, and takes no others.</source>
        <translation>Die Wissensbasis hat Dokumente dieser Art und nimmt keine anderen an.</translation>
    </message>
    <message>
        <source>Parent and child needs an embedding model, which this knowledge base does without.</source>
        <translation>Geschachtelte Abschnitte brauchen ein Embedding-Modell; diese Wissensbasis hat keines.</translation>
    </message>
    <message>
        <source>Send &amp;anyway</source>
        <translation>Trotzdem sen&amp;den</translation>
    </message>
    <message>
        <source>Send the files outside the server&apos;s limits anyway</source>
        <translation>Die Dateien außerhalb der Grenzen des Servers trotzdem senden</translation>
    </message>
    <message>
        <source>For a server that has other settings than is known here (Alt+A)</source>
        <translation>Für einen Server, der anders eingestellt ist, als hier bekannt (Alt+D)</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are outside the limits that are known of the server. With other settings it takes them when they are sent anyway; else it refuses each by itself, an old server with an error 500.</source>
        <translation>
            <numerusform>%n Datei liegt außerhalb der bekannten Grenzen des Servers. Ist er anders eingestellt, nimmt er sie, wenn sie trotzdem gesendet wird; sonst lehnt er sie ab, ein alter Server mit einem Fehler 500.</numerusform>
            <numerusform>%n Dateien liegen außerhalb der bekannten Grenzen des Servers. Ist er anders eingestellt, nimmt er sie, wenn sie trotzdem gesendet werden; sonst lehnt er jede einzeln ab, ein alter Server mit einem Fehler 500.</numerusform>
        </translation>
    </message>
    <message>
        <source>A pipeline only makes new documents.</source>
        <translation>Eine Pipeline macht nur neue Dokumente.</translation>
    </message>
    <message>
        <source>The pipeline of this knowledge base is not published yet: publish it on the server.</source>
        <translation>Die Pipeline dieser Wissensbasis ist noch nicht veröffentlicht: Veröffentlichen Sie sie auf dem Server.</translation>
    </message>
    <message>
        <source>Asking what the pipeline needs…</source>
        <translation>Die Pipeline wird gefragt, was sie braucht…</translation>
    </message>
    <message>
        <source>Parent and child: %1</source>
        <translation>Geschachtelte Abschnitte: %1</translation>
    </message>
</context>
<context>
    <name>format</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n min</numerusform>
            <numerusform>vor %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
</context>
<context>
    <name>viewutil</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>It is not set up on the server.</source>
        <translation>Es ist auf dem Server nicht eingerichtet.</translation>
    </message>
    <message>
        <source>%1 runs version %2, which cannot do this.</source>
        <translation>Auf %1 läuft Version %2, die das nicht kann.</translation>
    </message>
    <message>
        <source>This does not work in version %2, which %1 runs.</source>
        <translation>Das funktioniert in Version %2 nicht, die auf %1 läuft.</translation>
    </message>
    <message>
        <source>The key for %1 is good for single knowledge bases only.</source>
        <translation>Der Schlüssel für %1 gilt nur für einzelne Wissensbasen.</translation>
    </message>
    <message>
        <source>not with this key</source>
        <translation>nicht mit diesem Schlüssel</translation>
    </message>
    <message>
        <source>not on this server</source>
        <translation>nicht auf diesem Server</translation>
    </message>
    <message>
        <source>broken in version %1</source>
        <translation>defekt in Version %1</translation>
    </message>
    <message>
        <source>not in version %1</source>
        <translation>nicht in Version %1</translation>
    </message>
    <message>
        <source>%1 runs a version that cannot do this.</source>
        <translation>%1 läuft mit einer Version, die das nicht kann.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
</context>
</TS>
