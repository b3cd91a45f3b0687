// <project-map>: a map of the entries that a query finds.
//
// The server prints the element with its attributes; its children are what one sees without JavaScript or WebGL 2
// (a link to the list, say) and stay in the page. Attributes:
//   tiles        the query, appended to /map/entries/{z}/{x}/{y}.mvt; a change loads other pins into the same map
//   bounds       "west,south,east,north" to show; Germany if nothing is said
//   center, zoom "lon,lat" and a number, instead of bounds
//   pin          "lon,lat": one mark that cannot be chosen, instead of the entries
//   label        the map's name for those who do not see it
//   interactive  "false": a picture of a place, without controls
//   cooperative  (present) one finger scrolls the page, two move the map: for maps inside other pages
// Events, all of which bubble:
//   pm-move        {bbox, zoom}: someone moved the map, and it has come to rest
//   pm-select      {slug, kind, title} of an entry, or {bbox, count} of a group that no zooming divides
//   pm-unavailable the browser cannot draw the map
// data-state tells how far it is: loading, ready, unavailable.
import { GERMANY, entriesUrl, parseBounds, parsePoint } from "./attributes.js";
import { createFrame } from "./frame.js";
import { createMap, mapIsPossible } from "./map.js";
import { Pins } from "./pins.js";
import { wordsFor } from "./words.js";

const REST_MS = 250;

class ProjectMap extends HTMLElement {
  static observedAttributes = ["tiles", "bounds", "center", "zoom"];

  #map;
  #pins;
  #frame;
  #resting;

  connectedCallback() {
    this.words = wordsFor(this.closest("[lang]")?.lang);
    if (!mapIsPossible()) return this.#giveUp();
    this.dataset.state = "loading";
    const interactive = this.getAttribute("interactive") !== "false";
    this.#frame = createFrame({ words: this.words, interactive });
    this.append(this.#frame.element);
    try {
      this.#map = createMap({
        container: this.#frame.canvas,
        words: this.words,
        label: this.getAttribute("label"),
        interactive,
        cooperative: this.hasAttribute("cooperative"),
        entries: this.hasAttribute("pin") ? undefined : this.#entriesUrl(),
        view: this.#view(),
      });
    } catch {
      return this.#giveUp();
    }
    this.#frame.connect(this.#map);
    this.#pins = new Pins(this.#map, { words: this.words, interactive, choose: (what) => this.#choose(what) });
    const pin = parsePoint(this.getAttribute("pin"));
    if (pin) this.#pins.mark(pin);
    this.#listen();
  }

  disconnectedCallback() {
    clearTimeout(this.#resting);
    this.#map?.remove();
    this.#map = undefined;
    this.#frame?.element.remove();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#map || before === now) return;
    if (name === "tiles") this.#map.showEntries(this.#entriesUrl());
    else this.#map.show(this.#view());
  }

  #entriesUrl() {
    return entriesUrl(location.origin, this.getAttribute("tiles"));
  }

  #view() {
    const center = parsePoint(this.getAttribute("center"));
    if (center) return { center, zoom: Number(this.getAttribute("zoom") ?? 9) };
    return { bounds: parseBounds(this.getAttribute("bounds")) ?? GERMANY };
  }

  #listen() {
    this.#map.on("idle", () => {
      if (!this.hasAttribute("pin")) this.#frame.tell(this.words.inView(this.#pins.sync()));
      this.dataset.state = "ready";
    });
    this.#map.on("entries-failed", () => this.#frame.tell(this.words.entriesFailed));
    this.#map.on("moveend", (event) => {
      // Moves that the page asked for are no news to it.
      if (!event.originalEvent && !event.byPerson) return;
      clearTimeout(this.#resting);
      this.#resting = setTimeout(() => this.#dispatch("pm-move", { bbox: this.#map.bbox(), zoom: this.#map.getZoom() }), REST_MS);
    });
  }

  #giveUp() {
    this.#frame?.element.remove();
    this.dataset.state = "unavailable";
    const sentence = document.createElement("p");
    sentence.className = "pm-unavailable";
    sentence.textContent = this.words.unavailable;
    this.prepend(sentence);
    this.#dispatch("pm-unavailable");
  }

  /** A group that no zoom takes apart opens as a list, unless the page does something else with it. */
  #choose(what) {
    if (!this.#dispatch("pm-select", what) || !what.bbox) return;
    const query = new URLSearchParams(this.getAttribute("tiles") ?? "");
    query.set("bbox", what.bbox.map((degrees) => degrees.toFixed(5)).join(","));
    location.assign(`/explore?${query}`);
  }

  #dispatch(name, detail) {
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, cancelable: true, detail }));
  }
}

customElements.define("project-map", ProjectMap);
