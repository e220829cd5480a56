/** For whom a paper is printed: larger for pupils who see little, or in letters that are easier to tell apart. */
export const editions = ['standard', 'large-print', 'dyslexia'] as const;
export type Edition = (typeof editions)[number];
