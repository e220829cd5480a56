import type { Diagnostic } from '../bank/diagnostic.ts';
import type { BankFiles } from '../bank/load.ts';
import type { YamlMap } from '../bank/yaml/node.ts';
import { positionAt, type SourceFile } from '../files/source.ts';
import { editOf } from './change.ts';
import type { EditedFile } from './edited.ts';
import { parseBank } from './parsed.ts';
import { type NewId, planIds } from './plan-ids.ts';
import { rewrite } from './rewrite.ts';

/** An id that a question was given. */
export interface GivenId {
  readonly id: string;
  /** Where it will stand in the file as it is now, 1-based. */
  readonly lineBefore: number;
  /** Where it stands in the file as it becomes, 1-based. */
  readonly line: number;
}

/** A file with ids for questions that had none. */
export interface FileWithIds extends EditedFile {
  readonly given: readonly GivenId[];
}

/** What came of giving ids. */
export interface IdsGiven {
  readonly files: readonly FileWithIds[];
  /** Files that could not be changed without changing more than that: they are left alone. */
  readonly unsafe: readonly SourceFile[];
  /** What is wrong with files as YAML, and questions that no id can be made for. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Gives ids to all questions of a bank without one. Pure: what is to be written is in the result. `reserved` are ids
 * that no question may get although none has them, such as those of questions that have gone.
 */
export function giveIds(bank: BankFiles, reserved: Iterable<string>): IdsGiven {
  const parsed = parseBank(bank);
  const plan = planIds(parsed, reserved);
  const files: FileWithIds[] = [];
  const unsafe: SourceFile[] = [];
  for (const { file, root } of parsed) {
    const ids = plan.ids.filter((each) => each.file === file);
    if (!root || ids.length === 0) continue;
    const given = withIds(file, root, ids);
    if (given) files.push(given);
    else unsafe.push(file);
  }
  const diagnostics = [...parsed.flatMap((each) => each.diagnostics), ...plan.diagnostics];
  return { files, unsafe, diagnostics };
}

function withIds(file: SourceFile, root: YamlMap, ids: readonly NewId[]): FileWithIds | undefined {
  const changes = ids.map(({ change }) => change);
  const text = rewrite(file, root, changes);
  if (text === undefined) return undefined;
  let added = 0;
  const given = ids
    .map(({ id, change }) => ({ id, edit: editOf(file.text, change) }))
    .sort((a, b) => a.edit.start - b.edit.start)
    .map(({ id, edit }): GivenId => {
      const lineBefore = positionAt(file, edit.start).line;
      const line = lineBefore + added;
      added += edit.text.split('\n').length - 1;
      return { id, lineBefore, line };
    });
  return { file, text, given };
}
