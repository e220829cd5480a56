import { buildTimes, isBuildTime } from '../identity/time.ts';
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
  /**
   * The time of this run in milliseconds, fixed by SOURCE_DATE_EPOCH where that is set.
   * @throws {UsageError} when it is no time that a build may have
   */
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
  let now: number | undefined;
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
    get now() {
      now ??= timeOf(env.SOURCE_DATE_EPOCH, Date.now());
      return now;
    },
    clock,
  };
}

/** The time that SOURCE_DATE_EPOCH fixes, in seconds (reproducible-builds.org), or else that of this machine's clock. */
function timeOf(epoch: string | undefined, clock: number): number {
  const seconds = (time: number): number => time / 1000;
  const { from, before } = buildTimes;
  if (epoch) {
    const time = /^\d{10}$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN;
    if (isBuildTime(time)) return time;
    const range = `whole seconds from ${seconds(from)} to ${seconds(before) - 1}, the years 2017 to 2099`;
    const given = epoch.length > 40 ? `${epoch.slice(0, 39)}…` : epoch;
    throw new UsageError(`SOURCE_DATE_EPOCH takes ${range}, not ${JSON.stringify(given)}`);
  }
  if (isBuildTime(clock)) return clock;
  const year = new Date(clock).getUTCFullYear();
  throw new UsageError(
    `this computer's clock says it is ${year}, and learners would keep that time for ever; set the clock`,
  );
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
