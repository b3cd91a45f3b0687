// Readers without an account: a report and its answer; a correction by way of its owner and the moderators to everybody;
// something new. With real mails, with a script and, as project "no-javascript" runs it, without.
import { COLOURS, complaints } from "../support/axe.js";
import { address, person } from "../support/accounts.js";
import { expect, test } from "../support/alone.js";
import { mailTo } from "../support/mails.js";
import { DESK, PHONE } from "../support/pages.js";

const heading = (page) => page.getByRole("heading", { level: 1 });
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const linkIn = (mail, path) => new URL(mail.match(new RegExp(`http\\S+/${path}/[0-9a-f]{64}`))[0]).pathname;

/** Words that no other run of a test has. */
const own = (info, words) => `${words} ${info.project.name} ${info.repeatEachIndex}${info.retry}`;

async function report(page, path, text, email) {
  await page.goto(path);
  await page.getByRole("link", { name: "Etwas stimmt nicht?" }).click();
  await page.getByLabel("Worum geht es?").selectOption("Falsch oder veraltet");
  await page.getByLabel("Was stimmt nicht?").fill(text);
  await page.getByLabel("Eure Mail-Adresse").fill(email);
  await press(page, "Meldung senden");
  await expect(page.getByText("eure Meldung ist angekommen")).toBeVisible();
}

test("a report is answered, where its link leads and by mail", async ({ page, browser }, info) => {
  const [reader, text] = [address(info, "reader"), own(info, "Der Link geht nicht mehr.")];
  await report(page, "/projects/carifix", text, reader);
  const state = new URL(page.url()).pathname;
  expect(linkIn(await mailTo(reader, "/reports/"), "reports")).toBe(state);
  const moderator = await person(browser, address(info, "moderator"), "--moderator");
  await moderator.goto("/moderation");
  await moderator.getByRole("navigation", { name: "Bereiche der Redaktion" }).getByRole("link", { name: /^Meldungen/ }).click();
  await moderator.getByRole("main").getByRole("link", { name: /CariFIX/ }).click();
  const row = moderator.getByRole("listitem").filter({ hasText: text });
  await row.getByLabel("Antwort").fill("Danke, ist geaendert.");
  await row.getByRole("button", { name: "Antworten" }).click();
  await expect(heading(moderator)).toHaveText("Meldungen");
  expect(await mailTo(reader, "Danke, ist geaendert.")).toContain("Subject:");
  await page.goto(state);
  await expect(page.getByText("Danke, ist geaendert.")).toBeVisible();
});

test("a correction goes from a reader to the owner, to the moderator, to everybody", async ({ page, browser, quiet, baseURL }, info) => {
  test.slow();
  quiet.refused.add(new URL("/projects/carifix/suggest/story", baseURL).href);
  const [reader, words] = [address(info, "reader"), own(info, "Klein anfangen und dann wachsen.")];
  const owners = address(info, "owner");
  const owner = await person(browser, owners, "--owner-of", "deutscher-caritasverband");
  const moderator = await person(browser, address(info, "moderator"), "--moderator");

  await page.goto("/projects/carifix");
  await page.getByRole("link", { name: "Korrektur vorschlagen" }).click();
  await page.getByRole("link", { name: "Was ihr erlebt habt" }).click();
  await page.locator("#advice").fill(words);
  await press(page, "Vorschlag senden");
  await expect(page.locator("#email-wrong")).toHaveText("Bitte etwas eintragen.");
  await expect(page.locator("#advice")).toHaveValue(words);
  await page.locator("#why").fill("So steht es im Bericht.");
  await page.locator("#email").fill(reader);
  await press(page, "Vorschlag senden");
  await expect(heading(page)).toHaveText("Schaut in euer Postfach");
  await page.goto(linkIn(await mailTo(reader, "/suggestions/"), "suggestions"));
  await press(page, "Vorschlag bestätigen");
  await expect(page.getByText("euer Vorschlag ist angekommen")).toBeVisible();
  const state = page.url();

  const mail = await mailTo(owners, "/suggestions/");
  await owner.goto(new URL(mail.match(/http\S+\/submit\/\S+\/suggestions\/\d+/)[0]).pathname);
  await expect(owner.locator("ins").first()).toContainText("Klein anfangen");
  await expect(owner.getByText(reader)).toHaveCount(0);
  await owner.getByLabel("Übernehmen: ").check();
  await press(owner, "Angekreuztes übernehmen");
  await expect(owner.getByText("Eingereicht, wird gelesen")).toBeVisible();
  await mailTo(reader, "Vorschlag zu");

  await moderator.goto("/moderation");
  await moderator.getByRole("link", { name: /CariFIX/ }).first().click();
  await moderator.getByLabel("Veröffentlichen").check();
  await press(moderator, "Entscheiden");
  await expect(moderator.locator(".just-decided")).toContainText("CariFIX");
  await expect(async () => {
    await page.goto("/projects/carifix");
    await expect(page.getByText(words)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 5_000 });
  await page.goto(state);
  await expect(page.getByText("jetzt für alle zu lesen")).toBeVisible();
});

test("something new is told of, confirmed and published", async ({ page, browser }, info) => {
  const [reader, title] = [address(info, "reader"), own(info, "Rikschas finden ihren Weg")];
  await page.goto("/submit");
  await page.getByRole("link", { name: "Etwas vorschlagen, das hier fehlt" }).click();
  await page.getByRole("link", { name: "Ein Projekt" }).click();
  await page.locator("#title").fill(title);
  await page.locator("#problem").fill("Fahrten werden von Hand verteilt.");
  await page.locator("#summary").fill("Ein Programm schlägt Fahrten vor.");
  await page.locator("#phase").selectOption("Pilot");
  await page.locator("#place").fill("Köln");
  await page.locator("#organisation").fill("Niemand, den es hier gibt");
  await page.locator("#why").fill("Ein Vortrag.");
  await page.locator("#email").fill(reader);
  await press(page, "Vorschlag senden");
  await page.goto(linkIn(await mailTo(reader, "/suggestions/"), "suggestions"));
  await press(page, "Vorschlag bestätigen");
  const moderator = await person(browser, address(info, "moderator"), "--moderator");
  await moderator.goto("/moderation/suggestions");
  await moderator.getByRole("link", { name: title }).click();
  await press(moderator, "Veröffentlichen");
  await expect(heading(moderator)).toHaveText("Vorschläge");
  await page.reload();
  await page.getByRole("link", { name: title }).click();
  await expect(heading(page)).toHaveText(title);
  await expect(page.getByText("Aus öffentlichen Quellen zusammengestellt.")).toBeVisible();
});

test("pages where readers help are accessible and fit every screen", { tag: "@javascript" }, async ({ page, browser }, info) => {
  test.setTimeout(300_000);
  const owner = await person(browser, address(info, "owner"), "--owner-of", "dicv-koeln");
  const moderator = await person(browser, address(info, "moderator"), "--moderator");
  for (const number of [1, 2]) await report(page, "/organisations/correlaid", `Stimmt nicht: ${"lang".repeat(30)} ${number}`, address(info, "reader"));
  await look(page, info, "report-state");
  for (const [slug, name] of [["dicv-koeln", "owned"], ["correlaid", "nobodys"]]) {
    const reader = address(info, name);
    await page.goto(`/organisations/${slug}/suggest/basics`);
    await page.locator("#description").fill("Wir begleiten Projekte, die **Daten** brauchen. " + "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz ".repeat(3));
    await page.locator("#website").fill("www.verein.example.org");
    await page.locator("#why").fill("Steht auf der Website.");
    await page.locator("#email").fill(reader);
    await look(page, info, `form-${name}`);
    await press(page, "Vorschlag senden");
    await expect(heading(page)).toHaveText("Schaut in euer Postfach");
    await page.goto(linkIn(await mailTo(reader, "/suggestions/"), "suggestions"));
    await look(page, info, `confirm-${name}`);
    await press(page, "Vorschlag bestätigen");
    await look(page, info, `state-${name}`);
  }
  await owner.goto("/submit");
  await look(owner, info, "desk");
  await owner.getByRole("main").locator(".notice a").first().click();
  await look(owner, info, "decide");
  await press(owner, "Nicht übernehmen");
  await expect(owner.getByRole("alert").getByText("Bitte eine Begründung schreiben.")).toBeVisible();
  await look(owner, info, "decide-wrong");
  await moderator.goto("/moderation/suggestions");
  await look(moderator, info, "suggestions");
  await moderator.locator(".desk-row a").first().click();
  await look(moderator, info, "curate");
  await moderator.goto("/moderation/reports");
  await look(moderator, info, "reports");
  await moderator.locator(".desk-row a").first().click();
  await look(moderator, info, "reports-of");
});

async function look(page, info, name) {
  for (const [size, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: "light" });
    expect.soft(await complaints(page), `${name} ${size}, light`).toEqual([]);
    await page.screenshot({ path: info.outputPath(`${name}-${size}.png`), fullPage: true });
    const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    expect.soft(wide, `${name} ${size}`).toBeLessThanOrEqual(room);
    await page.emulateMedia({ colorScheme: "dark" });
    expect.soft(await complaints(page, COLOURS), `${name} ${size}, dark`).toEqual([]);
  }
  if (name === "decide") await page.screenshot({ path: info.outputPath(`${name}-dark.png`), fullPage: true });
  await page.emulateMedia({ colorScheme: "light" });
}
