// The main job, end to end: find a project although the word is misspelt, narrow the list down, read, go back.
import { expect, test } from "../support/test.js";

const results = (page) => page.locator("main").locator("h3 > a");
const count = (page) => page.locator(".found-count");
const facet = (page, group, value) => page.getByRole("list", { name: group, exact: true }).getByRole("link", { name: new RegExp(`^${value}`) });

test("a typo, two facets, a project, and back", async ({ page, javaScriptEnabled }) => {
  await page.goto("/explore");
  const field = page.getByRole("searchbox", { name: "Suche" });
  await field.pressSequentially("chatbto");
  if (!javaScriptEnabled) await page.getByRole("button", { name: "Suchen" }).click();
  await expect(page).toHaveURL(/\/explore\?q=chatbto$/);
  await expect(results(page).filter({ hasText: /chatbot/i }).first()).toBeVisible();

  await facet(page, "Art", "Projekt").click();
  await expect(page).toHaveURL(/kind=project/);
  await facet(page, "Thema", "Sozialberatung").click();
  await expect(page).toHaveURL(/topic=social-counselling/);
  await expect(count(page)).toHaveText(/^8 Einträge/);
  await expect(results(page)).toHaveCount(8);
  await expect(page.getByRole("link", { name: "Thema: Sozialberatung entfernen" })).toBeVisible();

  const before = await results(page).allTextContents();
  await results(page).filter({ hasText: "Bürgergeld" }).click();
  await expect(page).toHaveURL(/\/projects\/buergergeld-chatbot-das-steht-dir-zu$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Bürgergeld");
  await expect(page.getByRole("heading", { name: "Was sie raten" })).toBeVisible();
  await expect(page.getByText(/^Aus öffentlichen Quellen zusammengestellt/)).toBeVisible();

  await page.goBack();
  await expect(page).toHaveURL(/q=chatbto.*topic=social-counselling/);
  expect(await results(page).allTextContents()).toEqual(before);
  await expect(page.getByRole("searchbox", { name: "Suche" })).toHaveValue("chatbto");
});

test("results come while typing, and neither focus nor caret is lost", { tag: "@javascript" }, async ({ page }) => {
  await page.goto("/explore");
  const loads = [];
  page.on("load", () => loads.push(page.url()));
  const field = page.getByRole("searchbox", { name: "Suche" });
  await field.pressSequentially("leichte sprache", { delay: 30 });
  await expect(page).toHaveURL(/q=leichte\+sprache$/);
  await expect(results(page).first()).toContainText(/leichte/i);
  await expect(field).toBeFocused();
  await field.press("ArrowLeft");
  await field.press("x");
  await expect(field).toHaveValue("leichte sprachxe");
  await expect(page).toHaveURL(/sprachxe/);
  expect(loads, "no page was loaded anew").toEqual([]);
});

test("back and forward lead through searches", { tag: "@javascript" }, async ({ page }) => {
  await page.goto("/explore");
  const all = await count(page).textContent();
  const field = page.getByRole("searchbox", { name: "Suche" });
  await field.pressSequentially("Wald", { delay: 30 });
  await expect(page).toHaveURL(/q=Wald$/);
  await expect(count(page)).not.toHaveText(all);
  const some = await count(page).textContent();
  await facet(page, "Art", "Projekt").click();
  await expect(page).toHaveURL(/kind=project/);
  await page.goBack();
  await expect(count(page)).toHaveText(some);
  await page.goBack();
  await expect(count(page)).toHaveText(all);
  await expect(field).toHaveValue("");
  await page.goForward();
  await expect(field).toHaveValue("Wald");
  await expect(count(page)).toHaveText(some);
});

test("the next page begins at its top", { tag: "@javascript" }, async ({ page }) => {
  await page.goto("/explore");
  const first = await results(page).allTextContents();
  await page.getByRole("link", { name: "Weiter" }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(count(page)).toBeFocused();
  await expect(count(page)).toBeInViewport();
  expect(await results(page).allTextContents()).not.toEqual(first);
});

test("Enter after typing asks nothing twice: one step back is one step", { tag: "@javascript" }, async ({ page }) => {
  await page.goto("/explore");
  const all = await count(page).textContent();
  const field = page.getByRole("searchbox", { name: "Suche" });
  await field.pressSequentially("Wald", { delay: 30 });
  await expect(page).toHaveURL(/q=Wald$/);
  await field.press("Enter");
  await page.goBack();
  await expect(count(page)).toHaveText(all);
});

test("the map follows the search", { tag: "@javascript" }, async ({ page }) => {
  await page.goto("/explore");
  const map = page.locator("project-map");
  await expect(map).toHaveAttribute("data-state", "ready", { timeout: 20_000 });
  const everything = await map.getByRole("status").textContent();
  await facet(page, "Art", "Projekt").click();
  await expect(map).toHaveAttribute("tiles", "kind=project");
  await expect(map.getByRole("status")).not.toHaveText(everything);
});

test("a filter can be chosen by keyboard and keeps the focus", { tag: "@javascript" }, async ({ page }) => {
  await page.goto("/explore");
  const live = facet(page, "Stand", "Im Einsatz");
  await live.focus();
  await live.press("Enter");
  await expect(page).toHaveURL(/phase=live/);
  await expect(facet(page, "Stand", "Im Einsatz")).toHaveAttribute("aria-current", "true");
  await expect(facet(page, "Stand", "Im Einsatz")).toBeFocused();
});
