// <project-map>: a map of the entries that a query finds.
//
// The server prints the element with its attributes; its children are what one sees without JavaScript or WebGL 2
// (a link to the list, say) and stay in the page. Attributes:
//   tiles        the query, appended to /map/entries/{z}/{x}/{y}.mvt; a change loads other pins into the same map
//   bounds       "west,south,east,north" to show; Germany if nothing is said
//   all          bounds that hold every hit, where `bounds` leave some out: a button shows them
//   section      the bounds that the list is limited to, shown exactly and with a line around it
//   around       "lon,lat,km": the circle that was asked for, with a line around it
//   list         id of the element with the entries: each shows what is looked at in the other (list.js), and the list can
//                be limited to what the map shows (follow.js)
//   center, zoom "lon,lat" and a number, instead of bounds
//   base         the version of the base map's tiles
//   streets      the address of another style, which is offered and shown to those who ask for it
//   pin          "lon,lat": one mark that cannot be chosen, instead of the entries
//   label        the map's name for those who do not see it
//   interactive  "false": a picture of a place, without controls
//   cooperative  one finger scrolls the page, two move the map, and so the wheel with Ctrl: for maps inside other pages;
//                "touch": only where one touches
// Events, all of which bubble:
//   pm-move        {bbox, zoom}: someone moved the map, and it has come to rest
//   pm-select      {slug, kind, title, at} of an entry, or {bbox, count} of a group that no zooming divides
//   pm-unavailable the browser cannot draw the map
// data-state tells how far it is: loading, ready, unavailable.
import { GERMANY, addressOf, entriesUrl, parseBounds, parseCircle, parsePoint, sectionOf } from "./attributes.js";
import { createFollow } from "./follow.js";
import { createFrame } from "./frame.js";
import { List } from "./list.js";
import { createMap, mapIsPossible } from "./map.js";
import { offerStreets } from "./streets.js";
import { Pins } from "./pins.js";
import { wordsFor } from "./words.js";

const REST_MS = 250;
/** How near one looks at an entry of the list. */
const ENTRY_ZOOM = 11;
/** What shall happen to links of ours in the page around (islands/live.rs). */
const MOVING = "moving";
const LIST = "list";

class ProjectMap extends HTMLElement {
  static observedAttributes = ["tiles", "bounds", "center", "zoom", "all", "section", "around"];

  #map;
  #pins;
  #frame;
  #list;
  #follow;
  #resting;
  #leaving;
  /** The section that the map has shown, or that it asked for itself. */
  #shownSection;

  connectedCallback() {
    this.words = wordsFor(this.closest("[lang]")?.lang);
    if (!mapIsPossible()) return this.#giveUp();
    this.dataset.state = "loading";
    const interactive = this.getAttribute("interactive") !== "false";
    const list = document.getElementById(this.getAttribute("list"));
    this.#follow = list && createFollow({ words: this.words, go: () => this.#goTo(sectionOf(this.#map.bbox()), MOVING) });
    const showAll = () => this.#map.fitBounds(parseBounds(this.getAttribute("all")), { padding: 40 }, { byPerson: true });
    this.#frame = createFrame({ words: this.words, interactive, follow: this.#follow, showAll });
    this.append(this.#frame.element);
    try {
      this.#map = createMap({
        container: this.#frame.canvas,
        words: this.words,
        label: this.getAttribute("label"),
        interactive,
        cooperative: this.#isCooperative(),
        entries: this.hasAttribute("pin") ? undefined : this.#entriesUrl(),
        pin: parsePoint(this.getAttribute("pin")),
        view: this.#view(),
        asked: this.#asked(),
        version: this.getAttribute("base"),
      });
    } catch {
      return this.#giveUp();
    }
    this.#frame.connect(this.#map);
    const streets = this.getAttribute("streets");
    if (streets && interactive) offerStreets({ map: this.#map, words: this.words, url: streets, frame: this.#frame });
    const toList = list && ((entry) => this.#list.goTo(entry));
    this.#pins = new Pins(this.#map, { words: this.words, interactive, choose: (what) => this.#choose(what), toList });
    if (list) this.#list = new List(list, { words: this.words, look: (entry) => this.#pins.look(entry), show: (entry) => this.#show(entry) });
    this.#frame.offerAll(parseBounds(this.getAttribute("all")));
    const pin = parsePoint(this.getAttribute("pin"));
    if (pin) this.#pins.mark(pin);
    this.#shownSection = read(this.getAttribute("section"));
    this.#listen();
  }

  disconnectedCallback() {
    clearTimeout(this.#resting);
    clearTimeout(this.#leaving);
    this.#list?.stop();
    this.#map?.remove();
    this.#map = undefined;
    this.#frame?.element.remove();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#map || before === now) return;
    if (name === "tiles") return this.#map.showEntries(this.#entriesUrl());
    if (name === "all") return this.#frame.offerAll(parseBounds(now));
    if (name === "section" || name === "around") this.#map.mark(this.#asked());
    // Of several attributes that change at once, each leads here: all together say where to go.
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => this.#goThere());
  }

  /** Where the attributes say, but to a section that was shown already: wherever somebody went since, they stay. */
  #goThere() {
    this.#follow?.offer();
    const section = read(this.getAttribute("section"));
    if (section && section === this.#shownSection) return;
    this.#shownSection = section;
    this.#map.show(this.#view());
  }

  #asked() {
    return { section: parseBounds(this.getAttribute("section")), around: parseCircle(this.getAttribute("around")) };
  }

  #isCooperative() {
    const cooperative = this.getAttribute("cooperative");
    return cooperative === "touch" ? matchMedia("(pointer: coarse)").matches : cooperative !== null;
  }

  #entriesUrl() {
    return entriesUrl(location.origin, this.getAttribute("tiles"));
  }

  #view() {
    const center = parsePoint(this.getAttribute("center"));
    if (center) return { center, zoom: Number(this.getAttribute("zoom") ?? 9) };
    const section = parseBounds(this.getAttribute("section"));
    if (section) return { bounds: section, exact: true };
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
      this.#resting = setTimeout(() => this.#moved(), REST_MS);
    });
  }

  #moved() {
    this.#dispatch("pm-move", { bbox: this.#map.bbox(), zoom: this.#map.getZoom() });
    if (!this.#follow) return;
    const section = sectionOf(this.#map.bbox());
    // Where the page around does not listen yet, following would load it anew under somebody's hands.
    if (this.#follow.isOn() && this.closest("leptos-island")?.hasAttribute("data-awake")) return this.#goTo(section, MOVING);
    this.#follow.offer(addressOf(location.href, section));
    this.#follow.link.onclick = () => {
      this.#shownSection = read(section);
    };
  }

  /** Limits the list to a section, without moving the map. */
  #goTo(section, how) {
    this.#shownSection = read(section);
    this.#followLink(addressOf(location.href, section), how);
  }

  /** As if somebody pressed a link: the page around may answer it itself, or say where links open. */
  #followLink(href, live) {
    const link = document.createElement("a");
    link.href = href;
    if (live) link.dataset.live = live;
    link.hidden = true;
    if (live === LIST) {
      // Where nothing on the page answers, it is loaded anew: then at its list, which a phone has below the map.
      addEventListener("click", (event) => event.defaultPrevented || (link.hash = "found"), { once: true });
    }
    this.append(link);
    link.click();
    link.remove();
  }

  /** Shows an entry of the list. */
  #show(entry) {
    this.scrollIntoView({ block: "nearest" });
    this.#pins.openLater(entry);
    this.#map.jumpTo({ center: entry.at, zoom: Math.max(this.#map.getZoom(), ENTRY_ZOOM) }, { byPerson: true });
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

  /**
   * An entry is marked in the list. A group that no zoom takes apart opens as a list: the one beside the map, else a page
   * of its own, unless the page does something else with it.
   */
  #choose(what) {
    if (!this.#dispatch("pm-select", what)) return;
    if (!what.bbox) {
      this.#list?.mark(what).then((card) => card && this.#frame.tell(this.words.chosen(what.title)));
    } else if (this.#list) {
      this.#goTo(what.bbox, LIST);
    } else {
      const query = new URLSearchParams(this.getAttribute("tiles") ?? "");
      query.set("bbox", what.bbox);
      this.#followLink(`/explore?${query}`);
    }
  }

  #dispatch(name, detail) {
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, cancelable: true, detail }));
  }
}

/** Bounds however they are written; undefined where there are none. */
function read(bounds) {
  return parseBounds(bounds)?.join(",");
}

customElements.define("project-map", ProjectMap);
