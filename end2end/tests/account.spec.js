// Signing in by mail and out again: with a script and, as project "plain" runs it, without.
import { codeIn, linkIn, mailTo } from "../support/mails.js";
import { expect, test } from "../support/test.js";

/** An address of its own for each test. */
const address = (info) => `test-${info.testId}-${info.project.name}-${info.repeatEachIndex}-${info.retry}@example.org`.toLowerCase();

async function ask(page, email) {
  await page.goto("/");
  await page.getByRole("link", { name: "Anmelden" }).click();
  await page.getByLabel("Eure Mail-Adresse").fill(email);
  await page.getByRole("button", { name: "Mail schicken" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Schaut in euer Postfach");
  return mailTo(email);
}

test("the link in the mail signs in, and signing out ends it", async ({ page }, info) => {
  const mail = await ask(page, address(info));
  await page.goto(linkIn(mail));
  await page.getByRole("button", { name: "Anmelden" }).click();
  await expect(page).toHaveURL("/account");
  await expect(page.getByText(address(info))).toBeVisible();
  await page.goto("/explore");
  await expect(page.getByRole("link", { name: "Mein Konto" })).toBeVisible();
  await page.getByRole("link", { name: "Mein Konto" }).click();
  await page.getByRole("button", { name: "Abmelden", exact: true }).click();
  await expect(page.getByRole("link", { name: "Anmelden" })).toBeVisible();
});

test("on another device the link says so, and the code signs in where the mail was asked for", async ({ page, browser }, info) => {
  const mail = await ask(page, address(info));
  const other = await browser.newPage();
  await other.goto(new URL(linkIn(mail), page.url()).href);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Dieser Link gehört in einen anderen Browser");
  await other.close();
  await page.getByLabel("Code aus der Mail").fill(codeIn(mail));
  await page.getByRole("button", { name: "Anmelden" }).click();
  await expect(page.getByText(address(info))).toBeVisible();
});
