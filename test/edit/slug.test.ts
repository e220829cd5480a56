import { slug } from '../../src/edit/slug.ts';

test.each([
  [
    'What does Deutscher mean by the "egalitarian undercurrent" of Soviet life?',
    'en-GB',
    'deutscher-mean-egalitarian-undercurrent',
  ],
  [
    'Which contradictions does he see in de-Stalinisation -- or de‑Stalinisation?',
    'en',
    'contradictions-see-de-stalinisation',
  ],
  ['Why did he resign?', 'en', 'why-did-he-resign'],
  ["Stalin's death", 'en', 'stalin-death'],
  ["Don't panic", 'en', 'dont-panic'],
  ['Café crème, naïve œuvre', 'en', 'cafe-creme-naive-oeuvre'],
  ['Die Größe der Straße über dem Fluß', 'de-DE', 'groesse-strasse-fluss'],
  ['Wer war der Führer im Krieg?', 'de', 'fuehrer-krieg'],
  ['The Cold War', 'en', 'cold-war'],
  ["L'État, c'est moi", 'fr', 'etat-moi'],
  ['Łódź, Þingvellir and Ærø', 'en', 'lodz-thingvellir-aero'],
  ['1956: the 20th congress', 'en', '1956-20th-congress'],
  [
    'Antidisestablishmentarianism internationalisation electroencephalographically',
    'en',
    'antidisestablishmentarianism',
  ],
  ['Pneumonoultramicroscopicsilicovolcanoconiosis', 'en', 'pneumonoultramicroscopicsilicovolcanocon'],
  ['Ｆｕｌｌ ｗｉｄｔｈ 🙂', 'en', 'full-width'],
  ['¿Quién habló primero?', 'es', 'quien-hablo-primero'],
])('%s (%s) is %s', (text, language, expected) => expect(slug(text, language)).toBe(expected));

test.each(['Что такое ГУЛАГ?', '東京のAは何', '2 + 2', '', '🙂', 'no', 'True', 'H', '1e5'])(
  '%s makes none',
  (text) => expect(slug(text, 'en')).toBeUndefined(),
);
