import { error } from '../rule.ts';
import { nowhere } from '../unknown-name.ts';

export const unknownTopic = error('unknown-topic', 'A quiz that draws from a topic which is not there.', {
  quiz: nowhere('topic'),
});
