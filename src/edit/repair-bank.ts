import type { Diagnostic } from '../bank/diagnostic.ts';
import type { BankFiles, Loaded } from '../bank/load.ts';
import { positionAt } from '../files/source.ts';
import { present } from '../text/present.ts';
import { type Change, editOf } from './change.ts';
import {
  better,
  type Check,
  type DiagnosedBank,
  diagnosed,
  type Readability,
  type YamlPlace,
} from './diagnosed-bank.ts';
import { type EditedFile, withTexts } from './edited.ts';
import { knownFields } from './known-fields.ts';
import { planIds } from './plan-ids.ts';
import { type Repair, repairsFor } from './repairs.ts';
import { rewrite } from './rewrite.ts';

/** A repair that was made. */
export interface Repaired {
  readonly file: string;
  /** 1-based, in the file as it is after all repairs. */
  readonly line: number;
  /** `"rigth" is now "right"` */
  readonly message: string;
}

/** A bank after its repairs, and what was repaired; nothing is written yet. */
export interface RepairedBank {
  readonly loaded: Loaded;
  /** What the check says of it now. */
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly EditedFile[];
  readonly repaired: readonly Repaired[];
  /** How many repairs were tried and taken back, because the bank would not have been better for them. */
  readonly takenBack: number;
}

/** What a rule brings to repair what it complains of. */
export type RepairOf = (rule: string) => Repair | undefined;

/** A repair to be tried. */
interface Attempt {
  readonly name: string;
  readonly place: YamlPlace;
  readonly change: Change;
}

/** A repair that was made, by its offset in the file's text of now. */
type Made = Omit<Repaired, 'line'> & { readonly offset: number };

/**
 * Repairs what is safe to repair. Works in rounds: at most one repair a question at once, then the bank is read again,
 * and a repair that has not made its question better by all that `check` says is taken back. `reserved` as for `giveIds`.
 * `repairOf` gives what else is known to repair for a rule.
 */
export function repairBank(
  files: BankFiles,
  reserved: readonly string[],
  check: Check,
  repairOf: RepairOf = () => undefined,
): RepairedBank {
  const before = diagnosed(files, check);
  let now = before;
  let made: readonly Made[] = [];
  const refused = new Set<string>();
  for (;;) {
    const round = attempts(now, reserved, refused, repairOf);
    if (round.length === 0) break;
    const tried = attempted(now, round, check);
    const kept = round.filter(({ place: { owner } }) => better(inBank(tried, owner), inBank(now, owner)));
    const next = kept.length === round.length ? tried : attempted(now, kept, check);
    // What helps one question may harm another, as two that come to share an earlier id.
    const helped = better(next.whole, now.whole);
    for (const attempt of round) if (!helped || !kept.includes(attempt)) refused.add(attempt.name);
    if (!helped) continue;
    made = withRound(made, kept);
    now = next;
  }
  const { loaded, diagnostics } = now;
  return { loaded, diagnostics, ...outcome(before, now, made), takenBack: refused.size };
}

const inBank = ({ owners }: DiagnosedBank, owner: string): Readability =>
  present(owners.get(owner), `"${owner}" in the bank after its repairs`);

/** For each question the first repair that is known for one of its problems; its id comes last, made from its words. */
function attempts(
  bank: DiagnosedBank,
  reserved: readonly string[],
  refused: ReadonlySet<string>,
  repairOf: RepairOf,
): Attempt[] {
  const planned = planIds(bank.parsed, reserved).ids;
  const ids = new Map(planned.map(({ question, change }) => [question, change]));
  const chosen = new Map<string, Attempt>();
  for (const [diagnostic, place] of bank.places) {
    const { rule } = diagnostic;
    const known = [...repairsFor(rule), repairOf(rule) ?? []].flat();
    if (known.length === 0 || chosen.get(place.owner)?.change.kind === 'rename') continue;
    const context = { ids, known: knownFields(place, bank.files) };
    const [change] = known.flatMap((repair) => repair(place, context) ?? []);
    const name = nameOf(place, diagnostic);
    if (!change || refused.has(name)) continue;
    if (change.kind === 'rename' || !chosen.has(place.owner))
      chosen.set(place.owner, { name, place, change });
  }
  return [...chosen.values()];
}

/** The same from round to round, although lines move. */
const nameOf = ({ owner, path }: YamlPlace, { rule, message }: Diagnostic): string =>
  [owner, ...path.map(String), rule, message].join(' ');

/** The bank with these repairs made; a file that cannot be changed safely stays as it is. */
function attempted(bank: DiagnosedBank, round: readonly Attempt[], check: Check): DiagnosedBank {
  const edited = bank.parsed.flatMap(({ file, root }): EditedFile[] => {
    const changes = round.filter(({ place }) => place.file === file).map(({ change }) => change);
    const text = root && changes.length > 0 ? rewrite(file, root, changes) : undefined;
    return text === undefined ? [] : [{ file, text }];
  });
  return diagnosed(withTexts(bank.files, edited), check);
}

/** The repairs made so far and those of one more round, by their offsets; what stands behind a change moves with it. */
function withRound(made: readonly Made[], round: readonly Attempt[]): Made[] {
  const edits = round.map(({ place: { file }, change }) => {
    const { start, end, text } = editOf(file.text, change);
    return { file: file.path, message: say(change), offset: start, growth: text.length - (end - start) };
  });
  const shifts = new Map<string, number>();
  // Of two at one offset the edit comes first, and moves what was there.
  return [...edits, ...made.map((one) => ({ ...one, growth: 0 }))]
    .sort((a, b) => a.offset - b.offset)
    .map(({ growth, ...one }) => {
      const shift = shifts.get(one.file) ?? 0;
      shifts.set(one.file, shift + growth);
      return { ...one, offset: one.offset + shift };
    });
}

function outcome(before: DiagnosedBank, after: DiagnosedBank, made: readonly Made[]) {
  const now = new Map(after.parsed.map(({ file }) => [file.path, file]));
  const files = before.parsed.flatMap(({ file }): EditedFile[] => {
    const text = now.get(file.path)?.text;
    return text === undefined || text === file.text ? [] : [{ file, text }];
  });
  const repaired = [...now.values()].flatMap((file) => {
    const inside = made.filter((one) => one.file === file.path);
    return inside.map(({ offset, ...one }): Repaired => ({ ...one, line: positionAt(file, offset).line }));
  });
  return { files, repaired };
}

function say(change: Change): string {
  if (change.kind === 'rename') return `"${change.entry.key.value}" is now "${change.to}"`;
  return `id "${change.value}" added`;
}
