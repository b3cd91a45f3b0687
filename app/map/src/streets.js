// The operator's own map style, with streets. It may come from another host, which then learns of the reader: so it is shown
// to those who ask for it, and to them from then on.

const KEY = "map-streets";

/** A button below the map that changes between our base map and the style at `url`. */
export function offerStreets({ map, words, url, frame }) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "pm-streets";
  const host = new URL(url).host;
  const ours = frame.credits.textContent;
  let streets = false;
  const set = (shown) => {
    streets = shown;
    button.textContent = shown ? words.ourMap : words.streets(host);
    frame.credits.textContent = ours;
    map.showStyle(shown ? url : undefined);
  };
  button.addEventListener("click", () => {
    remember(streets ? undefined : url);
    set(!streets);
  });
  map.on("style-failed", () => {
    frame.tell(words.streetsFailed(host));
    set(false);
  });
  // Whose tiles they are stands in the sources, which arrive one by one.
  map.on("sourcedata", () => {
    if (!streets) return;
    const said = credits(map);
    if (said.length) frame.credits.replaceChildren(...said);
  });
  frame.add(button);
  set(remembered() === url);
}

/** What the sources say of themselves: words, and links to addresses of the web. */
function credits(map) {
  const said = Object.keys(map.getStyle()?.sources ?? {}).map((id) => map.getSource(id)?.attribution).filter(Boolean);
  return [...new Set(said)].flatMap((html, n) => [...(n ? [" · "] : []), ...plain(html)]);
}

function plain(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return [...parsed.body.childNodes].map((node) => {
    if (node.localName !== "a" || !/^https?:/.test(node.href)) return node.textContent;
    const link = document.createElement("a");
    link.href = node.href;
    link.rel = "noopener";
    link.textContent = node.textContent;
    return link;
  });
}

// Where a browser keeps nothing, one asks again each time.
function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return undefined;
  }
}

function remember(url) {
  try {
    if (url) localStorage.setItem(KEY, url);
    else localStorage.removeItem(KEY);
  } catch {}
}
