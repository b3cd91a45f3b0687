// Everything can be done without a mouse.
import { PHONE, count, facet, field, mapOf, results } from "../support/pages.js";
import { expect, test } from "../support/test.js";

/** More stops than any page has on the way to what these tests look for. */
const STOPS = 200;

test("from a question to a source, and back to the map, by keyboard alone", { tag: "@javascript" }, async ({ page, visit }) => {
  await visit("/");
  await tabTo(page, field(page));
  await page.keyboard.type("carifix");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/explore\?q=carifix$/);

  const first = results(page).first();
  await tabTo(page, first);
  const title = await first.textContent();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);

  const sources = page.locator("#sources a");
  expect(await sources.count()).toBeGreaterThan(1);
  for (const source of await sources.all()) {
    await tabTo(page, source);
    await expect(source).toBeInViewport();
  }

  await page.goBack();
  await expect(page).toHaveURL(/\/explore\?q=carifix$/);
  // Its organisation is at the same place.
  await tabTo(page, facet(page, "Art", "Projekt"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/kind=project/);
  await tabTo(page, page.getByRole("link", { name: "Karte", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/view=map/);
  const map = await mapOf(page);
  const pin = map.locator('.pm-pin[tabindex="0"]');
  await expect(pin).toHaveAccessibleName(/^Projekt: CariFIX/);
  await tabTo(page, pin);
  await page.keyboard.press("Enter");
  await expect(map.getByRole("dialog", { name: /CariFIX/ }).getByRole("link")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(map.getByRole("dialog")).toHaveCount(0);
  await expect(pin).toBeFocused();
});

test("on a phone, filters are chosen in a sheet that stays open until it is closed", { tag: "@javascript" }, async ({ page, visit }) => {
  await page.setViewportSize(PHONE);
  await visit("/explore");
  const all = await count(page).textContent();
  const open = page.getByRole("button", { name: /^Filter/ });
  const sheet = page.getByRole("region", { name: "Filter" });
  await expect(sheet).toBeHidden();
  await tabTo(page, open);
  await page.keyboard.press("Enter");
  await expect(sheet).toBeVisible();

  const projects = facet(page, "Art", "Projekt");
  await tabTo(page, projects);
  await expect(page.locator("leptos-island").first()).toHaveAttribute("data-awake");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/kind=project/);
  await expect(count(page)).not.toHaveText(all);
  await expect(sheet).toBeVisible();
  await expect(projects).toBeFocused();
  await expect(sheet.getByRole("button", { name: "111 Einträge zeigen" })).toBeVisible();

  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(page.getByRole("button", { name: "Filter (1)" })).toBeFocused();
});

test("the sheet opens, closes and gives the focus back where nothing was chosen", async ({ page, visit }) => {
  await page.setViewportSize(PHONE);
  await visit("/lessons");
  const open = page.getByRole("button", { name: /^Filter/ });
  const sheet = page.getByRole("region", { name: "Filter" });
  for (const close of ["Schließen", /zeigen$/]) {
    await tabTo(page, open);
    await page.keyboard.press("Enter");
    await tabTo(page, sheet.getByRole("button", { name: close }));
    await page.keyboard.press("Enter");
    await expect(sheet).toBeHidden();
    await expect(open).toBeFocused();
  }
});

test("a filter can be chosen by keyboard and keeps the focus", { tag: "@javascript" }, async ({ page, visit }) => {
  await visit("/explore");
  const live = facet(page, "Stand", "Im Einsatz");
  await tabTo(page, live);
  await expect(page.locator("leptos-island").first()).toHaveAttribute("data-awake");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/phase=live/);
  await expect(live).toHaveAttribute("aria-current", "true");
  await expect(live).toBeFocused();
});

test("nothing in the sheet is covered while it has the focus", async ({ page, visit }) => {
  await page.setViewportSize(PHONE);
  await visit("/explore");
  await tabTo(page, page.getByRole("button", { name: /^Filter/ }));
  await page.keyboard.press("Enter");
  const last = page.locator("#filters-done");
  const covered = [];
  let stops = 0;
  for (; stops < STOPS && !(await last.evaluate((element) => element === document.activeElement)); stops += 1) {
    await page.keyboard.press("Tab");
    const hidden = await page.evaluate(() => {
      const { left, top, width, height } = document.activeElement.getBoundingClientRect();
      const above = document.elementFromPoint(left + width / 2, top + height / 2);
      return document.activeElement.contains(above) ? "" : document.activeElement.textContent;
    });
    if (hidden) covered.push(hidden);
  }
  expect(stops).toBeGreaterThan(20);
  expect(covered).toEqual([]);
});

test("a table that is wider than the phone scrolls in a region of its own", async ({ page, visit }) => {
  await page.setViewportSize(PHONE);
  await visit("/explore?view=table");
  const region = page.getByRole("region", { name: /353 Einträge/ });
  await tabTo(page, region);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});

/** Presses Tab until this has the focus. */
async function tabTo(page, target) {
  for (let stops = 0; stops < STOPS; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target, `reached by Tab`).toBeFocused();
}
