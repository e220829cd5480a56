import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync } from 'node:fs';
import { placeInside } from '../files/inside.ts';
import { reason } from '../files/reason.ts';
import { leavingLink } from '../files/source.ts';
import { UsageError } from './terminal.ts';

/**
 * A file's text, or undefined when there is none.
 * @param bank the folder of the bank that it belongs to, if any: no link may lead out of that
 * @throws {UsageError} when there is one and it cannot or must not be read
 */
export function readIfThere(path: string, bank?: string): string | undefined {
  try {
    const bytes = readFileSync(bank === undefined ? path : inBank(path, bank));
    // What stood in the place of such a byte would be written back.
    if (!isUtf8(bytes)) throw new Error('it is not UTF-8 text; restore it from git');
    return bytes.toString();
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const isLink = isMissing && lstatSync(path, { throwIfNoEntry: false }) !== undefined;
    if (isMissing && !isLink) return undefined;
    const why = isLink ? 'it is a link to nothing; delete it, or put the file there' : reason(error);
    throw new UsageError(`cannot read "${path}": ${why}`);
  }
}

function inBank(path: string, bank: string): string {
  const place = placeInside(bank, path);
  if (place !== undefined) return place;
  throw new Error(`it is ${leavingLink}; put the file itself there`);
}

/**
 * What `read` takes from the disk; `what` names it in messages.
 * @throws {UsageError} when the system does not let us read it
 */
export function reading<Read>(what: string, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    throw new UsageError(`cannot read ${what}: ${reason(error)}`);
  }
}
