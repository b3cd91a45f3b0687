// node measure/effort.js: how many presses and keys it takes from the start page to a submitted entry, and from the queue
// to a published one. With a mouse; the words are those of an entry of the sample. Signing in is not counted.
import { chromium } from "@playwright/test";
import { chromium as options } from "../support/chromium.js";
import { person } from "../support/accounts.js";
import { launch } from "../support/server.js";

const stop = await launch("effort");
const browser = await chromium.launch(options);
const context = { baseURL: process.env.ALLMENDE_TEST_URL, locale: "de-DE" };
const own = { newContext: () => browser.newContext(context) };
const author = await person(own, "author@example.org", "--owner-of", "dicv-koeln");
const moderator = await person(own, "moderator@example.org", "--moderator");

/** Presses and keys of somebody. */
function counted(page) {
  const count = { presses: 0, keys: 0 };
  const press = async (locator) => {
    count.presses += 1;
    await locator.click();
  };
  const type = async (selector, text) => {
    await press(page.locator(selector));
    count.keys += text.length;
    await page.keyboard.type(text);
  };
  // Opening the list and choosing from it.
  const choose = async (selector, label) => {
    count.presses += 2;
    await page.locator(selector).selectOption({ label });
  };
  return { count, press, type, choose };
}

const written = counted(author);
await author.goto("/");
await written.press(author.getByRole("link", { name: "Eintragen" }));
await written.press(author.getByRole("link", { name: "Ein Projekt" }));
await written.type("#title", "Fahrplan für den Bürgerbus");
await written.type("#problem", "Niemand weiß, wann der Bus fährt.");
await written.type("#summary", "Ein Chatbot sagt es.");
await written.choose("#phase", "Idee");
await written.type("#place", "50667");
await written.press(author.getByRole("button", { name: "Entwurf anlegen" }));
await written.press(author.getByRole("button", { name: "Einreichen" }));
await author.getByText("Eingereicht, wird gelesen").waitFor();

const decided = counted(moderator);
await moderator.goto("/moderation");
await decided.press(moderator.getByRole("link", { name: "Fahrplan für den Bürgerbus" }));
await decided.press(moderator.getByLabel("Veröffentlichen"));
await decided.press(moderator.getByRole("button", { name: "Entscheiden" }));
await moderator.getByText("Nichts wartet").waitFor();

console.table({ "start page to a submitted entry": written.count, "queue to a published entry": decided.count });
await browser.close();
await stop();
