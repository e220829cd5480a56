import { readFileSync } from 'node:fs';
import { type Diagnostic, hasErrors, inReadingOrder } from '../../src/bank/diagnostic.ts';
import { type BankFiles, loadBank } from '../../src/bank/load.ts';
import { checkBank } from '../../src/check/engine.ts';
import { pretty } from '../../src/cli/report/pretty.ts';
import { compile, plan, type World } from '../../src/compile.ts';
import type { SourceFile } from '../../src/files/source.ts';
import { sourceFile } from '../../src/files/source.ts';
import { emptyLock, type Lock } from '../../src/identity/lock.ts';
import { worldOf } from '../../src/node.ts';
import { readRoster } from '../../src/quiz/class/roster.ts';
import { targetNames } from '../../src/targets/index.ts';
import { createTypesetter } from '../../src/typst/native.ts';
import type { Typesetter } from '../../src/typst/typesetter.ts';

/** A fenced block: ```yaml title="deck.yaml" encoding="latin1" */
export interface Fence {
  readonly language: string;
  /** The file it is, by its path in the bank's folder; without one, the questions of a topic. */
  readonly title: string | undefined;
  readonly encoding: 'utf8' | 'latin1';
  /** It is what the bank said when its deck was built last. */
  readonly before: boolean;
  /** How often a line stands there that "…" stands under. */
  readonly times: number;
  readonly text: string;
}

/** The fences of a page under a heading such as "Wrong". */
export function fencesUnder(page: string, heading: string): Fence[] {
  const section = page.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^```(\w+)(.*)\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', info = '', text = '']) => ({
      language,
      title: /title="([^"]+)"/.exec(info)?.[1],
      encoding: info.includes('encoding="latin1"') ? 'latin1' : 'utf8',
      before: / before\b/.test(info),
      times: Number(/times="(\d+)"/.exec(info)?.[1] ?? 1),
      text,
    }),
  );
}

const deck = 'deck: A deck\nid: a-bank\nlanguage: en-GB\n';

const topic = (questions: string): string =>
  `topic: A topic\nquestions:\n${questions.replace(/^(?=.)/gm, '  ')}`;

export interface Example {
  readonly files: BankFiles;
  readonly media: ReadonlyMap<string, Uint8Array>;
  /** The bank as it was when its deck was built last, if it ever was. */
  readonly before?: BankFiles | undefined;
}

/**
 * The bank that fences make: those with a title are files of it, or links to what lies elsewhere; one without is a list
 * of questions.
 */
export function exampleOf(fences: readonly Fence[]): Example {
  const past = fences.filter(({ before }) => before);
  const now = partsOf(fences.filter(({ before }) => !before));
  return past.length === 0 ? now : { ...now, before: partsOf(past).files };
}

function partsOf(fences: readonly Fence[]): Example {
  const media = new Map<string, Uint8Array>();
  const outside = new Set<string>();
  const yaml = new Map([['deck.yaml', sourceFile('deck.yaml', Buffer.from(deck))]]);
  for (const { language, title, encoding, times, text: written } of fences) {
    const path = title ?? '01-topic.yaml';
    const text = written.replace(/^(.*\n) *…\n/m, (_all, line: string) => line.repeat(times));
    const bytes = Buffer.from(title === undefined ? topic(text) : text, encoding);
    if (language === 'link') outside.add(path);
    else if (language === 'yaml') yaml.set(path, sourceFile(path, bytes));
    else if (title !== undefined) media.set(path, bytes);
  }
  const special = ['deck.yaml', 'quizzes.yaml'];
  const files: BankFiles = {
    form: 'folder',
    deck: yaml.get('deck.yaml') ?? sourceFile('deck.yaml', new Uint8Array()),
    quizzes: yaml.get('quizzes.yaml'),
    topics: [...yaml].filter(([path]) => !special.includes(path)).map(([, file]) => file),
    others: new Set(media.keys()),
    outside,
    head: (name) => media.get(name),
  };
  return { files, media };
}

let typesetter: Promise<Typesetter> | undefined;

/** Everything `recto build` would say of an example: what the check finds and, where it finds no error, the printing. */
export async function diagnosticsOf(
  { files, media, before }: Example,
  only: readonly string[] = ['quiz'],
): Promise<Diagnostic[]> {
  const loaded = loadBank(files);
  const diagnostics = [
    ...checkBank(loaded, targetNames),
    ...classLists(media).flatMap((file) => readRoster(file).diagnostics),
  ];
  if (!loaded.bank || hasErrors(diagnostics)) return diagnostics;
  typesetter ??= createTypesetter();
  const world: World = {
    ...worldOf('.'),
    readMedia: (path) => media.get(path) ?? new Uint8Array(),
    typesetter: () => typesetter as Promise<Typesetter>,
    onStep: () => {},
  };
  const lock = before ? await lockOf(before, world) : emptyLock(loaded.bank.id);
  const made = before ? ['anki'] : only;
  const printed = await compile(loaded.bank, files, { lock, now, only: made }, world);
  return inReadingOrder([...diagnostics, ...printed.diagnostics]);
}

/** Any time that a build may have. */
const now = Date.UTC(2026, 0, 1);

/** The lock that the build of an earlier version has left. */
async function lockOf(files: BankFiles, world: World): Promise<Lock> {
  const { bank } = loadBank(files);
  if (!bank) throw new Error('the bank of "before" is not right');
  const { news } = await plan(bank, files, { lock: emptyLock(bank.id), now, only: ['anki'] }, world);
  if (!news) throw new Error('no deck was planned');
  return news.lock;
}

/** The class lists of an example, which `recto quiz --roster` would read. */
const classLists = (media: Example['media']): SourceFile[] =>
  [...media].filter(([path]) => path.endsWith('.csv')).map(([path, bytes]) => sourceFile(path, bytes));

/** What an author sees of it in a terminal of 80 columns, without the closing count. */
export function shown(diagnostics: readonly Diagnostic[], { files, media }: Example): string {
  const all = [files.deck, ...(files.quizzes ? [files.quizzes] : []), ...files.topics, ...classLists(media)];
  const sources = new Map(all.map((file) => [file.path, file]));
  const text = pretty({ diagnostics, sources, questions: 0 }, { columns: 80, color: false });
  return text.split('\n').slice(0, -2).join('\n').trimEnd().concat('\n');
}

export const pagePath = (rule: string): string => `docs/diagnostics/${rule}.md`;

/** A rule's page, or '' when there is none. */
export function readPage(rule: string): string {
  try {
    return readFileSync(pagePath(rule), 'utf8');
  } catch {
    return '';
  }
}
