import type { Diagnostic } from '../bank/diagnostic.ts';
import type { BankFiles, Loaded } from '../bank/load.ts';
import type { YamlMap } from '../bank/yaml/parse.ts';
import { keyRange, type Path } from '../bank/yaml/path.ts';
import type { Change } from './change.ts';
import { type EditedFile, withTexts } from './edited.ts';
import { planIds } from './ids.ts';
import { knownFields } from './known-fields.ts';
import { Lines } from './lines.ts';
import { repairsFor } from './repairs.ts';
import { rewrite } from './rewrite.ts';
import { better, type Check, type Spot, Survey } from './survey.ts';

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

/** A repair to be tried. */
interface Attempt {
  readonly name: string;
  readonly spot: Spot;
  readonly change: Change;
}

/**
 * Repairs what is safe to repair. Works in rounds: at most one repair a question at once, then the bank is read again,
 * and a repair that has not made its question better by all that `check` says is taken back. `reserved` as for `giveIds`.
 */
export function repairBank(files: BankFiles, reserved: readonly string[], check: Check): RepairedBank {
  let now = new Survey(files, check);
  const done: Attempt[] = [];
  const refused = new Set<string>();
  for (;;) {
    const round = attempts(now, reserved, refused);
    if (round.length === 0) break;
    const tried = attempted(now, round);
    const kept = round.filter(({ spot: { owner } }) => better(tried.healthOf(owner), now.healthOf(owner)));
    const next = kept.length === round.length ? tried : attempted(now, kept);
    // What helps one question may harm another, as two that come to share an earlier id.
    const helped = better(next.health, now.health);
    for (const attempt of round) {
      if (helped && kept.includes(attempt)) done.push(attempt);
      else refused.add(attempt.name);
    }
    if (helped) now = next;
  }
  const { loaded, diagnostics } = now;
  return { loaded, diagnostics, ...outcome(files, now, done), takenBack: refused.size };
}

/** For each question the first repair that is known for one of its problems; its id comes last, made from its words. */
function attempts(survey: Survey, reserved: readonly string[], refused: ReadonlySet<string>): Attempt[] {
  const ids = new Map<YamlMap, Change>();
  for (const { question, change } of planIds(survey.parsed, reserved).ids) ids.set(question, change);
  const idFor = (question: YamlMap) => ids.get(question);
  const chosen = new Map<string, Attempt>();
  for (const [diagnostic, spot] of survey.spots) {
    const known = repairsFor(diagnostic.rule);
    if (known.length === 0 || chosen.get(spot.owner)?.change.kind === 'rename') continue;
    const context = { idFor, known: knownFields(spot, survey.files) };
    const [change] = known.flatMap((repair) => repair(spot, context) ?? []);
    const name = nameOf(spot, diagnostic);
    if (!change || refused.has(name)) continue;
    if (change.kind === 'rename' || !chosen.has(spot.owner)) chosen.set(spot.owner, { name, spot, change });
  }
  return [...chosen.values()];
}

/** The same from round to round, although lines move. */
const nameOf = ({ owner, path }: Spot, { rule, message }: Diagnostic): string =>
  [owner, ...path.map(String), rule, message].join(' ');

/** The bank with these repairs made; a file that cannot be changed safely stays as it is. */
function attempted(survey: Survey, round: readonly Attempt[]): Survey {
  const edited = survey.parsed.flatMap(({ file, root }): EditedFile[] => {
    const changes = round.filter(({ spot }) => spot.file === file).map(({ change }) => change);
    const text = root && changes.length > 0 ? rewrite(file, root, changes) : undefined;
    return text === undefined ? [] : [{ file, text }];
  });
  return new Survey(withTexts(survey.files, edited), survey.check);
}

function outcome(before: BankFiles, after: Survey, done: readonly Attempt[]) {
  const texts = new Map(after.parsed.map(({ file }) => [file.path, file.text]));
  const original = [before.deck, ...(before.quizzes ? [before.quizzes] : []), ...before.topics];
  const files = original.flatMap((file): EditedFile[] => {
    const text = texts.get(file.path);
    return text === undefined || text === file.text ? [] : [{ file, text }];
  });
  const repaired = after.parsed.flatMap(({ file, root, questions }): Repaired[] => {
    const lines = new Lines(file.text);
    return done
      .filter(({ spot }) => spot.file.path === file.path)
      .map(({ spot, change }) => {
        const base = questions[Number(spot.owner.split('#').at(-1) || -1)] ?? root;
        const range = base && keyRange(base, keyPath(spot, change));
        return { file: file.path, line: lines.lineOf(range?.start ?? 0), message: say(change) };
      })
      .sort((a, b) => a.line - b.line);
  });
  return { files, repaired };
}

/** Where the change stands below its owner once it is made. */
function keyPath({ path }: Spot, change: Change): Path {
  return change.kind === 'rename' ? [...path, change.to] : ['id'];
}

function say(change: Change): string {
  if (change.kind === 'rename') return `"${change.entry.key.value}" is now "${change.to}"`;
  return `id "${change.value}" added`;
}
