import type { CommandModule } from 'yargs';
import type { Run, Terminal } from './terminal.ts';

/** What each file in `commands/` gives as `command`: what yargs is to know of it. */
export type Command = (run: Run, terminal: Terminal) => CommandModule;

/** The banks to work on, as an argument of a command. */
export const someBanks = {
  type: 'string',
  array: true,
  describe: 'Folders or files; all in cards/ if none',
} as const;

/** An option that takes a value. */
export const value = (describe: string) => ({ type: 'string', requiresArg: true, describe }) as const;

/** An option that takes a value each time it is given. */
export const values = (describe: string) =>
  ({ type: 'string', array: true, nargs: 1, requiresArg: true, describe }) as const;

/** An option that is there or not. */
export const flag = (describe: string) => ({ type: 'boolean', default: false, describe }) as const;
