// axe finds nothing on any page: on a phone and on a desk, by day and by night, in both languages.
import { COLOURS, complaints } from "../support/axe.js";
import { DESK, PAGES, PHONE, awake, field, mapOf, withParameter } from "../support/pages.js";
import { expect, test } from "../support/test.js";

const SIZES = { phone: PHONE, desk: DESK };

for (const [name, { path, status, map }] of Object.entries(PAGES)) {
  test(`${name} is accessible`, { tag: "@javascript" }, async ({ page, visit }) => {
    test.slow();
    await visit(path, status);
    if (map) await mapOf(page);
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: "light" });
      expect.soft(await complaints(page), `${size}, light`).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect.soft(await complaints(page, COLOURS), `${size}, dark`).toEqual([]);
    }
    await visit(withParameter(path, "lang", "en"), status);
    expect.soft(await complaints(page), "English").toEqual([]);
  });
}

test("the sheet of filters is accessible on a phone", { tag: "@javascript" }, async ({ page, visit }) => {
  await page.setViewportSize(PHONE);
  await visit("/explore?topic=care");
  await page.getByRole("button", { name: /^Filter/ }).click();
  await expect(page.getByRole("heading", { name: "Filter" })).toBeVisible();
  expect.soft(await complaints(page), "light").toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect.soft(await complaints(page, COLOURS), "dark").toEqual([]);
});

test("a card on the map is accessible", { tag: "@javascript" }, async ({ page, visit }) => {
  await visit("/explore?q=carifix&kind=project&view=map");
  const map = await mapOf(page);
  await map.getByRole("button", { name: /^Projekt: / }).first().click();
  await expect(map.getByRole("dialog")).toBeVisible();
  expect(await complaints(page)).toEqual([]);
});

for (const path of ["/", "/explore"]) {
  test(`suggestions are accessible on ${path}`, { tag: "@javascript" }, async ({ page, visit }) => {
    await visit(path);
    await awake(page);
    for (const viewport of [PHONE, DESK]) {
      await page.setViewportSize(viewport);
      await field(page).fill("");
      await field(page).pressSequentially("berlin");
      await expect(page.getByRole("option").first()).toBeVisible();
      await field(page).press("ArrowDown");
      await expect(page.locator("body:not([data-busy])")).toBeAttached();
      await page.emulateMedia({ colorScheme: "light" });
      expect.soft(await complaints(page), "light").toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect.soft(await complaints(page, COLOURS), "dark").toEqual([]);
    }
  });
}
