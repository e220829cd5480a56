import { hasErrors } from '../../bank/diagnostic.ts';
import { isRule, ruleIds } from '../../check/catalogue.ts';
import { adviceOn } from '../../text/nearest.ts';
import { findingsOf, openBanks } from '../banks.ts';
import { type Command, flag, someBanks, value } from '../command.ts';
import { fixBanks } from '../fix.ts';
import { formats, type ReporterName, reporters } from '../report/index.ts';
import { type ExitCode, exit, type Terminal, UsageError } from '../terminal.ts';
import { counted } from '../wording.ts';

export interface CheckOptions {
  readonly banks: readonly string[];
  readonly format: ReporterName;
  /** Only these rules; all if there are none. */
  readonly rules: readonly string[];
  /** Repair what is safe to repair, then check. */
  readonly fix: boolean;
}

/** `recto check`: every problem of the banks, and nothing else. */
export async function check(
  { banks, format, rules, fix }: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const found = await openBanks(banks, terminal);
  const opened = (fix ? await fixBanks(found, terminal) : found).map((bank) => ({
    ...bank,
    diagnostics: bank.diagnostics.filter(({ rule }) => rules.length === 0 || rules.includes(rule)),
  }));
  const findings = findingsOf(opened);
  const report = reporters[format](findings, terminal);
  if (format === 'pretty') {
    if (report !== '') terminal.err(report);
    for (const { diagnostics, path, questionCount } of opened) {
      if (diagnostics.length === 0)
        terminal.out(`${path}: ${counted(questionCount, 'question')}, no problems\n`);
    }
  } else terminal.out(report);
  return hasErrors(findings.diagnostics) ? exit.bankHasErrors : exit.fine;
}

export const command: Command = (run, terminal) => ({
  command: 'check [bank..]',
  describe: 'Say what is wrong with banks, and where',
  builder: (yargs) =>
    yargs.positional('bank', someBanks).options({
      format: { ...value(`How to say it: ${formats.join(', ')}`), default: 'pretty' },
      rule: { ...value('Some rules only, with commas between them'), coerce: String },
      fix: flag('First repair what is safe: misspelt fields, missing ids'),
    }),
  handler: ({ bank = [], format, rule, fix }) =>
    run(async () =>
      check(
        {
          banks: bank as string[],
          format: readReporter(format),
          rules: readRules(rule),
          fix: fix === true,
        },
        terminal,
      ),
    ),
});

function readReporter(given: unknown): ReporterName {
  const format = formats.find((each) => each === given);
  if (!format) throw new UsageError(`--format takes one of ${formats.join(', ')}, not "${given}"`);
  return format;
}

/** The rules of `--rule a,b --rule c`. */
function readRules(given: unknown): readonly string[] {
  if (given === undefined) return [];
  const rules = String(given)
    .split(',')
    .map((word) => word.trim());
  for (const rule of rules)
    if (!isRule(rule)) {
      const advice = adviceOn(rule, ruleIds, 'docs/diagnostics lists them');
      throw new UsageError(`there is no rule "${rule}"; ${advice}`);
    }
  return rules;
}
