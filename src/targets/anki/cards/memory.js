// biome-ignore-all lint/correctness/noUnusedVariables: a template includes it beside what uses it
// What was chosen on the front, for the back to mark. A help only: some engines forget it between the sides.

/** Tells one card from another: what it asks. */
function cardKey(card) {
  const asked = card.querySelectorAll('.question, .pair:not([hidden]) .left');
  return Array.from(asked, (element) => element.textContent).join('|');
}

/** `chosen` are places in the list as written. */
function remember(key, chosen) {
  try {
    sessionStorage.setItem('recto-verso', JSON.stringify([key, chosen]));
  } catch (_) {
    // No storage here: the back shows the answer all the same.
  }
}

function recall(key) {
  try {
    const [of, chosen] = JSON.parse(sessionStorage.getItem('recto-verso'));
    return of === key ? chosen : [];
  } catch (_) {
    return [];
  }
}
