// How a search was understood, and its hits by kind: said in words and counts that are true.
import { awake, count, field, results, total } from "../support/pages.js";
import { expect, test } from "../support/test.js";

const understood = (page) => page.locator("#understood");
const groups = (page) => page.locator("#found section");

test("a word put right is told, and leads to the right spelling", async ({ page, visit }) => {
  await visit("/explore?q=chatbto");
  await expect(understood(page)).toHaveText("„chatbto“ steht in keinem Eintrag. Gesucht wurde nach „chatbot“.");
  const said = await total(page);
  await understood(page).getByRole("link", { name: "„chatbot“" }).click();
  await expect(page).toHaveURL("/explore?q=chatbot");
  await expect(understood(page)).toHaveCount(0);
  await expect(field(page)).toHaveValue("chatbot");
  expect(await total(page)).toBe(said);
  await visit("/explore?q=chatbto&lang=en");
  await expect(understood(page)).toHaveText("“chatbto” is in no entry. We searched for “chatbot”.");
});

test("a compound that is in no entry is told to be taken apart", async ({ page, visit }) => {
  await visit("/explore?q=Frauenhaus");
  await expect(understood(page)).toHaveText("„Frauenhaus“ steht so in keinem Eintrag. Gesucht wurde nach den Teilen des Wortes.");
  expect(await total(page)).toBeGreaterThan(0);
  await visit("/explore?q=Frauenhaus&lang=en");
  await expect(understood(page)).toHaveText("“Frauenhaus” is in no entry as such. We searched for the parts of the word.");
  await visit("/explore?q=Beratung");
  await expect(understood(page)).toHaveCount(0);
});

test("where hardly anything has all words, that is told with the right grammar", async ({ page, visit, request }) => {
  const nouns = { 0: /^Kein Eintrag enthält alle Wörter\. Diese hier/, 1: /^Nur 1 Eintrag enthält alle Wörter\./, 3: /^Nur 3 Einträge enthalten alle Wörter\./ };
  for (const [words, all] of [["wald pflege", 0], ["leichte sprache bewerbung", 1], ["leichte sprache chatbot", 3]]) {
    const address = `q=${words.replaceAll(" ", "+")}`;
    const { with_all } = await (await request.get(`/api/v1/search?${address}`)).json();
    expect(with_all, words).toBe(all);
    await visit(`/explore?${address}`);
    await expect(understood(page), words).toHaveText(nouns[all]);
    await visit(`/explore?${address}&view=table`);
    await expect(understood(page), words).toHaveText(nouns[all]);
  }
  await visit("/explore?q=chatbot+wald&kind=project");
  await expect(understood(page)).toContainText(/folgen Einträge|enthält alle Wörter/);
  await visit("/explore?q=chatbot");
  await expect(understood(page)).toHaveCount(0);
});

test("hits stand by kind, with counts that are true", async ({ page, visit, request }) => {
  await visit("/explore?q=Beratung");
  const { total: told, facets } = await (await request.get("/api/v1/search?q=Beratung")).json();
  await expect(count(page)).toHaveText(`${told} Einträge`);
  await expect(groups(page)).toHaveCount(3);
  for (const [kind, name, noun] of [["project", "Projekte", "Projekte"], ["lesson", "Erfahrungen", "Erfahrungen"], ["organisation", "Organisationen", "Organisationen"]]) {
    const group = page.getByRole("region", { name, exact: true });
    const shown = await group.locator(".card").count();
    const all = facets.kind[kind];
    expect(shown).toBeLessThan(all);
    await expect(group.locator(".group-count")).toHaveText(`${shown} von ${all}`);
    expect(new Set(await group.locator(".card").evaluateAll((cards) => cards.map((card) => card.dataset.kind)))).toEqual(new Set([kind]));
    const first = await group.locator(".card-title").allTextContents();
    await group.getByRole("link", { name: `Alle ${all} ${noun}` }).click();
    await expect(page).toHaveURL(`/explore?q=Beratung&kind=${kind}`);
    await expect(groups(page)).toHaveCount(0);
    expect(await total(page)).toBe(all);
    expect((await results(page).allTextContents()).slice(0, shown).map((title) => title.trim())).toEqual(first.map((title) => title.trim()));
    await visit("/explore?q=Beratung");
  }
});

test("whoever asks for an order, a page or another view gets one list", async ({ page, visit }) => {
  for (const rest of ["&sort=newest", "&page=2", "&view=table", "&kind=project&kind=lesson"]) {
    await visit(`/explore?q=Beratung${rest}`);
    await expect(groups(page), rest).toHaveCount(0);
    await expect(count(page), rest).toContainText(" von ");
  }
});

test("what is told is told to screen readers too", { tag: "@javascript" }, async ({ page, visit }) => {
  await visit("/explore");
  await awake(page);
  await field(page).fill("chatbto");
  await expect(page.locator("#said")).toHaveText(/^\d+ Einträge\. „chatbto“ steht in keinem Eintrag/);
});
