// Lists and maps in a page of another site, and the page that makes the code for them.
import { createServer } from "node:http";
import { test as plain } from "@playwright/test";
import { PHONE, mapOf } from "../support/pages.js";
import { expect, test } from "../support/test.js";

/** A page of another site that holds this code. `localhost` and `127.0.0.1` are two sites. */
async function elsewhere(code) {
  const server = createServer((_, answer) => answer.setHeader("content-type", "text/html; charset=utf-8").end(`<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>${code}`));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://localhost:${server.address().port}/`, close: () => server.close() };
}

// Not the `test` of all others: here the page that is asked for is another site's.
plain("a list is shown in a page of another site, and leads out of it", { tag: "@javascript" }, async ({ page, context }) => {
  const ours = process.env.ALLMENDE_TEST_URL;
  await page.goto(`${ours}/embed/create?kind=project&topic=care`);
  const code = await page.getByRole("textbox", { name: "Code für eure Seite" }).inputValue();
  expect(code).toContain(`<iframe src="${ours}/embed?kind=project&amp;topic=care&amp;lang=de" title="Projekte: Pflege · Allmende" width="100%" height="600"`);
  const { total } = await (await page.request.get(`${ours}/api/v1/search?kind=project&topic=care`)).json();
  const other = await elsewhere(code);
  await page.goto(other.url);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("heading", { level: 1 })).toHaveText("Projekte: Pflege");
  await expect(frame.locator(".embed-count")).toContainText(`${total} Einträge`);
  await frame.getByRole("link", { name: "Karte" }).click();
  await expect(frame.locator("project-map")).toHaveAttribute("data-state", "ready", { timeout: 20_000 });
  expect(context.pages(), "its views stay in the frame").toHaveLength(1);
  const [opened] = await Promise.all([context.waitForEvent("page"), frame.locator(".card-title a").first().click()]);
  await opened.waitForURL(/\/projects\//);
  expect(new URL(opened.url()).origin).toBe(ours);
  expect(await context.cookies(), "a frame sets none").toEqual([]);
  other.close();
});

plain("no other page of ours is shown in a frame", { tag: "@javascript" }, async ({ page }) => {
  const refused = [];
  page.on("console", (message) => /frame/i.test(message.text()) && message.type() === "error" && refused.push(message.text()));
  const other = await elsewhere(`<iframe src="${process.env.ALLMENDE_TEST_URL}/explore"></iframe>`);
  await page.goto(other.url);
  await expect.poll(() => refused.length).toBeGreaterThan(0);
  await expect(page.frameLocator("iframe").getByRole("heading", { name: "Entdecken" })).toHaveCount(0);
  other.close();
});

test("the form works without a script, and shows what its code will", async ({ page, visit, javaScriptEnabled }) => {
  await visit("/explore?topic=care&view=map");
  await page.getByRole("link", { name: "Auf der eigenen Seite zeigen" }).click();
  await expect(page).toHaveURL("/embed/create?topic=care&view=map");
  await expect(page.getByText("Thema: Pflege")).toBeVisible();
  await page.getByRole("radio", { name: "Liste", exact: true }).check();
  await page.getByRole("radio", { name: "Englisch" }).check();
  await page.getByRole("spinbutton", { name: "Höhe in Pixeln" }).fill("400");
  await page.getByRole("button", { name: "Vorschau zeigen" }).click();
  await expect(page).toHaveURL(/embed_lang=en.*height=400/);
  const code = page.getByRole("textbox", { name: "Code für eure Seite" });
  await expect(code).toHaveValue(/embed\?topic=care&amp;lang=en".*height="400"/);
  await expect(page.frameLocator("iframe").getByRole("heading", { level: 1 })).toHaveText("All entries: Care");
  const copy = page.getByRole("button", { name: "Code kopieren" });
  if (!javaScriptEnabled) await expect(copy).toBeHidden();
});

test("the preview follows while somebody chooses, and the code is copied", { tag: "@javascript" }, async ({ page, visit, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await visit("/embed/create?kind=lesson");
  await page.getByRole("radio", { name: "Karte mit Liste" }).hover();
  await expect(page.locator("leptos-island").first()).toHaveAttribute("data-awake");
  await page.getByRole("radio", { name: "Karte mit Liste" }).check();
  const code = page.getByRole("textbox", { name: "Code für eure Seite" });
  await expect(code).toHaveValue(/kind=lesson&amp;view=map/);
  await page.getByRole("textbox", { name: "Nur Einträge mit diesen Wörtern" }).fill("Datenschutz");
  await expect(code).toHaveValue(/q=Datenschutz&amp;kind=lesson/);
  await expect(page).toHaveURL(/q=Datenschutz/);
  await page.getByRole("button", { name: "Code kopieren" }).click();
  await expect(page.getByText("Der Code ist kopiert.")).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.inputValue());
});

test("a map in a frame can be used, by night and on a phone", { tag: "@javascript" }, async ({ page, visit }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize(PHONE);
  await visit("/embed?topic=care&view=map");
  const map = await mapOf(page);
  await expect(map.getByRole("button", { name: /Einträge|Projekt|Organisation/ }).first()).toBeVisible();
  const [r, g, b] = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g).map(Number));
  expect(r + g + b, "dark ground").toBeLessThan(200);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test("without scripts a map's frame is its list", async ({ page, visit, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled, "that is another test");
  await visit("/embed?topic=care&view=map");
  await expect(page.locator("project-map")).toBeHidden();
  await expect(page.locator(".card").first()).toBeVisible();
});
