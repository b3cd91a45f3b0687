// The pins: real buttons over the map, one stop for the Tab key, arrow keys from one to the next.
import { Marker } from "maplibre-gl";
import { openCard } from "./card.js";
import { nextInDirection } from "./direction.js";

/** How far to zoom into a group of which nothing more is known. */
const STEP = 2;
/** Further than this, in pixels, no entry lies from the pin of its group. */
const GROUP_REACH = 160;
/** Steps across a tile: places are no more exact than that. */
const STEPS = 4096;

export class Pins {
  #map;
  #words;
  #interactive;
  #choose;
  #toList;
  #shown = new Map();
  #card;
  #ring;
  #looked;
  #awaited;

  /** `choose` is told which entry was opened, or which group cannot be divided; `toList` leads to an entry of the list. */
  constructor(map, { words, interactive, choose, toList }) {
    this.#map = map;
    this.#words = words;
    this.#interactive = interactive;
    this.#choose = choose;
    this.#toList = toList;
  }

  /** One mark that cannot be chosen. */
  mark(point) {
    const mark = document.createElement("span");
    mark.className = "pm-pin pm-mark";
    new Marker({ element: mark }).setLngLat(point).addTo(this.#map);
  }

  /** Shows what the map found, keeps what is still there, and tells how much it is. */
  sync() {
    const found = this.#found();
    const focused = this.#focused();
    for (const [key, pin] of this.#shown) {
      if (found.has(key)) continue;
      pin.marker.remove();
      this.#shown.delete(key);
    }
    for (const [key, feature] of found) {
      if (!this.#shown.has(key)) this.#shown.set(key, this.#create(feature));
    }
    this.#keepOneTabStop(focused);
    this.look(this.#looked);
    this.#openAwaited();
    const counts = [...this.#shown.values()].map((pin) => pin.count);
    return { groups: counts.filter((count) => count > 1).length, entries: counts.reduce((sum, count) => sum + count, 0) };
  }

  /** Rings the place of an entry, and marks the pin that stands for it; nothing without one. */
  look(entry) {
    this.#looked = entry;
    const pin = entry && this.#pinOf(entry);
    for (const { button } of this.#shown.values()) button.classList.toggle("pm-looked", button === pin?.button);
    if (!entry) {
      this.#ring?.remove();
      this.#ring = undefined;
      return;
    }
    this.#ring ??= new Marker({ element: ring() }).setLngLat(entry.at).addTo(this.#map);
    this.#ring.setLngLat(entry.at);
  }

  /** Opens an entry as soon as its pin is there; a group that holds it gets the focus. */
  openLater(entry) {
    this.#awaited = entry;
  }

  #openAwaited() {
    const pin = this.#awaited && this.#pinOf(this.#awaited);
    if (!pin) return;
    this.#awaited = undefined;
    if (pin.count === 1) this.#open(pin);
    else pin.button.focus({ preventScroll: true });
  }

  /** The pin of an entry, else the nearest group that may hold it. */
  #pinOf({ kind, slug, at }) {
    const own = this.#shown.get(`${kind}/${slug}`);
    if (own) return own;
    const place = this.#map.project(at);
    const groups = [...this.#shown.values()].filter(({ count }) => count > 1);
    const distances = groups.map((pin) => [this.#map.project(pin.at).dist(place), pin]).filter(([distance]) => distance < GROUP_REACH);
    return distances.sort(([a], [b]) => a - b)[0]?.[1];
  }

  /** Features by a key that lasts while they mean the same: an entry at every zoom, a group at its own. */
  #found() {
    const zoom = Math.floor(this.#map.getZoom());
    const found = new Map();
    for (const feature of this.#map.visibleEntries()) {
      const { count = 1, slug, kind } = feature.properties;
      found.set(count > 1 ? `${zoom}/${feature.id}/${count}` : `${kind}/${slug}`, feature);
    }
    return found;
  }

  #create({ properties, geometry }) {
    const { count = 1 } = properties;
    const button = document.createElement(this.#interactive ? "button" : "span");
    button.className = `pm-pin ${count > 1 ? "pm-cluster" : "pm-single"}`;
    if (count > 1) {
      button.dataset.size = String(Math.min(4, Math.floor(Math.log10(count)) + 1));
      button.textContent = this.#words.short(count);
    } else {
      button.dataset.kind = properties.kind;
    }
    const pin = { button, count, properties, at: geometry.coordinates };
    if (this.#interactive) this.#makeUsable(pin);
    pin.marker = new Marker({ element: button }).setLngLat(pin.at).addTo(this.#map);
    return pin;
  }

  #makeUsable(pin) {
    const { button, count, properties } = pin;
    button.type = "button";
    button.tabIndex = -1;
    button.setAttribute("aria-label", count > 1 ? this.#words.cluster(count, this.#isLast(properties)) : this.#words.single(properties));
    if (count === 1) {
      button.title = properties.title;
      button.setAttribute("aria-haspopup", "dialog");
    }
    button.addEventListener("keydown", (event) => this.#walk(event, pin));
    button.addEventListener("focus", () => this.#moveTabStop(button));
    button.addEventListener("click", (event) => {
      // The map would take the click for one beside the pin.
      event.stopPropagation();
      if (count === 1) this.#open(pin);
      else if (this.#isLast(properties)) this.#choose({ bbox: properties.bbox, count });
      else this.#map.easeTo({ center: pin.at, zoom: this.#wayIn(properties) }, { byPerson: true });
    });
  }

  /** Whether no zooming takes a group apart: its entries are at one place, or too near to each other for this map. */
  #isLast({ bbox, split = Infinity }) {
    return Boolean(bbox) && split > this.#map.getMaxZoom();
  }

  /** The zoom at which a group comes apart. */
  #wayIn({ split }) {
    const zoom = this.#map.getZoom();
    return Math.min(this.#map.getMaxZoom(), split ? Math.max(split, zoom + 0.5) : zoom + STEP);
  }

  #open(pin) {
    const { slug, kind, title } = pin.properties;
    this.#card?.remove();
    const entry = { slug, kind, title, at: pin.at, room: 720 / STEPS / 2 ** Math.floor(this.#map.getZoom()) };
    this.#card = openCard({ map: this.#map, words: this.#words, pin, toList: this.#toList && (() => this.#leave(entry)) });
    this.#choose(entry);
  }

  #leave(entry) {
    this.#card?.remove();
    this.#toList(entry);
  }

  #walk(event, { button }) {
    const places = this.#places();
    const next = nextInDirection(event.key, places.get(button), [...places].filter(([other]) => other !== button));
    if (next === undefined) return;
    // Not for the map, which would move, nor for the page, which would scroll.
    event.preventDefault();
    event.stopPropagation();
    next?.focus({ preventScroll: true });
  }

  #places() {
    return new Map([...this.#shown.values()].map(({ button, at }) => [button, this.#map.project(at)]));
  }

  #focused() {
    const pin = [...this.#shown.values()].find(({ button }) => button === document.activeElement);
    return pin && { button: pin.button, at: this.#map.project(pin.at) };
  }

  #moveTabStop(button) {
    for (const pin of this.#shown.values()) pin.button.tabIndex = pin.button === button ? 0 : -1;
  }

  /** Exactly one pin is reached by Tab. If the one with the focus is gone, the nearest takes it over. */
  #keepOneTabStop(focused) {
    if (!this.#interactive) return;
    const buttons = [...this.#shown.values()].map(({ button }) => button);
    if (focused && !focused.button.isConnected) {
      const distance = ([, place]) => place.dist(focused.at);
      const [nearest] = [...this.#places()].sort((a, b) => distance(a) - distance(b))[0] ?? [this.#map.getCanvas()];
      nearest.focus({ preventScroll: true });
    }
    if (buttons.length && !buttons.some((button) => button.tabIndex === 0)) buttons[0].tabIndex = 0;
  }
}

function ring() {
  const ring = document.createElement("span");
  ring.className = "pm-ring";
  return ring;
}
