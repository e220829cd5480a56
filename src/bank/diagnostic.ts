import { charactersIn, lineEnd, positionAt, type Range, type SourceFile } from '../files/source.ts';
import type { Finding } from './finding.ts';
import type { Level, ReaderRule } from './rules.ts';

/**
 * One problem in a bank. Lines and columns are 1-based; a column counts characters (Unicode code points), so that
 * an emoji is one column wide. `length` is how many characters the pointer covers, at least 1.
 */
export interface Diagnostic {
  /** The name of its rule. */
  readonly rule: string;
  readonly level: Level;
  /** What is wrong and what to do about it, in one or two sentences. */
  readonly message: string;
  /** The file's path as shown to the user. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** The id of the question it belongs to, or null. */
  readonly question: string | null;
}

type Said = Pick<Finding, 'rule' | 'message' | 'question'>;

/** What a reader says of a place in its file; all its rules are errors. */
export interface Complaint {
  readonly range: Range;
  readonly rule: ReaderRule;
  readonly message: string;
}

/** What a reader says of `file`, and there of the question of this id, as a diagnostic. */
export const diagnose = (file: SourceFile, { range, ...said }: Complaint, question?: string): Diagnostic =>
  pointAt(file, range, { ...said, question }, 'error');

/** Makes a diagnostic that points at `range` of `file`; a range over several lines is cut at its first line's end. */
export function pointAt(file: SourceFile, range: Range, said: Said, level: Level): Diagnostic {
  const { rule, message } = said;
  const { line, column } = positionAt(file, range.start);
  const end = Math.min(range.end, lineEnd(file, range.start));
  const shown = range.start + file.text.slice(range.start, end).trimEnd().length;
  const length = Math.max(1, charactersIn(file, { start: range.start, end: shown }));
  return { rule, level, message, file: file.path, line, column, length, question: said.question ?? null };
}

/** Diagnostics in reading order: by file, line, column, then rule; what was found twice is there once. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const order = (a: Diagnostic, b: Diagnostic): number =>
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message);
  const sorted = diagnostics.toSorted(order);
  return sorted.filter((each, at) => {
    const before = sorted[at - 1];
    return !before || order(before, each) !== 0;
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** True when one of them is an error. */
export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.level === 'error');
