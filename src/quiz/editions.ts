/** Papers beside the standard ones: larger for pupils who see little, or in letters that are easier to tell apart. */
export const specialEditions = ['large-print', 'dyslexia'] as const;
export type SpecialEdition = (typeof specialEditions)[number];

/** For whom a paper is printed. */
export type Edition = 'standard' | SpecialEdition;
