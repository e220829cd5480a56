import type { Question } from '../../../src/bank/question.ts';
import { emptyLock } from '../../../src/identity/lock.ts';
import { worldOf } from '../../../src/node.ts';
import type { How, Product, Target, Workshop } from '../../../src/targets/target.ts';
import { makePrints } from '../../../src/view/prints.ts';
import { bank, quiz, section } from '../../quiz/banks.ts';
import { picture } from '../../quiz/every-kind.ts';

/** What a test may hand in. */
interface Given {
  readonly language?: string;
  /** The bytes of every picture. */
  readonly media?: string;
  readonly how?: How;
  readonly typesetter?: Workshop['typesetter'];
}

const none: Workshop['typesetter'] = () => Promise.reject(new Error('there is no typesetter'));

/** A quiz of all these questions, as a target prints it; there is no typesetter unless the test hands one in. */
export function print(
  target: Target,
  questions: readonly Question[],
  own: Partial<ReturnType<typeof quiz>> = {},
  { language = 'en-GB', media = picture, how = {}, typesetter = none }: Given = {},
): Promise<Product> {
  const of = quiz({ sections: [section({ questions: questions.map(({ id }) => id) })], ...own });
  const whole = bank(questions, [of], { language });
  const readMedia = () => new TextEncoder().encode(media);
  const prints = makePrints(whole, of, how, readMedia);
  const job = {
    bank: whole,
    quizzes: [of],
    how,
    lock: emptyLock(whole.id),
    now: 0,
    asked: new Set([target]),
  };
  return target.make(job, { ...worldOf('.'), readMedia, typesetter, prints: () => prints, onStep() {} });
}
