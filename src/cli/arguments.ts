import { UsageError } from './terminal.ts';

/** Stands before an operand that yargs is to take as it is: no argument of a program can hold this character. */
const mark = '\0';

const beforeEnd = (args: readonly string[]): readonly string[] => {
  const end = args.indexOf('--');
  return end < 0 ? args : args.slice(0, end);
};

/**
 * The arguments as yargs reads all of them. It drops what stands behind `--`, and these are operands like others,
 * whatever they begin with.
 *
 * @param args as the user wrote them
 * @throws {UsageError} for options of one letter, of which there are none, and where no command stands before `--`
 */
export function withOperands(args: readonly string[]): string[] {
  const before = beforeEnd(args);
  for (const word of before)
    if (/^-(?![\d.]+$)[^-]/.test(word))
      throw new UsageError(
        `there is no option "${word}"; "recto --help" lists them, and a name that begins with "-" stands behind "--"`,
      );
  if (before.length < args.length && before.every((word) => word.startsWith('-')))
    throw new UsageError('say before "--" what to do; "recto --help" lists the commands');
  return [...before, ...args.slice(before.length + 1).map((word) => mark + word)];
}

/** A sentence of yargs about these arguments, with the words as the user wrote them. */
export const unmarked = (words: string): string => words.replaceAll(mark, '');

/** The same in all that yargs read from these arguments. */
export function unmark(given: Record<string, unknown>): void {
  const bare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(bare);
    return typeof value === 'string' ? unmarked(value) : value;
  };
  for (const [name, value] of Object.entries(given)) given[name] = bare(value);
}

/** What yargs knows of the options, by their names. */
export interface Known {
  /** All there are, and the names of operands. */
  readonly key: Readonly<Record<string, unknown>>;
  /** Those that take no value. */
  readonly boolean: readonly string[];
  /** Those that are lists. */
  readonly array: readonly string[];
}

/**
 * Refuses what yargs takes and no command can mean: an option given twice, one without its value, a flag with one, and
 * an operand that is empty or that yargs passes over. An option that may be repeated joins its values by a `coerce`.
 *
 * @param args as the user wrote them
 * @param given what yargs read from them
 * @param named the operands of the commands, as yargs calls them
 * @throws {UsageError}
 */
export function refuseUnclear(
  args: readonly string[],
  given: Readonly<Record<string, unknown>>,
  known: Known,
  named: readonly string[],
): true {
  const { options, operands } = toldApart(beforeEnd(args), known);
  const flags = new Set<string>();
  for (const { written, value } of options) {
    const name = listed(written);
    const isFlag = known.boolean.includes(name);
    if (!Object.hasOwn(known.key, name) || (!isFlag && written.startsWith('no-')))
      throw new UsageError(nothingCalled(written));
    const all = given[name];
    if (Array.isArray(all) && !known.array.includes(name))
      throw new UsageError(`--${name} is given ${all.length === 2 ? 'twice' : `${all.length} times`}`);
    if (named.includes(name)) throw new UsageError(nothingCalled(written));
    if (isFlag && value !== undefined && value !== 'true' && value !== 'false')
      throw new UsageError(`--${name} takes no value, and "${value}" is given`);
    if (isFlag && flags.has(name)) throw new UsageError(`--${name} is given twice`);
    if (!isFlag && !value) throw new UsageError(`--${name} takes a value; "recto --help" says more`);
    flags.add(name);
  }
  refuseDropped([...operands, ...args.slice(beforeEnd(args).length + 1)], given, named);
  return true;
}

const nothingCalled = (written: string): string =>
  `there is no command or option "${written}"; "recto --help" lists them`;

/** Each option as it was written, without its dashes, and its value; and the words that are neither. */
function toldApart(words: readonly string[], { boolean }: Known) {
  const options: { readonly written: string; readonly value: string | undefined }[] = [];
  const operands: string[] = [];
  const left = words.values();
  for (const word of left) {
    const [, written, value] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (written === undefined) operands.push(word);
    else if (value !== undefined || boolean.includes(listed(written))) options.push({ written, value });
    else options.push({ written, value: left.next().value });
  }
  return { options, operands };
}

/** Refuses operands that the command would not get; the first of them all is the command itself. */
function refuseDropped(
  [, ...operands]: readonly string[],
  given: Readonly<Record<string, unknown>>,
  named: readonly string[],
): void {
  if (operands.includes('')) throw new UsageError('a name is empty; delete it, or write what it should say');
  const taken = new Set(named.flatMap((name) => given[name] ?? []));
  const dropped = operands.find((word) => !taken.has(word));
  if (dropped !== undefined)
    throw new UsageError(`"${dropped}" is not read as a name where it stands; write it last, behind "--"`);
}

/** As the help lists it: "id-digits" for what yargs also takes as "idDigits" or "no-id-digits". */
const listed = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^no-/, '');
