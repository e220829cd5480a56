import { UsageError } from './terminal.ts';

/**
 * Refuses what yargs takes and no command can mean: an option given twice, one without its value, and a flag with one.
 * An option that may be repeated joins its values by a `coerce`.
 *
 * @param args as the user wrote them
 * @param given what yargs read from them
 * @param known the names of the options that take no value, and of those that are lists
 */
export function refuseUnclear(
  args: readonly string[],
  given: Readonly<Record<string, unknown>>,
  { boolean = [], array = [] }: { readonly boolean?: readonly string[]; readonly array?: readonly string[] },
): true {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  options.forEach((word, at) => {
    const [, written, value] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (written === undefined) return;
    const name = listed(written);
    const all = given[name];
    if (Array.isArray(all) && !array.includes(name))
      throw new UsageError(`--${name} is given ${all.length === 2 ? 'twice' : `${all.length} times`}`);
    const flag = boolean.includes(name);
    if (flag && value !== undefined && value !== 'true' && value !== 'false')
      throw new UsageError(`--${name} takes no value, and "${value}" is given`);
    if (!flag && (value ?? options[at + 1]) === '')
      throw new UsageError(`--${name} takes a value; "recto --help" says more`);
  });
  return true;
}

/** As the help lists it: "id-digits" for what yargs also takes as "idDigits" or "no-id-digits". */
const listed = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^no-/, '');
