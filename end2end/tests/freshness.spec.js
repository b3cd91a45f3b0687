// What authors answer by a link from a mail: on a server of its own, as others count on what is published. Its mails are
// read from the folder that they are written into.
import { address, makeAccount } from "../support/accounts.js";
import { asked } from "../support/asking.js";
import { complaints } from "../support/axe.js";
import { linkIn, mailTo } from "../support/mails.js";
import { DESK, PHONE } from "../support/pages.js";
import { launch } from "../support/server.js";
import { expect, test as base } from "../support/test.js";

const test = base.extend({
  own: [
    async ({}, use, worker) => {
      const stop = await launch(`freshness-${worker.workerIndex}`);
      await use();
      await stop();
    },
    { scope: "worker", auto: true },
  ],
});

const OWNER = ["--owner-of", "deutscher-caritasverband"];
const heading = (page) => page.getByRole("heading", { level: 1 });
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

async function examine(page, name, info) {
  for (const [size, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
    await page.setViewportSize(viewport);
    if (info.project.name === "javascript") expect.soft(await complaints(page), `${name}, ${size}`).toEqual([]);
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${name}, ${size}: nothing sticks out`).toBeLessThanOrEqual(0);
    if (process.env.ALLMENDE_TEST_SHOTS) await page.screenshot({ path: `${process.env.ALLMENDE_TEST_SHOTS}/${name}-${size}.png`, fullPage: true });
  }
}

test("what is over goes to the archive by a link in a mail and one question, without signing in", async ({ page, browser, quiet, baseURL }, info) => {
  const owner = address(info, "owner");
  makeAccount(owner, ...OWNER);
  const link = await asked(owner, ["project", "carifix"], "CariFIX", "over");
  await page.goto(link);
  await expect(heading(page)).toHaveText("Stimmt das noch?");
  await expect(page.getByRole("link", { name: "Anmelden" }).first()).toBeVisible();
  // What was pressed in the mail comes first, and nothing has happened yet: programs that scan mails follow links.
  await expect(page.locator(".form-page .plain-list .button")).toHaveText("Das Vorhaben ist vorbei");
  await examine(page, "still-right", info);
  const reader = await (await browser.newContext()).newPage();
  await reader.goto("/projects/carifix");
  const marked = (page) => page.locator(".notice").filter({ hasText: "abgelegt" });
  const wasMarked = await marked(reader).count();
  await page.getByRole("link", { name: "Das Vorhaben ist vorbei", exact: true }).click();
  await expect(heading(page)).toHaveText("Ist das sicher?");
  await examine(page, "still-right-sure", info);
  expect(await marked(reader).count()).toBe(0);
  await press(page, "Ja, ablegen");
  await expect(heading(page)).toHaveText("Danke!");
  await page.getByRole("link", { name: "Eintrag ansehen" }).click();
  await expect(marked(page)).toBeVisible();
  await examine(page, "archived", info);
  // For everybody, and it stays to be read.
  expect(wasMarked).toBe(0);
  await reader.reload();
  await expect(marked(reader)).toBeVisible();
  await expect(heading(reader)).toContainText("CariFIX");
  quiet.refused.add(new URL(link, baseURL).href);
  await page.goto(link);
  await expect(heading(page)).toHaveText("Darauf ist schon geantwortet");
});

test("whoever wants to edit signs in by mail and comes to the entry, in another tab too", async ({ page, context }, info) => {
  const owner = address(info, "owner");
  makeAccount(owner, ...OWNER);
  await page.goto(await asked(owner, ["organisation", "deutscher-caritasverband"], "Deutscher Caritasverband", "right"));
  await page.getByRole("link", { name: "Etwas hat sich geändert" }).click();
  await page.getByLabel("Eure Mail-Adresse").fill(owner);
  await press(page, "Mail schicken");
  await expect(heading(page)).toHaveText("Schaut in euer Postfach");
  const tab = await context.newPage();
  await tab.goto(linkIn(await mailTo(owner, "/sign-in/")));
  await press(tab, "Anmelden");
  await expect(tab).toHaveURL(/\/submit\/[0-9a-f-]{36}$/);
});
