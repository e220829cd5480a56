import { commonShape } from '../fields/every-kind.ts';
import { heads, kinds, markOf } from '../kinds/index.ts';
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
  const cases = heads.flatMap((head): (readonly [string, Schema])[] => {
    const candidates = among.filter((kind) => kinds[kind].head === head);
    return candidates.length === 0 ? [] : [[head, byMark(candidates)]];
  });
  const about = cases.map(([head]) => [head, described(among.filter((kind) => kinds[kind].head === head))]);
  const none = stillOpen(Object.fromEntries(about));
  return { type: 'object', description: 'A question.', ...byKey(cases, none) };
}

/** Kinds of one head are told apart by the field that marks them. */
function byMark(candidates: readonly Kind[]): Schema {
  const [sole] = candidates;
  if (sole && candidates.length === 1) return refer(sole);
  const marks = candidates.map((kind): [string, Kind] => [markOf(kind), kind]);
  return byKey(
    marks.map(([mark, kind]) => [mark, refer(kind)]),
    stillOpen(Object.fromEntries(marks.map(([mark, kind]) => [mark, described([kind])]))),
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
