import type { z } from 'zod';
import type { Range } from '../../files/source.ts';
import { adviceOn, quoted } from '../../text/nearest.ts';
import type { Complaint } from '../diagnostic.ts';
import type { YamlNode } from '../yaml/node.ts';
import { keyRange, nodeAt, type Path, rangeAt, valueUnder } from '../yaml/path.ts';
import { aboutField } from './shape.ts';

/** What is read, for messages. */
export interface Subject {
  /** "a choice question" */
  readonly what: string;
  /** Says more of a field that does not exist there. */
  readonly adviseOn?: (field: string) => string | undefined;
}

/** A node as plain values: text for scalars (null for one that is not there), arrays and objects. */
function toValue(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.empty ? null : node.value;
  if (node.kind === 'list') return node.items.map(toValue);
  const value: Record<string, unknown> = {};
  for (const entry of node.entries) {
    Object.defineProperty(value, entry.key.value, { value: toValue(entry.value), enumerable: true });
  }
  return value;
}

/** The shape's value of a node, or what is wrong with it. */
export function decode<Shape extends z.ZodType>(
  root: YamlNode,
  shape: Shape,
  subject: Subject,
): { value?: z.output<Shape>; wrong: Complaint[] } {
  const result = shape.safeParse(toValue(root));
  if (result.success) return { value: result.data, wrong: [] };
  return { wrong: result.error.issues.flatMap((issue) => complaints(issue, [], { root, shape, subject })) };
}

interface Reader {
  readonly root: YamlNode;
  readonly shape: z.ZodType;
  readonly subject: Subject;
}

function complaints(issue: z.core.$ZodIssue, base: Path, reader: Reader): Complaint[] {
  const { root, subject } = reader;
  const path = [...base, ...issue.path];
  const node = nodeAt(root, path);
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(' ');
    const keys = new Map(
      node.kind === 'map' ? node.entries.map((entry) => [entry.key.value, entry.key]) : [],
    );
    return issue.keys.map((key) => unknownField(keys.get(key) ?? rangeAt(node, []), key, known, subject));
  }
  if (isMissing(root, path)) return [missingField(path, issue, reader)];
  if (issue.code === 'invalid_union') {
    const branch = fittingBranch(issue.errors);
    if (branch) return branch.flatMap((inner) => complaints(inner, path, reader));
  }
  const name = named(path, subject);
  if ((node.kind === 'scalar' && node.empty) || issue.message === 'is empty') {
    const range = keyRange(root, path) ?? rangeAt(root, path);
    return [{ range, rule: 'empty-field', message: `${name} is empty: fill it in or delete it` }];
  }
  const got = node.kind === 'scalar' ? quoted(node.value) : `a ${node.kind}`;
  const message = `${name} takes ${expected(issue)}, not ${got}`;
  return [{ range: rangeAt(root, path), rule: 'wrong-type', message }];
}

/** What stands at a path, in words: `"points"`, `an entry of "wrong"`, "a choice question". */
function named(path: Path, subject: Subject): string {
  const key = path.findLast((step) => typeof step === 'string');
  if (key === undefined) return subject.what;
  return typeof path.at(-1) === 'number' ? `an entry of ${quoted(key)}` : quoted(key);
}

/** What would have been right, in words; of a union what each branch takes. */
function expected(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return issue.message;
  return [...new Set(issue.errors.flat().map(expected))].join(' or ');
}

function isMissing(root: YamlNode, path: Path): boolean {
  const last = path.at(-1);
  return typeof last === 'string' && !valueUnder(nodeAt(root, path.slice(0, -1)), last);
}

function missingField(path: Path, issue: z.core.$ZodIssue, { root, shape, subject }: Reader): Complaint {
  const owner = path.slice(0, -1);
  const about = aboutField(shape, path) ?? expected(issue);
  const message = `${named(owner, subject)} needs "${String(path.at(-1))}": ${about}`;
  return { range: keyRange(root, owner) ?? rangeAt(root, owner), rule: 'missing-field', message };
}

/** Of a union's branches the one that fits what was written (a list, a map or a scalar) and complains of its inside. */
function fittingBranch(branches: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  return branches.find((issues) =>
    issues.every(
      (issue) => issue.path.length > 0 || (issue.code !== 'invalid_type' && issue.code !== 'invalid_union'),
    ),
  );
}

function unknownField(range: Range, key: string, known: readonly string[], subject: Subject): Complaint {
  const advice =
    key === '<<'
      ? 'YAML\'s merge keys are not read; what questions share stands in "defaults:"'
      : adviceOn(key, known, `known here: ${known.join(', ')}`);
  const message = `unknown field ${quoted(key)}; ${subject.adviseOn?.(key) ?? advice}`;
  return { range, rule: 'unknown-field', message };
}
