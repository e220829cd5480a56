import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const recto = resolve('dist/cli/recto.js');
const bank = 'cards/deutscher-1956';

/** Builds the bank on Deutscher in a new folder below `name` and gives the checksum of every file. */
function checksums(name: string, env: Record<string, string>): Record<string, string> {
  const cwd = join(mkdtempSync(join(tmpdir(), 'recto-')), name);
  cpSync(bank, join(cwd, bank), { recursive: true });
  const options = { cwd, env: { ...process.env, ...env }, encoding: 'utf8' } as const;
  const { status, stderr } = spawnSync(process.execPath, [recto, 'build', '--frozen'], options);
  if (status !== 0) throw new Error(stderr);
  const output = join(cwd, 'output');
  const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const sums = files.map(({ parentPath, name: file }) => {
    const path = join(parentPath, file);
    return [path.slice(output.length), createHash('sha256').update(readFileSync(path)).digest('hex')];
  });
  return Object.fromEntries(sums.sort());
}

test('the same bank gives the same bytes, in another time zone, language and folder', () => {
  const here = checksums('one', { TZ: 'UTC', LANG: 'C.UTF-8' });
  const there = checksums('other folder/ünder', {
    TZ: 'Pacific/Auckland',
    LANG: 'de_DE.UTF-8',
    LC_ALL: 'de_DE.UTF-8',
  });
  expect(Object.keys(here).length).toBeGreaterThan(8);
  expect(there).toEqual(here);
}, 60_000);
