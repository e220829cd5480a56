import { readFileSync, writeFileSync } from 'node:fs';
import type { Bank, Quiz } from '../../../src/bank/bank.ts';
import { hasErrors } from '../../../src/bank/diagnostic.ts';
import { loadBank } from '../../../src/bank/load.ts';
import { quizFindings } from '../../../src/check/quizzes.ts';
import { readBankFiles } from '../../../src/node.ts';
import { draw } from '../../../src/quiz/draw/draw.ts';
import { keyLetters, printedOf } from '../../../src/quiz/versions/printed.ts';
import { makeVersions } from '../../../src/quiz/versions/versions.ts';
import { toPlain } from '../../../src/text/plain.ts';
import { wordsFor } from '../../../src/words/index.ts';
import { brief } from '../../bank/bank-of.ts';

const folder = 'test/quiz/draw/golden';

async function bankIn(path: string): Promise<Bank> {
  const files = await readBankFiles(path, process.cwd());
  const { bank, diagnostics } = loadBank({ ...files, others: new Set([...files.others, 'map.png']) });
  if (!bank || hasErrors(diagnostics)) throw new Error(diagnostics.map(brief).join('\n'));
  return bank;
}

/** A quiz as printed: a line a version, a line a question with what it is chosen from in order and the letters that are right. */
function asPrinted(bank: Bank, quiz: Quiz): string[] {
  const { versions, problems } = draw(bank, quiz);
  const lines = makeVersions(quiz, versions, wordsFor(bank.language)).flatMap((version) => [
    `${quiz.id} ${version.letter}`,
    ...printedOf(version).map((one) => {
      const options = one.options.map(({ letter, text }) => `${letter} ${toPlain(text)}`).join(', ');
      const right = keyLetters(one).join(' ');
      return `  ${one.number} ${one.question.id}${options && `: ${options}`}${right && `; right: ${right}`}`;
    }),
  ]);
  return [...lines, ...quizFindings(quiz, problems).map(({ message }) => `  ! ${message}`)];
}

/**
 * Papers that were printed must come out the same for ever: a teacher who prints one more copy, or the key, has the same
 * questions and letters. So these files change when a question or a quiz of their bank does, and for no other reason.
 * RECTO_UPDATE=1 writes them anew.
 */
test.each([
  ['draws.txt', `${folder}/bank.yaml`],
  ['rivals.txt', `${folder}/rivals.yaml`],
  ['deutscher-1956.txt', 'cards/deutscher-1956'],
])('%s: what was drawn once is drawn for ever', async (file, path) => {
  const bank = await bankIn(path);
  const drawn = `${bank.quizzes.flatMap((quiz) => asPrinted(bank, quiz)).join('\n')}\n`;
  if (process.env.RECTO_UPDATE === '1') writeFileSync(`${folder}/${file}`, drawn);
  expect(drawn.split('\n')).toEqual(readFileSync(`${folder}/${file}`, 'utf8').split('\n'));
});
