<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ChunkEditor</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChunkPane</name>
    <message numerus="yes">
        <source>%n chunk(s)</source>
        <translation>
            <numerusform>%n chunk</numerusform>
            <numerusform>%n chunks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DatasetCommands</name>
    <message numerus="yes">
        <source>Its %n document(s) and all their chunks are deleted as well. This cannot be undone.</source>
        <translation>
            <numerusform>Its %n document and all its chunks are deleted as well. This cannot be undone.</numerusform>
            <numerusform>Its %n documents and all their chunks are deleted as well. This cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message numerus="yes">
        <source>%n original(s)</source>
        <translation>
            <numerusform>%n original</numerusform>
            <numerusform>%n originals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n document(s)?</source>
        <translation>
            <numerusform>Delete %n document?</numerusform>
            <numerusform>Delete %n documents?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) are not sent yet. They would have to be added again.</source>
        <translation>
            <numerusform>%n file is not sent yet. It would have to be added again.</numerusform>
            <numerusform>%n files are not sent yet. They would have to be added again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message numerus="yes">
        <source>%n knowledge base(s)</source>
        <translation>
            <numerusform>%n knowledge base</numerusform>
            <numerusform>%n knowledge bases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UploadSheet</name>
    <message numerus="yes">
        <source>%n file(s) have a name that is there already.</source>
        <translation>
            <numerusform>%n file has a name that is there already.</numerusform>
            <numerusform>%n files have a name that is there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking through the folders: %n file(s) so far…</source>
        <translation>
            <numerusform>Looking through the folders: %n file so far…</numerusform>
            <numerusform>Looking through the folders: %n files so far…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will be sent, %1 in all.</source>
        <translation>
            <numerusform>%n file will be sent, %1 in all.</numerusform>
            <numerusform>%n files will be sent, %1 in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are outside the limits that are known of the server. With other settings it takes them when they are sent anyway; else it refuses each by itself, an old server with an error 500.</source>
        <translation>
            <numerusform>%n file is outside the limits that are known of the server. With other settings it takes the file when it is sent anyway; else it refuses it, an old server with an error 500.</numerusform>
            <numerusform>%n files are outside the limits that are known of the server. With other settings it takes them when they are sent anyway; else it refuses each by itself, an old server with an error 500.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>format</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message numerus="yes">
        <source>The embedding model works: vectors of %n number(s).</source>
        <translation>
            <numerusform>The embedding model works: vectors of %n number.</numerusform>
            <numerusform>The embedding model works: vectors of %n numbers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetadataPage</name>
    <message numerus="yes">
        <source>The values of %n document(s) are lost. This cannot be undone.</source>
        <translation>
            <numerusform>The value of %n document is lost. This cannot be undone.</numerusform>
            <numerusform>The values of %n documents are lost. This cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>The server makes the index of %n document(s) anew. Until it is done they may not be found.</source>
        <translation>
            <numerusform>The server makes the index of %n document anew. Until it is done it may not be found.</numerusform>
            <numerusform>The server makes the index of %n documents anew. Until it is done they may not be found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n member(s), chosen in the web console.</source>
        <translation>
            <numerusform>For %n member, chosen in the web console.</numerusform>
            <numerusform>For %n members, chosen in the web console.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message numerus="yes">
        <source>%n knowledge base(s) carry it. They stay as they are otherwise.</source>
        <translation>
            <numerusform>%n knowledge base carries it. It stays as it is otherwise.</numerusform>
            <numerusform>%n knowledge bases carry it. They stay as they are otherwise.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetadataSheet</name>
    <message numerus="yes">
        <source>Metadata of %n document(s)</source>
        <translation>
            <numerusform>Metadata of %n document</numerusform>
            <numerusform>Metadata of %n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) could not be changed.</source>
        <translation>
            <numerusform>%n document could not be changed.</numerusform>
            <numerusform>%n documents could not be changed.</numerusform>
        </translation>
    </message>
</context>
</TS>
