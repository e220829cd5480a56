import { join } from 'node:path';
import type { Quiz } from '../../bank/bank.ts';
import { hasErrors } from '../../bank/diagnostic.ts';
import { type Compiled, compile } from '../../compile.ts';
import { emptyLock } from '../../identity/lock.ts';
import { worldOf } from '../../node.ts';
import type { Pupil } from '../../quiz/class/roster.ts';
import { specialEditions } from '../../quiz/editions.ts';
import { targets } from '../../targets/index.ts';
import { greatest } from '../../text/greatest.ts';
import { folderOf, type Printing } from '../../view/prints.ts';
import { openBanks, printDiagnostics } from '../banks.ts';
import { type Chosen, choose, readPupils, type Wish } from '../choose-quiz.ts';
import { classFolder, refuseOthersPapers } from '../class-folder.ts';
import { type Command, flag, value } from '../command.ts';
import { tellSkipped } from '../targets.ts';
import { type ExitCode, exit, type Terminal, UsageError } from '../terminal.ts';
import { counted, seconds } from '../wording.ts';
import { type Place, refuseBankFolder, writeOutput } from '../write-output.ts';

export interface QuizOptions extends Wish, Required<Omit<Printing, 'pupils' | 'folder'>> {
  /** The bank's path; all in cards/ are looked through if there is none. */
  readonly bank?: string | undefined;
  /** The path of a class list. */
  readonly roster?: string | undefined;
  /** Names of targets that print papers. */
  readonly formats: readonly string[];
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
  const { open, bank, quiz } = chosen;
  refuseBankFolder(options.out, bank.id, terminal.cwd);
  const group = groupOf(chosen, options, terminal);
  if (!group) return exit.bankHasErrors;
  if (options.idDigits && quiz.answerSheet === 'none')
    throw new UsageError(
      `--id-digits is for answer sheets; give "${quiz.id}" the line "answer-sheet: bubbles"`,
    );
  const { editions, duplex, idDigits } = options;
  const { pupils, place } = group;
  const compiled = await compile(
    bank,
    open.files,
    {
      // Papers have neither notes nor times.
      lock: emptyLock(bank.id),
      now: 0,
      only: options.formats,
      quizzes: [quiz],
      how: { editions, duplex, idDigits, pupils, folder: place.scope },
    },
    { ...worldOf(open.folder), onStep: (step) => terminal.status(`${step} …`) },
  );
  const { diagnostics, skipped } = compiled;
  printDiagnostics({ ...open, diagnostics }, terminal);
  if (hasErrors(diagnostics)) return exit.bankHasErrors;
  await writeOutput(bank, compiled, place, terminal);
  const shown = join(place.folder, place.scope, '/');
  terminal.out(said(compiled, quiz, pupils, shown, terminal.clock() - started));
  return tellSkipped(skipped, terminal);
}

/** For whom papers are printed, and where: a class has a folder of its own. Undefined when the class list has errors. */
function groupOf(
  { bank, quiz }: Chosen,
  { roster, out }: QuizOptions,
  terminal: Terminal,
): { pupils: readonly Pupil[]; place: Place } | undefined {
  const home = join(out, bank.id);
  const scope = folderOf(quiz);
  if (roster === undefined) return { pupils: [], place: { folder: home, scope } };
  const folder = join(home, scope, classFolder(roster));
  const pupils = readPupils(roster, terminal);
  if (!pupils) return undefined;
  refuseOthersPapers(folder, pupils, terminal.cwd);
  return { pupils, place: { folder, scope: '' } };
}

/** "output/moon/quizzes/test/9b/: 28 copies in 4 versions, 14 questions, 84 pages; 1.2 s" */
function said(
  { products }: Compiled,
  { versions }: Quiz,
  pupils: readonly Pupil[],
  folder: string,
  milliseconds: number,
): string {
  const made =
    pupils.length > 0
      ? `${counted(pupils.length, 'copy', 'copies')} in ${counted(Math.min(versions, pupils.length), 'version')}`
      : counted(versions, 'version');
  const rows = [...products.values()].flatMap((product) => product.rows);
  const most = (what: 'question' | 'page') => {
    const number = greatest(
      rows.map((row) => row[`${what}s`] ?? 0),
      0,
    );
    return number > 0 ? [counted(number, what)] : [];
  };
  const parts = [made, ...most('question'), ...most('page')];
  return `${folder}: ${parts.join(', ')}; ${seconds(milliseconds)}\n`;
}

/** The targets that print papers. */
const formats = Object.entries(targets).flatMap(([name, { papers }]) => (papers ? [name] : []));

export const command: Command = (run, terminal) => ({
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

interface QuizArguments extends Pick<QuizOptions, 'bank' | 'roster' | 'duplex' | 'out'> {
  readonly quizId: string;
  readonly versions?: string;
  readonly seed?: string;
  readonly 'large-print': boolean;
  readonly dyslexia: boolean;
  readonly idDigits?: string;
  readonly format: string;
}

const readOptions = (given: QuizArguments): QuizOptions => ({
  ...given,
  quiz: given.quizId,
  versions: wholeNumber('versions', given.versions, 1, 500),
  seed: wholeNumber('seed', given.seed, 0, 2_147_483_647),
  editions: specialEditions.filter((edition) => given[edition]),
  idDigits: wholeNumber('id-digits', given.idDigits, 1, 12) ?? 0,
  formats: readFormats(given.format),
});

function readFormats(given: string): string[] {
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
