// Organisations and who belongs to them, with three people: with a script and, as project "plain" runs it, without.
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { COLOURS, complaints } from "../support/axe.js";
import { codeIn, mailTo } from "../support/mails.js";
import { DESK, PHONE } from "../support/pages.js";
import { expect, test } from "../support/alone.js";

const own = (info, name) => `${name}-${info.testId}-${info.project.name}-${info.repeatEachIndex}-${info.retry}@example.org`.toLowerCase();

/** Sends the address and types the code of the mail. */
async function signIn(page, email) {
  await page.getByLabel("Eure Mail-Adresse").fill(email);
  await page.getByRole("button", { name: "Mail schicken" }).click();
  await page.getByLabel("Code aus der Mail").fill(codeIn(await mailTo(email, "/sign-in/")));
  await page.getByRole("button", { name: "Anmelden" }).click();
}

const invitationIn = (mail) => new URL(mail.match(/http\S+\/invitations\/[0-9a-f]{64}/)[0]).pathname;

test("an organisation is founded, a colleague invited, and whoever founded it leaves", async ({ page, browser, quiet, baseURL }, info) => {
  const [anna, bert, name] = [own(info, "anna"), own(info, "bert"), `Zwiebelkreis ${info.project.name} ${info.retry} ${info.repeatEachIndex}`];
  quiet.refused.add(new URL("/organisations/new", baseURL).href);
  await page.goto("/organisations/new");
  await page.getByRole("main").getByRole("link", { name: "Anmelden" }).click();
  await signIn(page, anna);
  await expect(page).toHaveURL("/organisations/new");
  await page.getByLabel("Name der Organisation").fill(name);
  await page.getByRole("button", { name: "Anlegen" }).click();
  await expect(page.getByText("Bitte etwas wählen.")).toBeVisible();
  await page.getByLabel("Art", { exact: true }).selectOption({ label: "Verein" });
  await page.getByLabel("Ort").fill("Köln");
  await page.getByRole("button", { name: "Anlegen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Mitglieder von ${name}`);
  await expect(page.getByText("wartet auf die Redaktion")).toBeVisible();

  await page.getByLabel("Mail-Adresse").fill(bert);
  await page.getByRole("button", { name: "Einladung senden" }).click();
  await expect(page.getByRole("heading", { name: "Eingeladen" })).toBeVisible();
  const other = await browser.newPage();
  await other.goto(new URL(invitationIn(await mailTo(bert, "/invitations/")), baseURL).href);
  await other.getByRole("main").getByRole("link", { name: "Anmelden" }).click();
  await signIn(other, bert);
  await other.getByRole("button", { name: "Einladung annehmen" }).click();
  await expect(other.getByText(anna)).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: `Darf auch verwalten: ${bert}` }).click();
  await page.getByText("Organisation verlassen").click();
  await page.getByRole("button", { name: "Ja, verlassen" }).click();
  await expect(page).toHaveURL("/account");
  await other.reload();
  await expect(other.getByText(anna)).toHaveCount(0);
  await other.close();
});

test("an organisation is claimed, and the claim can be taken back", async ({ page }, info) => {
  await page.goto("/organisations/dicv-koeln");
  await page.getByRole("link", { name: "Das sind wir" }).click();
  await page.getByRole("main").getByRole("link", { name: "Anmelden" }).click();
  await signIn(page, own(info, "caro"));
  await page.getByLabel("Wer seid ihr dort?").fill("Ich leite die Stelle.");
  await page.getByRole("button", { name: "Anfrage senden" }).click();
  await expect(page.getByText("Die Redaktion entscheidet")).toBeVisible();
  await page.getByRole("button", { name: "Anfrage zurücknehmen" }).click();
  await expect(page.getByRole("button", { name: "Anfrage senden" })).toBeVisible();
});

test("an account is deleted by typing its address", async ({ page, quiet, baseURL }, info) => {
  const email = own(info, "dora");
  for (const path of ["/account", "/account/delete"]) quiet.refused.add(new URL(path, baseURL).href);
  await page.goto("/account/delete");
  await page.getByRole("main").getByRole("link", { name: "Anmelden" }).click();
  await signIn(page, email);
  await page.getByLabel("Zur Sicherheit").fill("nein");
  await page.getByRole("button", { name: "Konto endgültig löschen" }).click();
  await expect(page.getByText("stimmt nicht mit eurer Mail-Adresse")).toBeVisible();
  await page.getByLabel("Zur Sicherheit").fill(email);
  await page.getByRole("button", { name: "Konto endgültig löschen" }).click();
  await expect(page).toHaveURL("/?done=account-deleted");
  await expect(page.getByText("Euer Konto ist gelöscht")).toBeVisible();
  await expect(page.getByRole("link", { name: "Anmelden" })).toBeVisible();
});

/** Makes an account that curates, as the operator does. */
function moderator(email) {
  const binary = resolve(import.meta.dirname, "../..", process.env.ALLMENDE_BIN ?? "target/debug/allmende");
  const env = { ...process.env, ALLMENDE_DATA_DIR: process.env.ALLMENDE_TEST_DATA };
  execFileSync(binary, ["account", "create", "--email", email, "--moderator"], { env, cwd: env.ALLMENDE_DATA_DIR });
}

test("pages of those who are signed in are accessible and fit every screen", { tag: "@javascript" }, async ({ page, browser, quiet, baseURL }, info) => {
  test.slow();
  for (const path of ["/account", "/organisations/new"]) quiet.refused.add(new URL(path, baseURL).href);
  const [anna, curator, name] = [own(info, "anna"), own(info, "mod"), `Möhrenkreis ${info.retry} ${info.repeatEachIndex}`];
  await page.goto("/account");
  await page.getByRole("main").getByRole("link", { name: "Anmelden" }).click();
  await signIn(page, anna);
  await look(page, info, "account");
  await page.goto("/organisations/new");
  await page.getByLabel("Name der Organisation").fill("Caritasverband Köln");
  await look(page, info, "new");
  await page.getByLabel("Art", { exact: true }).selectOption({ index: 1 });
  await page.getByRole("button", { name: "Anlegen" }).click();
  await expect(page.getByRole("heading", { name: "Ist eure dabei?" })).toBeVisible();
  await look(page, info, "similar");
  await page.getByLabel("Name der Organisation").fill(name);
  await page.getByRole("button", { name: "Nein, trotzdem neu anlegen" }).click();
  await page.getByLabel("Mail-Adresse").fill(own(info, "bert"));
  await page.getByRole("button", { name: "Einladung senden" }).click();
  await expect(page.getByRole("heading", { name: "Eingeladen" })).toBeVisible();
  await page.getByText("Organisation verlassen").click();
  await look(page, info, "members");
  await page.goto(invitationIn(await mailTo(own(info, "bert"), "/invitations/")));
  await look(page, info, "invitation");
  await page.goto("/organisations/dicv-koeln/claim");
  await look(page, info, "claim");
  await page.getByRole("button", { name: "Anfrage senden" }).click();
  await expect(page.getByText("Die Redaktion entscheidet")).toBeVisible();
  await look(page, info, "waiting");
  await page.goto("/account/delete");
  await look(page, info, "delete");

  moderator(curator);
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(new URL("/sign-in?next=/moderation/claims", baseURL).href);
  await signIn(other, curator);
  await look(other, info, "claims");
  await other.getByRole("button", { name: `Bestätigen: ${anna}` }).click();
  await expect(other.getByText(anna)).toHaveCount(0);
  await context.close();
  await page.goto("/organisations/dicv-koeln/members");
  await expect(page.getByText("(ihr selbst)")).toBeVisible();
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
  await page.emulateMedia({ colorScheme: "light" });
}
