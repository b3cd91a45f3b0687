// The main job, end to end: find a project although the word is misspelt, narrow the list down, read, go back. With
// JavaScript, results come while one types; without, the same form and links load whole pages.
import { awake, count, facet, field, results, total, turn } from "../support/pages.js";
import { expect, test } from "../support/test.js";

const WITH_SCRIPT = { tag: "@javascript" };

test("a typo, two facets, a project, and back", async ({ page, visit, javaScriptEnabled }) => {
  await visit("/explore");
  await field(page).pressSequentially("chatbto");
  if (!javaScriptEnabled) await page.getByRole("search").getByRole("button", { name: "Suchen" }).click();
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
  await expect(field(page)).toHaveValue("chatbto");
});

test("the search on the start page leads to projects", async ({ page, visit }) => {
  await visit("/");
  await field(page).fill("Chatbot");
  await page.getByRole("search").getByRole("button", { name: "Suchen" }).click();
  await expect(page).toHaveURL(/\/explore\?q=Chatbot$/);
  expect(await results(page).allTextContents()).toContainEqual(expect.stringMatching(/Chatbot/i));
});

test("facets find as many as they say, one after the other", async ({ page, visit, request }) => {
  await visit("/explore?q=Chatbot");
  for (const [group, value] of [["Art", "Projekt"], ["Stand", "Pilot"], ["Thema", "Verwaltung"]]) {
    const link = facet(page, group, value);
    const said = Number(await link.locator(".facet-count").textContent());
    await link.click();
    await expect(facet(page, group, value)).toHaveAttribute("aria-current", "true");
    expect(await total(page)).toBe(said);
    const { total: told } = await (await request.get(`/api/v1/search${new URL(page.url()).search}`)).json();
    expect(said, "as the API says").toBe(told);
    await expect(results(page)).toHaveCount(Math.min(said, 20));
  }
});

test("chosen filters are taken back one by one, or all at once", async ({ page, visit }) => {
  await visit("/explore?q=Beratung&kind=project&topic=social-counselling&technique=chatbot");
  const chips = page.getByRole("list", { name: "Gewählte Filter" });
  await expect(chips.getByRole("link")).toHaveText([/Art: Projekt/, /Thema: Sozialberatung/, /Technik: Chatbot/, "Alle Filter löschen"]);
  const first = await total(page);
  await chips.getByRole("link", { name: "Technik: Chatbot entfernen" }).click();
  await expect(page).toHaveURL("/explore?q=Beratung&kind=project&topic=social-counselling");
  await expect(chips.getByRole("link")).toHaveCount(3);
  expect(await total(page)).toBeGreaterThan(first);
  await chips.getByRole("link", { name: "Alle Filter löschen" }).click();
  await expect(page).toHaveURL("/explore?q=Beratung");
  await expect(chips).toHaveCount(0);
  await expect(field(page)).toHaveValue("Beratung");
});

test("the count is always true", WITH_SCRIPT, async ({ page, visit, request }) => {
  await visit("/explore");
  await awake(page);
  for (const words of ["Wald", "leichte sprache", "chatbto"]) {
    await field(page).fill(words);
    await expect(page).toHaveURL(`/explore?q=${words.replace(" ", "+")}`);
    await expect(page.locator("body:not([data-busy])")).toBeAttached();
    const { total: told } = await (await request.get(`/api/v1/search${new URL(page.url()).search}`)).json();
    expect(await total(page), words).toBe(told);
    await expect(page.locator("#said")).toHaveText(new RegExp(`^${await count(page).textContent()}(\\.|$)`));
  }
});

test("results come while typing, and neither focus nor caret is lost", WITH_SCRIPT, async ({ page, visit }) => {
  await visit("/explore");
  await awake(page);
  const loads = [];
  page.on("load", () => loads.push(page.url()));
  await field(page).pressSequentially("leichte sprache", { delay: 30 });
  await expect(page).toHaveURL(/q=leichte\+sprache$/);
  await expect(results(page).first()).toContainText(/leichte/i);
  await expect(field(page)).toBeFocused();
  await field(page).press("ArrowLeft");
  await field(page).press("x");
  await expect(field(page)).toHaveValue("leichte sprachxe");
  await expect(page).toHaveURL(/sprachxe/);
  await expect(page).toHaveTitle(/sprachxe/);
  expect(loads, "no page was loaded anew").toEqual([]);
});

test("a word asks once, not once a letter", WITH_SCRIPT, async ({ page, visit }) => {
  await visit("/explore");
  await awake(page);
  const asked = [];
  page.on("request", (request) => request.url().includes("q=") && asked.push(new URL(request.url()).searchParams.get("q")));
  await field(page).pressSequentially("Hochwasser");
  await expect(page).toHaveURL(/q=Hochwasser$/);
  expect(asked.at(-1)).toBe("Hochwasser");
  expect(asked.length).toBeLessThan("Hochwasser".length / 2);
});

test("a late answer to an older question is not shown", WITH_SCRIPT, async ({ page, visit }) => {
  await visit("/explore");
  await awake(page);
  let late;
  const held = new Promise((done) => {
    late = done;
  });
  const cancelled = page.waitForEvent("requestfailed", (request) => request.url().endsWith("q=Wald"));
  await page.route("**/explore?q=Wald", async (route) => {
    await held;
    // It was cancelled meanwhile; there is nobody to answer.
    await route.continue().catch(() => {});
  });
  const asked = page.waitForRequest("**/explore?q=Wald");
  await field(page).fill("Wald");
  await asked;
  await field(page).fill("Hochwasser");
  await cancelled;
  await expect(page).toHaveURL(/q=Hochwasser$/);
  const shown = await results(page).allTextContents();
  late();
  await page.unrouteAll({ behavior: "wait" });
  expect(shown).toContainEqual(expect.stringMatching(/Hochwasser/));
  await expect(results(page)).toHaveText(shown);
  await expect(field(page)).toHaveValue("Hochwasser");
});

test("where the answer fails, the browser loads the page itself", WITH_SCRIPT, async ({ page, visit, quiet }) => {
  await visit("/explore");
  await awake(page);
  const broken = new URL("/explore?q=Wald", page.url()).href;
  quiet.refused.add(broken);
  let failed = 0;
  await page.route(broken, (route) => (route.request().resourceType() === "fetch" ? ((failed += 1), route.fulfill({ status: 502, body: "" })) : route.continue()));
  await field(page).fill("Wald");
  await page.waitForEvent("load");
  expect(failed).toBe(1);
  await expect(page).toHaveURL(broken);
  await expect(results(page).first()).toBeVisible();
});

test("back and forward lead through searches", WITH_SCRIPT, async ({ page, visit }) => {
  await visit("/explore");
  await awake(page);
  const all = await count(page).textContent();
  await field(page).pressSequentially("Wald", { delay: 30 });
  await expect(page).toHaveURL(/q=Wald$/);
  await expect(count(page)).not.toHaveText(all);
  const some = await count(page).textContent();
  const found = await results(page).allTextContents();
  await facet(page, "Art", "Projekt").click();
  await expect(page).toHaveURL(/kind=project/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Projekte");
  await page.goBack();
  await expect(count(page)).toHaveText(some);
  await expect(results(page)).toHaveText(found);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Entdecken");
  await page.goBack();
  await expect(count(page)).toHaveText(all);
  await expect(field(page)).toHaveValue("");
  await page.goForward();
  await expect(field(page)).toHaveValue("Wald");
  await expect(count(page)).toHaveText(some);
});

test("the next page begins at its top", WITH_SCRIPT, async ({ page, visit }) => {
  await visit("/explore");
  await awake(page);
  const first = await results(page).allTextContents();
  await turn(page, "Weiter").click();
  await expect(page).toHaveURL(/page=2/);
  await expect(count(page)).toBeFocused();
  await expect(count(page)).toBeInViewport();
  expect(await results(page).allTextContents()).not.toEqual(first);
});

test("Enter after typing asks nothing twice: one step back is one step", WITH_SCRIPT, async ({ page, visit }) => {
  await visit("/explore");
  await awake(page);
  const all = await count(page).textContent();
  await field(page).pressSequentially("Wald", { delay: 30 });
  await expect(page).toHaveURL(/q=Wald$/);
  await field(page).press("Enter");
  await page.goBack();
  await expect(count(page)).toHaveText(all);
});

test("what is typed after a filter was chosen keeps the filter", WITH_SCRIPT, async ({ page, visit }) => {
  await visit("/explore");
  await awake(page);
  await facet(page, "Thema", "Klima").click();
  await expect(page).toHaveURL("/explore?topic=climate");
  await field(page).fill("Wald");
  await expect(page).toHaveURL("/explore?q=Wald&topic=climate");
});

/** Keeps the code back until what it gives is called; then the request goes on, or ends otherwise. */
async function holdCode(page, then = (route) => route.continue()) {
  let arrive;
  const held = new Promise((done) => {
    arrive = done;
  });
  await page.route(/\.wasm/, async (route) => {
    await held;
    await then(route);
  });
  return arrive;
}

test("a filter chosen before the code is there waits for it, and loads no page", WITH_SCRIPT, async ({ page, visit }) => {
  const arrive = await holdCode(page);
  // Time stands still but for what the test lets pass: the patience of the link is that of the test.
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await visit("/explore");
  const loads = [];
  page.on("load", () => loads.push(page.url()));
  const asked = page.waitForRequest(/\.wasm/);
  await facet(page, "Thema", "Klima").click();
  await asked;
  arrive();
  await expect(page).toHaveURL("/explore?topic=climate");
  await expect(page.getByRole("link", { name: "Thema: Klima entfernen" })).toBeVisible();
  expect(loads, "no page was loaded anew").toEqual([]);
});

test("where the code does not come, a filter loads its page", WITH_SCRIPT, async ({ page, visit, quiet, baseURL }) => {
  const arrive = await holdCode(page, (route) => route.abort().catch(() => {}));
  await visit("/explore");
  await facet(page, "Thema", "Klima").click();
  await expect(page).toHaveURL("/explore?topic=climate");
  await page.waitForLoadState();
  expect(await page.evaluate(() => performance.getEntriesByType("navigation")[0].name)).toMatch(/topic=climate$/);
  arrive();
});

test("what was typed before the code was there counts", WITH_SCRIPT, async ({ page, visit }) => {
  const arrive = await holdCode(page);
  await visit("/explore");
  const asked = page.waitForRequest(/\.wasm/);
  await field(page).pressSequentially("Wald");
  await asked;
  await expect(page).toHaveURL("/explore");
  arrive();
  await expect(page).toHaveURL("/explore?q=Wald");
  await expect(results(page).first()).toContainText(/Wald/i);
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue("Wald");
});
