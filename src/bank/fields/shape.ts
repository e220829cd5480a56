import { z } from 'zod';
import type { Path } from '../yaml/path.ts';

// What a field may hold. Every scalar arrives as the text it was written as. What `meta` adds is for editors
// (`schema/`): their YAML parsers turn scalars into numbers, booleans and null before they look at a schema.

/** Text: any scalar, exactly as written. */
export const text = (about: string) =>
  z
    .string('text')
    .regex(/\S/, 'is empty')
    .meta({ type: ['string', 'number', 'boolean', 'null'] })
    .describe(about);

/** A word of a closed list. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words, about: string) =>
  z.enum(words, `one of ${words.join(', ')}`).describe(about);

const numeric = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/;

/** A whole number from `min` to `max`. */
export const integer = (min: number, max: number, about: string) =>
  fromText(`a whole number from ${min} to ${max}`, /^-?\d+$/, z.int().min(min).max(max), about).meta({
    type: 'integer',
    minimum: min,
    maximum: max,
  });

/** A number from `min` to `max`, `max` itself included. */
export const decimal = (min: number, max: number, about: string) => {
  const bounds = max === Number.MAX_VALUE ? 'a number' : `a number from ${min} to ${max}`;
  const range = max === Number.MAX_VALUE ? { minimum: min } : { minimum: min, maximum: max };
  return fromText(bounds, numeric, z.number().min(min).max(max), about).meta({ type: 'number', ...range });
};

function fromText(expected: string, pattern: RegExp, target: z.ZodNumber, about: string) {
  const within = (written: string): boolean => target.safeParse(Number(written)).success;
  return z
    .string(expected)
    .refine((written) => pattern.test(written) && within(written), expected)
    .transform(Number)
    .pipe(target)
    .describe(about);
}

/** A number kept as it is written: "1.10" stays "1.10". */
export const numeral = (about: string) =>
  z
    .string('a number')
    .regex(numeric, 'a number')
    .meta({ type: ['number', 'string'] })
    .describe(about);

/** A map of texts to texts. */
export const textMap = (about: string) => z.record(z.string(), text('Text.'), 'a map').describe(about);

/** `true` or `false`. */
export const flag = (about: string) =>
  z
    .string('true or false')
    .refine((written) => written === 'true' || written === 'false', 'true or false')
    .transform((written) => written === 'true')
    .pipe(z.boolean())
    .meta({ type: 'boolean' })
    .describe(about);

/** A word that names something for ever: letters a to z, digits and hyphens. */
export const identifier = (about: string) =>
  z
    .string('an id')
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'an id of the letters a-z, digits and hyphens')
    .meta({ type: ['string', 'integer'], minimum: 0 })
    .describe(about);

/** A day of the calendar, written 2026-11-23. */
export const day = (about: string) =>
  z
    .string('a day of the calendar such as 2026-11-23')
    .refine(isDay, 'a day of the calendar such as 2026-11-23')
    .meta({ format: 'date', examples: ['2026-11-23'] })
    .describe(about);

function isDay(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}

/** A list with at least one item. */
export const list = <Item extends z.ZodType>(item: Item, about: string) =>
  z.array(item, 'a list').min(1, 'is empty').describe(about);

/** A map with these keys and no others. */
export const fields = <Shape extends z.ZodRawShape>(shape: Shape, about: string) =>
  z
    .strictObject(shape, {
      error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : 'a map'),
    })
    .describe(about);

/** One thing, or a list of such things; always a list when read. */
export const oneOrMany = <Item extends z.ZodType>(item: Item, about: string) =>
  z
    .union([item, z.array(item, 'a list').min(1, 'is empty')])
    .describe(about)
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<Item>[]);

/** What the field at `path` is for, as part of a sentence, or undefined where the shape says nothing. */
export function aboutField(shape: z.ZodType, path: Path): string | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return aboutShape(shape);
  for (const inner of insideOf(shape, step)) {
    const about = aboutField(inner.shape, inner.taken ? rest : path);
    if (about !== undefined) return about;
  }
  return undefined;
}

function aboutShape(shape: z.ZodType): string | undefined {
  const about = shape.description ?? insideOf(shape, '').map(({ shape: inner }) => inner.description)[0];
  return about && `${about.charAt(0).toLowerCase()}${about.slice(1).replace(/\.$/, '')}`;
}

/** The shapes one step further in; `taken` where that step is one of the path's. */
export function insideOf(shape: z.ZodType, step: PropertyKey): { shape: z.ZodType; taken: boolean }[] {
  const def = shape.def as unknown as Record<string, unknown> & { shape?: Record<string, z.ZodType> };
  const taken = [def.shape?.[String(step)], def.element, def.valueType];
  const passed = [def.innerType, def.in, ...((def.options as z.ZodType[] | undefined) ?? [])];
  const all = [...taken.map((inner) => [inner, true]), ...passed.map((inner) => [inner, false])];
  return all.flatMap(([inner, isTaken]) =>
    inner ? [{ shape: inner as z.ZodType, taken: isTaken as boolean }] : [],
  );
}
