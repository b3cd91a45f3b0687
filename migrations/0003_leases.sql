-- Who may do what only one process may do at a time. A row is there while somebody does it; one that was
-- killed leaves a row behind that counts no more once it has expired.
CREATE TABLE lease (
    name       TEXT PRIMARY KEY,
    -- Made anew each time it is taken.
    holder     TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
