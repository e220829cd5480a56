import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { emptyLock } from '../../../../src/identity/lock.ts';
import { goodBank } from '../../../bank/bank-of.ts';
import { runs, testWith } from '../../../tools.ts';
import { buildDeck } from '../build-deck.ts';

/** A Python that has Anki's own window, the package `aqt`: that of `RECTO_ANKI_WINDOW_PYTHON`, or of `.venv-window`. */
const python = [process.env.RECTO_ANKI_WINDOW_PYTHON, '.venv-window/bin/python'].find(
  (path) => path && existsSync(path) && runs(path, '-c', 'import aqt'),
);

/** The package `aqt`, and the programs that give it a screen, keys and a mouse. */
export const testWithWindow = testWith(
  'a Python with the package "aqt", Xvfb and xdotool',
  python !== undefined && runs('sh', '-c', 'command -v Xvfb && command -v xdotool'),
);

/** What a learner does: keys as xdotool names them, one after the other, a click on what a selector finds, or a look into the browser. */
export type Step = { keys: readonly string[] } | { click: string; twice?: true } | { preview: true };

/** What is seen after a step. */
export interface Look {
  /** Windows beside the main one, by their class. */
  readonly windows: readonly string[];
  /** What the main window shows: "review", "deckBrowser", … */
  readonly state: string;
  readonly side: 'question' | 'answer';
  /** The grades of all reviews so far. */
  readonly grades: readonly number[];
  readonly flag: number;
  readonly marked: boolean;
  readonly question: string;
  /** The texts of the front's options, from top to bottom. */
  readonly options: readonly string[];
  readonly chosen: readonly string[];
  /** In which place each item of an order was put. */
  readonly turns: string;
}

/** What the browser's preview of the first card shows: how many options can be chosen, and how many boxes would take its keys. */
export interface Preview {
  readonly options: number;
  readonly boxes: number;
}

/**
 * Studies these questions in Anki's window and gives what is seen after each step. Pictures of the steps are left in a folder of the
 * temporary one, which is named when something goes wrong.
 */
export async function study(questions: string, steps: readonly Step[], night = false): Promise<Look[]> {
  const bank = goodBank(questions);
  const deck = await buildDeck(bank, emptyLock(bank.id), Date.now() - 60_000, () => new Uint8Array());
  const folder = mkdtempSync(join(tmpdir(), 'recto-window-'));
  const path = join(folder, 'deck.apkg');
  writeFileSync(path, deck.apkg);
  const input = JSON.stringify({ folder, package: path, night, steps });
  const driver = join(import.meta.dirname, 'window.py');
  const { stdout, stderr, status } = spawnSync(resolve(python ?? ''), [driver], {
    input,
    // Anki's windows save here what a stray key tells them to.
    cwd: folder,
    encoding: 'utf8',
    timeout: 100_000,
  });
  if (status !== 0) throw new Error(`Anki's window failed (${folder}): ${stderr}`);
  console.info(`pictures of Anki's window: ${folder}`);
  return JSON.parse(stdout) as Look[];
}
