import { z } from 'zod';

/** A JSON Schema, or a part of one. */
export type Schema = { readonly [keyword: string]: unknown };

/** A reference to a part that is defined once. */
export const refer = (part: string): Schema => ({ $ref: `#/$defs/${part}` });

/** A shape as JSON Schema, by what may be written rather than what is made of it. */
export function shapeSchema(shape: z.ZodType): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    io: 'input',
    // Older editors know no `prefixItems`; of our tuples all items are alike.
    override: ({ jsonSchema }) => {
      const [item] = (jsonSchema.prefixItems as Schema[] | undefined) ?? [];
      if (!item) return;
      const { description: _, ...alike } = item;
      delete jsonSchema.prefixItems;
      jsonSchema.items = alike as NonNullable<typeof jsonSchema.items>;
    },
  });
  return JSON.parse(JSON.stringify(schema)) as Schema;
}

/** A map's shape as JSON Schema, with the items of one of its lists. */
export const withItems = (shape: z.ZodType, list: string, part: string): Schema =>
  setItems(shapeSchema(shape), list, part);

/** Says what the items of one of a map's lists are. */
export function setItems(schema: Schema, list: string, part: string): Schema {
  const properties = schema.properties as Record<string, Schema>;
  return { ...schema, properties: { ...properties, [list]: { ...properties[list], items: refer(part) } } };
}

/** A map that has this key. */
export const requires = (key: string): Schema => ({ required: [key] });

/** A switch: the first of the keys that is there decides what the map must be. */
export const byKey = (cases: readonly (readonly [string, Schema])[], otherwise: Schema): Schema =>
  cases.reduceRight<Schema>(
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own word.
    (rest, [key, schema]) => ({ if: requires(key), then: schema, else: rest }),
    otherwise,
  );
