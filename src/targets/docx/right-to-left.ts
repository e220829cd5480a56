/** What Word must be told of a text that is written from right to left, in the one place that sees all of it. */
export function rightToLeft(xml: string): string {
  return xml
    .replace(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs, turnedParagraph)
    .replaceAll('<w:tblPr>', '<w:tblPr><w:bidiVisual/>')
    .replace(/<w:sectPr\b(?:(?!<\/w:sectPr>).)*<\/w:sectPr>/gs, (section) =>
      section.replace(/(?=<w:docGrid|<\/w:sectPr>)/, '<w:bidi/>'),
    );
}

/** One that counts pages ends with a number, which LibreOffice gives to the phrase before it only if more follows. */
function turnedParagraph(paragraph: string): string {
  if (!paragraph.includes('<w:fldChar')) return paragraph.replace(run, turned);
  return paragraph.replace(run, counted).replace('</w:p>', '<w:r><w:t>\u200e</w:t></w:r></w:p>');
}

const run = /<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gs;
const fromRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const text = /(?<=<w:t(?: [^>]*)?>)[^<]+(?=<\/w:t>)/g;
/** A run of nothing but a text: its look, and the text with what parts it from its neighbours. */
const onlyText =
  /^<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t(?: [^>]*)?>([\s\u00a0:○□·]*)([^<]*?)(\s*)<\/w:t><\/w:r>$/s;

/**
 * A run goes from right to left if it has a letter that does, or none at all. Other words keep their own order: marks of
 * direction (U+200E) hold what stands at their ends, for LibreOffice goes by the letters only. What parts them from
 * their neighbours is a run of its own, in the order of the line.
 */
function turned(run: string): string {
  const words = (run.match(text) ?? []).join('');
  if (!/\p{L}/u.test(words) || fromRight.test(words)) return fromTheRight(run);
  // What has a frame around it stays in one.
  if (run.includes('<w:bdr ') || !onlyText.test(run)) return marked(run);
  return run.replace(onlyText, (_, look: string | undefined, before: string, own: string, after: string) => {
    const written = (part: string) => `<w:r>${look ?? ''}<w:t xml:space="preserve">${part}</w:t></w:r>`;
    const apart = (part: string) => (part === '' ? '' : fromTheRight(written(`\u200f${part}\u200f`)));
    return apart(before) + marked(written(own)) + apart(after);
  });
}

/** A run beside one that counts pages: "Page 2 of 3" stays one phrase. */
const counted = (run: string): string =>
  run.includes('<w:tab/>') || fromRight.test(run) ? fromTheRight(run) : marked(run);

const marked = (run: string): string => run.replace(text, '\u200e$&\u200e');

const fromTheRight = (run: string): string =>
  run.includes('</w:rPr>')
    ? run.replace('</w:rPr>', '<w:rtl/></w:rPr>')
    : run.replace('<w:r>', '<w:r><w:rPr><w:rtl/></w:rPr>');
