-- Guards writes to a draft: raised by each.
ALTER TABLE revision ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
-- When and by whom a draft was last saved, or handed in.
ALTER TABLE revision ADD COLUMN changed_at BIGINT;
ALTER TABLE revision ADD COLUMN changed_by TEXT;
-- One is written at a time.
CREATE UNIQUE INDEX revision_open_key ON revision (entry_id) WHERE state IN ('draft', 'submitted', 'changes-requested');
CREATE INDEX revision_submitted ON revision (changed_at) WHERE state = 'submitted';
