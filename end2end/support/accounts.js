// People who sign in.
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { linkIn, mailTo } from "./mails.js";
import { expect } from "./test.js";

const ROOT = resolve(import.meta.dirname, "../..");

/** An address of its own for each test and each person in it; before the `@` there is room for 64 characters. */
export const address = (info, who = "anna") =>
  `${who}-${info.testId.slice(-20)}-${info.project.name.slice(0, 4)}-${info.repeatEachIndex}-${info.retry}@example.org`.toLowerCase();

/** Makes an account as the operator does: `--moderator`, `--owner-of SLUG`. */
export function makeAccount(email, ...flags) {
  const binary = resolve(ROOT, process.env.ALLMENDE_BIN ?? "target/debug/allmende");
  const env = { ...process.env, ALLMENDE_DATA_DIR: process.env.ALLMENDE_TEST_DATA };
  execFileSync(binary, ["account", "create", "--email", email, ...flags], { env, stdio: ["ignore", "ignore", "inherit"] });
}

/** Signs in with the link of the mail. */
export async function signIn(page, email) {
  await page.goto("/sign-in");
  await page.getByLabel("Eure Mail-Adresse").fill(email);
  await page.getByRole("button", { name: "Mail schicken" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Schaut in euer Postfach");
  await page.goto(linkIn(await mailTo(email, "/sign-in/")));
  await page.getByRole("button", { name: "Anmelden" }).click();
  await expect(page.getByText(email)).toBeVisible();
}

/** Somebody in a browser of their own, signed in. */
export async function person(browser, email, ...flags) {
  if (flags.length) makeAccount(email, ...flags);
  const page = await (await browser.newContext()).newPage();
  await signIn(page, email);
  return page;
}
