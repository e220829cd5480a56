import { error } from '../rule.ts';
import { nowhere } from '../unknown-name.ts';

export const unknownTag = error('unknown-tag', 'A quiz that draws by a tag which no question has.', {
  quiz: nowhere('tag'),
});
