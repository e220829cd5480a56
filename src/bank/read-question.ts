import type { z } from 'zod';
import type { SourceFile } from '../files/source.ts';
import { nearest, quoted } from '../text/nearest.ts';
import { type Complaint, type Diagnostic, diagnose } from './diagnostic.ts';
import type { TopicFields } from './fields/deck.ts';
import { decode } from './fields/decode.ts';
import { commonShape, type RawCommon } from './fields/every-kind.ts';
import { fields } from './fields/shape.ts';
import { heads, kindNames, kinds, markOf } from './kinds/index.ts';
import type { KindDefinition } from './kinds/kind.ts';
import { type Kind, type Passage, type PassageQuestion, type Question, type Use, uses } from './question.ts';
import type { YamlMap, YamlNode } from './yaml/node.ts';
import { itemsOf, rangeAt, valueUnder } from './yaml/path.ts';

/** What a question takes from its file. */
export interface QuestionContext {
  readonly file: SourceFile;
  readonly topic: string;
  readonly source: string | undefined;
  readonly defaults: NonNullable<TopicFields['defaults']>;
  /** The passage that the question stands in. */
  readonly passage?: Passage;
}

/** For each kind the shape of all its fields, its own before the common ones. */
export const questionShapes = Object.fromEntries(
  kindNames.map((kind) => [
    kind,
    fields({ ...kinds[kind].shape, ...commonShape, ...kinds[kind].shape }, `${kinds[kind].about}.`),
  ]),
) as unknown as Readonly<Record<Kind, z.ZodType<RawCommon & Record<string, unknown>>>>;

/** Reads one question, or says everything that is wrong with it. */
export function readQuestion(
  node: YamlNode,
  context: QuestionContext,
): { question?: Question; diagnostics: Diagnostic[] } {
  const id = valueUnder(node, 'id');
  const label = id?.kind === 'scalar' && !id.empty ? id.value : undefined;
  const say = (complaint: Complaint) => diagnose(context.file, complaint, label);
  if (node.kind !== 'map') {
    const message = 'a question is a map with "id:" and a head key such as "ask:"';
    return { diagnostics: [say({ range: node, rule: 'wrong-type', message })] };
  }
  const kind = kindOf(node);
  if (typeof kind !== 'string') return { diagnostics: [say(kind)] };
  if (kind === 'passage' && context.passage) {
    const range = rangeAt(node, ['passage']);
    const message = 'a passage cannot stand in a passage; move it out, beside the other';
    return { diagnostics: [say({ range, rule: 'passage-in-passage', message })] };
  }
  const { value, wrong } = decode(node, questionShapes[kind], {
    what: `${article(kind)} question`,
    adviseOn: (field) => ofAnotherKind(field, kind),
  });
  if (!value) return { diagnostics: wrong.map(say) };
  const question = build(kinds[kind], value, node, context);
  const diagnostics = contradictions(node, value, kinds[kind]).map(say);
  if (question.kind !== 'passage') return { question, diagnostics };
  const inner = readInside(question, node, context, value);
  return { question: inner.passage, diagnostics: [...diagnostics, ...inner.diagnostics] };
}

/** What is wrong with fields beside each other, of which each is right. */
function contradictions(
  node: YamlMap,
  { only, except }: RawCommon,
  { kind, head, oneNeeded }: KindDefinition,
): Complaint[] {
  const found: Complaint[] = [];
  if (only && except) {
    const message = '"only" and "except" exclude each other; delete one of them';
    found.push({ range: rangeAt(node, ['except']), rule: 'only-and-except', message });
  }
  if (oneNeeded && !oneNeeded.some((field) => valueUnder(node, field))) {
    const message = `${article(kind)} needs ${oneNeeded.map((field) => `"${field}"`).join(' or ')}`;
    found.push({ range: rangeAt(node, [head]), rule: 'missing-field', message });
  }
  return found;
}

/** Reads the questions of a passage: they take its uses, and cannot hold passages themselves. */
function readInside(
  passage: PassageQuestion,
  node: YamlMap,
  context: QuestionContext,
  { only, except }: Pick<RawCommon, 'only' | 'except'>,
): { passage: PassageQuestion; diagnostics: Diagnostic[] } {
  const { id, prompt, title, text, image } = passage;
  const aim = only || except ? { only, except } : {};
  const inside = {
    ...context,
    defaults: { ...context.defaults, ...aim },
    passage: { id, prompt, title, text, image },
  };
  const read = itemsOf(node, 'questions').map((each) => readQuestion(each, inside));
  const whole = { ...passage, questions: read.flatMap(({ question }) => question ?? []) };
  const points = kinds.passage.points(whole);
  const minutes = kinds.passage.minutes(whole);
  return {
    passage: { ...whole, points, minutes },
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

const article = (kind: string): string => (/^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`);

function ofAnotherKind(field: string, kind: Kind): string | undefined {
  const other = kindNames.find((name) => field in kinds[name].shape);
  return other && `that is for ${article(other)} question, and this is ${article(kind)} question`;
}

/** What tells a question's kind: its one head key, and where kinds share that head the field that marks one of them. */
export function signsOf(question: YamlMap) {
  const found = question.entries.filter(({ key }) => heads.includes(key.value));
  const candidates = kindNames.filter((kind) => kinds[kind].head === found[0]?.key.value);
  const marked = candidates.filter((kind) => candidates.length === 1 || valueUnder(question, markOf(kind)));
  return { heads: found, candidates, marked };
}

function kindOf(node: YamlMap): Kind | Complaint {
  const {
    heads: [first, second],
    candidates,
    marked,
  } = signsOf(node);
  if (!first) return noHead(node);
  if (second) {
    const message = `a question has one head key, and this has "${first.key.value}" and "${second.key.value}"; delete one or make two questions`;
    return { range: second.key, rule: 'two-heads', message };
  }
  const [only, more] = marked;
  if (only && !more) return only;
  const head = first.key;
  const listed = (among: readonly Kind[], mark: string) =>
    among.map((kind) => `"${markOf(kind)}"`).join(mark);
  const names = listed(candidates, ', ');
  if (!only) return { range: head, rule: 'missing-field', message: `"${head.value}" needs one of ${names}` };
  const given = listed(marked, ' and ');
  const message = `"${head.value}" takes one of ${names}, and this has ${given}; delete one`;
  return { range: head, rule: 'two-answers', message };
}

function noHead(node: YamlMap): Complaint {
  for (const { key } of node.entries) {
    const guess = key.value in commonShape ? undefined : nearest(key.value, heads);
    if (!guess) continue;
    const message = `no head key; did you mean "${guess}" where it says ${quoted(key.value)}?`;
    return { range: key, rule: 'no-head', message };
  }
  const message = `no head key; a question has one of ${heads.join(', ')}`;
  return { range: rangeAt(node, []), rule: 'no-head', message };
}

function build(
  definition: KindDefinition,
  raw: RawCommon & Record<string, unknown>,
  node: YamlMap,
  { file, topic, source, defaults, passage }: QuestionContext,
): Question {
  const question = {
    kind: definition.kind,
    id: raw.id,
    prompt: String(raw[definition.head]),
    topic,
    was: raw.was ?? [],
    why: raw.why,
    hint: raw.hint,
    cite: (raw.cite ?? []).map((citation) => ({ ...citation, source: citation.source ?? source })),
    tags: [...new Set([...(defaults.tags ?? []), ...(raw.tags ?? [])])],
    level: raw.level ?? defaults.level,
    difficulty: raw.difficulty ?? defaults.difficulty,
    image: raw.image,
    audio: raw.audio?.file,
    uses: usesOf(raw.only || raw.except ? raw : defaults),
    retired: raw.retired,
    waive: raw.waive ?? {},
    passage,
    place: { file: file.path, start: node.start },
    ...definition.build(raw, node),
  } as unknown as Question;
  const points = raw.points ?? defaults.points ?? definition.points(question);
  const minutes = raw.minutes ?? defaults.minutes ?? definition.minutes(question);
  return { ...question, points, minutes };
}

function usesOf({ only, except }: Pick<RawCommon, 'only' | 'except'>): readonly Use[] {
  return uses.filter((use) => (only ? only.includes(use) : !except?.includes(use)));
}
