import { readFileSync } from 'node:fs';
import { imageKind } from '../../files/picture.ts';
import type { Sheet } from '../../view/document.ts';
import { type QuizCopy, versionTitle } from '../../view/print.ts';
import type { QuizFile } from '../prints/prints.ts';
import { keyHtml } from './key.ts';
import { paperHtml } from './paper.ts';
import { escaped, type Scene } from './text.ts';

const styleSheets = ['page.css', 'question.css', 'key.css', 'maths.css', 'print.css'];

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/**
 * The papers and the key as pages to print from a browser: A.html, B.html, …, key.html, each whole in itself, without
 * script. A teacher prints so many copies of each version, so each is a file. The same data give the same bytes.
 */
export function quizHtml({ bank, folder, papers, key, pictures }: QuizCopy): QuizFile[] {
  const style = styleSheets.map(read).join('\n');
  const uris = new Map([...pictures].map(([path, bytes]) => [path, dataUri(bytes)]));
  const scene: Scene = { pictures: uris, blank: papers.words.blank, room: roomOf(papers) };
  const file = (name: string, sheet: Sheet, tag: string, body: string): QuizFile => ({
    ...{ name: `${folder}${name}.html` },
    bytes: new TextEncoder().encode(page(bank.language, sheet, style + running(sheet, tag), body)),
  });
  return [
    ...papers.versions.map((version) => {
      const data = { ...papers, documentTitle: versionTitle(papers, version) };
      return file(
        version.letter,
        data,
        `${data.words.version} ${version.letter}`,
        paperHtml(data, version, scene),
      );
    }),
    ...(key
      ? [
          file(
            'key',
            { ...key, columns: 1 },
            key.words.answerKey,
            keyHtml(key, { ...scene, room: roomOf({ ...key, columns: 1 }) }),
          ),
        ]
      : []),
  ];
}

/** The width of an option's line by the page's columns and letters, in em. */
const roomOf = ({ columns, edition }: Sheet): number =>
  edition === 'large-print' ? 21 : edition === 'dyslexia' ? 32 : columns === 2 ? 17 : 36;

const types = { png: 'png', jpg: 'jpeg', gif: 'gif', webp: 'webp', svg: 'svg+xml' } as const;

const dataUri = (bytes: Uint8Array): string =>
  `data:image/${types[imageKind(bytes) ?? 'png']};base64,${Buffer.from(bytes).toString('base64')}`;

/** Nothing may be fetched and nothing may run, whatever a bank holds. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

function page(language: string, sheet: Sheet, style: string, body: string): string {
  const look = `${sheet.edition} columns-${sheet.columns}`;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}" dir="${sheet.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${escaped(sheet.documentTitle)}</title>
<style>
${style}</style>
</head>
<body class="${look}">
${body}
</body>
</html>
`;
}

/** The paper's size, and what stands in the margins of each sheet: title, version, "Page 1 of 2". */
function running({ documentTitle, paper, words }: Sheet, tag: string): string {
  const pages = words.pageOf
    .split(/(\{pages?\})/)
    .map((part) =>
      part === '{page}' ? 'counter(page)' : part === '{pages}' ? 'counter(pages)' : quoted(part),
    );
  return `@page {
  size: ${paper === 'a4' ? 'A4' : 'letter'};
  @top-left { content: ${quoted(documentTitle)}; }
  @bottom-left { content: ${quoted(tag)}; }
  @bottom-right { content: ${pages.join(' ')}; }
}
`;
}

/** A string of CSS; all but letters and digits by their numbers, so that nothing ends it or the style sheet. */
const quoted = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N}]/gu, (mark) => `\\${(mark.codePointAt(0) ?? 32).toString(16)} `)}"`;
