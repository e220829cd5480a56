// biome-ignore-all lint/correctness/noUnusedVariables: a template includes it beside what uses it
/**
 * The day's order of a list, as places in the list as written: shuffled by the note's seed and the day, so that a
 * position cannot be learnt and the back finds the same order anew. What is pinned stays last.
 */
function dailyOrder(pinned, seed, day) {
  let state = seed ^ Math.imul(day, 0x9e3779b1);
  const below = (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  const places = pinned.map((_, place) => place);
  const free = places.filter((place) => !pinned[place]);
  for (let at = free.length - 1; at > 0; at--) {
    const other = below(at + 1);
    [free[at], free[other]] = [free[other], free[at]];
  }
  return free.concat(places.filter((place) => pinned[place]));
}

/** A day ends at four in the morning, as Anki's does: a card turned at midnight keeps its order. */
function studyDay(now) {
  return Math.floor((now.getTime() / 60000 - now.getTimezoneOffset() - 240) / 1440);
}

/** Puts a list's items into the day's order and gives them back as written. True stays before False. */
function shuffleList(list) {
  const items = Array.from(list.children);
  if (!list.matches('[data-seed]:not([data-fixed]):not(.claim)')) return items;
  const pinned = items.map((item) => item.dataset.pin === 'last');
  const order = dailyOrder(pinned, Number(list.dataset.seed), studyDay(new Date()));
  // What is to be put in order must not stand in order already.
  if (order.every((place, at) => items[place].dataset.place === String(at + 1))) order.push(order.shift());
  for (const place of order) list.appendChild(items[place]);
  return items;
}
