// The map draws, can be used by keyboard, and shows what the list shows.
import { awake, facet, mapOf } from "../support/pages.js";
import { expect, test } from "../support/test.js";

for (const path of ["/", "/explore?view=map"]) {
  test(`the map on ${path} shows the entries as buttons`, { tag: "@javascript" }, async ({ page, visit }) => {
    await visit(path);
    const map = await mapOf(page);
    await expect(map.getByRole("button", { name: /Einträge|Projekt/ }).first()).toBeVisible();
    await expect(map.getByRole("status")).toHaveText(/\d+ Einträge im Ausschnitt/);
  });
}

test("one Tab stop leads to the pins, Enter enlarges", { tag: "@javascript" }, async ({ page, visit }) => {
  await visit("/explore?view=map");
  const map = await mapOf(page);
  await expect(map.locator('.pm-pin[tabindex="0"]')).toHaveCount(1);
  const before = await map.getByRole("status").textContent();
  const pin = map.getByRole("button", { name: /Einträge, vergrößern/ }).last();
  await pin.press("Enter");
  await expect(map.getByRole("status")).not.toHaveText(before);
  await expect(map.locator(":focus")).toHaveCount(1);
});

test("the map follows the search", { tag: "@javascript" }, async ({ page, visit }) => {
  await visit("/explore?view=map");
  const map = await mapOf(page);
  await awake(page);
  const everything = await map.getByRole("status").textContent();
  await page.getByRole("button", { name: /^Filter/ }).click();
  await facet(page, "Art", "Projekt").click();
  await expect(map).toHaveAttribute("tiles", "kind=project");
  await expect(map.getByRole("status")).not.toHaveText(everything);
});

test("a project's place is a picture that needs no keyboard", { tag: "@javascript" }, async ({ page, visit }) => {
  await visit("/projects/carifix");
  const map = await mapOf(page);
  await expect(map.getByRole("button")).toHaveCount(0);
  await expect(map.locator(".pm-mark")).toBeVisible();
});
