import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hashOf } from '../../src/files/hash.ts';
import { Learner, testWithAnki } from '../targets/anki/oracle/anki.ts';
import { removeWorkplaces, workplace } from './terminal.ts';

const recto = resolve('dist/cli/recto.js');
const faults = resolve('test/cli/faults.mjs');

afterAll(removeWorkplaces);

/** A bank with a quiz, and a list with these items. */
const bank = (quiz: string, ...items: string[]): Readonly<Record<string, string>> => ({
  'b/deck.yaml': `deck: B\nid: b\nquizzes: [{ id: ${quiz}, title: Q, sections: [{ pick: 1 }] }]\n`,
  'b/01.yaml': `topic: T\nquestions: [{ id: towns, list: Name the towns., items: [${items.join(', ')}] }]\n`,
});

const versions = [
  bank('first', 'Ulm', 'Rom'),
  // One quiz has gone and another has come; the list has an item more.
  bank('second', 'Ulm', 'Rom', 'Bern'),
  // Had a build lost what it gave out, the next one would give the number of Bern to Oslo.
  bank('second', 'Oslo', 'Ulm', 'Rom'),
];

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

/** Builds a version, from 1, in a folder; at the change with the number `at` this happens. */
async function build(folder: string, version: number, fault = '', at = 0): Promise<Ended> {
  for (const [path, text] of Object.entries(versions[version - 1] ?? {}))
    writeFileSync(join(folder, path), text);
  const child = spawn(process.execPath, ['--import', faults, recto, 'build', 'b', '--only', 'anki,answers'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      SOURCE_DATE_EPOCH: String(1_700_000_000 + version * 3600),
      FAULT: fault,
      FAULT_AT: String(at),
      FAULT_LOG: join(folder, 'changes.log'),
    },
  });
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const [code, signal] = await once(child, 'close');
  return { code, signal, stderr };
}

const lock = 'b/deck.lock.json';
const apkg = 'output/b/b.apkg';

/** What builds have written, by path: a hash of each file. */
function written(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const ours = files.filter((path) => /\.(json|apkg|tmp)$/.test(path));
  return Object.fromEntries(ours.map((path) => [path, hashOf(readFileSync(join(folder, path)))]));
}

/** A copy of a folder with everything in it. */
function copyOf(folder: string): string {
  const copy = workplace();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

describe('a build during which something goes wrong', () => {
  let first = '';
  let changes: readonly string[] = [];
  let before: Record<string, string> = {};
  let after: Record<string, string> = {};
  /** What learners could be given after the first version: what was left by a fault, and what the next build made. */
  const given = new Map<string, readonly [Uint8Array, Uint8Array]>();

  beforeAll(async () => {
    first = workplace();
    mkdirSync(join(first, 'b'));
    await build(first, 1);
    before = written(first);
    const folder = copyOf(first);
    await build(folder, 2);
    after = written(folder);
    changes = readFileSync(join(folder, 'changes.log'), 'utf8').trim().split('\n');
  });

  /**
   * Builds the second version again and again, with one of these faults at each of the changes in turn, and calls `check`
   * with what is left. Then builds the third as if nothing had been.
   */
  async function atEach(faults: readonly string[], check: (ended: Ended, left: typeof before) => void) {
    for (let at = 1; at <= changes.length; at++) {
      const folder = copyOf(first);
      const ended = await build(folder, 2, faults[at % faults.length], at);
      const left = written(folder);
      const package2 = readFileSync(join(folder, apkg));
      const known = `${left[lock]} ${left[apkg]}`;
      const isClean = !Object.keys(left).some((path) => path.endsWith('.tmp'));
      if (!isClean || !given.has(known)) {
        expect(await build(folder, 3)).toMatchObject({ code: 0, stderr: '' });
        expect(Object.keys(written(folder)).filter((path) => path.endsWith('.tmp'))).toEqual([]);
        given.set(known, [package2, readFileSync(join(folder, apkg))]);
      }
      check(ended, left);
    }
  }

  test('makes changes of every sort, the lock first and the list of its files last', () => {
    const sorts = new Set(changes.map((change) => change.split(' ')[0]));
    expect([...sorts].sort()).toEqual(['link', 'mkdir', 'open', 'rename', 'sync', 'unlink', 'writeFile']);
    const renamed = changes.filter((change) => change.startsWith('rename'));
    expect(renamed.map((change) => change.split(/[ .]/)[1])).toEqual([
      'deck',
      'b',
      'answers',
      'answers',
      'build',
    ]);
    expect(Object.keys(after)).not.toEqual(Object.keys(before));
  });

  test('leaves all as it was, or makes all, when a change fails', async () => {
    // Some file systems, of a network above all, say that a change failed that they have made.
    await atEach(['ENOSPC', 'late:EIO', 'EROFS'], checkAllOrNothing);
    await atEach(['late:EIO', 'EIO', 'late:EIO'], checkAllOrNothing);
  }, 300_000);

  const checkAllOrNothing = ({ code, stderr }: Ended, left: typeof before): void => {
    // What cannot even be taken away again stays until the next build.
    const files = Object.entries(left).filter(([path]) => !path.endsWith('.old.tmp'));
    expect(Object.fromEntries(files)).toEqual(code === 0 ? after : before);
    if (code !== 0)
      expect([code, stderr]).toEqual([
        2,
        expect.stringMatching(/^recto: cannot write to ".*": .*; nothing was changed\n$/),
      ]);
  };

  test('never leaves a package newer than its lock, nor half a file, when it is killed', async () => {
    await atEach(['SIGKILL'], ({ signal }, left) => {
      expect(signal).toBe('SIGKILL');
      for (const [path, hash] of Object.entries(left))
        if (!path.endsWith('.tmp')) expect([before[path], after[path]]).toContain(hash);
      if (left[lock] === before[lock]) expect(left[apkg]).toBe(before[apkg]);
    });
  }, 300_000);

  test('is done before it obeys a signal to stop', async () => {
    const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'];
    await atEach(signals, ({ signal }, left) => {
      expect(signals).toContain(signal);
      expect(left).toEqual(after);
    });
  }, 300_000);

  testWithAnki('gives no learner’s card to another part', () => {
    expect(given.size).toBeGreaterThan(1);
    for (const packages of given.values()) {
      const learner = new Learner();
      const asked = new Map<string, string>();
      for (const each of [readFileSync(join(first, apkg)), ...packages]) {
        learner.import(each);
        for (const { fields } of Object.values(learner.notes()))
          for (const [, number = '', part = ''] of (fields.Text ?? '').matchAll(/\{\{c(\d+)::(.*?)\}\}/g)) {
            expect(asked.get(number) ?? part).toBe(part);
            asked.set(number, part);
          }
      }
      expect(asked.size).toBeGreaterThan(2);
    }
  });
});
