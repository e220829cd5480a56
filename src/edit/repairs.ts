import { commonShape } from '../bank/fields/every-kind.ts';
import { kindNames, kinds, markOf } from '../bank/kinds/index.ts';
import type { Kind } from '../bank/question.ts';
import type { ReaderRule } from '../bank/rules.ts';
import type { YamlMap } from '../bank/yaml/node.ts';
import { nearest } from '../text/nearest.ts';
import type { Change } from './change.ts';
import type { YamlPlace } from './diagnosed-bank.ts';
import { headOf } from './parsed.ts';

/** What a repair may ask besides the place itself. */
export interface RepairContext {
  /** The names that may stand in the place's map. */
  readonly known: readonly string[];
  /** The change that gives a question its id, for those without one. */
  readonly ids: ReadonlyMap<YamlMap, Change>;
}

/** A repair: what to change for a diagnostic of its rule, or undefined where only the author can know. */
export type Repair = (place: YamlPlace, context: RepairContext) => Change | undefined;

type Renaming = Extract<Change, { kind: 'rename' }>;

/** A field that does not exist there, when only one is near that does, and nothing else claims it. */
const misspelt: Repair = ({ map, entry }, { known }) => renaming(map, entry.key.value, known, known);

/**
 * A misspelt key of those that tell the kind: the head, or the answer where kinds share a head. Only where all the
 * other fields are those of the kind that it would be.
 */
const misspeltSign: Repair = ({ map, base }) => {
  const head = headOf(base);
  if (map !== base || head?.kind) return undefined;
  const known = head?.entry.key.value;
  const open = kindNames.filter((kind) => known === undefined || kinds[kind].head === known);
  const signOf = (kind: Kind) => (known === undefined ? kinds[kind].head : markOf(kind));
  const right = [...common, ...open.flatMap((kind) => Object.keys(kinds[kind].shape))];
  const signs = [...new Set(open.map(signOf))];
  const [fix, another] = map.entries.flatMap(({ key }) => renaming(map, key.value, signs, right) ?? []);
  if (!fix || another) return undefined;
  const rest = map.entries.filter((entry) => entry !== fix.entry).map(({ key }) => key.value);
  const fits = (kind: Kind) => rest.every((key) => common.includes(key) || key in kinds[kind].shape);
  return open.some((kind) => signOf(kind) === fix.to && fits(kind)) ? fix : undefined;
};

const common = Object.keys(commonShape);

/** A question without an id. */
const missingId: Repair = ({ base, entry }, { ids }) => {
  const change = headOf(base)?.kind && ids.get(base);
  const place = change?.kind === 'fill' ? change.entry : base.entries[0];
  return entry === place ? change : undefined;
};

/** The repairs of what only a reader can see: to add one, write it above and enter it under the rules it answers. */
const repairs: ReadonlyMap<string, readonly Repair[]> = new Map<ReaderRule, readonly Repair[]>([
  ['unknown-field', [misspelt]],
  ['no-head', [misspeltSign]],
  ['missing-field', [misspeltSign, missingId]],
  ['empty-field', [missingId]],
  ['wrong-type', [missingId]],
]);

/** The repairs that answer a rule which only a reader can see; other rules bring their own. */
export const repairsFor = (rule: string): readonly Repair[] => repairs.get(rule) ?? [];

/** The renaming of a key to the one name of `names` that is near it; names in `right` are right as they are. */
export function renaming(
  { entries }: YamlMap,
  word: string,
  names: readonly string[],
  right: readonly string[],
): Renaming | undefined {
  const meant = (key: string) =>
    right.includes(key) ? [] : names.filter((name) => nearest(key, [name]) !== undefined);
  const [to, another] = meant(word);
  if (to === undefined || another !== undefined) return undefined;
  const claims = entries.filter(({ key }) => key.value === to || meant(key.value).includes(to));
  const [entry] = claims;
  return entry && claims.length === 1 ? { kind: 'rename', entry, to } : undefined;
}
