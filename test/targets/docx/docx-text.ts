import { strFromU8, unzipSync } from 'fflate';

/** A paragraph of a Word file as Word shows it: the label that its list gives it, and its text. */
export interface Line {
  readonly label: string;
  readonly text: string;
  readonly style: string;
}

/** A Word file's parts as text, by their paths. */
export const partsOf = (docx: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes)]));

const attribute = (xml: string, pattern: RegExp): string => pattern.exec(xml)?.[1] ?? '';

const unescaped = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** All paragraphs in the order of the file, with the labels counted as Word counts them. */
export function linesOf(docx: Uint8Array): Line[] {
  const parts = partsOf(docx);
  const label = labels(parts['word/numbering.xml'] ?? '');
  return [...(parts['word/document.xml'] ?? '').matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(
    ([, paragraph = '']) => ({
      label: label(attribute(paragraph, /<w:numId w:val="(\d+)"/)),
      style: attribute(paragraph, /<w:pStyle w:val="(\w+)"/),
      text: [...paragraph.matchAll(/<(?:w|m):t(?: [^>]*)?>([^<]*)<|<w:(tab|br)\/>/g)]
        .map(([, text = '', mark]) => (mark ? ' ' : unescaped(text)))
        .join('')
        .replace(/\s+/g, ' ')
        .trim(),
    }),
  );
}

/** Counts each list by its number, by the format of its definition. */
function labels(numbering: string): (list: string) => string {
  const levels = new Map(
    [...numbering.matchAll(/<w:abstractNum [^>]*w:abstractNumId="(\d+)".*?<\/w:abstractNum>/gs)].map(
      ([xml, id = '']) => [
        id,
        {
          format: attribute(xml, /<w:numFmt w:val="(\w+)"/),
          text: attribute(xml, /<w:lvlText w:val="([^"]*)"/),
          start: Number(attribute(xml, /<w:start w:val="(\d+)"/)),
        },
      ],
    ),
  );
  const definitions = new Map(
    [...numbering.matchAll(/<w:num [^>]*w:numId="(\d+)"[^>]*>(.*?)<\/w:num>/gs)].map(
      ([, id = '', xml = '']) => [id, attribute(xml, /<w:abstractNumId w:val="(\d+)"/)],
    ),
  );
  const counts = new Map<string, number>();
  return (list) => {
    const level = levels.get(definitions.get(list) ?? '');
    if (list === '' || !level) return '';
    const count = (counts.get(list) ?? level.start - 1) + 1;
    counts.set(list, count);
    const shown = level.format === 'upperLetter' ? String.fromCharCode(64 + count) : String(count);
    return level.text.replace('%1', shown);
  };
}
