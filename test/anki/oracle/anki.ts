import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runs, testWith } from '../../tools.ts';

/** A Python that has the package `anki`: that of `RECTO_ANKI_PYTHON`, or of `.venv`, where `.ci/run` puts it. */
const python = [process.env.RECTO_ANKI_PYTHON, '.venv/bin/python'].find(
  (path) => path && existsSync(path) && runs(path, '-c', 'import anki'),
);

export const testWithAnki = testWith('a Python with the package "anki"', python !== undefined);

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

export type Step =
  | { do: 'import'; path: string }
  | { do: 'study'; deck: string; cards: number }
  | { do: 'edit'; guid: string; field: string; value: string }
  | { do: 'render' | 'check' | 'notes' | 'cards' | 'resave' };

/** A learner's collection on disk, which lives through several calls. */
export class Learner {
  readonly folder = mkdtempSync(join(tmpdir(), 'recto-learner-'));
  #packages = 0;

  /** Runs steps one after the other in the real Anki and gives their results. */
  run(...steps: Step[]): unknown[] {
    const input = JSON.stringify({ collection: join(this.folder, 'collection.anki2'), steps });
    const { stdout, stderr, status } = spawnSync(
      python ?? 'python3',
      [join(import.meta.dirname, 'driver.py')],
      {
        input,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    );
    if (status !== 0) throw new Error(`Anki failed: ${stderr}`);
    return JSON.parse(stdout) as unknown[];
  }

  /** Imports a package with Anki's default options. */
  import(apkg: Uint8Array): ImportLog {
    const path = join(this.folder, `${this.#packages++}.apkg`);
    writeFileSync(path, apkg);
    return this.run({ do: 'import', path })[0] as ImportLog;
  }

  notes(): Record<string, NoteRow> {
    return this.run({ do: 'notes' })[0] as Record<string, NoteRow>;
  }

  cards(): CardRow[] {
    return this.run({ do: 'cards' })[0] as CardRow[];
  }
}
