// Reading the element's attributes, and writing what they say. What cannot be read is undefined.

export const GERMANY = [5.87, 47.27, 15.04, 55.06];

/** What of a query changes a list but not the pins. */
const LIST_ONLY = ["bbox", "page", "per_page", "sort", "lang"];
/** What another section of the map takes the place of. */
const OTHER_PLACE = ["bbox", "near", "km", "page"];
const KM_PER_DEGREE = 111.195;

/** "west,south,east,north" as numbers. Beyond the antimeridian, east is more than 180. */
export function parseBounds(text) {
  const [west, south, east, north] = numbers(text, 4) ?? [];
  if (!(south <= north)) return undefined;
  return [west, south, east < west ? east + 360 : east, north];
}

/** "lon,lat" as numbers. */
export function parsePoint(text) {
  return numbers(text, 2);
}

/** "lon,lat,km" as numbers. */
export function parseCircle(text) {
  return numbers(text, 3);
}

/** The address of the entries' tiles for a query. */
export function entriesUrl(origin, query) {
  const words = new URLSearchParams(query ?? "");
  for (const name of LIST_ONLY) words.delete(name);
  return `${origin}/map/entries/{z}/{x}/{y}.mvt${words.size ? `?${words}` : ""}`;
}

/** West, south, east, north of a view as a query says them: in degrees that exist, about 10 m exact. */
export function sectionOf([west, south, east, north]) {
  const isWorld = east - west >= 360;
  const [from, to] = isWorld ? [-180, 180] : [within(west), within(east)];
  const latitude = (degrees) => Math.min(90, Math.max(-90, degrees));
  return [from, latitude(south), to, latitude(north)].map((degrees) => Number(degrees.toFixed(4))).join(",");
}

/** The address of a list with another section. */
export function addressOf(address, section) {
  const url = new URL(address);
  for (const name of OTHER_PLACE) url.searchParams.delete(name);
  if (url.searchParams.get("sort") === "distance") url.searchParams.delete("sort");
  url.searchParams.set("bbox", section);
  return url.pathname + url.search;
}

/** The corners of a section, as one goes around it. */
export function outline([west, south, east, north]) {
  return [[west, south], [east, south], [east, north], [west, north], [west, south]];
}

/** A circle on the ground, as one goes around it. */
export function circle([lon, lat, km], corners = 96) {
  const high = km / KM_PER_DEGREE;
  const wide = high / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return Array.from({ length: corners + 1 }, (_, n) => {
    const angle = (2 * Math.PI * (n % corners)) / corners;
    return [lon + wide * Math.cos(angle), Math.max(-85, Math.min(85, lat + high * Math.sin(angle)))];
  });
}

function within(lon) {
  return ((((lon + 180) % 360) + 360) % 360) - 180;
}

function numbers(text, count) {
  const found = (text ?? "").split(",").map((word) => (word.trim() ? Number(word) : NaN));
  return found.length === count && found.every(Number.isFinite) ? found : undefined;
}
