import type { z } from 'zod';
import { commonShape, type RawCommon, readCitation } from './common.ts';
import type { TopicFields } from './deck.ts';
import { type Diagnostic, diagnose, type Finding } from './diagnostic.ts';
import { heads, kindNames, kinds } from './kinds/index.ts';
import type { KindDefinition, Report } from './kinds/kind.ts';
import { type Kind, type Question, type Target, targets } from './question.ts';
import { decode, fields, nearest, rangeAt, valueUnder } from './shape.ts';
import type { SourceFile } from './source.ts';
import type { YamlMap, YamlNode } from './yaml.ts';

/** What a question takes from its file. */
export interface QuestionContext {
  readonly file: SourceFile;
  readonly topic: string;
  readonly source: string | undefined;
  readonly defaults: NonNullable<TopicFields['defaults']>;
}

type AnyDefinition = KindDefinition<Question, z.ZodRawShape>;

const definitionOf = (kind: Kind): AnyDefinition => kinds[kind] as unknown as AnyDefinition;

/** For each kind the shape of all its fields, common ones first. */
export const questionShapes = Object.fromEntries(
  kindNames.map((kind) => [kind, fields({ ...commonShape, ...kinds[kind].shape }, `${kinds[kind].about}.`)]),
) as unknown as Readonly<Record<Kind, z.ZodType<RawCommon & Record<string, unknown>>>>;

/** Reads one question, or says everything that is wrong with it. */
export function readQuestion(
  node: YamlNode,
  context: QuestionContext,
): { question?: Question; diagnostics: Diagnostic[] } {
  const id = valueUnder(node, 'id');
  const label = id?.kind === 'scalar' && !id.empty ? id.value : null;
  const say = (range: { start: number; end: number }, finding: Finding) =>
    diagnose(context.file, range, { ...finding, question: label });
  if (node.kind !== 'map') {
    const message = 'a question is a map with "id:" and a head key such as "ask:"';
    return { diagnostics: [say(node, { rule: 'wrong-type', message })] };
  }
  const chosen = kindOf(node);
  if (!chosen.kind) return { diagnostics: [say(chosen.range, chosen.finding)] };
  const definition = definitionOf(chosen.kind);
  const decoded = decode(
    context.file,
    node,
    questionShapes[chosen.kind],
    `${article(chosen.kind)} question`,
    label,
  );
  if (!decoded.value) return decoded;
  const question = build(definition, decoded.value, node, context);
  const diagnostics: Diagnostic[] = [];
  const report: Report = (path, rule, message, options = {}) => {
    const range = narrowed(context.file, rangeAt(node, path), options.find);
    diagnostics.push(say(range, { rule, message, level: options.level ?? 'error' }));
  };
  if (decoded.value.only && decoded.value.except) {
    report(['except'], 'only-and-except', '"only" says all there is to say; delete "except"');
  }
  definition.check?.(question, report);
  return { question, diagnostics };
}

const article = (kind: string): string => (/^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`);

function narrowed(file: SourceFile, range: { start: number; end: number }, find: string | undefined) {
  const at = find ? file.text.indexOf(find, range.start) : -1;
  return find && at >= 0 && at < range.end ? { start: at, end: at + find.length } : range;
}

type Chosen = { kind: Kind } | { kind?: never; range: { start: number; end: number }; finding: Finding };

/** The kind is told by the one head key, and where kinds share a head by the field that marks them. */
function kindOf(node: YamlMap): Chosen {
  const found = node.entries.filter((entry) => heads.includes(entry.key.value));
  const [first, second] = found;
  if (!first) return { range: rangeAt(node, []), finding: noHead(node) };
  if (second) {
    const message = `a question has one head key, and this has "${first.key.value}" and "${second.key.value}"; delete one or make two questions`;
    return { range: second.key, finding: { rule: 'two-heads', message } };
  }
  const candidates = kindNames.filter((kind) => kinds[kind].head === first.key.value);
  const [sole] = candidates;
  if (sole && candidates.length === 1) return { kind: sole };
  return byMark(node, first.key, candidates);
}

function byMark(node: YamlMap, head: YamlMap['entries'][number]['key'], candidates: readonly Kind[]): Chosen {
  const marks = candidates.map((kind) => kinds[kind].mark ?? '');
  const marked = candidates.filter((kind) => valueUnder(node, kinds[kind].mark ?? ''));
  const [only, more] = marked;
  if (only && !more) return { kind: only };
  const names = marks.map((mark) => `"${mark}"`).join(', ');
  if (!only) {
    const message = `"${head.value}" needs one of ${names}`;
    return { range: head, finding: { rule: 'missing-field', message } };
  }
  const given = marked.map((kind) => `"${kinds[kind].mark}"`).join(' and ');
  return {
    range: head,
    finding: { rule: 'two-answers', message: `"${head.value}" takes one of ${names}, and this has ${given}` },
  };
}

function noHead(node: YamlMap): Finding {
  for (const { key } of node.entries) {
    const guess = key.value in commonShape ? undefined : nearest(key.value, heads);
    if (guess)
      return {
        rule: 'no-head',
        message: `no head key: did you mean "${guess}" where it says "${key.value}"?`,
      };
  }
  return { rule: 'no-head', message: `no head key: a question begins with one of ${heads.join(', ')}` };
}

function build(
  definition: AnyDefinition,
  raw: RawCommon & Record<string, unknown>,
  node: YamlMap,
  { file, topic, source, defaults }: QuestionContext,
): Question {
  const set = {
    ...defaults,
    ...Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined)),
  };
  const question = {
    kind: definition.kind,
    id: raw.id,
    prompt: String(raw[definition.head]),
    topic,
    was: raw.was ?? [],
    why: raw.why,
    hint: raw.hint,
    cite: (raw.cite ?? []).map((citation) => readCitation(citation, source)),
    tags: [...new Set([...(defaults.tags ?? []), ...(raw.tags ?? [])])],
    level: set.level,
    difficulty: set.difficulty,
    image: raw.image,
    audio: raw.audio?.file,
    targets: aims(raw.only || raw.except ? raw : defaults),
    retired: raw.retired,
    waive: raw.waive ?? {},
    place: { file: file.path, start: node.start },
    ...definition.build(raw as never),
  } as unknown as Question;
  const points = set.points ?? definition.points(question);
  const minutes = set.minutes ?? definition.minutes(question);
  return { ...question, points, minutes };
}

function aims({ only, except }: Pick<RawCommon, 'only' | 'except'>): readonly Target[] {
  return targets.filter((target) => (only ? only.includes(target) : !except?.includes(target)));
}
