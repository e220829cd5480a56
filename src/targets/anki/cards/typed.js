/** One sign for all dashes and for the minus. */
const dashed = (text) => text.replace(/[\u2010-\u2015\u2212]/g, '-');

/** The numbers that a text may mean: "1,956" is one thing in London and another in Berlin. */
function numbersIn(text) {
  const found = /-?(\d[\d\s.,'\u2019]*|[.,]\d+)(e[-+]?\d+)?/i.exec(dashed(text));
  if (!found) return [];
  const digits = found[0].replace(/[\s'\u2019]/g, '').replace(/[.,]+$/, '');
  const english = digits.replace(/,(?=\d{3}(\D|$))/g, '').replace(',', '.');
  const german = digits.replace(/\.(?=\d{3}(\D|$))/g, '').replace(',', '.');
  return [english, german].map(Number).filter((number) => !Number.isNaN(number));
}

/** One form for all double quotation marks, with no space within them or around, and one for all single ones. */
const quoted = (text) =>
  text
    .replace(/\s*["\u201c-\u201f\u00ab\u00bb\u2033\u300c-\u300f]\s*/g, '"')
    .replace(/[\u2018-\u201b\u2039\u203a\u2032\u00b4`]/g, "'");

/** Whether a typed text counts as right though it is not the expected one letter for letter. */
function accepts(typed, expected, data) {
  const plain = (text) =>
    dashed(quoted(String(text)).normalize('NFKC'))
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .trim();
  const variants = [expected].concat(data.accept || []);
  if (variants.some((variant) => plain(variant) === plain(typed))) return true;
  if (typeof data.tolerance !== 'number') return false;
  const [right] = numbersIn(expected);
  // A hair more than the tolerance: 0.3 is not quite 0.1 + 0.2.
  const room = data.tolerance + Math.abs(right) * 1e-9;
  return numbersIn(typed).some((number) => Math.abs(number - right) <= room);
}

/** What was typed, read from the front half of Anki's comparison; dashes there stand for what is missing. */
function typedText(box, arrow) {
  const spans = Array.from(box.querySelectorAll('.typeGood, .typeBad'));
  const before = spans.filter(
    (span) => span.compareDocumentPosition(arrow) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return before.map((span) => span.textContent).join('');
}

function soften(card) {
  const box = card.querySelector('#typeans');
  if (!box) return;
  const arrow = box.querySelector('#typearrow');
  // Without an arrow nothing was typed, or just what was expected.
  if (!arrow) return;
  let data = {};
  try {
    data = JSON.parse(card.querySelector('.data').textContent) || {};
  } catch (_) {
    // No data: the expected text alone counts.
  }
  const typed = typedText(box, arrow);
  if (!accepts(typed, card.querySelector('.expected').textContent, data)) return;
  const good = document.createElement('span');
  good.className = 'typeGood';
  good.textContent = typed;
  box.replaceChild(good, box.firstChild);
  while (good.nextSibling) box.removeChild(good.nextSibling);
}

document.querySelectorAll('.rv').forEach(soften);
