import yargs, { type CommandModule } from 'yargs';
import { Unwritable } from '../files/write.ts';
import { UnreadableBank } from '../node.ts';
import { type Known, refuseUnclear, unmark, unmarked, withOperands } from './arguments.ts';
import type { Command } from './command.ts';
import { ownVersion } from './programs.ts';
import { type ExitCode, exit, type Run, type Terminal, UsageError } from './terminal.ts';

/** The sentences of yargs that an author may see, in our words. */
const strings = {
  'Did you mean %s?': 'there is no such command; did you mean "%s"?',
  'Unknown argument: %s': {
    one: 'there is no command or option "%s"; "recto --help" lists them',
    other: 'there are no commands or options "%s"; "recto --help" lists them',
  },
  'Unknown command: %s': {
    one: 'there is no command "%s"; "recto --help" lists them',
    other: 'there are no commands "%s"; "recto --help" lists them',
  },
  'Not enough arguments following: %s': '--%s takes a value; "recto --help" says more',
} as unknown as Record<string, string>;

/** The commands in the order of the help; each is loaded only when it is wanted, for most load a good deal. */
const commands = new Map<string, () => Promise<{ readonly command: Command }>>([
  ['build', () => import('./commands/build.ts')],
  ['check', () => import('./commands/check.ts')],
  ['quiz', () => import('./commands/quiz.ts')],
  ['ids', () => import('./commands/ids.ts')],
  ['lock', () => import('./commands/lock.ts')],
  ['new', () => import('./commands/new.ts')],
  ['schema', () => import('./commands/schema.ts')],
]);

/** The command that was asked for; all of them when it is none, for the help and for "did you mean". */
async function wanted([first]: readonly string[]): Promise<Command[]> {
  if (first === '--version') return [];
  const load = first === undefined ? undefined : commands.get(first);
  const found: Command[] = [];
  for (const each of load ? [load] : commands.values()) found.push((await each()).command);
  return found;
}

/** The names of the operands of these commands: "bank" of "check [bank..]". */
const operandsOf = (modules: readonly CommandModule[]): string[] =>
  modules.flatMap(({ command }) =>
    [...`${command}`.matchAll(/[<[]([\w-]+)/g)].flatMap(([, name]) => name ?? []),
  );

/** Runs the command with these arguments (without node and script) and gives its exit code. Never throws. */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exit.fine;
  const run: Run = async (command) => {
    code = await command();
  };
  const modules = (await wanted(args)).map((command) => command(run, terminal));
  const parser = yargs()
    .scriptName('recto')
    .usage('$0 <command>\n\nOne YAML question bank: Anki decks that update in place, and printed quizzes.')
    .command(modules)
    .option('debug', { type: 'boolean', default: false, describe: 'Show where a failure comes from' })
    .demandCommand(1, 'say what to do; "recto --help" lists the commands')
    .strict()
    .parserConfiguration({ 'dot-notation': false })
    .middleware(unmark)
    .check((given, options: unknown) => refuseUnclear(args, given, options as Known, operandsOf(modules)))
    .recommendCommands()
    .version(ownVersion)
    .wrap(Math.min(100, terminal.columns))
    .locale('en')
    .updateStrings(strings)
    .exitProcess(false)
    .fail((message, error) => {
      // What yargs throws itself is about the arguments; what a command throws comes through as it is.
      if (error && error.name !== 'YError') throw error;
      const sentence = unmarked(message ?? error.message).replace(/\s+/g, ' ');
      // yargs counts what is missing; what it is, its help says.
      const wanting = sentence.startsWith('Not enough non-option arguments');
      throw new UsageError(
        wanting ? `say what "recto ${args[0]}" is to work on; "recto ${args[0]} --help" tells how` : sentence,
      );
    });
  try {
    await parser.parseAsync(withOperands(args), {}, (_error, _arguments, output) => {
      if (output) terminal.out(`${output}\n`);
    });
  } catch (error) {
    code = explain(error as Error, args.includes('--debug'), terminal);
  }
  return code;
}

/** Says what went wrong in one sentence, and whose fault it was in the exit code. */
function explain(error: Error, debug: boolean, terminal: Terminal): ExitCode {
  const ours = ![UsageError, UnreadableBank, Unwritable].some((kind) => error instanceof kind);
  const words = ours ? `something broke in recto: ${error.message}` : error.message;
  terminal.err(`recto: ${words}\n`);
  if (debug) terminal.err(`${error.stack}\n`);
  else if (ours) terminal.err('This is a bug; --debug shows where it comes from.\n');
  return ours ? exit.broken : exit.usedWrongly;
}
