// From a first idea to an entry that everybody can read, and on: an author, a moderator and a reader.
import { address, person } from "../support/accounts.js";
import { mailTo, mailsTo } from "../support/mails.js";
import { expect, test } from "../support/alone.js";

const heading = (page) => page.getByRole("heading", { level: 1 });
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** A title that no other test has. */
const titled = (info, words) => `${words} ${info.project.name} ${info.repeatEachIndex || ""}${info.retry || ""}`.trim();

async function quickAdd(page, title) {
  await page.goto("/submit");
  await page.getByRole("link", { name: "Ein Projekt" }).click();
  await page.locator("#title").fill(title);
  await page.locator("#problem").fill("Unser Fahrdienst plant jeden Abend zwei Stunden von Hand.");
  await page.locator("#summary").fill("Ein Programm schlägt die Touren für den nächsten Tag vor.");
  await page.locator("#phase").selectOption("Pilot");
  await page.locator("#place").fill("50667");
  await press(page, "Entwurf anlegen");
  // Another project's run of this test may have told the same.
  const another = page.getByRole("button", { name: "Es ist etwas anderes" });
  await expect(heading(page).filter({ hasText: title }).or(another)).toBeVisible();
  if (await another.isVisible()) await another.click();
  await expect(heading(page)).toHaveText(title);
}

async function decide(page, title, way, reason) {
  await page.goto("/moderation");
  await page.getByRole("link", { name: title }).click();
  await page.getByLabel(way).check();
  if (reason) await page.getByLabel("Was ihr dazu schreibt").fill(reason);
  await press(page, "Entscheiden");
  await expect(page.locator(".just-decided")).toContainText(title);
}

test("from a first idea to an entry that everybody reads, and a change to it", async ({ page, browser }, info) => {
  test.slow();
  const title = titled(info, "Tourenplanung für den Fahrdienst");
  const authors = address(info, "author");
  const author = await person(browser, authors, "--owner-of", "dicv-koeln");
  const moderator = await person(browser, address(info, "moderator"), "--moderator");

  await quickAdd(author, title);
  await author.getByRole("link", { name: "Was ihr erlebt habt" }).click();
  await author.locator("#setbacks").fill("Der erste Versuch war zu langsam.");
  await press(author, "Nur speichern");
  await expect(author.locator("#setbacks")).toHaveValue("Der erste Versuch war zu langsam.");
  await author.locator(".form-back a").click();
  await author.getByRole("link", { name: "Vorschau" }).click();
  await expect(author.getByText("Der erste Versuch war zu langsam.")).toBeVisible();
  await press(author, "Einreichen");
  await expect(author.getByText("Eingereicht, wird gelesen")).toBeVisible();

  await moderator.goto("/moderation");
  await moderator.getByRole("link", { name: title }).click();
  await moderator.getByLabel("Um Änderung bitten").check();
  await press(moderator, "Entscheiden");
  await expect(moderator.getByRole("alert").getByText("Bitte eine Begründung schreiben.")).toBeVisible();
  await decide(moderator, title, "Um Änderung bitten", "Bitte sagt, wer die Touren prüft.");
  const decided = () => mailsTo(authors).filter((mail) => !mail.includes("/sign-in/"));
  await expect(() => expect(decided()).toHaveLength(1)).toPass({ timeout: 5_000 });
  expect(decided()[0]).toContain("Bitte sagt, wer die Touren pr=C3=BCft.");

  await author.goto("/submit");
  await author.getByRole("link", { name: title }).click();
  await expect(author.getByText("Bitte sagt, wer die Touren prüft.").first()).toBeVisible();
  const address_ = author.url();
  await author.goto(`${address_}/edit/data`);
  await author.locator("#human_oversight").fill("Die Leitstelle prüft jede Tour.");
  await press(author, "Speichern und weiter");
  await author.goto(address_);
  await press(author, "Einreichen");
  await decide(moderator, title, "Veröffentlichen");

  // Search, map and feed know it within a second.
  const query = encodeURIComponent(title);
  await expect(async () => {
    await page.goto(`/explore?q=${query}`);
    await expect(page.getByRole("link", { name: title }).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 2_000 });
  const places = await (await page.request.get(`/api/v1/projects.geojson?q=${query}`)).json();
  expect(places.features.map((feature) => feature.properties.title)).toContain(title);
  expect(await (await page.request.get("/feed.atom")).text()).toContain(title);

  await author.goto(address_);
  await press(author, "Bearbeiten");
  await author.goto(`${address_}/edit/story`);
  await author.locator("#setbacks").fill("Der erste Versuch war viel zu langsam.");
  await press(author, "Speichern und weiter");
  await author.goto(address_);
  await press(author, "Einreichen");
  await moderator.goto("/moderation");
  await moderator.getByRole("link", { name: title }).click();
  await expect(moderator.locator("ins")).toHaveText("viel ");
  await moderator.getByLabel("Veröffentlichen").check();
  await press(moderator, "Entscheiden");

  await expect(() => expect(decided()).toHaveLength(3)).toPass({ timeout: 5_000 });

  await page.getByRole("link", { name: title }).first().click();
  await expect(page.getByText("Der erste Versuch war viel zu langsam.")).toBeVisible();
  await page.getByRole("link", { name: "Verlauf" }).click();
  await press(page, "Vergleichen");
  await expect(page.locator("ins")).toHaveText("viel ");
});

test("what is wrong is told at its field, and what was typed stays", async ({ browser }, info) => {
  const author = await person(browser, address(info), "--owner-of", "dicv-koeln");
  await author.goto("/submit/new/project");
  await author.locator("#title").fill("x".repeat(130));
  await author.locator("#place").fill("Nirgendheim");
  await press(author, "Entwurf anlegen");
  await expect(author.locator("#title-wrong")).toHaveText("Höchstens 120 Zeichen, das sind 130.");
  await expect(author.locator("#place-wrong")).toContainText("kennen wir nicht");
  await expect(author.locator("#title")).toHaveValue("x".repeat(130));
  await expect(author.locator("#title")).toBeFocused();
});

test("what is there already is shown before there are two of it", async ({ browser }, info) => {
  const author = await person(browser, address(info), "--owner-of", "dicv-koeln");
  await author.goto("/submit/new/lesson");
  await author.locator("#title").fill("Antworten aus geprüften Quellen");
  await author.locator("#insight").fill("Gute Quellen sind die halbe Arbeit.");
  await author.locator("#outcome").selectOption({ index: 1 });
  await press(author, "Entwurf anlegen");
  await expect(author.getByRole("heading", { name: "Gibt es das schon?" })).toBeVisible();
  await expect(author.locator("#insight")).toHaveValue("Gute Quellen sind die halbe Arbeit.");
  await press(author, "Es ist etwas anderes: Entwurf anlegen");
  await expect(heading(author)).toHaveText("Antworten aus geprüften Quellen");
});

test("two who write at once: the second sees both texts, and nothing is lost", async ({ browser }, info) => {
  const author = await person(browser, address(info), "--owner-of", "dicv-koeln");
  await quickAdd(author, titled(info, "Zwei an einem Text"));
  const section = `${author.url()}/edit/story`;
  const other = await author.context().newPage();
  await author.goto(section);
  await other.goto(section);
  await author.locator("#solution").fill("Die eine Fassung.");
  await press(author, "Nur speichern");
  await other.locator("#solution").fill("Die andere Fassung.");
  await press(other, "Nur speichern");
  await expect(other.getByText("Hier wurde inzwischen etwas anderes gespeichert")).toBeVisible();
  await expect(other.getByText("Das wart ihr selbst")).toBeVisible();
  await expect(other.locator("#solution-theirs")).toContainText("Die eine Fassung.");
  await expect(other.locator("#solution")).toHaveValue("Die andere Fassung.");
  await press(other, "Nur speichern");
  await author.goto(section);
  await expect(author.locator("#solution")).toHaveValue("Die andere Fassung.");
});

test("two who write at once in different places are in nobody's way", async ({ browser }, info) => {
  const author = await person(browser, address(info), "--owner-of", "dicv-koeln");
  await quickAdd(author, titled(info, "Zwei an zwei Stellen"));
  const [story, people] = ["story", "people"].map((section) => `${author.url()}/edit/${section}`);
  const other = await author.context().newPage();
  await author.goto(story);
  await other.goto(people);
  await author.locator("#solution").fill("Die Lösung.");
  await press(author, "Nur speichern");
  await other.locator("#reach").fill("drei Orte");
  await press(other, "Nur speichern");
  await expect(other.locator("#reach")).toHaveValue("drei Orte");
  await other.goto(story);
  await author.locator("#results").fill("Das Ergebnis.");
  await press(author, "Nur speichern");
  await other.locator("#advice").fill("Der Rat.");
  await press(other, "Nur speichern");
  for (const [field, text] of [["#solution", "Die Lösung."], ["#results", "Das Ergebnis."], ["#advice", "Der Rat."]]) {
    await expect(other.locator(field)).toHaveValue(text);
  }
});

test("a session that ended loses no text", async ({ browser }, info) => {
  const author = await person(browser, address(info), "--owner-of", "dicv-koeln");
  await quickAdd(author, titled(info, "Abgemeldet mitten im Satz"));
  const section = `${author.url()}/edit/story`;
  await author.goto(section);
  await author.locator("#solution").fill("Lange geschrieben.");
  const session = await author.context().cookies();
  await author.context().clearCookies({ name: "session" });
  await press(author, "Nur speichern");
  await expect(heading(author)).toHaveText("Euer Text ist noch da");
  await author.context().addCookies(session);
  await press(author, "Noch einmal speichern");
  await author.goto(section);
  await expect(author.locator("#solution")).toHaveValue("Lange geschrieben.");
});

test("what is typed is kept while one types, and what is there already is shown @javascript", async ({ browser }, info) => {
  const author = await person(browser, address(info), "--owner-of", "dicv-koeln");
  await author.goto("/submit/new/project");
  await author.locator("#title").pressSequentially("CariFix");
  await expect(author.locator("#alike-now").getByRole("link").first()).toBeVisible();
  await quickAdd(author, titled(info, "Von selbst gespeichert"));
  const section = `${author.url()}/edit/story`;
  await author.goto(section);
  await author.locator("#solution").pressSequentially("Ohne Knopf.");
  await expect(author.locator("#saving")).toContainText("Gespeichert.");
  await author.locator("#results").pressSequentially("Auch das.");
  await expect(author.locator("#saving")).toContainText("7 von 20");
  // As if the window were closed.
  const again = await author.context().newPage();
  await again.goto(section);
  await expect(again.locator("#solution")).toHaveValue("Ohne Knopf.");
  await expect(again.locator("#results")).toHaveValue("Auch das.");
  await again.locator("#advice").fill("Klein anfangen.");
  await press(again, "Nur speichern");
  await author.locator("#advice").pressSequentially("Groß anfangen.");
  await expect(author.locator("#saving")).toContainText("An derselben Stelle");
  await press(author, "Nur speichern");
  await expect(author.locator("#advice-theirs")).toContainText("Klein anfangen.");
  await expect(author.locator("#advice")).toHaveValue("Groß anfangen.");
});
