import { error } from '../rule.ts';

export const numberClash = error('number-clash', 'Two branches gave one card to two parts of a question.');
