/** How flashcards lie on their sheets. */
export interface CardLayout {
  readonly perPage: 8 | 10;
  /** The edge that the printer turns the sheet over. */
  readonly flip: 'long' | 'short';
  /** Front and back beside each other, to fold: for printers that print one side only. */
  readonly fold: boolean;
}

export const standardLayout: CardLayout = { perPage: 8, flip: 'long', fold: false };
