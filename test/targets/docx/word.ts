import type { Bank, Quiz } from '../../../src/bank/bank.ts';
import { emptyLock } from '../../../src/identity/lock.ts';
import { worldOf } from '../../../src/node.ts';
import { docx } from '../../../src/targets/docx/docx.ts';
import type { Job, Product, Workshop } from '../../../src/targets/target.ts';
import type { ReadMedia } from '../../../src/view/pictures.ts';
import { makePrints, type Printing, type Prints } from '../../../src/view/prints.ts';
import { picture } from '../../quiz/every-kind.ts';

const anyPicture: ReadMedia = () => new TextEncoder().encode(picture);

/** What is asked for where a quiz is to be printed for Word, on a machine without a typesetter. */
export function wordJob(bank: Bank, quiz: Quiz, how: Printing = {}, readMedia = anyPicture) {
  const prints = makePrints(bank, quiz, how, readMedia);
  const job: Job = { bank, quizzes: [quiz], how, lock: emptyLock(bank.id), now: 0, asked: new Set([docx]) };
  const workshop: Workshop = {
    ...worldOf('.'),
    readMedia,
    typesetter: () => Promise.reject(new Error('Word needs no typesetter')),
    prints: () => prints,
    onStep: () => undefined,
  };
  return { job, workshop, prints };
}

/** A quiz as Word files, and the prints that they are made from. */
export async function wordOf(...of: Parameters<typeof wordJob>): Promise<Product & { prints: Prints }> {
  const { job, workshop, prints } = wordJob(...of);
  return { ...(await docx.make(job, workshop)), prints };
}

/** The bytes of "A.docx" and its like. */
export function bytesOf({ files }: Pick<Product, 'files'>, name: string): Uint8Array {
  const file = files.find(({ path }) => path === `quizzes/quiz/${name}`);
  if (!file) throw new Error(`there is no ${name} among ${files.map(({ path }) => path).join(', ')}`);
  return file.bytes;
}
