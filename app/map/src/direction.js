// Which pin an arrow key leads to.

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** Nearer than this along the way counts as beside, not ahead. */
const AHEAD = 4;

/**
 * Of `others`, pairs of a thing and its place, the thing nearest to `from` in the direction of `key`; straying to the
 * side counts double. `null` if nothing lies there, `undefined` if the key is no arrow.
 */
export function nextInDirection(key, from, others) {
  const direction = DIRECTIONS[key];
  if (!direction) return undefined;
  const [right, down] = direction;
  let best = { cost: Infinity, thing: null };
  for (const [thing, place] of others) {
    const [x, y] = [place.x - from.x, place.y - from.y];
    const ahead = x * right + y * down;
    const cost = ahead + 2 * Math.abs(x * down - y * right);
    if (ahead > AHEAD && cost < best.cost) best = { cost, thing };
  }
  return best.thing;
}
