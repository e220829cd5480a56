import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What pdftotext says of a word: its page, and its box in points from the page's top left. */
export interface PdfWord {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PdfPages {
  readonly words: readonly PdfWord[];
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly pages: number;
}

/** Runs a program on a PDF in a folder of its own; its standard output. */
export function runOn(pdf: Uint8Array, command: string, before: string[], after: string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'recto-pdf-'));
  try {
    const path = join(folder, 'a.pdf');
    writeFileSync(path, pdf);
    const options = { encoding: 'utf8', maxBuffer: 1e9 } as const;
    const { status, stdout, stderr } = spawnSync(command, [...before, path, ...after], options);
    if (status !== 0) throw new Error(`${command}: ${stdout}${stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All words of a PDF with their places. */
export function readWords(pdf: Uint8Array): PdfPages {
  const xml = runOn(pdf, 'pdftotext', ['-bbox'], ['-']);
  const [, width = '0', height = '0'] = /<page width="([\d.]+)" height="([\d.]+)"/.exec(xml) ?? [];
  const pages = xml.split('<page ').slice(1);
  const word = /xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g;
  const words = pages.flatMap((page, at) =>
    [...page.matchAll(word)].map(([, left, top, right, bottom, text = '']) => ({
      page: at + 1,
      text,
      left: Number(left),
      right: Number(right),
      top: Number(top),
      bottom: Number(bottom),
    })),
  );
  return { words, width: Number(width), height: Number(height), pages: pages.length };
}

export const millimetres = (points: number): number => (points / 72) * 25.4;
