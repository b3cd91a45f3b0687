// The mails that the server wrote into its data folder.
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { join } from "node:path";
import { expect } from "./test.js";

/** The text of a mail to this address that holds this, once it is there. */
export async function mailTo(address, holds = "") {
  let found;
  await expect(() => expect((found = newest(address, holds))).toBeTruthy()).toPass({ timeout: 10_000 });
  return found;
}

function newest(address, holds) {
  const folder = join(process.env.ALLMENDE_TEST_DATA, "mail");
  if (!existsSync(folder)) return undefined;
  const mails = readdirSync(folder).filter((name) => name.endsWith(".eml"));
  // Quoted-printable breaks long lines.
  const texts = mails.map((name) => readFileSync(join(folder, name), "utf8").replaceAll("=\r\n", ""));
  return texts.find((text) => text.includes(`To: ${address}`) && text.includes(holds));
}

/** The address of the link in a mail, and its code. */
export const linkIn = (mail) => new URL(mail.match(/http\S+\/sign-in\/[0-9a-f]{64}/)[0]).pathname;
export const codeIn = (mail) => mail.match(/\s(\d{8})\s/)[1];
