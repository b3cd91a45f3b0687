// MapLibre, set up for this element: no rotation, no third party, its worker from our own host.
import { Map as MapLibre, setWorkerUrl } from "maplibre-gl";
import { circle, outline } from "./attributes.js";
import { ASKED, ROOM, baseStyle, rooms } from "./base-style.js";

// Beyond this the base map has nothing more to show.
const MAX_ZOOM = 14;
/** Streets are worth looking at nearer. */
const MAX_ZOOM_OF_STREETS = 18;
const PADDING = 28;
/** Nearer than this, one place fills the view and says nothing of where it is. */
const FIRST_ZOOM = 10;
const ENTRIES = "entries";

setWorkerUrl(new URL("maplibre-gl-worker.mjs", import.meta.url).href);

/** Whether this browser can draw the map. */
export function mapIsPossible() {
  return Boolean(document.createElement("canvas").getContext("webgl2"));
}

/**
 * A map in `container`. `entries` is the address of the pins' tiles; without it there are none, but perhaps a mark at the point
 * `pin`. `asked` as in `mark`.
 */
export function createMap({ container, words, label, interactive, cooperative, entries, pin, view, asked, version }) {
  const map = new EntryMap({
    container,
    ...camera(view),
    style: baseStyle({ ...scheme(words), version, asked: shape(asked) }),
    maxZoom: MAX_ZOOM,
    // The whole world on a phone.
    minZoom: 0,
    interactive,
    cooperativeGestures: cooperative,
    dragRotate: false,
    touchPitch: false,
    pitchWithRotate: false,
    // Names that fade in are movement without meaning.
    fadeDuration: 0,
    // The credits stand in the frame, always readable.
    attributionControl: false,
    locale: {
      "Map.Title": label || words.map,
      "Popup.Close": words.close,
      "CooperativeGesturesHandler.WindowsHelpText": words.ctrlScroll,
      "CooperativeGesturesHandler.MacHelpText": words.macScroll,
      "CooperativeGesturesHandler.MobileHelpText": words.twoFingers,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.start({ entries, pin, words, asked, version });
  return map;
}

class EntryMap extends MapLibre {
  #entries;
  #asked;
  #ownStyle;
  #own;
  #awaited;
  #schemes = new AbortController();

  start({ entries, pin, words, asked, version }) {
    this.#entries = entries;
    this.#asked = asked;
    // Wherever a style comes from, it lacks this image.
    this.setMissingStyleImageResolver((id) => {
      if (id === ROOM.id) this.addImage(id, { width: ROOM.pixels, height: ROOM.pixels, data: new Uint8Array(4 * ROOM.pixels ** 2) });
    });
    this.once("load", () => (entries ? this.#addEntries() : pin && this.#keepFree(pin)));
    // With a listener of ours the library prints nothing; the base map may lack a tile without a word.
    this.on("error", (event) => {
      if (event.sourceId === ENTRIES) this.fire("entries-failed");
      // The style itself did not come: an error of a source or a tile names it.
      else if (this.#awaited && !event.sourceId && !event.tile) this.fire("style-failed");
    });
    this.#ownStyle = () => baseStyle({ ...scheme(words), version, asked: shape(this.#asked) });
    const redraw = () => this.#own || this.#draw();
    for (const query of SCHEME_QUERIES) matchMedia(query).addEventListener("change", redraw, { signal: this.#schemes.signal });
  }

  remove() {
    this.#schemes.abort();
    super.remove();
  }

  /** Shows other entries. */
  showEntries(url) {
    this.#entries = url;
    this.getSource(ENTRIES)?.setTiles([url]);
  }

  /** Draws a line around what was asked for: a `section` or a circle `around` a place, or neither. */
  mark(asked) {
    this.#asked = asked;
    this.getSource(ASKED)?.setData(shape(asked));
  }

  /** Shows the style at an address instead of ours, or ours again. */
  showStyle(url) {
    if (url === this.#own) return;
    this.#own = url;
    this.#awaited = Boolean(url);
    if (url) this.once("styledata", () => (this.#awaited = false));
    this.setMaxZoom(url ? MAX_ZOOM_OF_STREETS : MAX_ZOOM);
    this.#draw();
  }

  #draw() {
    this.setStyle(this.#own ?? this.#ownStyle(), { transformStyle: (before, next) => keepEntries(before, this.#own ? withAsked(next, this.#ownStyle()) : next) });
  }

  /** The entries and groups now in view. */
  visibleEntries() {
    return this.getLayer(ENTRIES) ? this.queryRenderedFeatures({ layers: [ENTRIES] }) : [];
  }

  /** Goes to a view as the attributes name it. */
  show(view) {
    this.jumpTo(view.bounds ? this.cameraForBounds(view.bounds, fitting(view)) : view);
  }

  /** west, south, east, north of what is in view. */
  bbox() {
    return this.getBounds().toArray().flat();
  }

  #addEntries() {
    this.addSource(ENTRIES, { type: "vector", tiles: [this.#entries], maxzoom: MAX_ZOOM });
    // Drawn without a trace: the pins are buttons in the page, this only tells where they belong.
    this.addLayer({
      id: ENTRIES,
      type: "circle",
      source: ENTRIES,
      "source-layer": "entries",
      paint: { "circle-radius": 1, "circle-opacity": 0 },
    });
    this.addLayer(rooms(ENTRIES, "entries"));
  }

  /** Room for one mark. */
  #keepFree(point) {
    this.addSource(ENTRIES, { type: "geojson", data: { type: "Point", coordinates: point } });
    this.addLayer(rooms(ENTRIES));
  }
}

const SCHEME_QUERIES = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"];

function scheme({ language }) {
  const [dark, contrast] = SCHEME_QUERIES.map((query) => matchMedia(query).matches);
  return { dark, contrast, language, origin: location.origin };
}

function keepEntries(before, next) {
  return {
    ...next,
    sources: { ...next.sources, ...(before?.sources[ENTRIES] && { [ENTRIES]: before.sources[ENTRIES] }) },
    layers: [...next.layers, ...(before?.layers.filter((layer) => layer.id === ENTRIES) ?? [])],
  };
}

/** Another style, with the line around what was asked for. */
function withAsked(style, ours) {
  const line = ours.layers.filter((layer) => layer.id === ASKED);
  return { ...style, sources: { ...style.sources, [ASKED]: ours.sources[ASKED] }, layers: [...style.layers, ...line] };
}

function camera(view) {
  return view.bounds ? { bounds: view.bounds, fitBoundsOptions: fitting(view) } : view;
}

/** A section is shown as it was seen; around hits there is room for their pins. */
function fitting({ exact }) {
  return exact ? { padding: 0 } : { padding: PADDING, maxZoom: FIRST_ZOOM };
}

function shape({ section, around } = {}) {
  const line = (section && outline(section)) ?? (around && circle(around));
  return { type: "FeatureCollection", features: line ? [{ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: line } }] : [] };
}
