import { z } from 'zod';
import { deckFile, quizzesFile, topicFile, wholeFile } from '../bank/fields/deck.ts';
import { quizShape } from '../bank/fields/quiz.ts';
import { insideOf } from '../bank/fields/shape.ts';
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
function fieldsAt(shape: z.ZodType, path: Path): string[] {
  const [step, ...rest] = path;
  const own = step === undefined && shape instanceof z.ZodObject ? Object.keys(shape.shape) : [];
  const inside = insideOf(shape, step ?? '').filter(({ taken }) => !taken || step !== undefined);
  return [...new Set([...own, ...inside.flatMap((each) => fieldsAt(each.shape, each.taken ? rest : path))])];
}
