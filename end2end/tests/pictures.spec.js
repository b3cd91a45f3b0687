// Pictures: from a file to what readers see.
import { AxeBuilder } from "@axe-core/playwright";
import { address, person } from "../support/accounts.js";
import { expect, test } from "../support/alone.js";
import { DESK, PHONE } from "../support/pages.js";
import { png } from "../support/png.js";

const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const loaded = (image) => image.evaluate(async (image) => { await image.decode(); return image.naturalWidth; });

async function begin(page, title) {
  await page.goto("/submit/new/project");
  await page.locator("#title").fill(title);
  await page.locator("#problem").fill("Unser Fahrdienst plant jeden Abend zwei Stunden von Hand.");
  await page.locator("#summary").fill("Ein Programm schlägt die Touren für den nächsten Tag vor.");
  await page.locator("#phase").selectOption("Pilot");
  await page.locator("#place").fill("50667");
  await press(page, "Entwurf anlegen");
  const another = page.getByRole("button", { name: "Es ist etwas anderes" });
  await expect(page.getByRole("heading", { level: 1 }).filter({ hasText: title }).or(another)).toBeVisible();
  if (await another.isVisible()) await another.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
}

async function add(page, name, buffer, alt) {
  await page.locator("#file").setInputFiles({ name, mimeType: "image/jpeg", buffer });
  await page.locator("#alt").fill(alt);
  await page.locator("#credit").fill("Foto: Mira Beispiel");
  await press(page, "Bild hinzufügen");
}

/** axe, and a photograph to look at where a folder is named for it; both on a phone and on a desk. */
async function examine(page, name, info) {
  for (const [size, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
    await page.setViewportSize(viewport);
    if (info.project.name === "javascript") {
      expect.soft((await new AxeBuilder({ page }).analyze()).violations.map((one) => `${one.id}: ${one.nodes[0].html}`), `${name}, ${size}`).toEqual([]);
    }
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${name}, ${size}: nothing sticks out`).toBeLessThanOrEqual(0);
    if (process.env.ALLMENDE_TEST_SHOTS) await page.screenshot({ path: `${process.env.ALLMENDE_TEST_SHOTS}/${name}-${size}.png`, fullPage: true });
  }
}

test("a picture is added, described, published, and seen", async ({ page, browser }, info) => {
  test.slow();
  const title = `Bilder vom Fahrdienst ${info.project.name} ${info.repeatEachIndex || ""}${info.retry || ""}`.trim();
  const author = await person(browser, address(info, "author"), "--owner-of", "dicv-koeln");
  const moderator = await person(browser, address(info, "moderator"), "--moderator");
  await begin(author, title);
  const overview = author.url();
  await author.getByRole("link", { name: "Bilder", exact: true }).click();

  await add(author, "foto.jpg", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), "Der Bus vor dem Haus");
  await expect(author.locator("#file-wrong")).toContainText("JPEG, PNG und WebP");
  await expect(author.locator("#alt")).toHaveValue("Der Bus vor dem Haus");
  await examine(author, "pictures-refused", info);
  await add(author, "foto.jpg", Buffer.concat([png(8, 8), Buffer.alloc(15 * 1024 * 1024)]), "Der Bus vor dem Haus");
  await expect(author.locator("#file-wrong")).toContainText("10 MB");
  await add(author, "foto.jpg", png(2000, 1200), "");
  await expect(author.locator("#alt-wrong")).toBeVisible();
  await expect(author.locator("#credit")).toHaveValue("Foto: Mira Beispiel");

  await add(author, "foto.jpg", png(2000, 1200), "Der Bus vor dem Haus");
  await expect(author.locator(".picture-row")).toHaveCount(1);
  await add(author, "hoch.jpg", png(600, 900), "Hügel");
  await expect(author.locator(".picture-row")).toHaveCount(2);
  expect(await loaded(author.getByRole("img", { name: "Der Bus vor dem Haus" }))).toBeGreaterThan(0);
  await author.locator(".picture-row").last().getByText("Text ändern").click();
  await author.locator("#alt-1").fill("Hügel, über die der Bus fährt");
  await press(author, "Speichern");
  await expect(author.getByRole("img", { name: "Hügel, über die der Bus fährt" })).toBeVisible();
  await examine(author, "pictures", info);

  // Without a mouse: what was typed goes along, the focus stays on the picture, and Enter in a field saves.
  const first = author.locator(".picture-row").first();
  await author.locator(".picture-row").last().getByText("Text ändern").click();
  await author.locator("#credit-1").fill("Foto: Ada Beispiel");
  const up = author.getByRole("button", { name: /^Nach oben.*Hügel, über die der Bus fährt/ });
  await up.focus();
  await author.keyboard.press("Enter");
  await expect(first.getByRole("img", { name: "Hügel, über die der Bus fährt" })).toBeVisible();
  await expect(first).toContainText("Foto: Ada Beispiel");
  await expect(first.getByRole("button", { name: "Nach unten" })).toBeFocused();
  await expect(first.getByRole("status")).toHaveText("Steht jetzt an Stelle 1 von 2.");
  await examine(author, "pictures-moved", info);
  await author.keyboard.press("Enter");
  await expect(author.locator(".picture-row").last().getByRole("button", { name: "Nach oben" })).toBeFocused();
  await author.locator(".picture-row").last().getByText("Text ändern").click();
  await author.locator("#credit-1").press("Enter");
  await expect(first.getByRole("img", { name: "Der Bus vor dem Haus" })).toBeVisible();

  await author.goto(overview);
  await press(author, "Einreichen");
  await moderator.goto("/moderation");
  await moderator.getByRole("link", { name: title }).click();
  await moderator.getByLabel("Veröffentlichen").check();
  await press(moderator, "Entscheiden");
  await expect(moderator.locator(".just-decided")).toContainText(title);
  await author.goto(overview);
  await author.getByRole("link", { name: "So steht der Eintrag jetzt für alle da" }).click();
  await page.goto(author.url());
  const shown = page.locator(".pictures").getByRole("img", { name: "Der Bus vor dem Haus" });
  await shown.scrollIntoViewIfNeeded();
  await expect(shown).toHaveAttribute("srcset", /480w.*960w.*1600w/);
  expect(await loaded(shown)).toBeGreaterThan(0);
  await expect(page.locator(".pictures figcaption").first()).toHaveText("Foto: Mira Beispiel");
  await examine(page, "project", info);
});
