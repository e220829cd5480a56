import type { Bank } from '../../src/bank/bank.ts';
import { hasErrors } from '../../src/bank/diagnostic.ts';
import { loadBank } from '../../src/bank/load.ts';
import { checkBank } from '../../src/check/engine.ts';
import { brief } from '../bank/bank-of.ts';
import { withMedia } from '../bank/media.ts';
import { type Kind, type Part, type Question, shapeOf, shownParts, type Truth } from './truth.ts';

export const bankId = 'a-bank';

const deck = `deck: A deck\nid: ${bankId}\nlanguage: en-GB\nsubdecks: topic\n`;

/** The bank as a build reads it. */
export function bankOf(truth: Truth): Bank {
  const topics = [...new Set(truth.questions.map(({ topic }) => topic))].sort();
  const loaded = loadBank({
    form: 'folder',
    deck: { path: 'deck.yaml', text: deck },
    quizzes: undefined,
    topics: topics.map((topic) => ({ path: `0${topic}.yaml`, text: fileOf(truth, topic) })),
    ...withMedia('map.png'),
  });
  const said = checkBank(loaded, ['anki']);
  if (!loaded.bank || hasErrors(said))
    throw new Error(`the author wrote what is no bank:\n${said.map(brief).join('\n')}`);
  return loaded.bank;
}

const fileOf = ({ questions }: Truth, topic: number): string =>
  `topic: Topic ${topic}\nquestions:\n${questions
    .filter((question) => question.topic === topic)
    .map((question) => `  - ${fieldsOf(question)}\n`)
    .join('')}`;

/** JSON is YAML; but for the pairs of a match, whose order an object would not keep. */
const yaml = (value: unknown): string => JSON.stringify(value);

const fieldsOf = (question: Question): string => {
  const { id, was, retired } = question;
  const more = [was.length > 0 ? `was: ${yaml(was)}` : [], retired ? 'retired: 2026-01-01' : []].flat();
  return `{id: ${id}, ${[heads[question.kind](question), ...more].join(', ')}}`;
};

const heads: Readonly<Record<Kind, (question: Question) => string>> = {
  cloze: (question) => `cloze: ${yaml(sentence(question))}`,
  list: (question) => `list: ${yaml(question.prompt)}, items: ${yaml(shownParts(question).map(item))}`,
  match: (question) => `match: ${yaml(question.prompt)}, pairs: ${pairs(shownParts(question))}`,
  diagram: (question) =>
    `diagram: ${yaml(question.prompt)}, image: {file: map.png, alt: A map}, regions: ${yaml(
      shownParts(question).map(({ text, rect, ...part }) => ({ label: text, rect, ...said(part) })),
    )}`,
  basic: ({ prompt, answer }) => `ask: ${yaml(prompt)}, answer: ${yaml(answer)}`,
  typed: ({ prompt, answer }) => `ask: ${yaml(prompt)}, typed: ${yaml(answer)}`,
  choice: ({ prompt, answer }) => `choose: ${yaml(prompt)}, right: ${yaml(answer)}, wrong: [Neither, Both]`,
  discuss: ({ prompt, answer }) => `discuss: ${yaml(prompt)}, rubric: [${yaml(`Says ${answer}`)}]`,
  term: ({ prompt, answer }) => `term: ${yaml(prompt)}, means: ${yaml(answer)}`,
};

const sentence = (question: Question): string =>
  `${shapeOf(question)
    .parts.map((part) => `${part.frame[0]} ${deletion(part)} ${part.frame[1]}`)
    .join('; ')}.`;

const deletion = ({ text, shown, number }: Part): string =>
  shown ? `{{${number === undefined ? '' : `c${number}::`}${text}}}` : text;

const said = ({ key, was }: Pick<Part, 'key' | 'was'>) => ({ key, was: was.length > 0 ? was : undefined });

const saysMore = ({ key, was }: Part): boolean => key !== undefined || was.length > 0;

const item = (part: Part): unknown => (saysMore(part) ? { text: part.text, ...said(part) } : part.text);

const pairs = (parts: readonly Part[]): string =>
  parts.some(saysMore)
    ? yaml(parts.map(({ text, right, ...part }) => ({ left: text, right, ...said(part) })))
    : `{${parts.map(({ text, right }) => `${yaml(text)}: ${yaml(right)}`).join(', ')}}`;
