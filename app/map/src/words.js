// What the map says, in German and English.

const WORDS = {
  de: {
    map: "Karte",
    howTo: "Pfeiltasten verschieben die Karte, Plus und Minus ändern den Maßstab. Mit Tab geht es zu den Einträgen, dort mit den Pfeiltasten von einem zum nächsten.",
    skip: "Karte überspringen",
    move: "Karte bewegen",
    west: "Nach Westen",
    north: "Nach Norden",
    south: "Nach Süden",
    east: "Nach Osten",
    zoomIn: "Karte vergrößern",
    zoomOut: "Karte verkleinern",
    all: "Alle Treffer zeigen",
    searchHere: "In diesem Ausschnitt suchen",
    follow: "Liste folgt der Karte",
    inList: "In der Liste zeigen",
    picked: "Auf der Karte ausgewählt",
    close: "Schließen",
    kinds: { project: "Projekt", lesson: "Erfahrung", organisation: "Organisation" },
    entry: "Eintrag",
    entries: "Einträge",
    group: "Gruppe",
    groups: "Gruppen",
    inside: "zu sehen",
    none: "Keine Einträge zu sehen",
    enlarge: "vergrößern",
    list: "auflisten",
    entriesFailed: "Die Einträge konnten nicht geladen werden. Die Liste zeigt sie weiterhin.",
    unavailable: "Dieser Browser kann die Karte nicht zeichnen (WebGL 2 fehlt). Alles steht auch in der Liste.",
    streets: (host) => `Straßen zeigen (lädt von ${host})`,
    ourMap: "Wieder unsere Karte zeigen",
    streetsFailed: (host) => `${host} antwortet nicht. Hier ist wieder unsere Karte.`,
    ctrlScroll: "Strg-Taste halten und scrollen ändert den Maßstab",
    macScroll: "⌘ halten und scrollen ändert den Maßstab",
    twoFingers: "Mit zwei Fingern verschieben",
  },
  en: {
    map: "Map",
    howTo: "Arrow keys move the map, plus and minus change the scale. Tab leads to the entries, where the arrow keys go from one to the next.",
    skip: "Skip the map",
    move: "Move the map",
    west: "West",
    north: "North",
    south: "South",
    east: "East",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    all: "Show all results",
    searchHere: "Search in this section",
    follow: "List follows the map",
    inList: "Show in the list",
    picked: "Chosen on the map",
    close: "Close",
    kinds: { project: "Project", lesson: "Lesson learned", organisation: "Organisation" },
    entry: "entry",
    entries: "entries",
    group: "group",
    groups: "groups",
    inside: "in view",
    none: "No entries in view",
    enlarge: "zoom in",
    list: "list them",
    entriesFailed: "The entries could not be loaded. The list still shows them.",
    unavailable: "This browser cannot draw the map (it lacks WebGL 2). The list has everything, too.",
    streets: (host) => `Show streets (loads from ${host})`,
    ourMap: "Show our map again",
    streetsFailed: (host) => `${host} does not answer. This is our map again.`,
    ctrlScroll: "Hold Ctrl and scroll to change the scale",
    macScroll: "Hold ⌘ and scroll to change the scale",
    twoFingers: "Move the map with two fingers",
  },
};

/** The words of a language tag such as "de-AT"; German if it is not known. */
export function wordsFor(lang) {
  const language = lang?.toLowerCase().startsWith("en") ? "en" : "de";
  const words = WORDS[language];
  const number = new Intl.NumberFormat(language);
  const counted = (count, one, many) => `${number.format(count)} ${count === 1 ? one : many}`;
  return {
    ...words,
    language,
    /** The name of a pin for one entry. */
    single: ({ kind, title }) => `${words.kinds[kind] ?? words.entry}: ${title}`,
    /** The name of a pin for many entries; `last` if no zooming divides them. */
    cluster: (count, last) => `${counted(count, words.entry, words.entries)}, ${last ? words.list : words.enlarge}`,
    /** What is said once an entry was chosen. */
    chosen: (title) => `${words.picked}: ${title}`,
    /** What is written on a pin for many entries. */
    short: (count) => (count < 10_000 ? number.format(count) : `${number.format(Math.round(count / 1000))}k`),
    /** "12 Gruppen, 64 Einträge zu sehen": pins in view, of whose entries some may lie just outside */
    inView({ groups, entries }) {
      if (!entries) return words.none;
      const parts = groups ? [counted(groups, words.group, words.groups)] : [];
      return `${[...parts, counted(entries, words.entry, words.entries)].join(", ")} ${words.inside}`;
    },
  };
}
