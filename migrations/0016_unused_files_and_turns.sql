-- Files that no document names, and since when: as the last sweep found them, or because somebody is sending them right
-- now. What is in here for long is removed; a file that is not in here never is.
CREATE TABLE unused_file (
    -- A picture as documents name it, or what a process that was killed left half-written.
    file  TEXT PRIMARY KEY,
    since BIGINT NOT NULL
);
CREATE INDEX unused_file_since ON unused_file (since);

-- When the last sweep was.
CREATE TABLE file_sweep (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    at BIGINT NOT NULL
);

-- Whoever counts what readers without an account sent, and adds to it, locks this row: one after the other.
CREATE TABLE reader_turn (
    id BIGINT PRIMARY KEY CHECK (id = 1)
);
INSERT INTO reader_turn (id) VALUES (1);
