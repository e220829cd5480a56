import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import initSqlJs from 'sql.js';
import { hasErrors } from '../src/bank/diagnostic.ts';
import { type Loaded, loadBank } from '../src/bank/load.ts';
import { checkBank } from '../src/check/engine.ts';
import { type Compiled, compile } from '../src/compile.ts';
import { emptyLock, formatLock, parseLock } from '../src/identity/lock.ts';
import { worldOf } from '../src/node.ts';
import { targetNames, targets } from '../src/targets/index.ts';
import { bankFiles } from './bank/bank-of.ts';
import type { Draft, NastyBank } from './nasty-bank.ts';

const png = readFileSync('src/cli/starter/shore.png');
const svg = readFileSync('src/cli/starter/in-line.svg');

/** Questions with ids, in the order of the drafts. */
const named = (drafts: readonly Draft[], name: string): Draft[] =>
  drafts.map((draft, at) => {
    const id = `${name}-${at}`;
    return 'questions' in draft
      ? { id, ...draft, questions: named(draft.questions as Draft[], id) }
      : { id, ...draft };
  });

/** The bank of these, with a quiz of all that may be printed; its texts stand in double quotes, with JSON's escapes. */
function load({ questions: drafts, deck, topic, quiz, section }: NastyBank): Loaded {
  const questions = named(drafts, 'q');
  const printed = questions.filter(({ only }) => only !== 'anki').map(({ id }) => id);
  const sections = [{ ...section, questions: printed }];
  const quizzes =
    printed.length === 0 ? [] : [{ id: 'quiz', versions: 2, 'answer-sheet': 'bubbles', ...quiz, sections }];
  const files = {
    'deck.yaml': JSON.stringify({ id: 'a-bank', subdecks: 'topic', sources: { s: { title: 'S' } }, ...deck }),
    'quizzes.yaml': JSON.stringify({ quizzes }),
    '01-topic.yaml': JSON.stringify({ topic, questions }),
  };
  return loadBank(bankFiles('', files, ['a.png', 'b.svg']));
}

const isWell = (bank: NastyBank): boolean => !hasErrors(checkBank(load(bank), targetNames));

const plain: NastyBank = {
  questions: [{ ask: 'x', answer: 'y' }],
  deck: { deck: 'Plain' },
  topic: 'Plain',
  quiz: { title: 'Plain' },
  section: {},
};

/** What of a bank passes the check, each thing tried by itself; the rest is left out, or plain. */
export function passing({ questions, deck, topic, quiz, section }: NastyBank): NastyBank {
  const kept = <Name extends 'deck' | 'quiz' | 'section'>(name: Name, fields: NastyBank[Name]) => ({
    ...plain[name],
    ...Object.fromEntries(
      Object.entries(fields).filter(([key, value]) =>
        isWell({ ...plain, [name]: { ...plain[name], [key]: value } }),
      ),
    ),
  });
  return {
    questions: questions.filter((question) => isWell({ ...plain, questions: [question] })),
    deck: kept('deck', deck),
    topic: isWell({ ...plain, topic }) ? topic : plain.topic,
    quiz: kept('quiz', quiz),
    section: kept('section', section),
  };
}

/** How many texts there are in a value. */
export const textsIn = (value: unknown): number =>
  typeof value === 'string'
    ? 1
    : Object.values(value ?? {}).reduce<number>((sum, each) => sum + textsIn(each), 0);

/** Compiles a bank that passes the check, for all targets, and says what is wrong with what was made: nothing should be. */
export async function complaints(bank: NastyBank): Promise<string[]> {
  const { bank: read, files } = load(bank);
  if (!read || !isWell(bank)) return ['what passes in parts does not pass as a whole'];
  const order = { lock: emptyLock(read.id), now: Date.UTC(2026, 0, 1), only: Object.keys(targets) };
  const world = {
    ...worldOf('.'),
    readMedia: (path: string) => (path === 'a.png' ? png : svg),
    onStep: () => undefined,
  };
  const compiled = await compile(read, files, order, world);
  const errors = compiled.diagnostics.filter(({ level }) => level === 'error');
  return [
    ...compiled.skipped.map((target) => `${target} was left out`),
    ...errors.map(({ rule, message }) => `${rule}: ${message}`),
    ...wordComplaints(compiled),
    ...(await packageComplaints(compiled)),
    ...lockComplaints(compiled),
  ];
}

const filesOf = ({ products }: Compiled, ending: string) =>
  [...products.values()].flatMap(({ files }) => files).filter(({ path }) => path.endsWith(ending));

/** Word opens nothing that is not well-formed. */
const wordComplaints = (compiled: Compiled): string[] =>
  filesOf(compiled, '.docx').flatMap(({ path, bytes }) =>
    Object.entries(unzipSync(bytes))
      .filter(([part]) => /\.(xml|rels)$/.test(part))
      .flatMap(([part, xml]) => {
        const wrong = malformed(strFromU8(xml));
        return wrong === undefined ? [] : [`${path}, ${part}: ${wrong}`];
      }),
  );

/** What keeps a text from being well-formed XML (XML 1.0), as far as a writer may get it wrong. */
export function malformed(xml: string): string | undefined {
  const bad = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.exec(xml);
  if (bad) return `U+${bad[0].codePointAt(0)?.toString(16)} is no character of XML`;
  const open: string[] = [];
  const piece =
    /<\?[^?]*\?>|<(\/?)([\w:-]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|</g;
  for (const [whole, close, name = '', attributes = '', empty, text = ''] of xml.matchAll(piece)) {
    if (whole === '<') return 'a "<" begins no tag';
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(text + attributes))
      return `a bare "&" in ${whole}`;
    if (text.includes(']]>')) return '"]]>" in a text';
    const names = [...attributes.matchAll(/([\w:-]+)\s*=\s*["']/g)].map(([, each]) => each);
    if (new Set(names).size < names.length) return `an attribute stands twice in ${whole}`;
    if (close) {
      if (open.pop() !== name) return `</${name}> closes another element`;
    } else if (name !== '' && !empty) open.push(name);
  }
  return open.length > 0 ? `<${open.at(-1)}> is not closed` : undefined;
}

/** Anki refuses a package whole in which a note has other fields than its type. */
async function packageComplaints(compiled: Compiled): Promise<string[]> {
  const SQL = await initSqlJs();
  return filesOf(compiled, '.apkg').flatMap(({ bytes }) => {
    const db = new SQL.Database(unzipSync(bytes)['collection.anki2']);
    const [models] = db.exec('SELECT models FROM col')[0]?.values ?? [];
    const types = JSON.parse(String(models)) as Record<string, { flds: unknown[] }>;
    const notes = db.exec('SELECT mid, flds FROM notes')[0]?.values ?? [];
    db.close();
    return notes.flatMap(([type, fields]) => {
      const count = String(fields).split('\u001f').length;
      const wanted = types[String(type)]?.flds.length;
      return count === wanted ? [] : [`a note has ${count} fields, and its type ${wanted}`];
    });
  });
}

/** The next build reads what this one wrote. */
function lockComplaints({ news }: Compiled): string[] {
  if (!news) return ['no deck was made'];
  const text = formatLock(news.lock);
  const again = formatLock(parseLock(text, news.lock.bank));
  return again === text ? [] : ['the lock is another when it is read'];
}
