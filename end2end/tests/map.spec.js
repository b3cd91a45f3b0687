// The map draws, can be used by keyboard, and shows what the list shows.
import { expect, test } from "../support/test.js";

test("the map shows the entries as buttons", { tag: "@javascript" }, async ({ page }) => {
  await page.goto("/explore");
  const map = await shown(page);
  await expect(map.getByRole("button", { name: /Einträge|Projekt/ }).first()).toBeVisible();
  await expect(map.getByRole("status")).toHaveText(/\d+ Einträge im Ausschnitt/);
});

test("one Tab stop leads to the pins, Enter enlarges", { tag: "@javascript" }, async ({ page }) => {
  await page.goto("/explore");
  const map = await shown(page);
  await expect(map.locator('.pm-pin[tabindex="0"]')).toHaveCount(1);
  const before = await map.getByRole("status").textContent();
  const pin = map.getByRole("button", { name: /Einträge, vergrößern/ }).last();
  await pin.press("Enter");
  await expect(map.getByRole("status")).not.toHaveText(before);
  await expect(map.locator(":focus")).toHaveCount(1);
});

/** The page's map, in view and drawn. */
async function shown(page) {
  const map = page.locator("project-map").first();
  await map.scrollIntoViewIfNeeded();
  await expect(map).toHaveAttribute("data-state", "ready", { timeout: 20_000 });
  return map;
}
