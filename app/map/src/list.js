// The list beside the map. Its entries carry `data-kind`, `data-slug` and, where they have a place, `data-at`
// ("lon,lat"); what is looked at in one is shown in the other.
import { addressOf, parsePoint, sectionOf } from "./attributes.js";

const ENTRY = "[data-slug][data-at]";
/** Beside the map, not below it: there an entry may come into view without the map leaving it. */
const BESIDE = matchMedia("(min-width: 60rem)");
/** More entries than this at one place, and the one may not be found among them. */
const MOST = 100;

export class List {
  #element;
  #words;
  #listening = new AbortController();

  /** `look` is told which entry is looked at, or that none is; `show` which is to be shown on the map. */
  constructor(element, { words, look, show }) {
    this.#element = element;
    this.#words = words;
    const on = (name, act) => element.addEventListener(name, act, { signal: this.#listening.signal });
    on("pointerover", (event) => look(read(event.target)));
    on("pointerleave", () => look(undefined));
    on("focusin", (event) => look(read(event.target)));
    on("focusout", () => look(undefined));
    on("click", (event) => {
      const entry = event.target.closest(".card-show") && read(event.target);
      if (entry) show(entry);
    });
  }

  stop() {
    this.#listening.abort();
  }

  /** Marks an entry that was chosen on the map. What is on another page of the list is fetched and put first. */
  async mark(entry) {
    for (const other of this.#element.querySelectorAll("[data-chosen]")) other.removeAttribute("data-chosen");
    const card = this.#find(entry) ?? (await this.#fetch(entry));
    if (!card) return undefined;
    card.dataset.chosen = "";
    if (BESIDE.matches) card.scrollIntoView({ block: "nearest" });
    return card;
  }

  /** Leads the focus to an entry. */
  async goTo(entry) {
    const card = await this.mark(entry);
    card?.scrollIntoView({ block: "center" });
    card?.querySelector("a[href]")?.focus({ preventScroll: true });
  }

  #find({ kind, slug }) {
    return this.#element.querySelector(`[data-kind="${CSS.escape(kind)}"][data-slug="${CSS.escape(slug)}"]`);
  }

  async #fetch(entry) {
    const { at: [lon, lat], room } = entry;
    const address = new URL(addressOf(location.href, sectionOf([lon - room, lat - room, lon + room, lat + room])), location.href);
    address.searchParams.set("per_page", MOST);
    const page = await fetch(address)
      .then((answer) => (answer.ok ? answer.text() : ""))
      .catch(() => "");
    const found = new DOMParser()
      .parseFromString(page, "text/html")
      .querySelector(`#${this.#element.id} [data-kind="${CSS.escape(entry.kind)}"][data-slug="${CSS.escape(entry.slug)}"]`);
    if (!found || this.#find(entry)) return this.#find(entry);
    const section = document.createElement("section");
    section.className = "picked";
    section.setAttribute("aria-labelledby", "picked");
    const head = document.createElement("h3");
    head.id = "picked";
    head.textContent = this.#words.picked;
    section.append(head, document.importNode(found, true));
    this.#element.querySelector(":scope > .picked")?.remove();
    this.#element.prepend(section);
    return section.lastElementChild;
  }
}

/** The entry around an element. */
function read(element) {
  const card = element.closest?.(ENTRY);
  const at = card && parsePoint(card.dataset.at);
  return at && { kind: card.dataset.kind, slug: card.dataset.slug, at };
}
