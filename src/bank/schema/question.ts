import { groupBy } from '../../text/group.ts';
import { commonShape } from '../fields/every-kind.ts';
import { kinds, markOf } from '../kinds/index.ts';
import type { Kind } from '../question.ts';
import { questionShapes } from '../read-question.ts';
import { byKey, refer, requires, type Schema, setItems, shapeSchema } from './shape.ts';

/** The name under which a field that every question takes is defined. */
export const commonName = (field: string): string => `common-${field}`;

/** One kind's fields; those that all kinds take are defined once. */
export function kindSchema(kind: Kind): Schema {
  const { shape, oneNeeded } = kinds[kind];
  const whole = shapeSchema(questionShapes[kind]);
  const properties = Object.fromEntries(
    Object.entries(whole.properties as Record<string, Schema>).map(([name, schema]) => [
      name,
      name in commonShape && !(name in shape) ? refer(commonName(name)) : schema,
    ]),
  );
  const schema = {
    ...whole,
    ...described([kind]),
    properties,
    not: { required: ['only', 'except'] },
    ...(oneNeeded && { anyOf: oneNeeded.map(requires) }),
  };
  return kind === 'passage' ? setItems(schema, 'questions', 'question-on-a-passage') : schema;
}

/**
 * A question of one of these kinds. The head key decides, so that an editor complains of the kind that was meant, and
 * offers its fields; before there is one it offers all head keys.
 */
export function questionSchema(among: readonly Kind[]): Schema {
  const heads = groupBy(among, (kind) => kinds[kind].head);
  // Kinds of one head are told apart by the field that marks them.
  const byMark = (alike: Kinds): Schema =>
    alike.length === 1 ? refer(alike[0]) : toldBy(groupBy(alike, markOf), ([kind]) => refer(kind));
  return { type: 'object', description: 'A question.', ...toldBy(heads, byMark) };
}

type Kinds = readonly [Kind, ...Kind[]];

/** The key that is there decides among the kinds. */
function toldBy(kindsOf: ReadonlyMap<string, Kinds>, schemaOf: (among: Kinds) => Schema): Schema {
  const cases = [...kindsOf];
  return byKey(
    cases.map(([key, among]) => [key, schemaOf(among)]),
    stillOpen(Object.fromEntries(cases.map(([key, among]) => [key, described(among)]))),
  );
}

const described = (among: readonly Kind[]): Schema => ({
  description: `${among.map((kind) => kinds[kind].about).join(', or ')}.`.replace(/^./, (first) =>
    first.toUpperCase(),
  ),
});

/** A question that lacks the one key which decides: any of these. */
const stillOpen = (keys: Readonly<Record<string, Schema>>): Schema => ({
  properties: {
    ...keys,
    ...Object.fromEntries(Object.keys(commonShape).map((name) => [name, refer(commonName(name))])),
  },
  required: ['id'],
  anyOf: Object.keys(keys).map(requires),
});
