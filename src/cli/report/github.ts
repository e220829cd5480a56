import type { Diagnostic } from '../../bank/diagnostic.ts';
import type { Reporter } from './reporter.ts';

const commands = { error: 'error', warning: 'warning', advice: 'notice' } as const;

/**
 * One workflow command a problem, which GitHub Actions turns into annotations:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const github: Reporter = ({ diagnostics }) => diagnostics.map(command).join('');

function command({ level, file, line, column, length, rule, message }: Diagnostic): string {
  const properties = { file, line, col: column, endColumn: column + length, title: rule };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${commands[level]} ${list.join(',')}::${data(message)}\n`;
}

// The runner undoes exactly these (actions/runner, ActionCommand.cs).
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
