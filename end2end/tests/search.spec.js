// From a question to a project and back, with and without JavaScript.
import { expect, test } from "../support/test.js";

const results = (page) => page.locator("main").locator("h2 > a, h3 > a");

test("the search on the start page leads to projects", async ({ page }) => {
  await page.goto("/");
  const search = page.getByRole("search").first();
  await search.locator('input[name="q"]').fill("Chatbot");
  await search.getByRole("button").first().click();
  await expect(page).toHaveURL(/\/explore\?(.*&)?q=Chatbot/);
  await expect(results(page).first()).toBeVisible();
  expect(await results(page).allTextContents()).toContainEqual(expect.stringMatching(/Chatbot/i));
});

test("a result leads to its page, and back to the same list", async ({ page }) => {
  await page.goto("/explore?q=Chatbot&kind=project");
  const before = await results(page).allTextContents();
  const title = before[0].trim();
  await results(page).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await page.goBack();
  await expect(page).toHaveURL(/q=Chatbot/);
  expect(await results(page).allTextContents()).toEqual(before);
});

test("a facet narrows the list to as many as it said", async ({ page }) => {
  await page.goto("/explore?q=Chatbot&kind=project");
  const facet = page.getByRole("link", { name: /^Pilot\b.*\d/ }).or(page.getByRole("checkbox", { name: /^Pilot\b.*\d/ })).first();
  const name = (await facet.evaluate((node) => node.labels?.[0]?.textContent ?? node.textContent)).trim();
  const count = Number(name.match(/(\d+)\D*$/)[1]);
  await choose(page, facet);
  await expect(page).toHaveURL(/phase=pilot/);
  await expect(results(page)).toHaveCount(Math.min(count, 20));
});

/** Follows a link; ticks a box and sends its form, as one does without JavaScript. */
async function choose(page, facet) {
  if ((await facet.getAttribute("type")) !== "checkbox") return facet.click();
  await facet.check();
  if (!/phase=pilot/.test(page.url())) await facet.locator("xpath=ancestor::form[1]").locator('button:not([type="button"])').first().click();
}
