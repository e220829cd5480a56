/** The fixed words that a card or a page shows in the language of its bank. */
export interface Words {
  readonly yes: string;
  readonly no: string;
  /** Said on a card of a withdrawn question; `%` is the day. */
  readonly withdrawn: string;
}

const languages: Readonly<Record<string, Words>> = {
  en: { yes: 'True', no: 'False', withdrawn: 'Withdrawn on %. You can suspend this card.' },
  de: { yes: 'Richtig', no: 'Falsch', withdrawn: 'Zurückgezogen am %. Diese Karte kann ausgesetzt werden.' },
  fr: { yes: 'Vrai', no: 'Faux', withdrawn: 'Retirée le %. Vous pouvez suspendre cette carte.' },
  es: { yes: 'Verdadero', no: 'Falso', withdrawn: 'Retirada el %. Puede suspender esta tarjeta.' },
  pt: { yes: 'Verdadeiro', no: 'Falso', withdrawn: 'Retirada em %. Pode suspender este cartão.' },
  it: { yes: 'Vero', no: 'Falso', withdrawn: 'Ritirata il %. Puoi sospendere questa carta.' },
  nl: { yes: 'Waar', no: 'Onwaar', withdrawn: 'Ingetrokken op %. Deze kaart kan worden uitgesteld.' },
  pl: { yes: 'Prawda', no: 'Fałsz', withdrawn: 'Wycofano %. Możesz zawiesić tę kartę.' },
  ru: { yes: 'Верно', no: 'Неверно', withdrawn: 'Отозвано %. Эту карточку можно приостановить.' },
  uk: { yes: 'Правда', no: 'Неправда', withdrawn: 'Відкликано %. Цю картку можна призупинити.' },
  zh: { yes: '正确', no: '错误', withdrawn: '此题已于 % 撤回，可以暂停这张卡片。' },
};

/** The words of a language, told by its BCP 47 tag; English where we have none. */
export function wordsOf(language: string): Words {
  const primary = language.toLowerCase().split('-')[0] ?? 'en';
  return languages[primary] ?? (languages.en as Words);
}
