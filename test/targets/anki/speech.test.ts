import { speech } from '../../../src/targets/anki/speech.ts';

test.each([
  ['a power is read as one', '10^3^ m', '10³ m'],
  ['raised letters are read as letters', 'le XIX^e^ siècle', 'le XIXe siècle'],
  ['marks are not read', '*neap* tide [x]', 'neap tide &#91;x]'],
])('%s', (_, markdown, text) => {
  expect(speech(markdown, 'fr')).toBe(`[anki:tts lang=fr_FR]${text}[/anki:tts]`);
});
