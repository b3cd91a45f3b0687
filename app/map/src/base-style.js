// How the base map is drawn: the palette of the site, nearly silent, so that the pins speak.
// `world` holds zoom 0 to 5, `europe` 5 to 8 and is enlarged beyond.

const LIGHT = {
  water: "#d9e6e8",
  land: "#f7f5ec",
  river: "#c3d8dd",
  state: "#cdc9b8",
  country: "#a5a592",
  text: "#414d46",
  quiet: "#68736b",
  halo: "#fbfaf5",
  mark: "#8a6410",
};

const DARK = {
  water: "#101a1e",
  land: "#1d2721",
  river: "#23353b",
  state: "#3a453e",
  country: "#59655d",
  text: "#c9cfc5",
  quiet: "#95a198",
  halo: "#161e19",
  mark: "#e2bf62",
};

const MORE_CONTRAST = {
  light: { water: "#c9dde1", state: "#8b9489", country: "#55635b", text: "#1d2a24", quiet: "#1d2a24" },
  dark: { land: "#141b17", state: "#6f7c73", country: "#a9b4aa", text: "#ece9dd", quiet: "#ece9dd" },
};

/** The source of the lines around what was asked for. */
export const ASKED = "asked";

/** The image of that room: nothing to see, this many pixels wide and high. */
export const ROOM = { id: "room", pixels: 16 };
/** How wide a pin of one entry is, and those of groups up to 9, 99, 999 and more (project-map.css). */
const WIDTHS = { single: 20, groups: [34, 40, 48, 56] };

/** Where a name may stand, the best first: at its place, then around it, near and further. In ems: names of small places are small. */
const BESIDE = [
  ...["center", [0, 0]],
  ...[1, 1.4, 1.9, 2.4].flatMap((far) => ["top", [0, far], "bottom", [0, -far], "left", [far, 0], "right", [-far, 0]]),
];

/**
 * The room that the pins of a source take, where no name shall stand: they lie over the map, which does not know them. Nothing
 * is drawn. Above the names, so that the names make way and not the pins.
 */
export function rooms(source, sourceLayer) {
  const group = ["step", ["get", "count"], WIDTHS.groups[0], 10, WIDTHS.groups[1], 100, WIDTHS.groups[2], 1000, WIDTHS.groups[3]];
  const width = ["case", [">", ["coalesce", ["get", "count"], 1], 1], group, WIDTHS.single];
  return {
    id: "rooms",
    type: "symbol",
    source,
    ...(sourceLayer && { "source-layer": sourceLayer }),
    layout: { "icon-image": ROOM.id, "icon-size": ["/", width, ROOM.pixels], "icon-allow-overlap": true, "icon-padding": 0 },
  };
}

/**
 * The whole style. Tiles and fonts come from `origin`, tiles of this `version`; names are in `language`; `asked` is GeoJSON of the
 * section or the circle that was asked for.
 */
export function baseStyle({ dark, contrast, language, origin, version, asked }) {
  const colours = { ...(dark ? DARK : LIGHT), ...(contrast && MORE_CONTRAST[dark ? "dark" : "light"]) };
  // Tiles of a version are kept for good.
  const set = (name) => (version ? `${name}-${version}` : name);
  return {
    version: 8,
    sources: {
      world: { type: "vector", tiles: [`${origin}/map/base/${set("world")}/{z}/{x}/{y}`], maxzoom: 5 },
      europe: {
        type: "vector",
        tiles: [`${origin}/map/base/${set("europe")}/{z}/{x}/{y}`],
        minzoom: 5,
        maxzoom: 8,
        bounds: [-32, 26, 60, 74],
      },
      [ASKED]: { type: "geojson", data: asked },
    },
    "font-faces": { "Noto Sans Regular": faces(origin, 400), "Noto Sans Bold": faces(origin, 700) },
    layers: [
      { id: "background", type: "background", paint: { "background-color": colours.water } },
      ...["world", "europe"].flatMap((set) => ground(set, colours)),
      ...["world", "europe"].flatMap((set) => names(set, colours, language)),
      {
        id: ASKED,
        type: "line",
        source: ASKED,
        layout: { "line-join": "round" },
        paint: { "line-color": colours.mark, "line-width": contrast ? 3 : 2, "line-dasharray": [3, 2] },
      },
    ],
  };
}

function faces(origin, weight) {
  const face = (subset, range) => ({
    url: `${origin}/fonts/noto-sans-${subset}-${weight}-normal.woff2`,
    "unicode-range": [range],
  });
  return [face("latin", "U+0000-00FF"), face("latin-ext", "U+0100-02BA")];
}

function ground(set, colours) {
  const layer = (id, type, sourceLayer, rest) => ({
    id: `${set}-${id}`,
    type,
    source: set,
    "source-layer": sourceLayer,
    ...(set === "europe" && { minzoom: 5 }),
    ...rest,
  });
  const isKind = (kind) => ["==", ["get", "kind"], kind];
  const riverWidth = (wide, middle, narrow) => ["match", ["coalesce", ["get", "rank"], 1], [0, 1], wide, 2, middle, narrow];
  return [
    layer("land", "fill", "land", { paint: { "fill-color": colours.land, "fill-antialias": false } }),
    layer("water", "fill", "water", { paint: { "fill-color": colours.water } }),
    layer("river", "line", "river", {
      layout: { "line-join": "round", "line-cap": "round" },
      paint: {
        "line-color": colours.river,
        "line-width": zoomed(4, 0.5, 7, riverWidth(1.6, 1.1, 0.8), 11, riverWidth(4, 2.5, 1.6)),
      },
    }),
    layer("state", "line", "boundary", {
      filter: isKind("state"),
      paint: { "line-color": colours.state, "line-width": zoomed(5, 0.6, 9, 1.4), "line-dasharray": [3, 2] },
    }),
    layer("country", "line", "boundary", {
      filter: isKind("country"),
      layout: { "line-join": "round" },
      paint: { "line-color": colours.country, "line-width": zoomed(2, 0.5, 5, 1, 9, 2) },
    }),
  ];
}

function names(set, colours, language) {
  const zooms = set === "world" ? { maxzoom: 5 } : { minzoom: 5 };
  const place = {
    id: `${set}-place`,
    type: "symbol",
    source: set,
    "source-layer": "place",
    ...zooms,
    filter: fromRank(4, 10),
    layout: {
      "text-field": inLanguage(language),
      "text-font": ["Noto Sans Regular"],
      "text-size": zoomed(
        4, ["match", ["get", "rank"], [3, 4], 12, 10],
        9, ["match", ["get", "rank"], [3, 4], 18, 5, 16, 6, 14, 7, 13, 8, 12, 11],
        12, ["match", ["get", "rank"], [3, 4, 5], 20, [6, 7], 17, 14],
      ),
      "symbol-sort-key": ["get", "rank"],
      "text-padding": 6,
      "text-max-width": 7,
      // At its place, or beside the pin that stands there (`rooms`).
      "text-variable-anchor-offset": BESIDE,
      "text-justify": "auto",
    },
    paint: {
      "text-color": ["match", ["get", "rank"], [3, 4, 5, 6], colours.text, colours.quiet],
      "text-halo-color": colours.halo,
      "text-halo-width": 1.4,
    },
  };
  const area = {
    id: `${set}-area`,
    type: "symbol",
    source: set,
    "source-layer": "label",
    ...zooms,
    ...(set === "europe" && { maxzoom: 9 }),
    layout: {
      "text-field": inLanguage(language),
      "text-font": ["Noto Sans Bold"],
      "text-size": ["match", ["get", "kind"], "country", 12, 11],
      "text-letter-spacing": 0.12,
      "text-transform": "uppercase",
      "text-max-width": 8,
      "symbol-sort-key": ["get", "rank"],
    },
    paint: { "text-color": colours.quiet, "text-opacity": 0.8, "text-halo-color": colours.halo, "text-halo-width": 1.2 },
  };
  return [place, area];
}

/** The English name where there is one of its own. */
function inLanguage(language) {
  return language === "en" ? ["coalesce", ["get", "name_en"], ["get", "name"]] : ["get", "name"];
}

/** Places up to the rank that equals the zoom; all of them beyond `to`. */
function fromRank(from, to) {
  const upTo = (rank) => ["<=", ["get", "rank"], rank];
  const steps = [];
  for (let zoom = from; zoom <= to; zoom += 1) steps.push(zoom, upTo(zoom));
  return ["step", ["zoom"], upTo(from), ...steps, to + 1, true];
}

function zoomed(...stops) {
  return ["interpolate", ["linear"], ["zoom"], ...stops];
}
