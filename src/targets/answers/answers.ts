import { hexDigest } from '../../files/hash.ts';
import { below, type OutputFile, textFile } from '../../files/output-file.ts';
import { rosterTable } from '../../quiz/class/copies.ts';
import { letterOf } from '../../quiz/versions/printed.ts';
import { answersOf, formatAnswers } from '../../view/answers.ts';
import type { Prints } from '../../view/prints.ts';
import { findingsOf, isPrintable } from '../printable.ts';
import type { Target } from '../target.ts';

/** What programs are told of each printed quiz, whatever its papers are printed as: the answers, and who has which copy. */
export const answers: Target = {
  about: 'answers.json of each quiz, and with a class list roster.csv; made with all papers',
  usual: ({ quizzes }) => quizzes.length > 0,
  beside: ({ asked }) => [...asked].some(({ papers }) => papers),
  async make({ quizzes }, { prints }) {
    const printed = quizzes.map(prints);
    const made = printed.filter(isPrintable);
    const answerFiles = made.map((each) => ({ ...each, answers: answersText(each) }));
    return {
      files: answerFiles.flatMap((each) => filesOf(each, each.answers)),
      rows: [],
      findings: printed.flatMap(findingsOf),
      draws: Object.fromEntries(answerFiles.map(({ folder, answers }) => [folder, hexDigest(16, answers)])),
    };
  },
};

function answersText({ quiz, versions, sheets, classFiles }: Prints): string {
  const copies = classFiles.flatMap((file) => file.copies);
  return formatAnswers(answersOf(quiz, versions, { sheets, copies }));
}

function filesOf({ folder, versions, classFiles }: Prints, answersJson: string): OutputFile[] {
  const table = () => rosterTable(classFiles, ({ version }) => letterOf(versions, version));
  return [
    ...(classFiles.length > 0 ? [textFile('roster.csv', table())] : []),
    textFile('answers.json', answersJson),
  ].map((file) => below(folder, file));
}
