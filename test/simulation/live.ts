import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Debian's libfaketime for programs of several threads, whatever the machine. */
export const fakeTime = ['x86_64', 'aarch64']
  .map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketimeMT.so.1`)
  .find((path) => existsSync(path));

/** What a learner does, at a time in seconds. */
export type Step =
  | { readonly at: number; readonly do: 'study'; readonly cards: number }
  | { readonly at: number; readonly do: 'edit' | 'suspend' | 'empty_cards' }
  | { readonly at: number; readonly do: 'tag'; readonly tag: string }
  | {
      readonly at: number;
      readonly do: 'import_package';
      readonly path: string;
      readonly version: number;
      readonly isNewest: boolean;
    };

/** A learner's collection, and what happens to it. */
export interface Life {
  readonly collection: string;
  readonly seed: number;
  readonly steps: readonly Step[];
}

/** What an import did (learners.py). */
export interface ImportResult {
  readonly conflicting: number;
  readonly broken: readonly unknown[];
  readonly mods: Readonly<Record<string, number>>;
  readonly notes: readonly (readonly [guid: string, mod: number, fields: string, tags: string])[];
  /** New cards that are empty. */
  readonly arrived: number;
  readonly integrity: string;
  readonly missing: readonly string[];
}

/** The lives of all learners in one process, which begins to count its time where the file says. */
export function live(
  folder: string,
  python: string,
  learners: readonly Life[],
): readonly (readonly unknown[])[] {
  const clock = join(folder, 'clock');
  writeFileSync(clock, '2026-01-01 00:00:00');
  const { status, stdout, stderr } = spawnSync(python, [join(import.meta.dirname, 'learners.py')], {
    env: {
      ...process.env,
      TZ: 'UTC',
      LD_PRELOAD: fakeTime,
      FAKETIME_TIMESTAMP_FILE: clock,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    encoding: 'utf8',
    input: JSON.stringify({ clock, learners }),
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`Anki failed: ${stderr}`);
  return JSON.parse(stdout) as unknown[][];
}
