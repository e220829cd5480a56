import type { Page } from 'playwright-core';
import { describeInBrowser, type OpenCard, type Reviewer } from './browser.ts';

// What is the page's own part of keys on Anki's desktop; test/targets/anki/window tries the rest in Anki itself.

/** A reviewer as on Anki's desktop: its main window has this title, and hears what `pycmd` says. */
async function desktop(open: OpenCard): Promise<Reviewer> {
  const card = await open();
  await card.page.evaluate(
    `document.title = 'main webview'; window.said = []; window.pycmd = (word) => said.push(word)`,
  );
  return card;
}

const said = (page: Page) => page.evaluate('said');
const chosen = ({ page }: Reviewer) => page.locator('.chosen .text').allTextContents();
const texts = ({ page }: Reviewer) => page.locator('.options > li .text').allTextContents();
const shownKeys = ({ page }: Reviewer) =>
  page.locator('.tappable[data-key]').evaluateAll((all) => all.map((li) => li.getAttribute('data-key')));

/** A key as a keyboard of another script, or an input method, sends it. */
const send = (page: Page, key: string, code: string) =>
  page.evaluate(
    `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', ${JSON.stringify({ key, code, bubbles: true, cancelable: true })}))`,
  );

describeInBrowser('keys on the desktop', (open) => {
  test('show beside options that have no letter', async () => {
    const card = await desktop(open);
    await card.front('claim');
    expect(await shownKeys(card)).toEqual(['T', 'F']);
    await card.front('order');
    expect(await shownKeys(card)).toEqual(['A', 'B', 'C', 'D']);
    await card.front('match');
    expect(await shownKeys(card)).toEqual(['A', 'B', 'C', 'D']);
    await card.front('choice');
    expect(await shownKeys(card)).toEqual([]);
    await card.front({ type: 'choice', fields: { Question: '?', Options: claim('正确', '错误') } });
    expect(await shownKeys(card)).toEqual(['A', 'B']);
  }, 30_000);

  test('are taken by nothing on cards without options, on backs and elsewhere', async () => {
    const card = await desktop(open);
    for (const name of ['basic', 'term', 'cloze', 'list', 'diagram']) {
      await card.front(name);
      expect([name, await card.page.locator('input').count()]).toEqual([name, 0]);
    }
    await card.front('choice');
    expect(await card.page.locator('input:focus').count()).toBe(1);
    await card.back('choice');
    expect(await card.page.locator('input').count()).toBe(0);
    await card.page.evaluate(`document.title = 'previewer'`);
    await card.front('choice');
    expect(await card.page.locator('input').count()).toBe(0);
    expect(await shownKeys(card)).toEqual([]);
  }, 30_000);

  test('that turn the card are kept from Anki, which would grade what they turn', async () => {
    const card = await desktop(open);
    for (const [key, code] of [
      [' ', 'Space'],
      ['Enter', 'Enter'],
    ] as const) {
      await card.front('choice');
      // `dispatchEvent` is false for a key that the page has kept.
      expect([key, await send(card.page, key, code)]).toEqual([key, false]);
    }
    expect(await said(card.page)).toEqual(['ans', 'ans']);
  }, 30_000);

  test('choose where keyboards have other letters and digits, and under an input method', async () => {
    const card = await desktop(open);
    await card.front('choice');
    const [first, second, third, fourth] = await texts(card);
    for (const [key, code, text] of [
      ['é', 'Digit2', second],
      ['ف', 'KeyA', first],
      ['Process', 'KeyC', third],
      ['d', 'KeyH', fourth],
      ['End', 'Numpad1', fourth],
    ] as const) {
      await send(card.page, key, code);
      expect([key, await chosen(card)]).toEqual([key, [text]]);
    }
    await card.front({ type: 'choice', fields: { Question: '?', Options: claim('Верно', 'Неверно') } });
    await send(card.page, 'н', 'KeyY');
    expect(await chosen(card)).toEqual(['Неверно']);
  }, 30_000);

  test('turn the card once, however long one is held', async () => {
    const card = await desktop(open);
    await card.front('multiple');
    await card.page.keyboard.down('a');
    await card.page.keyboard.down('a');
    expect(await chosen(card)).toHaveLength(1);
    await card.page.keyboard.down('Enter');
    await card.page.keyboard.down('Enter');
    expect(await said(card.page)).toEqual(['ans']);
    await card.front('multiple');
    await card.page.keyboard.down('Enter');
    expect(await said(card.page)).toEqual(['ans']);
  }, 30_000);

  test('leave text that is selected', async () => {
    const card = await desktop(open);
    await card.front('choice');
    await card.page.locator('.question').dblclick({ position: { x: 12, y: 12 } });
    expect(await card.page.evaluate('String(getSelection()).length')).toBeGreaterThan(1);
    await card.page.locator('.topic').click();
    expect(await card.page.locator('input:focus').count()).toBe(1);
  }, 30_000);

  test('reach options by Tab and arrows, which a screen reader is told, and then what follows', async () => {
    const card = await desktop(open);
    await card.front('multiple');
    const active = () => card.page.locator('input').getAttribute('aria-activedescendant');
    expect(await card.page.locator('input').getAttribute('aria-label')).toContain('limits of the reforms');
    await card.page.keyboard.press('Tab');
    expect(await active()).toBe(await card.page.locator('.options > li').first().getAttribute('id'));
    await card.page.keyboard.press('ArrowUp');
    expect(await active()).toBe(await card.page.locator('.options > li').last().getAttribute('id'));
    expect(await card.page.locator('li.current').count()).toBe(1);
    expect(await chosen(card)).toEqual([]);
    await card.front('choice');
    for (let at = 0; at < 5; at++) await card.page.keyboard.press('Tab');
    expect(await card.page.locator('summary:focus').count()).toBe(1);
  }, 30_000);

  test('leave nothing behind that listens', async () => {
    const card = await desktop(open);
    await card.page.evaluate(`window.listening = 0;
      for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
        const real = window[name];
        window[name] = (...words) => { listening += step; real.apply(window, words); };
      }`);
    await card.front('choice');
    expect(await card.page.evaluate('listening')).toBe(3);
    await card.back('choice');
    for (let at = 0; at < 3; at++) await card.page.mouse.click(5, 5);
    await card.page.keyboard.press('x');
    await card.page.evaluate(`window.dispatchEvent(new Event('focus'))`);
    expect(await card.page.evaluate('listening')).toBe(0);
  }, 30_000);
});

const claim = (yes: string, no: string): string =>
  `<ol class="options claim"><li class="right"><span class="text">${yes}</span></li><li class="wrong"><span class="text">${no}</span></li></ol>`;
