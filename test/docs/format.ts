import { readFileSync } from 'node:fs';
import type { BankFiles } from '../../src/bank/load.ts';
import type { SchemaFile } from '../../src/bank/schema/schema.ts';
import { withMedia } from '../bank/media.ts';

/** A YAML block of docs/format.md. */
export interface Example {
  /** The heading it stands under. */
  readonly heading: string;
  readonly line: number;
  readonly file: SchemaFile;
  /** The text of the file it is, or a question file with its questions. */
  readonly text: string;
}

export const formatPage = readFileSync(new URL('../../docs/format.md', import.meta.url), 'utf8');

/** The files that examples name, as the starter has them. */
export const media: ReadonlyMap<string, Uint8Array> = new Map(
  ['shore.png', 'in-line.svg'].map((name) => [
    name,
    readFileSync(new URL(`../../src/cli/starter/${name}`, import.meta.url)),
  ]),
);

/** The page's YAML blocks; one without a title is a list of questions. */
export function examplesOf(page: string): Example[] {
  const examples: Example[] = [];
  let heading = '';
  const part = /^#{2,3} (.+)$|^```yaml(?: title="([^"]+)")?\n([\s\S]*?)^```$/gm;
  for (const { 0: all, 1: title, 2: name, 3: yaml = '', index } of page.matchAll(part)) {
    if (title !== undefined) heading = title;
    else if (all.startsWith('```')) {
      const line = page.slice(0, index).split('\n').length;
      examples.push({
        heading,
        line,
        file: fileOf(name),
        text: name === undefined ? questionFile(yaml) : yaml,
      });
    }
  }
  return examples;
}

function fileOf(name: string | undefined): SchemaFile {
  if (name === 'deck.yaml') return 'deck';
  if (name === 'quizzes.yaml') return 'quizzes';
  return name?.startsWith('cards/') ? 'bank' : 'question';
}

const questionFile = (questions: string): string =>
  `topic: Moon and tides\nquestions:\n${questions.replace(/^(?=.)/gm, '  ')}`;

const deck = 'deck: Tides\nid: tides\nlanguage: en-GB\nsources: {darwin: {title: The Tides}}\n';

/** Questions that make an example whole: the pool of a term, and what quizzes name. */
const others = `topic: The Moon
questions:
  - {id: neap-tide, term: neap tide, means: "a tide that rises and falls the least, at half moon"}
  - {id: slack-water, term: slack water, means: "the time when the tide runs neither in nor out"}
`;

/** The bank of an example: its file, and what it needs beside it. */
export function bankFilesOf(
  { file, text }: Example,
  beside: Readonly<Record<string, string>> = {},
): BankFiles {
  const form = file === 'bank' ? 'file' : 'folder';
  const topics = { ...(file === 'question' ? { '01.yaml': text } : {}), ...beside };
  return {
    form,
    deck: { path: 'deck.yaml', text: file === 'deck' || file === 'bank' ? text : deck },
    quizzes: file === 'quizzes' ? { path: 'quizzes.yaml', text } : undefined,
    topics: Object.entries(topics).map(([path, words]) => ({ path, text: words })),
    ...withMedia(...media.keys(), 'tide.mp3'),
  };
}

export const besideTerm = { '02.yaml': others };
