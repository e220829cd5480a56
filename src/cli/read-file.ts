import { readFileSync } from 'node:fs';
import { reason } from '../files/reason.ts';
import { UsageError } from './terminal.ts';

/**
 * A file's text, or undefined when there is none.
 * @throws {UsageError} when there is one and it cannot be read
 */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UsageError(`cannot read "${path}": ${reason(error)}`);
  }
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
