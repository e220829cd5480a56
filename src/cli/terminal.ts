import { statusLine } from './status.ts';

/** What a command sees of the world: handed in, so that tests can hand in another. */
export interface Terminal {
  /** Results. */
  readonly out: (text: string) => void;
  /** Messages. */
  readonly err: (text: string) => void;
  /** How far a long work is, on a line that what is written next takes the place of; shown where somebody looks. */
  readonly status: (text: string) => void;
  readonly cwd: string;
  /** Columns of a terminal; 80 when the output goes elsewhere. */
  readonly columns: number;
  readonly color: boolean;
  /** The time of this run in milliseconds, fixed by SOURCE_DATE_EPOCH where that is set. */
  readonly now: number;
  /** Milliseconds on a clock that only measures. */
  readonly clock: () => number;
}

/** Exit codes, as scripts may rely on them. */
export const exit = {
  fine: 0,
  /** The bank has errors. */
  bankHasErrors: 1,
  /** The command was used wrongly: an unknown option, a bank that is not there, a folder that cannot be written. */
  usedWrongly: 2,
  /** Something broke on our side. */
  broken: 3,
} as const;

export type ExitCode = (typeof exit)[keyof typeof exit];

/** Runs a command's work and keeps its exit code. */
export type Run = (command: () => Promise<ExitCode>) => Promise<void>;

/** The command was used wrongly; the message says how, in one sentence. */
export class UsageError extends Error {}

/** The process's own terminal. Colour is off where `NO_COLOR` is set or messages do not go to a terminal. */
export function processTerminal(
  process: NodeJS.Process,
  clock: () => number = () => performance.now(),
): Terminal {
  const { env, stdout, stderr } = process;
  const epoch = Number(env.SOURCE_DATE_EPOCH);
  const columns = stderr.columns || 80;
  const status = statusLine((text) => stderr.write(text), columns, clock);
  const over = (stream: NodeJS.WriteStream) => (text: string) => {
    status.hide();
    stream.write(text);
  };
  return {
    out: over(stdout),
    err: over(stderr),
    status: stderr.isTTY ? status.show : () => {},
    cwd: process.cwd(),
    columns,
    color: !env.NO_COLOR && stderr.isTTY === true,
    now: env.SOURCE_DATE_EPOCH && Number.isFinite(epoch) ? epoch * 1000 : Date.now(),
    clock,
  };
}

/** Marks up words for a terminal, or leaves them as they are. */
export function painter(color: boolean) {
  const paint = (code: number) => (words: string) => (color ? `\u001b[${code}m${words}\u001b[0m` : words);
  return {
    bold: paint(1),
    dim: paint(2),
    red: paint(31),
    yellow: paint(33),
    blue: paint(34),
  };
}
