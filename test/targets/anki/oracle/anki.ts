import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runs, testWith } from '../../../tools.ts';
import type { Deed } from './deeds.ts';

/** The first of these Pythons that has the package `anki`. */
const pythonOf = (...paths: readonly (string | undefined)[]): string | undefined =>
  paths.find((path) => path && existsSync(path) && runs(path, '-c', 'import anki'));

/** The newest Anki: the Python of `RECTO_ANKI_PYTHON`, or of `.venv`, where `.ci/run` puts it. */
export const newestAnki = pythonOf(process.env.RECTO_ANKI_PYTHON, '.venv/bin/python');

/** The oldest that installs (test/requirements-oldest.txt), whose importer is another program. */
const oldest = pythonOf(process.env.RECTO_ANKI_OLDEST_PYTHON, '.venv-oldest/bin/python');

export const testWithAnki = testWith('a Python with the package "anki"', newestAnki !== undefined);

const testWithOldest = testWith('a Python with an old package "anki"', oldest !== undefined);

/** A test that is run with the newest Anki and with the oldest; `learner` makes a learner who has that one. */
export function testWithEachAnki(
  name: string,
  body: (learner: () => Learner, version: 'newest' | 'oldest') => Promise<void>,
): void {
  testWithAnki(`${name} (newest Anki)`, () => body(() => new Learner(newestAnki), 'newest'), 60_000);
  testWithOldest(`${name} (oldest Anki)`, () => body(() => new Learner(oldest), 'oldest'), 60_000);
}

export interface ImportLog {
  readonly new: number;
  readonly updated: number;
  readonly duplicate: number;
  readonly conflicting: number;
}

/** Guid, ordinal, deck, then what Anki knows of its schedule. */
export type CardRow = readonly [guid: string, ord: number, deck: string, ...schedule: unknown[]];

export interface NoteRow {
  readonly type: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
}

/** What a learner may tick when importing; old versions know none of it. */
export interface ImportOptions {
  readonly with_deck_configs?: boolean;
  readonly with_scheduling?: boolean;
  readonly merge_notetypes?: boolean;
}

export type Step =
  | Deed
  | { do: 'import'; path: string; options?: ImportOptions }
  | { do: 'study'; deck: string; cards: number }
  | { do: 'edit'; guid: string; field: string; value: string }
  | { do: 'render' | 'check' | 'notes' | 'cards' | 'resave' | 'decks' | 'presets' | 'sounds' | 'media' }
  | { do: 'browser' | 'fields-check' }
  | { do: 'queue'; deck: string }
  | { do: 'change-preset'; id: number; values: Readonly<Record<string, unknown>> };

/** A learner's collection on disk, which lives through several calls. */
export class Learner {
  readonly folder = mkdtempSync(join(tmpdir(), 'recto-learner-'));
  readonly #python: string;
  #packages = 0;

  /** @param python one that has the package `anki`; the newest by default */
  constructor(python = newestAnki) {
    this.#python = python ?? 'python3';
  }

  /** Runs steps one after the other in the real Anki and gives their results. */
  run(...steps: Step[]): unknown[] {
    const input = JSON.stringify({ collection: join(this.folder, 'collection.anki2'), steps });
    const { stdout, stderr, status } = spawnSync(this.#python, [join(import.meta.dirname, 'driver.py')], {
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error(`Anki failed: ${stderr}`);
    return JSON.parse(stdout) as unknown[];
  }

  /** Imports a package, with Anki's default options if none are given. */
  import(apkg: Uint8Array, options: ImportOptions = {}): ImportLog {
    const path = join(this.folder, `${this.#packages++}.apkg`);
    writeFileSync(path, apkg);
    return this.run({ do: 'import', path, options })[0] as ImportLog;
  }

  notes(): Record<string, NoteRow> {
    return this.run({ do: 'notes' })[0] as Record<string, NoteRow>;
  }

  cards(): CardRow[] {
    return this.run({ do: 'cards' })[0] as CardRow[];
  }
}
