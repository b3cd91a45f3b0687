// Facets with many values: one is found by its name, and none is out of reach.
import { PHONE, awake, count, facet, total } from "../support/pages.js";
import { expect, test } from "../support/test.js";

const organisations = (page) => page.locator("#facet-organisation");
const find = (page, name) => page.getByRole("searchbox", { name: `In „${name}“ suchen` });

test("what is left out is told, and all of it is one link away", async ({ page, visit }) => {
  await visit("/explore");
  await organisations(page).locator("> summary").click();
  await expect(organisations(page).getByText("Hier stehen 12 von 108.")).toBeVisible();
  await organisations(page).getByRole("link", { name: "Alle 108 zeigen" }).click();
  await expect(page).toHaveURL("/explore/values?facet=organisation");
  await expect(page.locator(".values-count")).toHaveText("1 bis 100 von 108");
  await expect(page.locator("#values li")).toHaveCount(100);
  await page.getByRole("navigation", { name: "Seiten" }).getByRole("link", { name: "Weiter" }).click();
  await expect(page.locator("#values li")).toHaveCount(8);
});

test("without a script, a name leads to the values that have it, and on to the list", async ({ page, visit }) => {
  await visit("/explore/values?facet=organisation&q=Beratung&view=table");
  await find(page, "Organisation").fill("Caritas");
  await find(page, "Organisation").press("Enter");
  await expect(page).toHaveURL("/explore/values?find=Caritas&facet=organisation&q=Beratung&view=table");
  const first = page.locator("#values a").first();
  await expect(first).toContainText("Caritas");
  const said = Number(await first.locator(".facet-count").textContent());
  await first.click();
  await expect(page).toHaveURL(/^[^?]*\/explore\?q=Beratung&organisation=[a-z-]+&view=table$/);
  expect(await total(page)).toBe(said);
});

test("values are found while one types, in the column and on a phone", { tag: "@javascript" }, async ({ page, visit }) => {
  for (const viewport of [undefined, PHONE]) {
    if (viewport) await page.setViewportSize(viewport);
    await visit("/explore");
    await awake(page);
    if (viewport) await page.getByRole("button", { name: /^Filter/ }).click();
    await find(page, "Thema").pressSequentially("pfl");
    await expect(facet(page, "Thema", "Pflege")).toBeVisible();
    await expect(page.locator("#values-topic li")).toHaveCount(1);
    await expect(page.locator("#said")).toHaveText("1 zur Auswahl");
    await expect(page).toHaveURL("/explore");
    await find(page, "Thema").fill("");
    await expect(page.locator("#values-topic li")).toHaveCount(23);
    await organisations(page).locator("> summary").click();
    await find(page, "Organisation").pressSequentially("nürn");
    const found = page.locator("#values-organisation a");
    await expect(found).toHaveCount(1);
    const said = Number(await found.locator(".facet-count").textContent());
    await found.click();
    await expect(page).toHaveURL(/organisation=/);
    await expect(count(page)).toHaveText(`${said} Einträge`);
  }
});

test("a list of one kind keeps to it", async ({ page, visit }) => {
  await visit("/explore/values?facet=theme&of=lesson");
  await page.locator("#values a").first().click();
  await expect(page).toHaveURL(/\/lessons\?theme=/);
});
