// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/migrations.h"

#include "app/engine/store/connection.h"

#include <iterator>
#include <string>

namespace {

// Never change a step that was released: add one.
constexpr const char *steps[] = {
    // 1: datasets, documents, chunks
    R"sql(
CREATE TABLE datasets (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    permission TEXT NOT NULL,
    indexing_technique TEXT NOT NULL,
    doc_form TEXT NOT NULL,
    retrieval_model TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    document_count INTEGER NOT NULL DEFAULT 0,
    available_count INTEGER NOT NULL DEFAULT 0,
    word_count INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX datasets_name ON datasets(name) WHERE deleted = 0;
CREATE INDEX datasets_order ON datasets(deleted, created_at, row);

CREATE TABLE process_rules (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    dataset INTEGER NOT NULL REFERENCES datasets(row) ON DELETE CASCADE,
    rule TEXT NOT NULL
) STRICT;
CREATE INDEX process_rules_latest ON process_rules(dataset, row);

-- The bytes are in the file uploads/<id>, which is there before the row is.
CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    extension TEXT NOT NULL,
    mime_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- A document without a dataset is deleted and waits for its chunks to be cleaned up.
-- The generation counts how often it was begun anew: work on an older one is void.
CREATE TABLE documents (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset INTEGER REFERENCES datasets(row),
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    batch TEXT NOT NULL,
    position INTEGER NOT NULL,
    generation INTEGER NOT NULL DEFAULT 1,
    upload TEXT NOT NULL REFERENCES uploads(id),
    process_rule TEXT NOT NULL,
    created_from TEXT NOT NULL,
    doc_form TEXT NOT NULL,
    doc_language TEXT NOT NULL,
    language TEXT NOT NULL,
    stage TEXT NOT NULL,
    error TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    archived INTEGER NOT NULL,
    word_count INTEGER,
    tokens INTEGER,
    segment_count INTEGER NOT NULL DEFAULT 0,
    completed_segments INTEGER NOT NULL DEFAULT 0,
    indexing_ms INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    processing_started_at INTEGER NOT NULL,
    parsing_completed_at INTEGER NOT NULL,
    splitting_completed_at INTEGER NOT NULL,
    completed_at INTEGER NOT NULL,
    stopped_at INTEGER NOT NULL,
    disabled_at INTEGER NOT NULL
) STRICT;
CREATE INDEX documents_order ON documents(dataset, created_at, row);
CREATE INDEX documents_stage ON documents(dataset, stage, created_at, row, enabled, archived);
CREATE INDEX documents_position ON documents(dataset, position);
CREATE INDEX documents_batch ON documents(dataset, batch);
CREATE INDEX documents_name ON documents(dataset, name);
CREATE INDEX documents_upload ON documents(upload);
CREATE INDEX documents_unfinished ON documents(row) WHERE stage IN ('waiting', 'parsing', 'splitting', 'indexing');

CREATE TRIGGER documents_inserted AFTER INSERT ON documents BEGIN
    UPDATE datasets SET document_count = document_count + 1,
        available_count = available_count + (NEW.stage = 'completed' AND NEW.enabled AND NOT NEW.archived),
        word_count = word_count + ifnull(NEW.word_count, 0)
    WHERE row = NEW.dataset;
END;
CREATE TRIGGER documents_changed AFTER UPDATE OF dataset, stage, enabled, archived, word_count ON documents BEGIN
    UPDATE datasets SET document_count = document_count - 1,
        available_count = available_count - (OLD.stage = 'completed' AND OLD.enabled AND NOT OLD.archived),
        word_count = word_count - ifnull(OLD.word_count, 0)
    WHERE row = OLD.dataset;
    UPDATE datasets SET document_count = document_count + 1,
        available_count = available_count + (NEW.stage = 'completed' AND NEW.enabled AND NOT NEW.archived),
        word_count = word_count + ifnull(NEW.word_count, 0)
    WHERE row = NEW.dataset;
END;

-- What is counted, filtered and changed in bulk is apart from the texts, which are ten times as long.
CREATE TABLE chunks (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES documents(row),
    id TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    status TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    word_count INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    indexing_at INTEGER NOT NULL,
    completed_at INTEGER NOT NULL,
    disabled_at INTEGER NOT NULL
) STRICT;
CREATE INDEX chunks_order ON chunks(document, position, row);
CREATE TABLE chunk_texts (
    chunk INTEGER PRIMARY KEY REFERENCES chunks(row) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    index_node_id TEXT NOT NULL,
    keywords TEXT NOT NULL,
    answer TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;

-- The changes that the search index has still to follow, deletions too; its own metadata say how far it has come.
-- What is gone from here up to index_state.cleared can only be had again by building the index anew.
CREATE TABLE index_queue (
    revision INTEGER PRIMARY KEY AUTOINCREMENT,
    chunk INTEGER NOT NULL
) STRICT;
CREATE TABLE index_state (cleared INTEGER NOT NULL) STRICT;
INSERT INTO index_state VALUES (0);
)sql",
    // 2: metadata of documents, tags of datasets, members and provider
    R"sql(
ALTER TABLE datasets ADD COLUMN provider TEXT NOT NULL DEFAULT 'vendor';
ALTER TABLE datasets ADD COLUMN members TEXT NOT NULL DEFAULT '[]';
ALTER TABLE datasets ADD COLUMN built_in_fields INTEGER NOT NULL DEFAULT 0;

CREATE TABLE metadata_fields (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    dataset INTEGER NOT NULL REFERENCES datasets(row) ON DELETE CASCADE,
    name TEXT NOT NULL,
    type TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX metadata_fields_name ON metadata_fields(dataset, name);
-- A text or a number as it was sent, whatever the type of the field; NULL is a value too.
CREATE TABLE metadata_values (
    field INTEGER NOT NULL REFERENCES metadata_fields(row) ON DELETE CASCADE,
    document INTEGER NOT NULL REFERENCES documents(row) ON DELETE CASCADE,
    value ANY,
    PRIMARY KEY (field, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX metadata_values_document ON metadata_values(document);

CREATE TABLE tags (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE dataset_tags (
    dataset INTEGER NOT NULL REFERENCES datasets(row) ON DELETE CASCADE,
    tag INTEGER NOT NULL REFERENCES tags(row) ON DELETE CASCADE,
    PRIMARY KEY (dataset, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX dataset_tags_tag ON dataset_tags(tag);
)sql",
    // 3: vectors
    R"sql(
-- What one model made for one dataset; its vectors can be compared with each other alone.
CREATE TABLE vector_spaces (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset INTEGER NOT NULL REFERENCES datasets(row) ON DELETE CASCADE,
    count INTEGER NOT NULL DEFAULT 0
) STRICT;
-- Set while there is a model, and kept when the dataset does without it for a time.
ALTER TABLE datasets ADD COLUMN embedding_provider TEXT NOT NULL DEFAULT '';
ALTER TABLE datasets ADD COLUMN embedding_model TEXT NOT NULL DEFAULT '';
ALTER TABLE datasets ADD COLUMN vector_space INTEGER;
ALTER TABLE chunks ADD COLUMN tokens INTEGER NOT NULL DEFAULT 0;
ALTER TABLE chunk_texts ADD COLUMN error TEXT NOT NULL DEFAULT '';

-- Of a chunk or a child chunk: the item. It is never changed: a row that is greater than those that were read is new.
CREATE TABLE vectors (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    space INTEGER NOT NULL REFERENCES vector_spaces(row) ON DELETE CASCADE,
    item INTEGER NOT NULL UNIQUE,
    vector BLOB NOT NULL
) STRICT;
CREATE INDEX vectors_space ON vectors(space, row);
CREATE TRIGGER vectors_inserted AFTER INSERT ON vectors BEGIN
    UPDATE vector_spaces SET count = count + 1 WHERE row = NEW.space;
END;
CREATE TRIGGER vectors_deleted AFTER DELETE ON vectors BEGIN
    UPDATE vector_spaces SET count = count - 1 WHERE row = OLD.space;
END;
-- A vector goes with the text that it was made of.
CREATE TRIGGER chunks_deleted AFTER DELETE ON chunks BEGIN
    DELETE FROM vectors WHERE item = OLD.row;
END;
CREATE TRIGGER chunk_texts_changed AFTER UPDATE OF content ON chunk_texts WHEN NEW.content <> OLD.content BEGIN
    DELETE FROM vectors WHERE item = NEW.chunk;
END;
)sql",
    // 4: child chunks; which chunks a person edited
    R"sql(
-- Their rows are numbers of the sequence of chunks.row: a number alone names what is searched, in index_queue too.
CREATE TABLE child_chunks (
    row INTEGER PRIMARY KEY,
    chunk INTEGER NOT NULL REFERENCES chunks(row) ON DELETE CASCADE,
    id TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    customized INTEGER NOT NULL,
    word_count INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    content TEXT NOT NULL
) STRICT;
CREATE INDEX child_chunks_order ON child_chunks(chunk, position, row);
CREATE TRIGGER child_chunks_deleted AFTER DELETE ON child_chunks BEGIN
    DELETE FROM vectors WHERE item = OLD.row;
END;
CREATE TRIGGER child_chunks_changed AFTER UPDATE OF content ON child_chunks WHEN NEW.content <> OLD.content BEGIN
    DELETE FROM vectors WHERE item = NEW.row;
END;
ALTER TABLE chunks ADD COLUMN edited INTEGER NOT NULL DEFAULT 0;
)sql",
    // 5: what is kept as it was sent; documents by what they have in a field
    R"sql(
ALTER TABLE datasets ADD COLUMN named_model TEXT NOT NULL DEFAULT '';
ALTER TABLE datasets ADD COLUMN summary_setting TEXT;
ALTER TABLE chunk_texts ADD COLUMN summary TEXT NOT NULL DEFAULT '';
CREATE INDEX metadata_values_value ON metadata_values(field, value);
)sql",
};

} // namespace

int migrations::latest()
{
    return int(std::size(steps));
}

void migrations::run(Connection &connection)
{
    for (int version = Query(connection, "PRAGMA user_version").first(); version < latest(); ++version) {
        const std::string script = std::string("BEGIN IMMEDIATE;") + steps[version]
                                   + "PRAGMA user_version = " + std::to_string(version + 1) + "; COMMIT;";
        try {
            connection.execute(script.c_str());
        } catch (...) {
            connection.database().tryExec("ROLLBACK");
            throw;
        }
    }
}
