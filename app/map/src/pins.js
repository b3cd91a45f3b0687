// The pins: real buttons over the map, one stop for the Tab key, arrow keys from one to the next.
import { Marker } from "maplibre-gl";
import { openCard } from "./card.js";
import { nextInDirection } from "./direction.js";

const STEP = 2;
/** How far from its pin, in pixels, an entry of a group can lie. */
const GROUP_RADIUS = 64;

export class Pins {
  #map;
  #words;
  #interactive;
  #choose;
  #shown = new Map();
  #card;

  /** `choose` is told which entry was opened, or which group cannot be divided. */
  constructor(map, { words, interactive, choose }) {
    this.#map = map;
    this.#words = words;
    this.#interactive = interactive;
    this.#choose = choose;
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
    const counts = [...this.#shown.values()].map((pin) => pin.count);
    return { groups: counts.filter((count) => count > 1).length, entries: counts.reduce((sum, count) => sum + count, 0) };
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
    const last = () => this.#map.getZoom() >= this.#map.getMaxZoom() - 0.01;
    button.setAttribute("aria-label", count > 1 ? this.#words.cluster(count, last()) : this.#words.single(properties));
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
      else if (last()) this.#choose({ bbox: this.#around(pin.at), count });
      else this.#map.easeTo({ center: pin.at, zoom: this.#map.getZoom() + STEP }, { byPerson: true });
    });
  }

  #open(pin) {
    const { slug, kind, title } = pin.properties;
    this.#card?.remove();
    this.#card = openCard({ map: this.#map, words: this.#words, pin });
    this.#choose({ slug, kind, title });
  }

  /** West, south, east, north around a group. */
  #around(at) {
    const { x, y } = this.#map.project(at);
    const southWest = this.#map.unproject([x - GROUP_RADIUS, y + GROUP_RADIUS]);
    const northEast = this.#map.unproject([x + GROUP_RADIUS, y - GROUP_RADIUS]);
    return [southWest.lng, southWest.lat, northEast.lng, northEast.lat];
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
