import { type Part, type PartKind, partKinds, type Question, type Shape, type Truth } from './truth.ts';

/** What is one and the same though two branches made it, by the name that one of them gave it. */
export type Aliases = Map<string, string>;

/** The bank that an author makes of two branches: what both did is done. */
export function mergedTruth(base: Truth, ours: Truth, theirs: Truth, aliases: Aliases): Truth {
  const find = ({ questions, away }: Truth, self: string) =>
    [...questions, ...away].find((each) => each.self === self);
  const inBank = ({ questions }: Truth, self: string) => questions.some((each) => each.self === self);
  const selves = new Set(
    [ours, theirs].flatMap(({ questions, away }) => [...questions, ...away].map(({ self }) => self)),
  );
  const questions: Question[] = [];
  const away: Question[] = [];
  for (const self of selves) {
    const [before, our, their] = [base, ours, theirs].map((truth) => find(truth, self));
    const merged = our && their ? mergedQuestion(before ?? our, our, their, aliases) : (our ?? their);
    if (!merged) continue;
    const [was, has, had] = [base, ours, theirs].map((truth) => inBank(truth, self));
    const isThere = !our || !their ? has || had : was ? has && had : has || had;
    (isThere ? questions : away).push(merged);
  }
  return { questions, away };
}

/** Of three the one that a branch changed; ours, if both did. */
const changed = <Value>(base: Value, ours: Value, theirs: Value): Value => (same(ours, base) ? theirs : ours);

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function mergedQuestion(base: Question, ours: Question, theirs: Question, aliases: Aliases): Question {
  const pick = <Key extends keyof Question>(key: Key) => changed(base[key], ours[key], theirs[key]);
  const shapes = Object.fromEntries(
    partKinds.flatMap((kind): [PartKind, Shape][] => {
      const [our, their] = [ours.shapes[kind], theirs.shapes[kind]];
      if (our && their) return [[kind, mergedShape(kind, base.shapes[kind], our, their, aliases)]];
      const only = our ?? their;
      return only ? [[kind, only]] : [];
    }),
  );
  const bothRenamed = ours.id !== base.id && theirs.id !== base.id && ours.id !== theirs.id;
  return {
    ...ours,
    id: pick('id'),
    was: bothRenamed ? [...new Set([...ours.was, ...theirs.was, theirs.id])] : pick('was'),
    kind: pick('kind'),
    topic: pick('topic'),
    retired: pick('retired'),
    prompt: pick('prompt'),
    answer: pick('answer'),
    shapes,
    texts: [...new Set([...ours.texts, ...theirs.texts])],
  };
}

function mergedShape(
  kind: PartKind,
  base: Shape | undefined,
  ours: Shape,
  theirs: Shape,
  aliases: Aliases,
): Shape {
  const known = base ?? { parts: [], gone: [] };
  const has = ({ parts }: Shape, self: string) => parts.some((part) => part.self === self);
  const orderOf = ({ parts }: Shape) => parts.filter(({ self }) => has(known, self)).map(({ self }) => self);
  const isOurOrder = !same(
    orderOf(ours),
    orderOf(known).filter((self) => has(ours, self)),
  );
  const [first, second] = isOurOrder ? [ours, theirs] : [theirs, ours];
  const parts: Part[] = first.parts.filter(({ self }) => has(second, self) || !has(known, self));
  const aliased = new Set<string>();
  let after = -1;
  for (const part of second.parts) {
    const at = parts.findIndex(({ self }) => self === part.self);
    if (at >= 0) after = at;
    if (at >= 0 || has(known, part.self)) continue;
    const twin = parts.find((each) => isTwin(kind, each, part) && !aliased.has(each.self));
    if (twin && !has(known, twin.self)) {
      aliases.set(part.self, twin.self);
      aliased.add(twin.self);
    } else
      parts.splice(
        ++after,
        0,
        twin && kind !== 'diagram' ? { ...part, text: `${part.text} (the other)` } : part,
      );
  }
  const merged = parts.map((part) =>
    has(known, part.self) ? (mergedPart(part.self, known, ours, theirs) ?? part) : part,
  );
  if (merged.filter(({ shown }) => shown).length < Math.min(2, ours.parts.length)) return ours;
  const gone = [...ours.gone, ...theirs.gone, ...ours.parts, ...theirs.parts].filter(
    ({ self }, at, all) =>
      !parts.some((part) => part.self === self) &&
      !aliases.has(self) &&
      all.findIndex((each) => each.self === self) === at,
  );
  return { parts: merged, gone };
}

/** True for what both branches added: two authors who name a region of a picture mean the same one. */
const isTwin = (kind: PartKind, one: Part, other: Part): boolean =>
  one.text.toLowerCase() === other.text.toLowerCase() && (kind !== 'cloze' || same(one.frame, other.frame));

function mergedPart(self: string, base: Shape, ours: Shape, theirs: Shape): Part | undefined {
  const find = ({ parts, gone }: Shape) => [...parts, ...gone].find((part) => part.self === self);
  const [our, their] = [find(ours), find(theirs)];
  if (!our || !their) return our ?? their;
  const before = find(base) ?? our;
  const pick = <Key extends keyof Part>(key: Key) => changed(before[key], our[key], their[key]);
  return {
    self,
    text: pick('text'),
    proper: pick('proper'),
    right: pick('right'),
    rect: pick('rect'),
    frame: pick('frame'),
    shown: our.shown && their.shown,
    key: pick('key'),
    number: pick('number'),
    was: [...new Set([...our.was, ...their.was])],
  };
}
