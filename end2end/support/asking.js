// Asks an author whether an entry is still right, as the server does a year after it was last confirmed: no test waits that
// long. It writes what the server would write then, and the server sends the mail.
import { execFileSync } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import { mailTo } from "./mails.js";

/** Asks this member about an entry (its kind and slug), which the mail calls so; gives the path of the link in the mail that came, with this answer. */
export async function asked(email, [kind, slug], title, answer) {
  const secret = randomBytes(32).toString("hex");
  const hash = createHash("sha256").update("\0").update(secret).digest("hex");
  const now = Date.now() * 1000;
  const letter = JSON.stringify({ kind: "still-right", organisation: "Verein", entries: [{ title, link: `/still-right/${secret}` }], again: false });
  const entry = `(SELECT id FROM entry WHERE kind = ${quoted(kind)} AND slug = ${quoted(slug)})`;
  write(`
    INSERT INTO freshness (entry_id, asked_at) VALUES (${entry}, ${now}) ON CONFLICT (entry_id) DO NOTHING;
    INSERT INTO freshness_link (link, entry_id, account_id) VALUES ('${hash}', ${entry}, (SELECT id FROM account WHERE email = ${quoted(email)}));
    INSERT INTO mail (id, recipient, language, letter, created_at, due_at, expires_at)
      VALUES ('${randomUUID()}', ${quoted(email)}, 'de', ${quoted(letter)}, ${now}, ${now}, ${now + 86_400_000_000});`);
  const mail = await mailTo(email, secret);
  const links = [...mail.replaceAll("=3D", "=").matchAll(/http\S+\/still-right\/[0-9a-f]{64}\?answer=[a-z]+/g)].map(([link]) => new URL(link));
  const link = links.find((link) => link.pathname.endsWith(secret) && link.searchParams.get("answer") === answer);
  return link.pathname + link.search;
}

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

function write(sql) {
  const database = join(process.env.ALLMENDE_TEST_DATA, "allmende.db");
  execFileSync("sqlite3", ["-bail", "-cmd", ".timeout 10000", database, `PRAGMA foreign_keys = ON; BEGIN IMMEDIATE; ${sql} COMMIT;`], { stdio: ["ignore", "ignore", "inherit"] });
}
