/** The letters of versions and options: 0 is A, 25 is Z, 26 is AA. */
export function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}

/** How a left text of a match is named on its paper and on the answer sheet: a for the first. */
export const partLetter = (index: number): string => letter(index).toLowerCase();
