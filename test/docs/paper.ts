import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bitmap, cropped, inked, readPng } from './png.ts';

/** Runs a poppler program on a PDF and gives what it printed, or the file that it wrote. */
function poppler(command: string, pdf: Uint8Array, args: readonly string[], result: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'recto-pictures-'));
  try {
    writeFileSync(join(folder, 'in.pdf'), pdf);
    const { status, stderr } = spawnSync(command, [...args, 'in.pdf', 'out'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${command}: ${stderr}`);
    return readFileSync(join(folder, result));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The first page of a PDF, so many pixels wide. */
export const firstPage = (pdf: Uint8Array, width: number): Bitmap =>
  readPng(
    poppler(
      'pdftoppm',
      pdf,
      ['-png', '-singlefile', '-scale-to-x', String(width), '-scale-to-y', '-1'],
      'out.png',
    ),
  );

const millimetre = 72 / 25.4;

/** Where the head of the first page ends, in points: below the box for the mark, which says "/ 3". */
function headEnd(pdf: Uint8Array): number {
  const words = poppler('pdftotext', pdf, ['-bbox', '-l', '1'], 'out').toString();
  const slash = /<word xMin="[\d.]+" yMin="[\d.]+" xMax="[\d.]+" yMax="([\d.]+)">\/<\/word>/.exec(words);
  if (!slash) throw new Error('no box for the mark on the paper');
  return Number(slash[1]) + 4 * millimetre;
}

/** What is printed below the head of a paper's first page, with a little margin, so many pixels wide. */
export function printedQuestion(pdf: Uint8Array, width: number): Bitmap {
  const margin = 15;
  const page = firstPage(pdf, Math.round((width * 210) / (210 - 2 * margin)));
  const scale = page.width / 210;
  const body = cropped(page, {
    left: Math.round(margin * scale),
    top: Math.round((headEnd(pdf) / millimetre) * scale),
    width,
    height: Math.round((275 - headEnd(pdf) / millimetre) * scale),
  });
  const { top, bottom } = inked(body);
  const room = Math.round(5 * scale);
  return cropped(body, {
    left: 0,
    top: Math.max(0, top - room),
    width,
    height: Math.min(body.height, bottom + room) - Math.max(0, top - room),
  });
}
