// The second step of moderators, with an authenticator that Chromium plays: on a server of its own where it is required.
import { address, makeAccount, signIn } from "../support/accounts.js";
import { COLOURS, complaints } from "../support/axe.js";
import { codeIn, mailTo, mailsTo } from "../support/mails.js";
import { DESK, PHONE } from "../support/pages.js";
import { launch } from "../support/server.js";
import { expect, test as base } from "../support/test.js";

const test = base.extend({
  required: [
    async ({}, use, worker) => {
      const stop = await launch(`passkeys-${worker.workerIndex}`, { ALLMENDE_MODERATOR_PASSKEYS: "required" }, "localhost");
      await use();
      await stop();
    },
    { scope: "worker", auto: true },
  ],
});

const heading = (page) => page.getByRole("heading", { level: 1 });
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** The authenticators of a page: a phone, say, that recognises its owner. */
async function authenticators(page) {
  const browser = await page.context().newCDPSession(page);
  await browser.send("WebAuthn.enable");
  return {
    async add(transport = "internal") {
      const options = { protocol: "ctap2", transport, hasResidentKey: true, hasUserVerification: true, isUserVerified: true };
      const { authenticatorId } = await browser.send("WebAuthn.addVirtualAuthenticator", { options: { ...options, automaticPresenceSimulation: true } });
      return authenticatorId;
    },
    remove: (authenticatorId) => browser.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId }),
    /** Whether it recognises its owner. */
    recognise: (authenticatorId, isUserVerified) => browser.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

/** Signs out, and in again with a new mail. */
async function signInAgain(page, email) {
  await page.goto("/account");
  await press(page, "Abmelden");
  const mails = () => mailsTo(email).filter((mail) => mail.includes("/sign-in/"));
  const known = mails().length;
  await page.getByRole("link", { name: "Anmelden" }).click();
  await page.getByLabel("Eure Mail-Adresse").fill(email);
  await press(page, "Mail schicken");
  await expect(() => expect(mails().length).toBeGreaterThan(known)).toPass({ timeout: 10_000 });
  await page.getByLabel("Code aus der Mail").fill(codeIn(mails().at(-1)));
  await press(page, "Anmelden");
  await expect(page.getByText(email)).toBeVisible();
}

async function addPasskey(page, name) {
  await page.getByLabel("Wie soll er heißen?").fill(name);
  await press(page, "Passkey hinzufügen");
}

test("a moderator adds a passkey, uses it, decides a claim, renames and removes one @javascript", async ({ page, browser, quiet, baseURL }, info) => {
  test.slow();
  quiet.refused.add(new URL("/account/passkeys/rename", baseURL).href);
  const [email, member] = [address(info, "moderator"), address(info, "member")];
  const other = await (await browser.newContext()).newPage();
  await signIn(other, member);
  await other.goto("/organisations/dicv-koeln/claim");
  await press(other, "Anfrage senden");

  makeAccount(email, "--moderator");
  await signIn(page, email);
  const devices = await authenticators(page);
  const phone = await devices.add();
  await page.goto("/moderation/claims");
  await expect(heading(page)).toHaveText("Passkeys");
  await devices.recognise(phone, false);
  await addPasskey(page, "Handy von Anna");
  await expect(page.getByRole("status")).toContainText("abgebrochen");
  await devices.recognise(phone, true);
  await press(page, "Passkey hinzufügen");
  await expect(page).toHaveURL("/moderation/claims");
  expect(await mailTo(email, "Neuer Passkey")).toContain("Handy von Anna");

  await signInAgain(page, email);
  await expect(page.getByText("erst, wenn ihr das mit einem Passkey bestätigt")).toBeVisible();
  await page.goto("/moderation/claims");
  await expect(heading(page)).toHaveText("Seid ihr es wirklich?");
  await devices.recognise(phone, false);
  await press(page, "Mit Passkey bestätigen");
  await expect(page.getByRole("status")).toContainText("abgebrochen");
  await expect(page.getByRole("button", { name: "Mit Passkey bestätigen" })).toBeFocused();
  await devices.recognise(phone, true);
  await press(page, "Mit Passkey bestätigen");
  await expect(page).toHaveURL("/moderation/claims");
  await page.getByRole("button", { name: `Bestätigen: ${member}` }).click();
  await expect(page.getByText(member)).toHaveCount(0);

  await page.goto("/account/passkeys");
  await addPasskey(page, "Noch einmal dasselbe");
  await expect(page.getByRole("status")).toContainText("schon einen Passkey");
  await devices.remove(phone);
  const stick = await devices.add("usb");
  await addPasskey(page, "Stick im Schrank");
  await expect(page.getByRole("listitem").filter({ hasText: "Stick im Schrank" })).toContainText("noch nie benutzt");
  const stickRow = page.getByRole("listitem").filter({ hasText: "Stick im Schrank" });
  await stickRow.getByText("Umbenennen", { exact: true }).click();
  await stickRow.getByLabel("Neuer Name").fill(" ");
  await stickRow.getByRole("button", { name: "Speichern" }).click();
  const wrongName = page.getByLabel("Neuer Name").and(page.locator("[aria-invalid]"));
  await expect(wrongName).toBeFocused();
  for (const [size, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
    await page.setViewportSize(viewport);
    expect.soft(await complaints(page), `passkeys, ${size}`).toEqual([]);
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), "nothing sticks out").toBeLessThanOrEqual(0);
    if (process.env.ALLMENDE_TEST_SHOTS) await page.screenshot({ path: `${process.env.ALLMENDE_TEST_SHOTS}/passkey-renamed-${size}.png`, fullPage: true });
  }
  await wrongName.fill("Stick im Safe");
  await page.getByRole("listitem").filter({ has: wrongName }).getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Stick im Safe" })).toContainText("noch nie benutzt");
  await page.getByRole("listitem").filter({ hasText: "Handy von Anna" }).getByText("Entfernen").first().click();
  await press(page, "Ja, „Handy von Anna“ entfernen");
  await expect(page.getByText("Handy von Anna")).toHaveCount(0);
  await expect(page.getByText("Geht das Gerät verloren")).toBeVisible();
  await expect(() => expect(mailsTo(email).some((mail) => mail.includes("Ein Passkey wurde entfernt"))).toBe(true)).toPass();

  await signInAgain(page, email);
  await page.goto("/moderation");
  await devices.remove(stick);
  await devices.add();
  // A device that knows none of this account's passkeys.
  await press(page, "Mit Passkey bestätigen");
  await expect(page.getByRole("status")).toContainText("abgebrochen");
});

test("what a browser cannot do is said @javascript", async ({ page }, info) => {
  const email = address(info, "moderator");
  makeAccount(email, "--moderator");
  await signIn(page, email);
  await page.addInitScript("delete window.PublicKeyCredential");
  await page.goto("/moderation");
  await addPasskey(page, "Telefon");
  await expect(page.getByRole("status")).toContainText("Dieser Browser kann noch keine Passkeys");
});

test("where there is no script, a sentence says what is needed", async ({ page, javaScriptEnabled }, info) => {
  const email = address(info, "moderator");
  makeAccount(email, "--moderator");
  await signIn(page, email);
  await page.goto("/moderation");
  await expect(heading(page)).toHaveText("Passkeys");
  const says = page.getByText("Passkeys brauchen JavaScript");
  if (javaScriptEnabled === false) {
    await expect(says).toBeVisible();
    await expect(page.getByLabel("Wie soll er heißen?")).toBeHidden();
  } else {
    await expect(says).toBeHidden();
    await expect(page.getByRole("button", { name: "Passkey hinzufügen" })).toBeEnabled();
  }
});

test("the pages are accessible and fit a phone @javascript", async ({ page }, info) => {
  test.slow();
  const email = address(info, "moderator");
  makeAccount(email, "--moderator");
  await signIn(page, email);
  await look(page, info, "account");
  const devices = await authenticators(page);
  const phone = await devices.add();
  await page.goto("/moderation");
  await look(page, info, "first");
  await addPasskey(page, "Mein Telefon mit einem langen Namen, damit man ihn erkennt");
  await expect(heading(page)).toHaveText("Redaktion");
  await page.goto("/account/passkeys");
  await devices.remove(phone);
  const second = await devices.add();
  await addPasskey(page, "Stick");
  await expect(page.getByRole("listitem").filter({ hasText: "Stick" })).toBeVisible();
  await page.getByText("Entfernen").first().click();
  await look(page, info, "two");
  await signInAgain(page, email);
  await page.goto("/account/passkeys");
  await look(page, info, "later");
  await page.goto("/moderation");
  await devices.recognise(second, false);
  await press(page, "Mit Passkey bestätigen");
  await expect(page.getByRole("status")).toContainText("abgebrochen");
  await look(page, info, "step");
});

async function look(page, info, name) {
  for (const [size, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: "light" });
    expect.soft(await complaints(page), `${name} ${size}, light`).toEqual([]);
    await info.attach(`${name} ${size}`, { body: await page.screenshot({ fullPage: true, path: info.outputPath(`${name}-${size}.png`) }), contentType: "image/png" });
    await page.emulateMedia({ colorScheme: "dark" });
    expect.soft(await complaints(page, COLOURS), `${name} ${size}, dark`).toEqual([]);
    if (size === "desk") await page.screenshot({ fullPage: true, path: info.outputPath(`${name}-dark.png`) });
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect.soft(await page.evaluate("document.documentElement.scrollWidth"), `${name} at 320`).toBeLessThanOrEqual(320);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(DESK);
}
