-- What a moderator may want to know before reading, counted when it was handed in: a sum of powers of two
-- (domain::signal).
ALTER TABLE revision ADD COLUMN signals BIGINT NOT NULL DEFAULT 0;
-- Of the fields that help readers most, how many are told, in hundredths. Nothing where nobody counted yet.
ALTER TABLE revision ADD COLUMN completeness BIGINT;
CREATE INDEX revision_uncounted ON revision (id) WHERE completeness IS NULL;

-- Who reads what waits. One that was left behind counts no more once it has expired.
CREATE TABLE reading (
    revision_id TEXT PRIMARY KEY REFERENCES revision (id) ON DELETE CASCADE,
    account_id  TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    expires_at  BIGINT NOT NULL
);
CREATE INDEX reading_account ON reading (account_id);

-- Where two have to agree: who was the first, and to which version of the text.
CREATE TABLE approval (
    revision_id TEXT PRIMARY KEY REFERENCES revision (id) ON DELETE CASCADE,
    version     BIGINT NOT NULL,
    account_id  TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    at          BIGINT NOT NULL
);

-- What a decision changed, as it was before, for as long as it can be undone. Deleted after a day.
CREATE TABLE decision (
    id               TEXT PRIMARY KEY,
    -- Those that were decided with one press.
    batch            TEXT NOT NULL,
    account_id       TEXT NOT NULL,
    revision_id      TEXT NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
    entry_id         TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    title            TEXT NOT NULL,
    -- As in its event; 'approved' where another still has to agree.
    action           TEXT NOT NULL,
    -- Why it was not done; empty where it was.
    failed           TEXT NOT NULL DEFAULT '',
    -- The entry and the revision as they were, as JSON.
    before           TEXT NOT NULL DEFAULT '',
    -- Nobody changed them since while these are theirs.
    revision_version BIGINT NOT NULL DEFAULT 0,
    entry_version    BIGINT NOT NULL DEFAULT 0,
    -- The mail that waits so long.
    mail_id          TEXT,
    at               BIGINT NOT NULL,
    expires_at       BIGINT NOT NULL,
    undone_at        BIGINT,
    undo_failed      TEXT NOT NULL DEFAULT ''
);
CREATE INDEX decision_batch ON decision (batch);
CREATE INDEX decision_at ON decision (at);

-- Reasons that are given again and again, in both languages.
CREATE TABLE reason_template (
    id         TEXT PRIMARY KEY,
    title_de   TEXT NOT NULL,
    title_en   TEXT NOT NULL,
    text_de    TEXT NOT NULL,
    text_en    TEXT NOT NULL,
    -- Guards writes: raised by each.
    version    BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL
);
INSERT INTO reason_template (id, title_de, title_en, text_de, text_en, created_at) VALUES
('missing-source', 'Quelle fehlt', 'Source missing',
 'Bitte nennt eine Quelle, in der man das nachlesen kann: eure Webseite, einen Bericht oder einen Artikel. Dann können andere sich selbst ein Bild machen.',
 'Please name a source where this can be read: your website, a report or an article. Then others can see for themselves.', 1),
('unclear-problem', 'Problem unklar', 'Problem unclear',
 'Uns ist noch nicht klar, welches Problem ihr lösen wollt und wer es hat. Beschreibt es bitte in zwei oder drei Sätzen so, dass auch Außenstehende es verstehen.',
 'It is not clear to us yet which problem you want to solve and who has it. Please describe it in two or three sentences, so that outsiders understand it too.', 2),
('personal-data', 'Persönliche Daten im Text', 'Personal data in the text',
 'Im Text stehen Namen, Mail-Adressen oder Telefonnummern. Der Eintrag ist für alle im Netz zu lesen. Bitte nehmt sie heraus, oder sorgt dafür, dass die Genannten einverstanden sind.',
 'The text holds names, mail addresses or telephone numbers. Everybody on the web can read the entry. Please take them out, or make sure that those named agree.', 3),
('advertising', 'Werbung', 'Advertising',
 'Der Text liest sich wie Werbung für ein Produkt oder eine Firma. Hier geht es um Erfahrungen: Was habt ihr versucht, was hat geklappt, was nicht? Schreibt bitte das.',
 'The text reads like advertising for a product or a company. This place is about experience: what did you try, what worked, what did not? Please write about that.', 4),
('duplicate', 'Gibt es schon', 'Is there already',
 'Diesen Eintrag gibt es hier schon. Wenn ihr etwas ergänzen möchtet, ändert bitte den vorhandenen Eintrag. Gehört er noch niemandem, könnt ihr ihn übernehmen.',
 'This entry is here already. If you want to add something, please change the one that is there. If it belongs to nobody yet, you can claim it.', 5),
('too-short', 'Zu kurz', 'Too short',
 'Das ist noch sehr knapp. Ein paar Sätze mehr helfen anderen, eure Erfahrung zu verstehen: Wie war es vorher, was habt ihr getan, was kam heraus?',
 'This is still very short. A few more sentences help others to understand your experience: what was it like before, what did you do, what came of it?', 6),
('wrong-language', 'Falsche Sprache', 'Wrong language',
 'Der Text ist nicht in der Sprache, die ihr angegeben habt. Stellt bitte die Sprache richtig ein, oder schreibt den Text auf Deutsch oder Englisch.',
 'The text is not in the language that you chose. Please set the language right, or write the text in German or English.', 7),
('off-topic', 'Nicht KI für das Gemeinwohl', 'Not AI for the common good',
 'Allmende sammelt Vorhaben mit KI für das Gemeinwohl, auch solche, die ohne KI besser gelöst wurden. Wir sehen hier den Bezug dazu nicht. Wenn es ihn gibt, schreibt ihn bitte dazu.',
 'Allmende collects projects with AI for the common good, also those that were better solved without it. We do not see the connection here. If there is one, please write it down.', 8);

-- What moderators tell each other about an entry. Nobody else reads it.
CREATE TABLE note (
    id         TEXT PRIMARY KEY,
    entry_id   TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL,
    text       TEXT NOT NULL,
    at         BIGINT NOT NULL
);
CREATE INDEX note_entry ON note (entry_id, at);
CREATE INDEX note_account ON note (account_id);

-- What moderators recommend, and why, until then.
CREATE TABLE feature (
    entry_id   TEXT PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
    line_de    TEXT NOT NULL,
    line_en    TEXT NOT NULL,
    account_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    ends_at    BIGINT NOT NULL
);

-- Why a moderator took an entry away: a class that is told to whoever looks for it.
ALTER TABLE entry ADD COLUMN removed_because TEXT;
-- What it was before.
ALTER TABLE entry ADD COLUMN removed_from TEXT;

-- Organisations whose members publish without waiting.
CREATE TABLE trust (
    organisation_id TEXT PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
    account_id      TEXT NOT NULL,
    reason          TEXT NOT NULL,
    at              BIGINT NOT NULL
);
-- Some of what they published, to be looked at afterwards.
CREATE TABLE spot_check (
    revision_id     TEXT PRIMARY KEY REFERENCES revision (id) ON DELETE CASCADE,
    organisation_id TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    -- What is needed to take it back: how it was, and the versions since, as JSON.
    before          TEXT NOT NULL,
    at              BIGINT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('waiting', 'fine', 'taken-back')),
    decided_by      TEXT,
    decided_at      BIGINT
);
CREATE INDEX spot_check_organisation ON spot_check (organisation_id);
CREATE INDEX spot_check_waiting ON spot_check (at) WHERE state = 'waiting';

-- Whether a moderator is told by mail, once a day at most, that something waits; and when that was last.
ALTER TABLE account ADD COLUMN wants_digest BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE account ADD COLUMN digest_at BIGINT;

-- What was decided, over the whole directory.
CREATE INDEX event_at ON event (at, id);
CREATE INDEX event_revision ON event (revision_id);
