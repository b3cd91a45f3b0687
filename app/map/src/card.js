// The small card of one entry: what it is, its title, the link to its page, and the way to its place in the list.
import { Popup } from "maplibre-gl";

/** Room between a card and the edge of the map, in pixels. */
const EDGE = 8;
const PAGES = { project: "/projects/", lesson: "/lessons/", organisation: "/organisations/" };

/**
 * Opens a pin's card and moves the focus into it; Escape and the close button bring it back to the pin. Where there is a
 * list, `toList` leads to the entry there.
 */
export function openCard({ map, words, pin, toList }) {
  const { kind, slug, title } = pin.properties;
  const card = document.createElement("div");
  card.className = "pm-card";
  const what = document.createElement("p");
  what.textContent = words.kinds[kind] ?? words.entry;
  what.dataset.kind = kind;
  const link = document.createElement("a");
  link.href = (PAGES[kind] ?? PAGES.project) + encodeURIComponent(slug);
  link.textContent = title;
  card.append(what, link);
  if (toList) card.append(listButton(words, () => toList(pin.properties)));

  const popup = new Popup({ offset: 16, maxWidth: `min(18rem, ${map.getContainer().clientWidth - 4 * EDGE}px)`, focusAfterOpen: false }).setLngLat(pin.at).setDOMContent(card).addTo(map);
  const container = popup.getElement();
  container.setAttribute("role", "dialog");
  container.setAttribute("aria-label", words.single(pin.properties));
  container.addEventListener("keydown", (event) => {
    if (event.key === "Escape") popup.remove();
    // Keys pressed in the card are not for the map.
    event.stopPropagation();
  });
  pin.button.setAttribute("aria-expanded", "true");
  popup.on("close", () => {
    pin.button.removeAttribute("aria-expanded");
    const left = document.activeElement;
    // A click elsewhere closes the card too, and has its own focus.
    if (left === document.body || container.contains(left)) pin.button.focus({ preventScroll: true });
  });
  link.focus({ preventScroll: true });
  bringIntoView(map, container);
  return popup;
}

/** Moves the map where a card would hang over its edge. */
function bringIntoView(map, card) {
  const [outer, inner] = [map.getContainer(), card].map((element) => element.getBoundingClientRect());
  const over = (from, to, least, most) => (from < least + EDGE ? from - least - EDGE : Math.max(0, to - most + EDGE));
  const [x, y] = [over(inner.left, inner.right, outer.left, outer.right), over(inner.top, inner.bottom, outer.top, outer.bottom)];
  if (x || y) map.panBy([x, y]);
}

function listButton(words, show) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "pm-to-list";
  button.textContent = words.inList;
  button.addEventListener("click", show);
  return button;
}
