import { computed, describeInBrowser, type Reviewer, visibleText } from './browser.ts';

const all = ({ page }: Reviewer) => page.locator('.options > li');
const texts = ({ page }: Reviewer) => page.locator('.options > li .text').allTextContents();
const option = (card: Reviewer, text: string) => all(card).filter({ hasText: text });
const chosen = ({ page }: Reviewer) => page.locator('.options > .chosen .text').allTextContents();
const sign = ({ page }: Reviewer, selector: string) => computed(page, selector, 'content', '::after');

describeInBrowser('cards with options', (open) => {
  test('stand in one order on both sides, in others on other days, with what is pinned last', async () => {
    const card = await open();
    const orders = new Set<string>();
    for (let day = 1; day < 12; day++) {
      await card.page.clock.setFixedTime(new Date(2026, 10, day, 12));
      await card.front('choice');
      const order = await texts(card);
      expect(order.at(-1)).toBe('None of the above');
      await card.back('choice');
      expect(await texts(card)).toEqual(order);
      orders.add(order.join());
    }
    expect(orders.size).toBeGreaterThan(2);
  }, 30_000);

  test('mark the right option and the one that was chosen, until the front comes again', async () => {
    const card = await open();
    await card.front('choice');
    await option(card, 'Pieces made').click();
    await option(card, 'Years served').click();
    expect(await chosen(card)).toEqual(['Years served']);
    expect(await card.page.locator('.why').first().isVisible()).toBe(false);
    await card.back('choice');
    expect(await card.page.locator('.right .text').allTextContents()).toEqual(['Time worked']);
    expect(await chosen(card)).toEqual(['Years served']);
    expect(await sign(card, '.options > .right')).toContain('✓');
    expect(await sign(card, '.options > .chosen')).toContain('✗');
    expect(await card.page.getByText('nothing of pay by seniority').isVisible()).toBe(true);
    await card.front('choice');
    expect(await chosen(card)).toEqual([]);
  }, 30_000);

  test('mark nothing on another card', async () => {
    const card = await open();
    await card.front('choice');
    await option(card, 'Pieces made').click();
    await card.back('claim');
    expect(await chosen(card)).toEqual([]);
    expect(await card.page.locator('.options > .right').allTextContents()).toEqual(['False']);
  }, 30_000);

  test('keep True and False, and numbers, where they are', async () => {
    const card = await open();
    const Options =
      '<ol class="options" data-seed="5" data-fixed>' +
      [1935, 1953, 1956, 1961]
        .map((year) => `<li class="wrong"><span class="text">${year}</span></li>`)
        .join('') +
      '</ol>';
    for (let day = 1; day < 6; day++) {
      await card.page.clock.setFixedTime(new Date(2026, 10, day, 12));
      await card.front('claim');
      expect(await texts(card)).toEqual(['True', 'False']);
      await card.front({ type: 'choice', fields: { Question: 'When?', Options } });
      expect(await texts(card)).toEqual(['1935', '1953', '1956', '1961']);
    }
  }, 30_000);

  test('take several where several are right, and let go of one tapped again', async () => {
    const card = await open();
    await card.front('multiple');
    for (const text of ['army', 'party', 'army']) await option(card, text).click();
    expect(await chosen(card)).toEqual(['The party keeps its monopoly of power']);
    expect(await card.page.locator('[aria-checked=true]').count()).toBe(1);
  }, 30_000);

  test('can be chosen by letter, by arrow and by Space, where the focus shows', async () => {
    const card = await open();
    await card.front('choice');
    const [first, second, third] = await texts(card);
    await card.page.keyboard.press('b');
    expect(await chosen(card)).toEqual([second]);
    await card.page.keyboard.press('Tab');
    expect(await card.page.locator(':focus .text').allTextContents()).toEqual([first]);
    await card.page.keyboard.press('ArrowDown');
    await card.page.keyboard.press('ArrowDown');
    expect(await chosen(card)).toEqual([third]);
    expect(await computed(card.page, ':focus', 'outlineStyle')).toBe('solid');
    await card.page.keyboard.press(' ');
    expect(await chosen(card)).toEqual([]);
  }, 30_000);

  test('leave Space, Enter and digits to Anki unless an option has the focus', async () => {
    const card = await open();
    await card.page.evaluate(`document.addEventListener('keydown', (event) => {
      document.body.dataset.keys = (document.body.dataset.keys || '') + (event.defaultPrevented ? '' : event.key);
    })`);
    await card.front('choice');
    for (const key of [' ', 'Enter', '1', 'z', 'Control+b']) await card.page.keyboard.press(key);
    expect(await card.page.locator('body').getAttribute('data-keys')).toBe(' Enter1zControlb');
    expect(await chosen(card)).toEqual([]);
  }, 30_000);

  test('number what is to be put in order, and say on the back what stood where', async () => {
    const card = await open();
    await card.front('order');
    for (const text of ['secret', 'record', 'essay', 'secret', 'death', 'secret']) {
      await option(card, text).click();
    }
    expect(await option(card, 'record').getAttribute('data-turn')).toBe('1');
    await card.back('order');
    const lines = card.page.locator('.answer li');
    expect(
      await lines.evaluateAll((found) =>
        found.map((li) => `${li.className} ${li.getAttribute('data-turn')}`),
      ),
    ).toEqual(['right 1', 'wrong 3', 'wrong 4', 'wrong 2']);
    expect(await card.page.locator('.options').isVisible()).toBe(false);
  }, 30_000);

  test('never show what is to be put in order in that order', async () => {
    const card = await open();
    for (let day = 1; day < 29; day++) {
      await card.page.clock.setFixedTime(new Date(2026, 10, day, 12));
      await card.front('order');
      const places = await all(card).evaluateAll((items) => items.map((li) => li.getAttribute('data-place')));
      expect(places.join('')).not.toBe('1234');
    }
  }, 30_000);

  test('have targets of 44 pixels, and no more width than a phone', async () => {
    const card = await open({ viewport: { width: 360, height: 640 } });
    for (const name of ['choice', 'multiple', 'claim', 'order', 'match', 'passage', 'basic', 'diagram']) {
      await card.front(name);
      const targets = card.page.locator('.tappable');
      const heights = await targets.evaluateAll((found) =>
        found.map((one) => one.getBoundingClientRect().height),
      );
      for (const height of heights) expect(height).toBeGreaterThanOrEqual(44);
      expect(await card.page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      expect(await visibleText(card.page)).not.toBe('');
    }
  }, 30_000);
});
