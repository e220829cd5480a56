import { keyed, unusedNumber } from './parts.ts';
import type { Decisions, Risk } from './product.ts';
import { ledgerKey, type Work } from './release.ts';
import { type Part, type Question, shapeOf, shownParts, type Truth, withParts } from './truth.ts';

/** What the author did about a stop. */
export interface Answer {
  readonly truth: Truth;
  readonly decisions: Decisions;
  /** True where some learner's card asks for something else from now on, and the build has said so. */
  readonly said: boolean;
  readonly how: string;
}

/** What an author does who knows which part is which, and has read what the build says. */
export function amended(truth: Truth, decisions: Decisions, risk: Risk, work: Work): Answer {
  const question = truth.questions.find(({ id }) => id === risk.id);
  if (!question) throw new Error(`a stop at "${risk.id}", which is not in the bank`);
  if (risk.what === 'clash') return settledClash(truth, decisions, risk, question, work);
  const owner = work.ledger.get(ledgerKey(question))?.get(risk.number);
  const held = shownParts(question).find(({ self }) => self === owner);
  const takers = shownParts(question).filter(({ self, text }) => text === risk.now && self !== owner);
  const accept = { ...decisions, accept: [...decisions.accept, `${risk.id}:${risk.number}`] };
  if (risk.what === 'lost' ? !held : held && takers.length === 0)
    return { truth, decisions: accept, said: false, how: `${risk.what}: accepted` };
  const marked = withParts(question, (part) => {
    if (part === held) return holding(question, part, risk);
    return risk.what === 'moved' && takers.includes(part) ? other(question, part, work) : part;
  });
  const questions = truth.questions.map((each) => (each === question ? marked : each));
  return { truth: { ...truth, questions }, decisions, said: false, how: `${risk.what}: said which` };
}

/** The part says that it is the one whose card has this number. */
const holding = (question: Question, part: Part, { number, before }: Risk): Part =>
  question.kind === 'cloze'
    ? { ...part, number }
    : { ...part, was: before === undefined ? part.was : [...new Set([...part.was, before])] };

/** The part says that it is another than the one whose number it would get: by its own number, if it has one. */
function other(question: Question, part: Part, { ledger, pen }: Work): Part {
  const own = [...(ledger.get(ledgerKey(question)) ?? [])].find(([, self]) => self === part.self)?.[0];
  if (question.kind !== 'cloze') return keyed(question, part, pen);
  return { ...part, number: own ?? unusedNumber(question, pen) };
}

/** Of two branches the one that was published keeps its number; the other's part is given another. */
function settledClash(
  truth: Truth,
  decisions: Decisions,
  risk: Risk,
  question: Question,
  work: Work,
): Answer {
  const { before = '', now = '', id, number } = risk;
  const self = work.publishedPart?.(question, number);
  const { parts, gone } = shapeOf(question);
  const known = [...parts, ...gone].find((each) => each.self === self);
  const text = known?.text === now ? now : before;
  const keeper = known?.self ?? parts.find((each) => each.text === text)?.self;
  const freed = withParts(question, (part) =>
    part.number === number && part.self !== keeper ? { ...part, number: undefined } : part,
  );
  const published = [...decisions.published, `${id}:${number}=${text}`];
  return {
    truth: { ...truth, questions: truth.questions.map((each) => (each === question ? freed : each)) },
    decisions: { ...decisions, published },
    said: self === undefined,
    how: known && known.text !== text ? 'clash: neither text is the published one' : 'clash: said which',
  };
}
