import type { Level } from '../../bank/rules.ts';
import type { Reporter } from './reporter.ts';

/** One object for programs; lines and columns are 1-based, and columns count characters. */
export const json: Reporter = ({ diagnostics, questions }) => {
  const count = (level: Level) => diagnostics.filter((each) => each.level === level).length;
  const report = {
    diagnostics: diagnostics.map(({ rule, level, message, file, line, column, question }) => ({
      rule,
      level,
      message,
      file,
      line,
      column,
      question,
    })),
    summary: { errors: count('error'), warnings: count('warning'), advice: count('advice'), questions },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};
