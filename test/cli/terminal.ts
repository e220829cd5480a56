import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli/main.ts';
import type { ExitCode, Terminal } from '../../src/cli/terminal.ts';

/** A terminal that keeps what is written to it. */
export interface TestTerminal extends Terminal {
  readonly stdout: () => string;
  readonly stderr: () => string;
}

export function testTerminal(cwd: string, look: Partial<Terminal> = {}): TestTerminal {
  let stdout = '';
  let stderr = '';
  return {
    out: (text) => {
      stdout += text;
    },
    err: (text) => {
      stderr += text;
    },
    status: () => {},
    cwd,
    columns: 80,
    color: false,
    now: Date.UTC(2026, 0, 1),
    clock: () => 0,
    ...look,
    stdout: () => stdout,
    stderr: () => stderr,
  };
}

export interface Ran {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `recto` with these arguments in a folder. */
export async function recto(cwd: string, ...args: string[]): Promise<Ran> {
  const terminal = testTerminal(cwd);
  const code = await main(args, terminal);
  return { code, stdout: terminal.stdout(), stderr: terminal.stderr() };
}

/** A working folder with these files, by path; taken away by `removeWorkplaces`. */
export function workplace(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'recto-'));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const made: string[] = [];

export function removeWorkplaces(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** All files and folders below a folder with the time of their last change, to see whether anything was written. */
export function everythingIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => `${path} ${statSync(join(folder, path), { throwIfNoEntry: false })?.mtimeMs}`);
}
