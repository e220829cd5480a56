// biome-ignore-all lint/correctness/noUnusedVariables: a template includes it beside what uses it
/**
 * On Anki's desktop letters open other windows before the page hears of them, but not while a box to type in has the focus. So an
 * unseen one takes the keys of a front with options: Space and Enter turn the card, what others do `press` says, or false. Undefined
 * where keys reach the page anyway: on phones, in a browser, in the previews of Anki, whose main window alone has this title.
 */
function keyBox(list, label, press) {
  if (!window.pycmd || document.title !== 'main webview') return undefined;
  const box = document.createElement('input');
  const wakers = ['focus', 'mouseup', 'keyup'];

  /** Takes the focus, also after a click, but from no other part of the window, nor from text that someone selects. */
  function take({ key }) {
    if (!box.isConnected) for (const type of wakers) removeEventListener(type, take);
    else if (key !== 'Tab' && document.hasFocus() && getSelection().isCollapsed) box.focus();
  }

  box.addEventListener('keydown', (event) => {
    const { key } = event;
    const turns = /^( |Enter)$/.test(key);
    // Ctrl+Z, *, @ and the like are Anki's, which asks who has the focus when the second key comes.
    if (/^(Control|Alt|Meta|Shift)/.test(key)) box.blur();
    // Gives all keys back, until the next card.
    else if (key === 'Escape') box.remove();
    else if (turns || press(event)) {
      // Else Anki would hear it too, and grade what it turns.
      event.preventDefault();
      if (!turns || event.repeat) return;
      box.remove();
      pycmd('ans');
    } else scrollBy(0, { ArrowDown: 40, ArrowUp: -40 }[key] || 0);
  });
  // An input method would ask what is meant; the key itself has been heard.
  box.addEventListener('compositionstart', () => {
    box.blur();
    box.focus();
  });
  box.style = 'position:fixed;left:-99em';
  // The focus comes straight here, so that is where the question is read out.
  box.ariaLabel = label;
  list.before(box);
  for (const type of wakers) addEventListener(type, take);
  take({});
  return box;
}

/** The place, from the top, of a letter or digit; where the keyboard has others, of the key that lies there. */
function placeOf({ key, code }) {
  const name = [key, code.replace(/Key|Digit/, '')].find((one) => /^[a-z1-9]$/i.test(one)) || '';
  return parseInt(name, 36) - (name > '9' ? 10 : 1);
}
