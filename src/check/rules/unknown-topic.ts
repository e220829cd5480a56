import { rule } from '../rule.ts';
import { nowhere } from '../unknown-name.ts';

export const unknownTopic = rule({
  id: 'unknown-topic',
  level: 'error',
  summary: 'A quiz that draws from a topic which is not there.',
  quiz: nowhere('topic'),
});
