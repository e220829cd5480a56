import type { Bank } from '../../bank/bank.ts';
import type { Asked } from '../../bank/question.ts';
import type { Changes } from '../../identity/changes.ts';
import { groupBy } from '../../text/group.ts';
import { wordsFor } from '../../words/index.ts';
import { capital, count, type Grouped, grouped, nameOf, releaseOf } from './release.ts';

/** What a version brings as Markdown, for the page or the post where learners get the package. */
export function releaseNotes(bank: Bank, changes: Changes): string {
  const [summary = '', ...more] = releaseOf(bank, changes).sentences.map(escaped);
  const lists = listsOf(bank, grouped(bank, changes));
  const { howTo } = wordsFor(bank.language).release;
  const parts = [`# ${titleOf(bank)}`, summary, ...lists, ...more, howTo];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function titleOf({ deck, version, date }: Bank): string {
  const name = deck.split('::').map((level) => level.trim());
  return escaped([name.join(': '), version, date && `(${date})`].filter(Boolean).join(' '));
}

/** A heading and a list for each thing that happens to questions, but for what is only worth a number. */
function listsOf(bank: Bank, { corrected, added, withdrawn, replaced, restored }: Grouped): string[] {
  const { language, release: words } = wordsFor(bank.language);
  const named = (question: Asked) => escaped(nameOf(bank, question));
  const list = (name: keyof Grouped, { length }: readonly unknown[], items: readonly string[]): string[] => {
    const heading = capital(count(words, name, length), language);
    return length === 0 ? [] : [`## ${heading}`, items.map((item) => `- ${item}`).join('\n')];
  };
  const topics = [...groupBy(added, ({ topic }) => topic)];
  return [
    ...list(
      'corrected',
      corrected,
      corrected.map(({ question, what }) => {
        const parts = what.map((each) => words[each]).join(words.comma);
        return `${named(question)} (${parts})`;
      }),
    ),
    ...list(
      'added',
      added,
      topics.map(([topic, questions]) => `${escaped(topic)} (${questions.length})`),
    ),
    ...list('withdrawn', withdrawn, withdrawn.map(named)),
    ...list('replaced', replaced, replaced.map(named)),
    ...list('restored', restored, restored.map(named)),
  ];
}

/** A plain text on one line of Markdown (CommonMark 0.31, 2.4), whatever marks it has. */
const escaped = (plain: string): string =>
  plain
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/[\\`*_[\]<>#~|&$^]/g, '\\$&')
    .replace(/^[-+=]|^(\d+)(?=[.)])/, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
