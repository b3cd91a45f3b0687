// The mails that the server sent: into its data folder, or to a mail server.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "./test.js";

/** What a mail server got in this process, oldest first. */
export const inbox = [];

/** The text of the newest mail to this address that holds this, once it is there. */
export async function mailTo(address, holds = "") {
  let found;
  await expect(() => expect((found = newest(address, holds))).toBeTruthy()).toPass({ timeout: 10_000 });
  return found;
}

const newest = (address, holds) => mailsTo(address).findLast((text) => text.includes(holds));

/** All mails to this address, oldest first. */
export const mailsTo = (address) => all().filter((text) => text.includes(`To: ${address}`));

// Quoted-printable breaks long lines.
const all = () => [...written(), ...inbox].map((text) => text.replaceAll("=\r\n", ""));

function written() {
  const folder = join(process.env.ALLMENDE_TEST_DATA, "mail");
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder).filter((name) => name.endsWith(".eml")).map((name) => join(folder, name));
  return paths.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs).map((path) => readFileSync(path, "utf8"));
}

/** The address of the link in a mail, and its code. */
export const linkIn = (mail) => new URL(mail.match(/http\S+\/sign-in\/[0-9a-f]{64}/)[0]).pathname;
export const codeIn = (mail) => mail.match(/\s(\d{8})\s/)[1];
