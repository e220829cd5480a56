import { hexDigest } from '../../files/hash.ts';
import { type OutputFile, textFile } from '../../files/output-file.ts';
import { rosterTable } from '../../quiz/class/copies.ts';
import { letterOf } from '../../quiz/versions/printed.ts';
import { answersOf, formatAnswers } from '../../view/answers.ts';
import type { Prints } from '../../view/prints.ts';
import { findingsOf, isPrintable, makesPapers } from '../printable.ts';
import type { Target } from '../target.ts';

/** What programs are told of each printed quiz, whatever its papers are printed as: the answers, and who has which copy. */
export const answers: Target = {
  about: 'answers.json of each quiz, roster.csv of a class list',
  usual: ({ quizzes }) => quizzes.length > 0,
  beside: makesPapers,
  async make({ quizzes }, { prints }) {
    const printed = quizzes.map(prints);
    const made = printed
      .filter(isPrintable)
      .map((each) => ({ ...each, text: formatAnswers(answersOf(each)) }));
    return {
      files: made.flatMap((each) => [...rosterOf(each), textFile(`${each.folder}answers.json`, each.text)]),
      rows: [],
      findings: printed.flatMap(findingsOf),
      draws: Object.fromEntries(made.map(({ folder, text }) => [folder, hexDigest(16, text)])),
    };
  },
};

function rosterOf({ folder, versions, classFiles }: Prints): OutputFile[] {
  if (classFiles.length === 0) return [];
  const table = rosterTable(classFiles, ({ version }) => letterOf(versions, version));
  return [textFile(`${folder}roster.csv`, table)];
}
