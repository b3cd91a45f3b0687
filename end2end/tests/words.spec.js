// Moderators name values and keep words of one meaning: tried out, saved, and found by at once.
import { address, person } from "../support/accounts.js";
import { COLOURS, complaints } from "../support/axe.js";
import { DESK, PHONE } from "../support/pages.js";
import { expect, test } from "../support/alone.js";

const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const effect = (page) => page.getByRole("region", { name: "Wirkung auf die Suche" });

test("a group of words is tried out, saved, and found by", async ({ page, browser }, info) => {
  test.slow();
  const word = "Gummistiefelprinzip";
  const mona = await person(browser, address(info, "mona"), "--moderator");
  await mona.goto("/moderation");
  await mona.getByRole("navigation", { name: "Bereiche der Redaktion" }).getByRole("link", { name: "Synonyme" }).click();
  await mona.getByRole("link", { name: "Neue Gruppe" }).click();

  // What is wrong is told where it was typed.
  await mona.getByLabel("Wörter").fill(`${word}, x`);
  await press(mona, "Wirkung ansehen");
  await expect(mona.getByText("„x“ ist zu wenig, um danach zu suchen.")).toBeVisible();
  await expect(mona.getByLabel("Wörter")).toHaveValue(`${word}, x`);

  await mona.getByLabel("Wörter").fill(`${word}\nChatbot`);
  await press(mona, "Wirkung ansehen");
  await expect(effect(mona).getByRole("heading", { name: `„${word}“` })).toBeVisible();
  const counts = await effect(mona).locator(".effect-counts").first().textContent();
  const [, before, after] = counts.match(/Heute ([\d.]+), mit der Änderung ([\d.]+) gefunden/);
  expect([Number(before), Number(after) > 10]).toEqual([0, true]);
  const first = effect(mona).locator(".effect-word li a").first();
  const [title, href] = [await first.textContent(), await first.getAttribute("href")];
  await look(mona, info, "effect");

  // Nothing is saved yet.
  await page.goto(`/explore?q=${word}`);
  await expect(page.locator(`#found .card-title > a[href="${href}"]`)).toHaveCount(0);
  await press(mona, "Speichern");
  await expect(mona.getByRole("status")).toContainText("Gespeichert.");
  await look(mona, info, "group");
  await page.goto(`/explore?q=${word}`);
  await expect(page.locator("#found-count")).toContainText(after);
  await expect(page.getByRole("link", { name: title }).first()).toBeVisible();

  await mona.goto("/moderation/synonyms?q=gummi");
  await look(mona, info, "groups");
  await mona.getByRole("link", { name: `${word}, Chatbot` }).click();
  await mona.locator("summary", { hasText: "Gruppe löschen" }).click();
  await press(mona, "Wirkung des Löschens ansehen");
  await expect(effect(mona)).toContainText(`Nicht mehr gefunden werden ${after} Einträge`);
  await mona.locator("summary", { hasText: "Gruppe löschen" }).click();
  await press(mona, "Endgültig löschen");
  await expect(mona.getByRole("heading", { level: 1 })).toHaveText("Synonyme");
});

test("a value is called something else, and who comes second is told", async ({ page, browser }, info) => {
  test.slow();
  // One value each, as both run on one server.
  const [value, label, word] = info.project.name.startsWith("no") ? ["culture", "Kultur", "Theaterdonner"] : ["housing", "Wohnen", "Dachüberkopf"];
  const mona = await person(browser, address(info, "mona"), "--moderator");
  const max = await person(browser, address(info, "max"), "--moderator");
  const address_ = `/moderation/vocabulary/topic/${value}`;
  await max.goto(address_);
  await mona.goto("/moderation/vocabulary");
  await look(mona, info, "vocabulary");
  await mona.getByRole("link", { name: `${label} bearbeiten` }).click();
  await mona.getByLabel("Auf Deutsch", { exact: true }).fill(word);
  await mona.getByLabel("Erklärung auf Deutsch").fill("Ein Dach über dem Kopf.");
  await press(mona, "Wirkung ansehen");
  await expect(effect(mona).getByRole("heading", { name: `„${word}“` })).toBeVisible();
  await look(mona, info, "label");
  await press(mona, "Speichern");
  await expect(mona.getByRole("heading", { level: 1 })).toHaveText(word);
  await page.goto(`/explore?topic=${value}`);
  await expect(page.getByText(`Thema: ${word}`).first()).toBeVisible();
  await expect(async () => {
    await page.goto(`/explore?q=${word}`);
    expect(await page.locator("#found .card-title").count()).toBeGreaterThan(3);
  }).toPass();
  await page.goto("/explore/values?facet=topic");
  await page.getByText("Was die Begriffe bedeuten").click();
  await expect(page.getByText("Ein Dach über dem Kopf.")).toBeVisible();

  await max.getByLabel("Auf Deutsch", { exact: true }).fill("Ganz anders");
  await press(max, "Speichern");
  await expect(max.getByRole("alert")).toContainText("So steht es inzwischen:");
  await expect(max.getByLabel("Auf Deutsch", { exact: true })).toHaveValue("Ganz anders");
  await look(max, info, "conflict");
  await mona.goto("/moderation/events?action=label-changed");
  await expect(mona.getByRole("cell", { name: `de: „${label}“ → „${word}“` })).toBeVisible();
});

async function look(page, info, name) {
  const before = page.viewportSize();
  for (const [size, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: info.outputPath(`${name}-${size}.png`), fullPage: true });
    const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    expect.soft(wide, `${name} ${size}`).toBeLessThanOrEqual(room);
    if (info.project.name !== "javascript") continue;
    expect.soft(await complaints(page), `${name} ${size}, light`).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect.soft(await complaints(page, COLOURS), `${name} ${size}, dark`).toEqual([]);
    if (name === "effect" && size === "desk") await page.screenshot({ path: info.outputPath(`${name}-dark.png`), fullPage: true });
    await page.emulateMedia({ colorScheme: "light" });
  }
  await page.setViewportSize(before);
}
