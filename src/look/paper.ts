// How papers look, whatever prints them; what is written in Typst or CSS says the same. Lengths are in millimetres.

/** What is left free at the edges of a page, at the sides by its columns, and between the columns. */
export const margins = { top: 21, bottom: 20, side: { 1: 21, 2: 17 }, between: 10 } as const;

/** The height of letters in points; in two columns that of the standard edition is smaller. */
export const letterSizes = { standard: 11, 'large-print': 18, dyslexia: 12 } as const;
export const letterSizeInColumns = 10;

/** From one ruled line to the next. */
export const ruledLine = 8;

/** The greatest height of a question's own picture. */
export const pictureHeight = 80;

/** Words that stand back, in a grey that a black and white printer keeps apart from black: six hexadecimal digits. */
export const faint = '666666';
