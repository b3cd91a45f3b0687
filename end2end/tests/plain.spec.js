// With JavaScript and without: forms, links and the browser's own parts do all the work.
import { PAGES, PHONE, awake, count, facet, field, results, total, turn } from "../support/pages.js";
import { expect, test } from "../support/test.js";

for (const [name, { path, status }] of Object.entries(PAGES)) {
  test(`${name} can be read`, async ({ page, visit }) => {
    await visit(path, status);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const words = await page.getByRole("main").innerText();
    expect(words.length, "something to read").toBeGreaterThan(status ? 60 : 300);
    // An untranslated word is shown as its name.
    expect(words).not.toMatch(/\{ ?\$|⟨|\bundefined\b|\bNone\b/);
  });
}

test("a list turns its pages there and back", async ({ page, visit }) => {
  await visit("/explore?kind=project");
  const first = await results(page).allTextContents();
  await expect(count(page)).toHaveText("1 bis 20 von 111 Einträgen");
  const seen = [...first];
  for (let at = 2; at <= 6; at += 1) {
    await turn(page, "Weiter").click();
    await expect(page).toHaveURL(new RegExp(`page=${at}$`));
    await expect(count(page)).toHaveText(new RegExp(`^${(at - 1) * 20 + 1} bis ${Math.min(at * 20, 111)} von 111`));
    seen.push(...(await results(page).allTextContents()));
  }
  expect(new Set(seen).size, "every project once").toBe(111);
  await expect(turn(page, "Weiter")).toHaveCount(0);
  await page.goto("/explore?kind=project&page=2");
  await turn(page, "Zurück").click();
  await expect(results(page)).toHaveText(first);
});

test("views keep the query, and sorting keeps the view", async ({ page, visit }) => {
  await visit("/explore?q=Beratung&topic=social-counselling");
  const said = await total(page);
  const titles = await results(page).allTextContents();
  const view = (name) => page.getByRole("navigation", { name: "Ansicht" }).getByRole("link", { name });
  await view("Tabelle").click();
  await expect(page).toHaveURL("/explore?q=Beratung&topic=social-counselling&view=table");
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveCount(titles.length);
  expect(await total(page)).toBe(said);
  await page.getByRole("columnheader", { name: "Titel" }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=title&view=table$/);
  await expect(page.getByRole("columnheader", { name: "Titel" })).toHaveAttribute("aria-sort", "ascending");
  const sorted = await page.getByRole("rowheader").getByRole("link").allTextContents();
  expect(sorted).toEqual([...sorted].sort(new Intl.Collator("de").compare));
  await view("Karte").click();
  await expect(page).toHaveURL("/explore?q=Beratung&topic=social-counselling&sort=title&view=map");
  await expect(count(page)).toContainText("auf der Karte");
  await field(page).fill("Chatbot");
  await page.getByRole("search").getByRole("button", { name: "Suchen" }).click();
  await expect(page).toHaveURL(/q=Chatbot.*view=map/);
  await view("Liste").click();
  await expect(page).toHaveURL("/explore?q=Chatbot&topic=social-counselling&sort=title");
});

test("lists of one kind keep to it", async ({ page, visit }) => {
  for (const [path, kind, words] of [["/lessons", "lesson", "134 Erfahrungen"], ["/organisations", "organisation", "108 Organisationen"]]) {
    await visit(path);
    await expect(count(page)).toContainText(words);
    await field(page).fill("Caritas");
    await page.getByRole("search").getByRole("button", { name: "Suchen" }).click();
    await expect(page).toHaveURL(`${path}?q=Caritas`);
    await expect(page.locator(`#found [data-kind="${kind}"]`)).not.toHaveCount(0);
    await expect(page.locator(`#found [data-kind]:not([data-kind="${kind}"])`)).toHaveCount(0);
  }
});

test("on a phone, filters wait in a sheet", async ({ page, visit, javaScriptEnabled }) => {
  await page.setViewportSize(PHONE);
  await visit("/explore?kind=project");
  if (javaScriptEnabled) await awake(page);
  const topic = facet(page, "Thema", "Verwaltung");
  await expect(topic).toBeHidden();
  await page.getByRole("button", { name: /^Filter/ }).click();
  await expect(topic).toBeVisible();
  const said = Number((await topic.locator(".facet-count").textContent()).replace(".", ""));
  await topic.click();
  await expect(page).toHaveURL(/topic=administration/);
  if (javaScriptEnabled) await page.getByRole("button", { name: /zeigen$/ }).click();
  await expect(topic).toBeHidden();
  expect(await total(page)).toBe(said);
});

test("only who wants the map loads it", { tag: "@javascript" }, async ({ page, visit }) => {
  const map = [];
  page.on("request", (request) => /project-map\.js|maplibre/.test(request.url()) && map.push(request.url()));
  await page.setViewportSize(PHONE);
  await visit("/explore");
  await awake(page);
  await page.getByRole("button", { name: /^Filter/ }).click();
  await facet(page, "Thema", "Verwaltung").click();
  await expect(page).toHaveURL(/topic=administration/);
  expect(map, "map code on a page without a map").toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Karte", exact: true }).click();
  await expect(page.locator("project-map")).toHaveAttribute("data-state", "ready", { timeout: 20_000 });
  expect(map.length).toBeGreaterThan(0);
});

test("the easy-language text is one click away", async ({ page, visit }) => {
  await visit("/projects/carifix");
  const easy = page.locator("#easy .prose");
  await expect(easy).toBeHidden();
  await page.getByText("In einfacher Sprache lesen").click();
  await expect(easy).toBeVisible();
  expect((await easy.innerText()).length).toBeGreaterThan(80);
});

test("an unknown address has a page that helps", async ({ page, visit }) => {
  await visit("/projects/nowhere-to-be-found", 404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hier ist nichts");
  await field(page).fill("Wald");
  await page.getByRole("main").getByRole("button", { name: "Suchen" }).click();
  await expect(page).toHaveURL(/\/explore\?q=Wald$/);
  await expect(results(page).first()).toBeVisible();
});
