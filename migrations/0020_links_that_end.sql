-- When a link was answered: it is known for some time and then forgotten. Of those before, about when.
ALTER TABLE answered_link ADD COLUMN at BIGINT NOT NULL DEFAULT 0;
UPDATE answered_link SET at = (
    SELECT CASE WHEN e.confirmed_at > e.updated_at THEN e.confirmed_at ELSE e.updated_at END FROM entry e WHERE e.id = answered_link.entry_id
);
CREATE INDEX answered_link_at ON answered_link (at);
