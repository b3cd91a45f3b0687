-- The decision that a mail tells of: the mail is sent only while the revision is in the state that it came into then, and
-- readers see as much of its entry as they did then.
ALTER TABLE mail ADD COLUMN revision_id TEXT;
ALTER TABLE mail ADD COLUMN revision_state TEXT;
ALTER TABLE mail ADD COLUMN is_public BOOLEAN;

-- What a revision said when its authors were asked for changes: when it comes again, moderators see what changed since.
CREATE TABLE returned (
    revision_id TEXT NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
    at          BIGINT NOT NULL,
    document    TEXT NOT NULL,
    PRIMARY KEY (revision_id, at)
);

-- Links from mails that were answered, as SHA-256: whoever follows one again is told so, and whoever mistyped one is not.
CREATE TABLE answered_link (
    link     TEXT PRIMARY KEY,
    entry_id TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE
);
CREATE INDEX answered_link_entry ON answered_link (entry_id);

-- Plain English for a reason that nobody changed.
UPDATE reason_template SET title_en = 'Already here' WHERE id = 'duplicate' AND title_en = 'Is there already';
