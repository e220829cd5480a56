import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { paperFonts } from '../../src/typst/fonts.ts';

const home = mkdtempSync(join(tmpdir(), 'recto-home-'));
afterAll(() => rmSync(home, { recursive: true }));

/** A font of the same names whose letters are all of another width. */
function widened(font: Buffer): Buffer {
  const copy = Buffer.from(font);
  const tables = Array.from({ length: copy.readUInt16BE(4) }, (_, at) => 12 + 16 * at);
  const table = tables.find((at) => copy.toString('latin1', at, at + 4) === 'hmtx') ?? 0;
  const [start, length] = [copy.readUInt32BE(table + 8), copy.readUInt32BE(table + 12)];
  for (let at = start; at < start + length; at += 4) copy.writeUInt16BE(900, at);
  return copy;
}

/** What a program of its own prints: with our fonts, or as the compiler would by itself. */
function printed(withOurs: boolean): string {
  const modules = resolve('dist/typst');
  const script = `
    import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
    import { paperFonts } from '${modules}/fonts.js';
    const fontArgs = ${withOurs} ? [{ fontBlobs: paperFonts() }] : [];
    const compiler = NodeCompiler.create({ workspace: '/nowhere', fontArgs });
    const { result } = compiler.compile({ mainFileContent: '#set document(date: none)\\n#set text(font: "Libertinus Serif")\\nSome words.' });
    console.log(compiler.pdf(result).toString('base64'));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, HOME: home, XDG_DATA_HOME: join(home, '.local', 'share') },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return createHash('sha256').update(stdout).digest('hex');
}

test('a machine’s own Libertinus, which is not ours, changes nothing', () => {
  const before = { ours: printed(true), bare: printed(false) };
  for (const folder of ['.fonts', '.local/share/fonts']) {
    mkdirSync(join(home, folder), { recursive: true });
    for (const [at, font] of paperFonts().slice(0, 6).entries())
      writeFileSync(join(home, folder, `${at}.otf`), widened(font));
  }
  expect(printed(true)).toBe(before.ours);
  // Without the guard it does; else this test would prove nothing.
  if (process.platform === 'linux') expect(printed(false)).not.toBe(before.bare);
}, 60_000);
