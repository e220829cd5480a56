import { error } from '../rule.ts';

export const historyMoved = error('history-moved', 'A card that learners have would ask for something else.');
