/** What learners do to a deck besides studying it, and what can be seen of it afterwards (deeds.py). */
export type Deed =
  | { do: 'learn'; deck: string; cards: number }
  | { do: 'history' | 'guids' | 'empty-cards' | 'remove-empty' | 'types' }
  | { do: 'rename-deck' | 'own-preset'; deck: string; name: string }
  | { do: 'describe'; deck: string; text: string }
  | { do: 'filtered-deck'; name: string }
  | { do: 'move-cards'; guid: string; deck: string }
  | { do: 'delete-note' | 'suspend' | 'bury' | 'flag' | 'leech'; guid: string }
  | { do: 'tag'; guid: string; tag: string }
  | { do: 'add-field' | 'remove-field' | 'move-field'; type: string; field: string }
  | { do: 'add-template'; type: string; name: string }
  | { do: 'rename-type'; type: string; name: string }
  | { do: 'change-style'; type: string; css: string };

/** A card with all that an update must leave alone. */
export type History = readonly [
  guid: string,
  ord: number,
  deck: string,
  id: number,
  type: number,
  queue: number,
  ...rest: unknown[],
];
