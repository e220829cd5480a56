import type { Bank } from '../../src/bank/bank.ts';
import type { Diagnostic } from '../../src/bank/diagnostic.ts';
import { type BankFiles, type Loaded, loadBank } from '../../src/bank/load.ts';
import { checkBank } from '../../src/check/engine.ts';
import { withMedia } from './media.ts';

const deck = 'deck: A deck\nid: a-bank\nlanguage: en-GB\n';

/** The files of a bank whose one question file is this; `extra` replaces or adds files by name. */
export function bankFiles(
  questions: string,
  extra: Record<string, string> = {},
  media: string[] = [],
): BankFiles {
  const { 'deck.yaml': deckText = deck, 'quizzes.yaml': quizzes, ...topics } = extra;
  const all = { '01-topic.yaml': `topic: A topic\nquestions:\n${questions}`, ...topics };
  return {
    form: 'folder',
    deck: { path: 'deck.yaml', text: deckText },
    quizzes: quizzes === undefined ? undefined : { path: 'quizzes.yaml', text: quizzes },
    topics: Object.entries(all).map(([path, text]) => ({ path, text })),
    ...withMedia(...media),
  };
}

/** Loads such a bank. */
export const load = (questions: string, extra: Record<string, string> = {}, media: string[] = []): Loaded =>
  loadBank(bankFiles(questions, extra, media));

/** Everything that `recto check` says of a bank. */
export const check = (loaded: Loaded): Diagnostic[] => checkBank(loaded, ['anki', 'quiz', 'flashcards']);

/** Loads a bank that must be right. */
export function goodBank(questions: string, extra: Record<string, string> = {}, media: string[] = []): Bank {
  const loaded = load(questions, extra, media);
  const { bank } = loaded;
  const diagnostics = check(loaded);
  if (!bank || diagnostics.length > 0) throw new Error(diagnostics.map(brief).join('\n') || 'no bank');
  return bank;
}

/** "file:line:column rule: message", without the pointer. */
export const brief = ({ file, line, column, rule, message }: Diagnostic): string =>
  `${file}:${line}:${column} ${rule}: ${message}`;
