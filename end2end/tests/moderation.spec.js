// The editors' desk: twenty submissions by keyboard alone, many at once and back again, and two who read the same.
import { address, person } from "../support/accounts.js";
import { COLOURS, complaints } from "../support/axe.js";
import { DESK, PHONE } from "../support/pages.js";
import { expect, test } from "../support/alone.js";

test.use({ settings: { ALLMENDE_UNDO_MINUTES: "10" } });

const MANY = 20;
const told = (page) => page.locator(".just-decided");
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** Hands in projects, as their form does. Titles are unlike each other: the form would ask otherwise. */
async function plant(author, titles, baseURL) {
  const send = async (path, form) => {
    const answer = await author.request.post(path, { form, headers: { origin: baseURL }, maxRedirects: 0 });
    expect(answer.status(), path).toBe(303);
    return answer.headers().location;
  };
  const begin = await author.request.get("/submit/new/project");
  const organisation = (await begin.text()).match(/name="organisation"[^>]*?value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"/);
  for (const title of titles) {
    const fields = { organisation: organisation[1] ?? organisation[2], title, problem: "Abends plant jemand von Hand.", summary: "Ein Programm schlägt Touren vor.", phase: "pilot", place: "50667", another: "yes" };
    const draft = await send("/submit/new/project", fields);
    await send(`${draft}/submit`, {});
  }
}

/** An author with what they handed in, and moderators. */
async function stage(browser, info, baseURL, titles, names = ["mona"]) {
  const author = await person(browser, address(info, "author"), "--owner-of", "dicv-koeln");
  await plant(author, titles, baseURL);
  const moderators = [];
  for (const name of names) moderators.push(await person(browser, address(info, name), "--moderator"));
  return { author, moderators };
}

const titles = (info, count, word) => Array.from({ length: count }, (_, n) => `${word} ${n + 1} ${info.project.name} ${info.retry}${info.repeatEachIndex}`);

/** What waited before is out of the way. */
async function clear(page) {
  await page.goto("/moderation?reader=free");
  while ((await page.locator(".queue-row").count()) > 0) {
    for (const box of await page.locator(".queue-row > input").all()) await box.check();
    await page.getByLabel("Ablehnen").check();
    await page.getByLabel("Vorlage").selectOption("duplicate");
    await press(page, "Für alle mit Häkchen entscheiden");
    await page.goto("/moderation?reader=free");
  }
}

test("twenty submissions are decided by keyboard alone, with two keys for each", async ({ browser, baseURL }, info) => {
  test.slow();
  const first = await stage(browser, info, baseURL, []);
  await clear(first.moderators[0]);
  const all = titles(info, MANY, "Tastatur");
  await plant(first.author, all, baseURL);
  const page = first.moderators[0];
  await page.goto("/moderation");
  await page.locator(".queue-row a").first().focus();
  await page.keyboard.press("Enter");
  let keys = 0;
  const key = async (name) => {
    keys += 1;
    await page.keyboard.press(name);
  };
  for (const [index, title] of all.entries()) {
    await expect(page.getByRole("heading", { level: 1 }).first()).toHaveText(title);
    await expect(page.getByLabel("Veröffentlichen")).toBeFocused();
    await expect(page.getByLabel("Veröffentlichen")).not.toBeChecked();
    await key("Space");
    await key("Enter");
    await expect(told(page), `${index + 1}`).toContainText(`Veröffentlicht: „${title}“`);
  }
  expect(keys).toBe(2 * MANY);
  // Other tests may have left other things that wait.
  const nothing = page.locator(".lead").getByText(/^(Nichts wartet\. Alles ist gelesen|Keine Einreichung wartet)\.$/);
  await expect(nothing).toBeVisible();
  // No letter does anything by itself.
  for (const letter of "apnjkxrq?") await page.keyboard.press(letter);
  await expect(nothing).toBeVisible();
});

test("the other ways are chosen by arrows, and a reason that is missing is asked for where one goes on typing", async ({ browser, baseURL }, info) => {
  const { moderators: [page] } = await stage(browser, info, baseURL, titles(info, 1, "Pfeiltaste"));
  await page.goto("/moderation");
  await page.getByRole("link", { name: /Pfeiltaste 1/ }).first().click();
  await expect(page.getByLabel("Veröffentlichen")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByLabel("Um Änderung bitten")).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByLabel("Ablehnen")).toBeChecked();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Was ihr dazu schreibt")).toBeFocused();
  await expect(page.getByLabel("Ablehnen")).toBeChecked();
  await page.keyboard.type("Das ist Werbung.");
  await page.getByRole("button", { name: "Entscheiden" }).focus();
  await page.keyboard.press("Enter");
  await expect(told(page)).toContainText("Abgelehnt: „Pfeiltaste 1");
  await press(page, "Rückgängig");
  await expect(told(page)).toContainText("Die Einreichung wartet wieder.");
  await expect(page.getByRole("link", { name: /Pfeiltaste 1/ })).toBeVisible();
});

/** Where one waits in the queue; beside it, what it may be a double of. */
const row = (page, title) => page.locator(".queue-row a:not(.maybe-doubles a)", { hasText: title });

test("many are decided at once, and all of it can be undone", async ({ page, browser, baseURL }, info) => {
  const all = titles(info, 3, "Stapel");
  const { moderators: [mona] } = await stage(browser, info, baseURL, all);
  await mona.goto("/moderation");
  for (const title of all) await mona.getByLabel(`Ankreuzen: ${title}`).check();
  await mona.getByLabel("Veröffentlichen").check();
  await press(mona, "Für alle mit Häkchen entscheiden");
  await expect(told(mona)).toContainText("3 Einreichungen veröffentlicht");
  const slug = `/projects/${all[0].toLowerCase().replaceAll(" ", "-")}`;
  await expect(async () => expect((await page.request.get(slug)).status()).toBe(200)).toPass();
  await press(mona, "Rückgängig");
  await expect(told(mona)).toContainText("3 Entscheidungen rückgängig gemacht.");
  for (const title of all) await expect(row(mona, title)).toBeVisible();
  await expect(async () => expect((await page.request.get(slug)).status()).toBe(404)).toPass();
});

test("what one reads, another sees and does not decide until it is free", async ({ browser, baseURL }, info) => {
  const [title] = titles(info, 1, "Schloss");
  const { moderators: [mona, max] } = await stage(browser, info, baseURL, [title], ["mona", "max"]);
  await mona.goto("/moderation");
  await mona.getByRole("link", { name: title }).click();
  await expect(mona.getByText(/Bis \d\d:\d\d Uhr ist das für euch reserviert/)).toBeVisible();
  await max.goto("/moderation");
  await expect(max.locator(".queue-row", { hasText: title })).toContainText(`Gerade bei ${address(info, "mona")}`);
  await max.getByRole("link", { name: title }).click();
  await expect(max.locator(".reading-other")).toContainText(`${address(info, "mona")} liest das gerade, seit`);
  await expect(max.getByLabel("Ablehnen")).toHaveCount(0);
  // Taken over, after asking; whoever read it before keeps what they wrote, and sees who has it now.
  await max.locator("summary", { hasText: "Trotzdem übernehmen" }).click();
  await press(max, "Ja, übernehmen");
  await expect(max.getByText("Jetzt ist das für euch reserviert.")).toBeVisible();
  await mona.getByLabel("Ablehnen").check();
  await mona.getByLabel("Was ihr dazu schreibt").fill("Drei Absätze, lange überlegt.");
  await press(mona, "Entscheiden");
  await expect(mona.getByRole("alert")).toContainText("für jemand anderes aus der Redaktion reserviert");
  await expect(mona.getByLabel("Was ihr dazu schreibt")).toHaveValue("Drei Absätze, lange überlegt.");
  await press(max, "Doch nicht lesen");
  await press(mona, "Entscheiden");
  await expect(told(mona)).toContainText(`Abgelehnt: „${title}“`);
});

test("what one decided can be undone after going elsewhere", async ({ browser, baseURL }, info) => {
  const all = titles(info, 2, "Anderswo");
  const { moderators: [page] } = await stage(browser, info, baseURL, all);
  await page.goto("/moderation");
  for (const title of all) await page.getByLabel(`Ankreuzen: ${title}`).check();
  await page.getByLabel("Ablehnen").check();
  await page.getByLabel("Vorlage").selectOption({ label: "Werbung" });
  await press(page, "Für alle mit Häkchen entscheiden");
  await page.goto("/moderation/statistics");
  await page.getByRole("navigation", { name: "Bereiche der Redaktion" }).getByRole("link", { name: /^Einreichungen/ }).click();
  await press(page, `Rückgängig: ${all[1]}`);
  await expect(told(page)).toContainText("Die Einreichung wartet wieder.");
  await expect(page.locator(".queue-row", { hasText: all[1] })).toBeVisible();
  await expect(page.locator(".queue-row", { hasText: all[0] })).toHaveCount(0);
});

test("the keys go from the decision to the template, the reason and the button", { tag: "@javascript" }, async ({ browser, baseURL }, info) => {
  const { moderators: [page] } = await stage(browser, info, baseURL, titles(info, 1, "Reihenfolge"));
  await page.setViewportSize(DESK);
  await page.goto("/moderation");
  await page.getByRole("link", { name: /Reihenfolge 1/ }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.getByText("Abends plant jemand von Hand.").first(), "one reads before one decides").toBeInViewport();
  await page.keyboard.press("ArrowDown");
  for (const field of [page.getByLabel("Vorlage"), page.getByLabel("Was ihr dazu schreibt"), page.getByRole("button", { name: "Entscheiden" })]) {
    await page.keyboard.press("Tab");
    await expect(field).toBeFocused();
    await expect(field).toBeInViewport();
  }
  await press(page, "Doch nicht lesen");
});

test("the bar stays in view and leaves room, and pages of the desk are accessible", { tag: "@javascript" }, async ({ browser, baseURL }, info) => {
  test.setTimeout(300_000);
  const all = titles(info, 3, "Ansicht");
  const { moderators: [page] } = await stage(browser, info, baseURL, all);
  await page.goto("/moderation?order=signals");
  await look(page, info, "queue");
  await page.getByLabel(`Ankreuzen: ${all[0]}`).check();
  await page.getByLabel("Um Änderung bitten").check();
  await page.getByLabel("Vorlage").selectOption("missing-source");
  await press(page, "Für alle mit Häkchen entscheiden");
  await look(page, info, "decided");
  await row(page, all[1]).click();
  await look(page, info, "submission");

  const submission = page.url();
  for (const [viewport, bar] of [[PHONE, page.locator(".decide-ways-line")], [DESK, page.locator(".decide")]]) {
    await page.setViewportSize(viewport);
    await page.goto(submission);
    await expect(page.getByLabel("Veröffentlichen")).toBeInViewport();
    expect(await page.evaluate(() => window.scrollY), "it opens at its head").toBe(0);
    expect((await bar.boundingBox()).height, "one line").toBeLessThan(110);
    await page.screenshot({ path: info.outputPath(`first-${viewport.width}.png`) });
    await page.getByLabel("Ablehnen").check();
    expect((await bar.boundingBox()).height).toBeLessThan(viewport.height * 0.35);
    await page.screenshot({ path: info.outputPath(`chosen-${viewport.width}.png`) });
    if (viewport === PHONE) {
      await page.getByRole("link", { name: "Weiter zur Begründung" }).click();
      await expect(page.getByLabel("Was ihr dazu schreibt")).toBeInViewport({ ratio: 1 });
      await page.screenshot({ path: info.outputPath("reason-360.png") });
    }
    await page.goto(submission);
    await page.keyboard.press("PageDown");
    await expect(async () => expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(100)).toPass();
    await expect(page.getByLabel("Veröffentlichen")).toBeInViewport();
    await expect(page.getByLabel("Veröffentlichen")).not.toBeChecked();
  }
  // As with 400 % on a screen of 1280 × 1024: nothing lies over the text.
  await page.setViewportSize({ width: 320, height: 256 });
  for (const bar of [".decide", ".decide-ways-line"]) expect(await page.locator(bar).evaluate((it) => getComputedStyle(it).position)).toBe("static");
  const wide = () => page.evaluate(() => [...document.querySelectorAll("body *")].filter((it) => it.getBoundingClientRect().right > 320.5 && !it.closest(".quiet-words")).map((it) => it.outerHTML.slice(0, 90)));
  expect(await page.evaluate(() => document.documentElement.scrollWidth), (await wide()).join("\n")).toBeLessThanOrEqual(320);

  await press(page, "Doch nicht lesen");
  await page.goto("/moderation/templates");
  await look(page, info, "templates");
  await page.goto("/projects/carifix");
  await look(page, info, "public");
  await page.getByRole("link", { name: "Alles zu diesem Eintrag" }).click();
  const entry = page.url();
  await page.getByLabel("Neue Notiz").fill("Beim Träger nachgefragt.");
  await press(page, "Notiz speichern");
  await page.locator("summary", { hasText: "Empfehlen" }).click();
  await page.getByLabel("Warum? Auf Deutsch").fill("Ehrlich erzählt, mit allem, was nicht geklappt hat.");
  await page.getByLabel("Warum? Auf Englisch").fill("Told honestly.");
  await page.getByLabel("Letzter Tag").fill(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10));
  await page.locator("form", { has: page.getByLabel("Letzter Tag") }).getByRole("button").click();
  await expect(page.getByText("Empfohlen bis")).toBeVisible();
  await page.locator("summary", { hasText: /^Entfernen$/ }).click();
  await look(page, info, "entry");
  await page.goto("/");
  await expect(page.getByText("Ehrlich erzählt, mit allem")).toBeVisible();
  await look(page, info, "start");
  await page.goto("/organisations/correlaid");
  await page.getByRole("link", { name: "Alles zu diesem Eintrag" }).click();
  await page.locator("summary", { hasText: "Vertrauen" }).click();
  await page.getByLabel("Warum?", { exact: true }).fill("Seit Jahren verlässlich.");
  await press(page, "Dieser Organisation vertrauen");
  await expect(page.getByText("Seit Jahren verlässlich.").first()).toBeVisible();
  const trusted = await person(browser, address(info, "trusted"), "--owner-of", "correlaid");
  await plant(trusted, titles(info, 1, "Vertraut"), baseURL);
  await page.goto("/moderation/checks");
  await expect(page.getByRole("button", { name: /^In Ordnung: Vertraut/ })).toBeVisible();
  await look(page, info, "checks");
  await page.getByRole("button", { name: /^In Ordnung: Vertraut/ }).click();
  await page.goto("/moderation/statistics");
  await look(page, info, "statistics");
  await page.setViewportSize(PHONE);
  expect(await page.locator(".scroll").evaluateAll((all) => all.filter((it) => it.scrollWidth > it.clientWidth).length), "figures fit").toBe(0);
  await page.setViewportSize(DESK);
  await page.goto("/moderation/events?by=person");
  await look(page, info, "events");
  await page.goto("/moderation/events?lang=en");
  expect.soft(await complaints(page), "English").toEqual([]);
  await page.goto(`${entry}?lang=de`);
  await press(page, "Nicht mehr empfehlen");
});

async function look(page, info, name) {
  for (const [size, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: "light" });
    expect.soft(await complaints(page), `${name} ${size}, light`).toEqual([]);
    await page.screenshot({ path: info.outputPath(`${name}-${size}.png`), fullPage: name !== "submission" });
    const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    expect.soft(wide, `${name} ${size}`).toBeLessThanOrEqual(room);
    await page.emulateMedia({ colorScheme: "dark" });
    expect.soft(await complaints(page, COLOURS), `${name} ${size}, dark`).toEqual([]);
    if (name === "queue") await page.screenshot({ path: info.outputPath(`${name}-${size}-dark.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: "light" });
}
