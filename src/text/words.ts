/** The fixed words that a card or a page shows in the language of its bank. */
export interface Words {
  /** What a claim is when it is right, and when it is wrong, on cards and on paper. */
  readonly yes: string;
  readonly no: string;
  /** Said on a card of a withdrawn question; `%` is the day. */
  readonly withdrawn: string;
  /** Said on a card whose question became another kind, and with it another card. */
  readonly replaced: string;
}

const languages: Readonly<Record<string, Words>> = {
  en: {
    yes: 'True',
    no: 'False',
    withdrawn: 'Withdrawn on %. You can suspend this card.',
    replaced: 'Replaced by a new card. You can suspend this one.',
  },
  de: {
    yes: 'Richtig',
    no: 'Falsch',
    withdrawn: 'Zurückgezogen am %. Diese Karte kann ausgesetzt werden.',
    replaced: 'Durch eine neue Karte ersetzt. Diese Karte kann ausgesetzt werden.',
  },
  fr: {
    yes: 'Vrai',
    no: 'Faux',
    withdrawn: 'Retirée le %. Vous pouvez suspendre cette carte.',
    replaced: 'Remplacée par une nouvelle carte. Vous pouvez suspendre celle-ci.',
  },
  es: {
    yes: 'Verdadero',
    no: 'Falso',
    withdrawn: 'Retirada el %. Puede suspender esta tarjeta.',
    replaced: 'Sustituida por una tarjeta nueva. Puede suspender esta.',
  },
  pt: {
    yes: 'Verdadeiro',
    no: 'Falso',
    withdrawn: 'Retirada em %. Pode suspender este cartão.',
    replaced: 'Substituída por um novo cartão. Pode suspender este.',
  },
  it: {
    yes: 'Vero',
    no: 'Falso',
    withdrawn: 'Ritirata il %. Puoi sospendere questa carta.',
    replaced: 'Sostituita da una nuova carta. Puoi sospendere questa.',
  },
  nl: {
    yes: 'Waar',
    no: 'Niet waar',
    withdrawn: 'Ingetrokken op %. Deze kaart kan worden uitgesteld.',
    replaced: 'Vervangen door een nieuwe kaart. Deze kaart kan worden uitgesteld.',
  },
  pl: {
    yes: 'Prawda',
    no: 'Fałsz',
    withdrawn: 'Wycofano %. Możesz zawiesić tę kartę.',
    replaced: 'Zastąpiono nową kartą. Tę kartę możesz zawiesić.',
  },
  ru: {
    yes: 'Верно',
    no: 'Неверно',
    withdrawn: 'Отозвано %. Эту карточку можно приостановить.',
    replaced: 'Заменено новой карточкой. Эту карточку можно приостановить.',
  },
  uk: {
    yes: 'Правда',
    no: 'Неправда',
    withdrawn: 'Відкликано %. Цю картку можна призупинити.',
    replaced: 'Замінено новою карткою. Цю картку можна призупинити.',
  },
  zh: {
    yes: '正确',
    no: '错误',
    withdrawn: '此题已于 % 撤回，可以暂停这张卡片。',
    replaced: '已由新卡片取代，可以暂停这张卡片。',
  },
};

/** The words of a language, told by its BCP 47 tag; English where we have none. */
export function wordsOf(language: string): Words {
  const primary = language.toLowerCase().split('-')[0] ?? 'en';
  return languages[primary] ?? (languages.en as Words);
}
