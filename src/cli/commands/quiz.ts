import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import type { Quiz } from '../../bank/bank.ts';
import { hasErrors } from '../../bank/diagnostic.ts';
import { checkPrinted } from '../../check/engine.ts';
import { inQuiz } from '../../check/quizzes.ts';
import type { Pupil } from '../../quiz/class/roster.ts';
import { type Format, formats, inFormats } from '../../targets/prints/formats.ts';
import { type BuiltQuiz, buildQuiz, type Printing } from '../../targets/prints/prints.ts';
import { createTypesetter } from '../../typst/typeset.ts';
import { openBanks, printDiagnostics } from '../banks.ts';
import { type Chosen, choose, readPupils, type Wish } from '../choose-quiz.ts';
import { classFolder, refuseOthersPapers } from '../class-folder.ts';
import { type ExitCode, exit, type Run, type Terminal, UsageError } from '../terminal.ts';
import { writePapers } from '../write-papers.ts';

export interface QuizOptions extends Wish, Omit<Printing, 'pupils'> {
  /** The bank's path; all in cards/ are looked through if there is none. */
  readonly bank?: string | undefined;
  /** The path of a class list. */
  readonly roster?: string | undefined;
  readonly formats: readonly Format[];
  readonly out: string;
}

/** `recto quiz`: prints one quiz, in as many versions as wished or for a class. */
export async function printQuiz(options: QuizOptions, terminal: Terminal): Promise<ExitCode> {
  const started = terminal.clock();
  const opened = await openBanks(options.bank === undefined ? [] : [options.bank], terminal);
  const chosen = choose(opened, options);
  if (!chosen || hasErrors(chosen.open.diagnostics)) {
    for (const open of chosen ? [chosen.open] : opened) printDiagnostics(open, terminal);
    return exit.bankHasErrors;
  }
  const target = targetOf(chosen, options, terminal);
  if (!target) return exit.bankHasErrors;
  const { pupils, folder } = target;
  const { open, bank, quiz } = chosen;
  if (options.idDigits && quiz.answerSheet === 'none')
    throw new UsageError(
      `--id-digits is for answer sheets; give "${quiz.id}" the line "answer-sheet: bubbles"`,
    );
  const printed = await buildQuiz(bank, quiz, {
    ...options,
    pupils,
    readMedia: (path) => readFileSync(join(open.folder, path)),
    typesetter: await createTypesetter(),
    onPrint: (printed, of) => terminal.status(`${quiz.id}: ${printed} of ${of} printed …`),
  });
  const built = await inFormats(printed, options.formats);
  const diagnostics = checkPrinted(bank, open.files, inQuiz(quiz, built.findings));
  printDiagnostics({ ...open, diagnostics }, terminal);
  if (hasErrors(diagnostics)) return exit.bankHasErrors;
  const root = resolve(terminal.cwd, options.out, bank.id);
  await writePapers(root, bank, { folder, ofClass: pupils.length > 0, files: built.files });
  const shown = join(options.out, bank.id, folder);
  terminal.out(said(built, quiz, pupils, shown, terminal.clock() - started));
  return exit.fine;
}

/** For whom papers are printed, and into which folder below the bank's; undefined when the class list has errors. */
function targetOf(
  { bank, quiz }: Chosen,
  { roster, formats, out }: QuizOptions,
  terminal: Terminal,
): { pupils: readonly Pupil[]; folder: string } | undefined {
  const folder = `quizzes/${quiz.id}/`;
  if (roster === undefined) return { pupils: [], folder };
  if (!formats.includes('pdf'))
    throw new UsageError('--roster prints a copy for each pupil, which is PDF; add pdf to --format');
  const own = folder + classFolder(roster);
  const pupils = readPupils(roster, terminal);
  if (!pupils) return undefined;
  refuseOthersPapers(join(out, bank.id, own), pupils, terminal.cwd);
  return { pupils, folder: `${own}/` };
}

/** "output/moon/quizzes/test/9b/: 28 copies in 4 versions, 14 questions, 84 pages; 1.2 s" */
function said(
  { questions, pages }: BuiltQuiz,
  { versions }: Quiz,
  pupils: readonly Pupil[],
  folder: string,
  milliseconds: number,
): string {
  const counted = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  const made =
    pupils.length > 0
      ? `${pupils.length} ${pupils.length === 1 ? 'copy' : 'copies'} in ${counted(Math.min(versions, pupils.length), 'version')}`
      : counted(versions, 'version');
  const rest = `${counted(questions, 'question')}, ${counted(pages, 'page')}`;
  return `${folder}: ${made}, ${rest}; ${(milliseconds / 1000).toFixed(1)} s\n`;
}

/** The command for yargs. */
export const quizCommand = (run: Run, terminal: Terminal): CommandModule => ({
  command: 'quiz <quiz-id> [bank]',
  describe: 'Print one quiz, in many versions or for a class',
  builder: (yargs) =>
    yargs
      .positional('quiz-id', { type: 'string', describe: 'The id of a quiz' })
      .positional('bank', {
        type: 'string',
        describe: 'Its folder or file; looked for in cards/ if not said',
      })
      .options({
        versions: value('How many versions, up to 500'),
        seed: value('Draw and shuffle by this number'),
        roster: value('A class list (CSV: name, id, group): one copy a pupil'),
        duplex: flag('Begin each copy on a right-hand page'),
        'large-print': flag('Also in large print, in a folder of its own'),
        dyslexia: flag('Also for readers with dyslexia, in a folder of its own'),
        'id-digits': value('Room on answer sheets for a number of so many digits'),
        format: { ...value(`Any of ${formats.join(',')}`), default: 'pdf' },
        out: { ...value('Where the output goes'), default: 'output' },
      }),
  handler: (given) => run(async () => printQuiz(readOptions(given as unknown as QuizArguments), terminal)),
});

const value = (describe: string) => ({ type: 'string', requiresArg: true, describe }) as const;
const flag = (describe: string) => ({ type: 'boolean', default: false, describe }) as const;

interface QuizArguments {
  readonly quizId: string;
  readonly bank?: string;
  readonly versions?: string;
  readonly seed?: string;
  readonly roster?: string;
  readonly duplex: boolean;
  readonly largePrint: boolean;
  readonly dyslexia: boolean;
  readonly idDigits?: string;
  readonly format: string;
  readonly out: string;
}

const readOptions = (given: QuizArguments): QuizOptions => ({
  quiz: given.quizId,
  bank: given.bank,
  versions: wholeNumber('versions', given.versions, 1, 500),
  seed: wholeNumber('seed', given.seed, 0, 2_147_483_647),
  roster: given.roster,
  duplex: given.duplex,
  editions: [
    ...(given.largePrint ? (['large-print'] as const) : []),
    ...(given.dyslexia ? (['dyslexia'] as const) : []),
  ],
  idDigits: wholeNumber('id-digits', given.idDigits, 1, 12) ?? 0,
  formats: readFormats(given.format),
  out: given.out,
});

function readFormats(given: string): Format[] {
  return given.split(',').map((word) => {
    const format = formats.find((each) => each === word.trim());
    if (!format) throw new UsageError(`--format takes ${formats.join(', ')}, not "${word}"`);
    return format;
  });
}

function wholeNumber(
  option: string,
  given: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (given === undefined) return undefined;
  const number = /^\d{1,10}$/.test(given) ? Number(given) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`--${option} takes a whole number from ${least} to ${most}, not "${given}"`);
}
