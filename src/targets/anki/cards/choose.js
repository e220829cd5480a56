/** Lets options be chosen by tap or key; those to be put in order are numbered as they are tapped. */
function choosable(card, list) {
  const key = cardKey(card);
  const items = shuffleList(list);
  const ordering = list.classList.contains('order');
  const single = !ordering && !list.classList.contains('multiple');
  let chosen = [];

  function show() {
    items.forEach((item) => {
      const turn = chosen.indexOf(item) + 1;
      item.classList.toggle('chosen', turn > 0);
      item.setAttribute('aria-checked', String(turn > 0));
      if (ordering) item.dataset.turn = turn || '';
    });
    remember(
      key,
      chosen.map((item) => items.indexOf(item)),
    );
  }

  function choose(item) {
    const others = chosen.filter((other) => other !== item);
    const undo = others.length < chosen.length;
    chosen = (single ? [] : others).concat(undo ? [] : item);
    show();
  }

  /** What a key does, or nothing: Space and Enter turn the card unless an option has the focus. */
  function action(event) {
    const shown = Array.from(list.children);
    const at = shown.indexOf(event.target);
    const lettered = list.matches('.options:not(.claim):not(.order)');
    const letter = /^[a-z]$/i.test(event.key) && lettered && shown[parseInt(event.key, 36) - 10];
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (letter) return () => choose(letter);
    if (at < 0) return undefined;
    if (event.key === ' ' || event.key === 'Enter') return () => choose(shown[at]);
    return step && (() => go(shown[(at + step + shown.length) % shown.length]));
  }

  /** Of several options one is chosen as the arrows reach it, for desktop takes Space and Enter for itself. */
  function go(item) {
    item.focus();
    if (single && !chosen.includes(item)) choose(item);
  }

  list.addEventListener('click', (event) => {
    const item = items.find((one) => one.contains(event.target));
    if (item && !event.target.closest('a')) choose(item);
  });
  list.addEventListener('keydown', (event) => {
    const act = !event.ctrlKey && !event.metaKey && !event.altKey && action(event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  list.setAttribute('role', single ? 'radiogroup' : 'group');
  // The focus comes straight to the list, so that is where the question is read out.
  list.setAttribute('aria-label', key);
  items.forEach((item) => {
    item.setAttribute('role', single ? 'radio' : 'checkbox');
    item.tabIndex = 0;
    // Phones turn the card at a tap on anything else.
    item.classList.add('tappable');
  });
  list.tabIndex = -1;
  // For letters to arrive. Never taken from another part of the window, such as the editor beside a preview.
  if (document.hasFocus()) list.focus({ preventScroll: true });
  show();
}

document.querySelectorAll('.rv .options, .rv .pool').forEach((list) => {
  if (!list.hasAttribute('role')) choosable(list.closest('.rv'), list);
});
