// Two tellings of one project: found, put together, led on, and taken apart again.
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { address, person } from "../support/accounts.js";
import { COLOURS, complaints } from "../support/axe.js";
import { DESK, PHONE } from "../support/pages.js";
import { expect, test } from "../support/alone.js";

/** Imports lines as the operator does. */
function add(file, ...lines) {
  const folder = mkdtempSync(join(tmpdir(), "allmende-lines-"));
  writeFileSync(join(folder, file), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const binary = resolve(import.meta.dirname, "../..", process.env.ALLMENDE_BIN ?? "target/debug/allmende");
  const env = { ...process.env, ALLMENDE_DATA_DIR: process.env.ALLMENDE_TEST_DATA };
  execFileSync(binary, ["import", folder], { env, stdio: ["ignore", "ignore", "inherit"] });
}

/** One project, told twice, the second time with a lesson. */
function tellTwice(info) {
  const id = `${info.project.name}-${info.repeatEachIndex}-${info.retry}`;
  const told = (slug, title, rest) => ({
    id: slug,
    title,
    summary: `Der Chatbot Zwirbelchen ${id} beantwortet Fragen zum Wohngeld in vierzehn Sprachen.`,
    problem: "Die Beratungsstellen waren überlaufen, Ratsuchende warteten sechs Wochen auf einen Termin.",
    phase: "live",
    scope: "local",
    place: "Mülheim",
    website: `https://zwirbelchen.example.org/${id}`,
    ...rest,
  });
  const [one, other] = [`zwirbelchen-${id}`, `chatbot-zwirbelchen-${id}`];
  add("projects.jsonl", told(one, `Zwirbelchen ${id} hilft`), told(other, `Chatbot Zwirbelchen ${id}`, { advice: "Fangt klein an und fragt früh, wer mitmacht." }));
  const lesson = { id: `lehre-${id}`, title: `Fragt früh ${id}`, insight: "Wer früh fragt, baut weniger um.", outcome: "worked", project: other };
  add("lessons.jsonl", lesson);
  return { one, other, titles: [`Zwirbelchen ${id} hilft`, `Chatbot Zwirbelchen ${id}`], lesson: lesson.title };
}

/** Nothing sticks out on a phone or a desk, and axe has nothing to say, by day and by night. */
async function fits(page, info) {
  for (const size of [{ width: 320, height: 740 }, PHONE, DESK]) {
    await page.setViewportSize(size);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
  }
  if (!info.project.use.javaScriptEnabled && info.project.use.javaScriptEnabled !== undefined) return;
  expect(await complaints(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await complaints(page, COLOURS)).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}

test("a pair is found, put together with redirect and moved links, and taken apart", async ({ page, browser }, info) => {
  test.slow();
  const { one, other, titles, lesson } = tellTwice(info);
  const moderator = await person(browser, address(info, "moderator"), "--moderator");
  await moderator.goto("/moderation");
  await moderator.getByRole("link", { name: "Mögliche Doppel" }).click();
  await moderator.getByRole("button", { name: "Jetzt suchen" }).click();
  const row = moderator.locator(".likely").filter({ hasText: titles[0] });
  await expect(row).toContainText("dieselbe Seite verlinkt");
  await expect(row).toContainText("Texte ähnlich");

  // Said to be none, and taken back.
  await row.getByRole("button", { name: "Kein Doppel" }).click();
  await expect(row).toHaveCount(0);
  await moderator.getByRole("link", { name: /^Kein Doppel/ }).click();
  await row.getByRole("button", { name: "Doch wieder vorschlagen" }).click();
  await moderator.getByRole("link", { name: /^Offen/ }).click();
  await fits(moderator, info);
  await row.getByRole("link", { name: "Zusammenführen" }).click();

  await moderator.getByLabel(titles[0], { exact: true }).first().check();
  await moderator.getByRole("button", { name: "Für alle Angaben diesen Eintrag wählen" }).click();
  // What only one of them says is kept, whichever stays.
  const said = (field) => moderator.locator(".merge-said").filter({ has: moderator.locator(`[name="from-${field}"]:checked`) });
  await expect(said("title")).toContainText(titles[0]);
  await expect(said("advice")).toContainText("Fangt klein an");
  await fits(moderator, info);
  await moderator.getByRole("button", { name: "Zusammenführen", exact: true }).click();
  await expect(moderator.getByText("ist jetzt Teil von")).toBeVisible();
  const merged = moderator.url();

  await page.goto(`/projects/${other}`);
  await expect(page).toHaveURL(`/projects/${one}`);
  await expect(page.getByText("Fangt klein an und fragt früh")).toBeVisible();
  await page.getByRole("link", { name: lesson }).first().click();
  await expect(page.getByRole("link", { name: titles[0] }).first()).toBeVisible();

  await moderator.goto(merged);
  await moderator.getByRole("button", { name: "Zusammenführen rückgängig machen" }).click();
  await expect(moderator.getByText("Beide Einträge sind wieder da.")).toBeVisible();
  await page.goto(`/projects/${other}`);
  await expect(page).toHaveURL(`/projects/${other}`);
  await expect(page.getByRole("link", { name: lesson }).first()).toBeVisible();
  await moderator.context().close();
});
