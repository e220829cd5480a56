import type { Diagnostic } from '../bank/diagnostic.ts';
import type { BankFiles, Loaded } from '../bank/load.ts';
import type { YamlMap } from '../bank/yaml/node.ts';
import { keyRange, type Path } from '../bank/yaml/path.ts';
import type { Change } from './change.ts';
import { better, DiagnosedBank, type YamlPlace } from './diagnosed-bank.ts';
import { type EditedFile, withTexts } from './edited.ts';
import { knownFields } from './known-fields.ts';
import { Lines } from './lines.ts';
import { planIds } from './plan-ids.ts';
import { repairs } from './repairs.ts';
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
  readonly files: readonly EditedFile[];
  readonly repaired: readonly Repaired[];
  /** How many repairs were tried and taken back, because the bank would not have been better for them. */
  readonly takenBack: number;
}

/** A repair to be tried. */
interface Attempt {
  readonly name: string;
  readonly place: YamlPlace;
  readonly change: Change;
}

/**
 * Repairs what is safe to repair. Works in rounds: at most one repair a question at once, then the bank is read again,
 * and a repair that has not made its question better is taken back. `reserved` as for `giveIds`.
 */
export function repairBank(files: BankFiles, reserved: readonly string[]): RepairedBank {
  let now = new DiagnosedBank(files);
  const done: Attempt[] = [];
  const refused = new Set<string>();
  for (;;) {
    const round = attempts(now, reserved, refused);
    if (round.length === 0) break;
    const tried = attempted(now, round);
    const kept = round.filter(({ place: { owner } }) =>
      better(tried.readabilityOf(owner), now.readabilityOf(owner)),
    );
    const next = kept.length === round.length ? tried : attempted(now, kept);
    // What helps one question may harm another, as two that come to share an earlier id.
    const helped = better(next.readability, now.readability);
    for (const attempt of round) {
      if (helped && kept.includes(attempt)) done.push(attempt);
      else refused.add(attempt.name);
    }
    if (helped) now = next;
  }
  return { loaded: now.loaded, ...outcome(files, now, done), takenBack: refused.size };
}

/** For each question the first repair that is known for one of its problems; its id comes last, made from its words. */
function attempts(bank: DiagnosedBank, reserved: readonly string[], refused: ReadonlySet<string>): Attempt[] {
  const ids = new Map<YamlMap, Change>();
  for (const { question, change } of planIds(bank.parsed, reserved).ids) ids.set(question, change);
  const idFor = (question: YamlMap) => ids.get(question);
  const chosen = new Map<string, Attempt>();
  for (const [diagnostic, place] of bank.places) {
    const known = repairs[diagnostic.rule] ?? [];
    if (known.length === 0 || chosen.get(place.owner)?.change.kind === 'rename') continue;
    const context = { idFor, known: knownFields(place, bank.files) };
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
function attempted(bank: DiagnosedBank, round: readonly Attempt[]): DiagnosedBank {
  const edited = bank.parsed.flatMap(({ file, root }): EditedFile[] => {
    const changes = round.filter(({ place }) => place.file === file).map(({ change }) => change);
    const text = root && changes.length > 0 ? rewrite(file, root, changes) : undefined;
    return text === undefined ? [] : [{ file, text }];
  });
  return new DiagnosedBank(withTexts(bank.files, edited));
}

function outcome(before: BankFiles, after: DiagnosedBank, done: readonly Attempt[]) {
  const texts = new Map(after.parsed.map(({ file }) => [file.path, file.text]));
  const original = [before.deck, ...(before.quizzes ? [before.quizzes] : []), ...before.topics];
  const files = original.flatMap((file): EditedFile[] => {
    const text = texts.get(file.path);
    return text === undefined || text === file.text ? [] : [{ file, text }];
  });
  const repaired = after.parsed.flatMap(({ file, root, questions }): Repaired[] => {
    const lines = new Lines(file.text);
    return done
      .filter(({ place }) => place.file.path === file.path)
      .map(({ place, change }) => {
        const base = questions[Number(place.owner.split('#').at(-1) || -1)] ?? root;
        const range = base && keyRange(base, keyPath(place, change));
        return { file: file.path, line: lines.lineOf(range?.start ?? 0), message: say(change) };
      })
      .sort((a, b) => a.line - b.line);
  });
  return { files, repaired };
}

/** Where the change stands below its owner once it is made. */
function keyPath({ path }: YamlPlace, change: Change): Path {
  return change.kind === 'rename' ? [...path, change.to] : ['id'];
}

function say(change: Change): string {
  if (change.kind === 'rename') return `"${change.entry.key.value}" is now "${change.to}"`;
  return `id "${change.value}" added`;
}
