// Reading the element's attributes. What cannot be read is undefined.

export const GERMANY = [5.87, 47.27, 15.04, 55.06];

/** What of a query changes a list but not the pins. */
const LIST_ONLY = ["bbox", "page", "per_page", "sort", "lang"];

/** "west,south,east,north" as numbers. */
export function parseBounds(text) {
  const bounds = numbers(text, 4);
  return bounds && bounds[1] < bounds[3] ? bounds : undefined;
}

/** "lon,lat" as numbers. */
export function parsePoint(text) {
  return numbers(text, 2);
}

/** The address of the entries' tiles for a query. */
export function entriesUrl(origin, query) {
  const words = new URLSearchParams(query ?? "");
  for (const name of LIST_ONLY) words.delete(name);
  return `${origin}/map/entries/{z}/{x}/{y}.mvt${words.size ? `?${words}` : ""}`;
}

function numbers(text, count) {
  const found = (text ?? "").split(",").map((word) => (word.trim() ? Number(word) : NaN));
  return found.length === count && found.every(Number.isFinite) ? found : undefined;
}
