import { noTarget } from '../check/rules/unknown-target.ts';
import { groups, targetNames, targets } from '../targets/index.ts';
import { type ExitCode, exit, type Terminal, UsageError } from './terminal.ts';
import { paragraph } from './wording.ts';

/**
 * The names of `--only anki,docx`.
 * @throws {UsageError} when one of them is no target's
 */
export function readTargets(given: string | undefined): readonly string[] | undefined {
  return given?.split(',').map((word) => {
    const name = word.trim();
    if (targetNames.includes(name)) return name;
    throw new UsageError(noTarget(name, targetNames));
  });
}

/** A line for each target and for each name that stands for several, under the help of `--only`. */
export function targetsHelp(): string {
  const width = Math.max(...targetNames.map(({ length }) => length)) + 2;
  const line = (name: string, about: string) => `  ${name.padEnd(width)}${about}`;
  return [
    'Targets, for --only and for "targets:" in deck.yaml:',
    ...Object.entries(targets).map(([name, { about }]) => line(name, about)),
    ...Object.entries(groups).map(([name, members]) => line(name, `the same as ${members.join(',')}`)),
  ].join('\n');
}

/** Says which targets this machine cannot make, and gives the exit code of a build that has made the others. */
export function tellSkipped(skipped: readonly string[], terminal: Terminal): ExitCode {
  if (skipped.length === 0) return exit.fine;
  const text =
    `Not made: ${skipped.join(', ')}. The typesetter has no native module for this machine, or it was not installed; ` +
    '"npm ci" installs it where there is one. Everything else was made.';
  terminal.err(paragraph(text, terminal));
  return exit.broken;
}
