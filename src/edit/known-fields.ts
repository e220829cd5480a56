import type { z } from 'zod';
import { deckFile, quizzesFile, topicFile, wholeFile } from '../bank/fields/deck.ts';
import { quizShape } from '../bank/fields/quiz.ts';
import type { BankFiles } from '../bank/load.ts';
import { questionShapes } from '../bank/read-question.ts';
import type { Path } from '../bank/yaml/path.ts';
import type { YamlPlace } from './diagnosed-bank.ts';
import { headOf } from './parsed.ts';

/** The names that may stand in a place's map, or none where they cannot be told. */
export function knownFields(place: YamlPlace, { form, deck, quizzes }: BankFiles): readonly string[] {
  const { file, base, path } = place;
  const [first, second] = path;
  if (!place.outside) {
    const kind = headOf(base)?.kind;
    return kind ? fieldsAt(questionShapes[kind], path) : [];
  }
  if (first === 'quizzes' && second !== undefined) return fieldsAt(quizShape, path.slice(2));
  if (file === quizzes) return fieldsAt(quizzesFile, path);
  if (file !== deck) return fieldsAt(topicFile, path);
  if (form === 'folder') return fieldsAt(deckFile, path);
  return first === 'topics' && second !== undefined
    ? fieldsAt(topicFile, path.slice(2))
    : fieldsAt(wholeFile, path);
}

/** The keys of the maps that a shape allows at a path. */
function fieldsAt(shape: z.ZodType, [step, ...rest]: Path): string[] {
  const def = shape.def as unknown as Record<string, unknown> & { shape?: Record<string, z.ZodType> };
  const passed = [def.innerType, def.in, ...((def.options as unknown[] | undefined) ?? [])] as z.ZodType[];
  const around = passed.flatMap((inner) =>
    inner ? fieldsAt(inner, step === undefined ? [] : [step, ...rest]) : [],
  );
  if (step === undefined) return [...new Set([...Object.keys(def.shape ?? {}), ...around])];
  const next = (def.shape?.[String(step)] ?? def.element ?? def.valueType) as z.ZodType | undefined;
  return next ? fieldsAt(next, rest) : around;
}
