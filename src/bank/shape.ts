import leven from 'leven';
import { z } from 'zod';
import { type Diagnostic, diagnose, type Range } from './diagnostic.ts';
import type { SourceFile } from './source.ts';
import type { YamlNode } from './yaml.ts';

/** The way from a node to one inside it: keys of maps and indexes of lists. */
export type Path = readonly PropertyKey[];

// ---- What a field may hold. Every scalar arrives as the text it was written as. ----

/** Text: any scalar, exactly as written. */
export const text = (about: string) => z.string('text').regex(/\S/, 'is empty').describe(about);

/** A word of a closed list. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words, about: string) =>
  z.enum(words, `one of ${words.join(', ')}`).describe(about);

/** A whole number from `min` to `max`. */
export const integer = (min: number, max: number, about: string) =>
  fromText(`a whole number from ${min} to ${max}`, /^-?\d+$/, z.int().min(min).max(max), about);

/** A number from `min` to `max`, `max` itself included. */
export const decimal = (min: number, max: number, about: string) => {
  const bounds = max === Number.MAX_VALUE ? 'a number' : `a number from ${min} to ${max}`;
  return fromText(bounds, /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i, z.number().min(min).max(max), about);
};

function fromText(expected: string, pattern: RegExp, target: z.ZodNumber, about: string) {
  const within = (written: string): boolean => target.safeParse(Number(written)).success;
  return z
    .string(expected)
    .refine((written) => pattern.test(written) && within(written), expected)
    .transform(Number)
    .pipe(target)
    .describe(about);
}

/** `true` or `false`. */
export const flag = (about: string) =>
  z
    .string('true or false')
    .refine((written) => written === 'true' || written === 'false', 'true or false')
    .transform((written) => written === 'true')
    .pipe(z.boolean())
    .describe(about);

/** A word that names something for ever: letters a to z, digits and hyphens. */
export const identifier = (about: string) =>
  z
    .string('an id')
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'an id of the letters a-z, digits and hyphens')
    .describe(about);

/** A day of the calendar, written 2026-11-23. */
export const day = (about: string) =>
  z
    .string('a date such as 2026-11-23')
    .refine((written) => isDay(written), 'a date such as 2026-11-23')
    .meta({ format: 'date' })
    .describe(about);

function isDay(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}

/** A list with at least one item. */
export const list = <Item extends z.ZodType>(item: Item, about: string) =>
  z.array(item, 'a list').min(1, 'is empty').describe(about);

/** A map with these keys and no others. */
export const fields = <Shape extends z.ZodRawShape>(shape: Shape, about: string) =>
  z
    .strictObject(shape, {
      error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : 'a map'),
    })
    .describe(about);

/** One thing, or a list of such things; always a list when read. */
export const oneOrMany = <Item extends z.ZodType>(item: Item, about: string) =>
  z
    .union([item, z.array(item, 'a list').min(1, 'is empty')])
    .describe(about)
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<Item>[]);

// ---- From nodes to values, and from complaints back to places. ----

/** A node as plain values: text for scalars (null for one that is not there), arrays and objects. */
export function toValue(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.empty ? null : node.value;
  if (node.kind === 'list') return node.items.map(toValue);
  const value: Record<string, unknown> = {};
  for (const entry of node.entries) {
    Object.defineProperty(value, entry.key.value, { value: toValue(entry.value), enumerable: true });
  }
  return value;
}

/** The value under `key` of a map, or undefined. */
export function valueUnder(node: YamlNode | undefined, key: string): YamlNode | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.entries.find((entry) => entry.key.value === key)?.value;
}

/** The node that `path` leads to; where it leads to nothing, the last node on the way. */
export function nodeAt(root: YamlNode, path: Path): YamlNode {
  let node = root;
  for (const step of path) {
    const next = node.kind === 'list' ? node.items[Number(step)] : valueUnder(node, String(step));
    if (!next) return node;
    node = next;
  }
  return node;
}

/** Where to point for the node at `path`: at a map's first key rather than the whole of it. */
export function rangeAt(root: YamlNode, path: Path): Range {
  const node = nodeAt(root, path);
  return node.kind === 'map' ? (node.entries[0]?.key ?? node) : node;
}

/** The shape's value of a node, or the diagnostics that say why it has none. */
export function decode<Shape extends z.ZodType>(
  file: SourceFile,
  node: YamlNode,
  shape: Shape,
  what: string,
  question: string | null = null,
): { value?: z.output<Shape>; diagnostics: Diagnostic[] } {
  const result = shape.safeParse(toValue(node));
  if (result.success) return { value: result.data, diagnostics: [] };
  const diagnostics = result.error.issues
    .flatMap((issue) => complaints(issue, [], node))
    .map(({ range, rule, message }) => {
      const place = range ?? rangeAt(node, []);
      return diagnose(file, place, { rule, message: message.replaceAll('%', what), question });
    });
  return { diagnostics };
}

interface Complaint {
  readonly range: Range | undefined;
  readonly rule: string;
  /** `%` stands for what was read: "a choice question". */
  readonly message: string;
}

function complaints(issue: z.core.$ZodIssue, base: Path, root: YamlNode): Complaint[] {
  const path = [...base, ...issue.path];
  const node = nodeAt(root, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownField(node, key, issue.message));
  }
  const name = [...path].reverse().find((step) => typeof step === 'string');
  if (name !== undefined && isMissing(root, path)) {
    const owner = rangeAt(root, path.slice(0, -1));
    return [{ range: owner, rule: 'missing-field', message: `% needs "${name}": ${expected(issue)}` }];
  }
  if (issue.code === 'invalid_union') {
    const branch = fittingBranch(issue.errors);
    if (branch) return branch.flatMap((inner) => complaints(inner, path, root));
  }
  const subject = name === undefined ? '%' : `"${name}"`;
  if ((node.kind === 'scalar' && node.empty) || issue.message === 'is empty') {
    const range = keyRange(root, path) ?? rangeAt(root, path);
    return [{ range, rule: 'empty-field', message: `${subject} is empty: fill it in or delete it` }];
  }
  const got = node.kind === 'scalar' ? `"${shorten(node.value)}"` : `a ${node.kind}`;
  const value = typeof path.at(-1) === 'number' ? `an entry of ${subject}` : subject;
  return [
    {
      range: rangeAt(root, path),
      rule: 'wrong-type',
      message: `${value} takes ${expected(issue)}, not ${got}`,
    },
  ];
}

/** What would have been right, in words; of a union what each branch takes. */
function expected(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return issue.message;
  return [...new Set(issue.errors.flat().map(expected))].join(' or ');
}

const shorten = (value: string): string => (value.length > 40 ? `${value.slice(0, 39)}…` : value);

function isMissing(root: YamlNode, path: Path): boolean {
  const last = path.at(-1);
  return typeof last === 'string' && !valueUnder(nodeAt(root, path.slice(0, -1)), last);
}

function keyRange(root: YamlNode, path: Path): Range | undefined {
  const owner = nodeAt(root, path.slice(0, -1));
  if (owner.kind !== 'map') return undefined;
  return owner.entries.find((entry) => entry.key.value === path.at(-1))?.key;
}

/** Of a union's branches the one that fits what was written (a list, a map or a scalar) and complains of its inside. */
function fittingBranch(branches: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  return branches.find((issues) =>
    issues.every(
      (issue) => issue.path.length > 0 || (issue.code !== 'invalid_type' && issue.code !== 'invalid_union'),
    ),
  );
}

function unknownField(owner: YamlNode, key: string, known: string): Complaint {
  const range = owner.kind === 'map' ? owner.entries.find((entry) => entry.key.value === key)?.key : owner;
  const guess = nearest(key, known.split(' '));
  const advice = guess ? `did you mean "${guess}"?` : `known here: ${known.split(' ').join(', ')}`;
  return { range, rule: 'unknown-field', message: `unknown field "${key}"; ${advice}` };
}

/** The word of `known` that `word` was probably meant to be, or undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.ceil(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = leven(word.toLowerCase(), candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}
