// One address of each kind of page, and what tests look for on them.
import { expect } from "./test.js";

export const PAGES = {
  start: { path: "/" },
  list: { path: "/explore" },
  "a search": { path: "/explore?q=beratung&topic=social-counselling&phase=live" },
  "a search with a word put right": { path: "/explore?q=chatbto" },
  "a search content with some words": { path: "/explore?q=chatbto+wald" },
  map: { path: "/explore?view=map", map: true },
  table: { path: "/explore?view=table" },
  "nothing found": { path: "/explore?q=xyzzyplugh&topic=care" },
  "all values of a facet": { path: "/explore/values?facet=organisation" },
  lessons: { path: "/lessons" },
  organisations: { path: "/organisations" },
  "a project": { path: "/projects/carifix" },
  "a project that was left": { path: "/projects/ki-wavo-kiel" },
  "a project in English": { path: "/projects/signpost-ai-assistant", content: "en" },
  "a lesson with its contradiction": { path: "/lessons/quellen-kuratieren" },
  "an organisation": { path: "/organisations/dicv-koeln" },
  "a revision": { path: "/projects/carifix/revisions/1" },
  "the code for other sites": { path: "/embed/create?topic=care" },
  "signing in": { path: "/sign-in" },
  "signing in with a code": { path: "/sign-in/code" },
  "a link to sign in with that is over": { path: "/sign-in/abc", status: 404 },
  "an account of nobody": { path: "/account", status: 401 },
  "a new organisation of nobody": { path: "/organisations/new", status: 401 },
  "claiming an organisation": { path: "/organisations/dicv-koeln/claim" },
  "an invitation that is over": { path: "/invitations/abc", status: 404 },
  "reporting something": { path: "/projects/carifix/report" },
  "choosing what to correct": { path: "/projects/carifix/suggest" },
  "correcting something": { path: "/projects/carifix/suggest/basics" },
  "telling of something": { path: "/suggest" },
  "telling of a project": { path: "/suggest/project" },
  "a suggestion that was sent": { path: "/suggestions/sent" },
  "a suggestion that is over": { path: "/suggestions/abc", status: 404 },
  "a question that was answered": { path: "/still-right/abc", status: 404 },
  about: { path: "/about" },
  "all components": { path: "/about/style" },
  privacy: { path: "/privacy" },
  imprint: { path: "/imprint" },
  accessibility: { path: "/accessibility" },
  "a wrong address": { path: "/explore?topic=pflege", status: 400 },
  "an unknown address": { path: "/projects/nowhere-to-be-found", status: 404 },
};

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 900 };

/** Titles of the entries found. */
export const results = (page) => page.locator("#found .card-title > a");

/** "1 bis 20 von 353 Einträgen". */
export const count = (page) => page.locator("#found-count");

/** A search box, which becomes a combobox once somebody turns to it. */
export const field = (page) => page.getByLabel("Wonach sucht ihr?");

/** A value of a facet that stands in sight. */
export const facet = (page, group, value) => page.getByRole("list", { name: group, exact: true }).getByRole("link", { name: new RegExp(`^${value}`) });

/** The link to the page before or behind; a title may hold the same word. */
export const turn = (page, name) => page.getByRole("navigation", { name: "Seiten" }).getByRole("link", { name });

/** How many entries the count line says there are. */
export async function total(page) {
  const words = await count(page).textContent();
  const [, number] = words.match(/von ([\d.]+)/) ?? words.match(/^([\d.]+)/) ?? [];
  return number ? Number(number.replaceAll(".", "")) : 0;
}

/** The page's map, in view and drawn. */
export async function mapOf(page) {
  const map = page.locator("project-map").first();
  await map.scrollIntoViewIfNeeded();
  await expect(map).toHaveAttribute("data-state", "ready", { timeout: 20_000 });
  return map;
}

/** Turns to the list: its code loads only then. */
export async function awake(page) {
  await page.locator("#q").hover();
  await expect(page.locator("leptos-island").first()).toHaveAttribute("data-awake");
}

/** The address with another parameter. */
export function withParameter(path, name, value) {
  return `${path}${path.includes("?") ? "&" : "?"}${name}=${value}`;
}
