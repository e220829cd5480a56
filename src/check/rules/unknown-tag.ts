import { rule } from '../rule.ts';
import { nowhere } from '../unknown-name.ts';

export const unknownTag = rule({
  id: 'unknown-tag',
  level: 'error',
  summary: 'A quiz that draws by a tag which no question has.',
  quiz: nowhere('tag'),
});
