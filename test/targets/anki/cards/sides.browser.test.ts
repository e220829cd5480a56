import { readdirSync } from 'node:fs';
import { wordsFor } from '../../../../src/words/index.ts';
import { directionOf } from '../../../../src/words/words.ts';
import { computed, describeInBrowser, visibleText } from './browser.ts';
import { examples } from './examples.ts';

describeInBrowser('every card', (open) => {
  test('can follow every other in one page, forth and back, without an error or a trace', async () => {
    const { page, errors, ...card } = await open();
    await page.evaluate('window.anki = { imageOcclusion: { setup() {} } }');
    const before = await page.evaluate('Object.keys(window).length');
    for (const name of Object.keys(examples)) {
      for (const side of ['front', 'back', 'front', 'back'] as const) await card[side](name);
    }
    expect(errors).toEqual([]);
    expect(await page.evaluate('Object.keys(window).length')).toBe(before);
  }, 60_000);

  test('says what went wrong where image occlusion is unknown', async () => {
    const card = await open();
    await card.front('diagram');
    expect(await visibleText(card.page, '#err')).toContain('anki');
    expect(card.errors).toEqual([]);
  }, 30_000);

  test('shows its hint on demand, under a word of its language', async () => {
    const { page, front } = await open();
    await front('basic');
    expect(await page.getByText('A title that accuses').isVisible()).toBe(false);
    await page.locator('summary').click();
    expect(await page.getByText('A title that accuses').isVisible()).toBe(true);
    expect(await computed(page, 'summary', 'content', '::after')).toBe('"Hint"');
    await page.evaluate(`document.querySelector('.rv').lang = 'de-AT'`);
    expect(await computed(page, 'summary', 'content', '::after')).toBe('"Hinweis"');
  }, 30_000);

  // Anki itself goes by the first letter on the card.
  test('is set from the side that its language is, whatever stands first', async () => {
    const { page, front } = await open();
    const languages = [
      'en-GB',
      'de',
      'zh-Hant',
      'ar-EG',
      'dv',
      'fa',
      'he',
      'ks',
      'ps',
      'sd',
      'ug',
      'ur',
      'yi',
    ];
    for (const Language of languages) {
      for (const Topic of ['مدّ', 'Tides']) {
        await front({ type: 'basic', fields: { Topic, Question: 'Q', Language } });
        const direction = await computed(page, '.rv', 'direction');
        expect([Language, direction]).toEqual([Language, directionOf(Language)]);
      }
    }
  }, 30_000);

  test('asks for all that is right in the words of the paper', async () => {
    const { page, front } = await open();
    const said = (selector: string) => computed(page, selector, 'content', '::before');
    await front('multiple');
    const languages = readdirSync('src/words').flatMap((file) => /^([a-z]{2})\.ts$/.exec(file)?.[1] ?? []);
    for (const language of [...languages, 'de-AT', 'sw']) {
      await page.evaluate(`document.querySelector('.rv').lang = '${language}'`);
      expect(await said('.options')).toBe(`"${wordsFor(language).chooseAll}"`);
    }
    for (const single of ['choice', 'claim', 'order']) {
      await front(single);
      expect(await said('.options')).toBe('none');
    }
  }, 30_000);
});

describeInBrowser('cards with parts', (open) => {
  test('a match card shows the pair that is asked, and marks what was chosen', async () => {
    const { page, front, back } = await open();
    await front('match');
    expect(await page.locator('.left:visible').allTextContents()).toEqual(['Stalin']);
    await page.getByText('the time-wage is wasteful').click();
    await back('match');
    expect(await page.locator('.left:visible').allTextContents()).toEqual(['Stalin']);
    expect(await visibleText(page, '.pool .right')).toBe(
      'the piece-wage is the core of socialist incentives',
    );
    expect(await visibleText(page, '.pool .chosen.wrong')).toBe('the time-wage is wasteful');
  }, 30_000);

  test('a list has a card for an item and one for the whole', async () => {
    const { page, front, back } = await open();
    await front('list');
    expect(await visibleText(page, '.sentence')).toMatch(/Time-wages[\s\S]*\[\.\.\.\][\s\S]*pensions/);
    await back('whole');
    expect(await page.locator('.sentence li').count()).toBe(3);
  }, 30_000);

  test.each([
    ['Nikita Khrushchev', 'Khrushchev', '{"accept":["Nikita Khrushchev"]}', ['Nikita Khrushchev']],
    ['1957', '1956', '{"tolerance":2}', ['1957']],
    ['1999', '1956', '{"tolerance":2}', ['1999', '1956']],
    ['Malenkov', 'Khrushchev', 'no JSON', ['Malenkov', 'Khrushchev']],
  ])(
    'typed %j for %j with %s shows %j',
    async (typed, expected, data, shown) => {
      const { page, errors, back } = await open();
      const fields = { Question: 'Q', Typed: expected, Answer: expected, Data: data };
      await back({ type: 'typed', typed, fields });
      expect(await page.locator('#typeans [class]').allTextContents()).toEqual(shown);
      expect(errors).toEqual([]);
    },
    30_000,
  );
});

describeInBrowser('without script', (open) => {
  test('every card asks and answers in full', async () => {
    const { page, front, back } = await open({ javaScriptEnabled: false });
    for (const [name, { fields, template }] of Object.entries(examples)) {
      await front(name);
      expect(await visibleText(page)).toContain(fields.Topic);
      expect(await visibleText(page)).not.toContain('{{');
      await back(name);
      const answer = template === 'term-2' ? fields.Term : (fields.Answer ?? fields.Meaning);
      const lines = (answer ?? '').split(/<[^>]*>/).map((line) => line.trim());
      const text = await visibleText(page);
      for (const line of [...lines, fields.Source ?? '']) expect(text).toContain(line);
    }
  }, 60_000);

  test('options are marked on the back, and their reasons are kept for it', async () => {
    const { page, front, back } = await open({ javaScriptEnabled: false });
    await front('choice');
    expect(await page.locator('.options .why').first().isVisible()).toBe(false);
    await back('choice');
    expect(await computed(page, '.options > .right', 'content', '::after')).toContain('✓');
  }, 30_000);

  test('a match card shows the asked pair alone', async () => {
    const { page, front } = await open({ javaScriptEnabled: false });
    await front('match');
    expect(await page.locator('.left:visible').count()).toBe(1);
  }, 30_000);
});
