import type { Bank, Quiz } from '../../src/bank/bank.ts';
import { isError } from '../../src/check/catalogue.ts';
import { emptyLock } from '../../src/identity/lock.ts';
import { worldOf } from '../../src/node.ts';
import { targets } from '../../src/targets/index.ts';
import type { Found, Target, Workshop } from '../../src/targets/target.ts';
import { makePrints, type Printing } from '../../src/view/prints.ts';

export interface BuiltQuiz {
  /** By their names below the quiz's folder. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** The pages of all versions together, without the key's. */
  readonly pages: number;
  /** The questions on one paper. */
  readonly questions: number;
  readonly findings: readonly Found[];
}

/** What a test hands in: how to print, and what the world gives. */
interface Given extends Printing, Pick<Workshop, 'readMedia'> {
  readonly typesetter: Awaited<ReturnType<Workshop['typesetter']>>;
  /** Told before each file how many papers and keys are printed, of how many. */
  readonly onPrint?: (step: string) => void;
}

/** One quiz of a bank, printed as these targets print it, with what they bring along. */
export async function buildQuiz(
  bank: Bank,
  quiz: Quiz,
  { readMedia, typesetter, onPrint, ...how }: Given,
  names: readonly string[] = ['pdf'],
): Promise<BuiltQuiz> {
  const asked = new Set(names.flatMap((name): Target[] => (targets[name] ? [targets[name]] : [])));
  const job = { bank, quizzes: [quiz], how, lock: emptyLock(bank.id), now: 0, asked };
  const prints = makePrints(bank, quiz, how, readMedia);
  const workshop: Workshop = {
    ...worldOf('.'),
    readMedia,
    typesetter: async () => typesetter,
    prints: () => prints,
    onStep: (step) => onPrint?.(step),
  };
  const made = [];
  for (const target of Object.values(targets))
    if (asked.has(target) || target.beside?.(job)) made.push(await target.make(job, workshop));
  const findings = made.flatMap((product) => product.findings);
  const rows = made.flatMap((product) => product.rows);
  const failed = findings.some(isError);
  return {
    files: made
      .flatMap((product) => (failed ? [] : product.files))
      .map(({ path, bytes }) => ({ name: path.slice(prints.folder.length), bytes })),
    pages: Math.max(0, ...rows.map(({ pages = 0 }) => pages)),
    questions: prints.questions,
    findings,
  };
}
