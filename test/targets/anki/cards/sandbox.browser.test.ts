import type { Page } from 'playwright-core';
import { describeInBrowser, sideOf } from './browser.ts';
import { examples } from './examples.ts';
import { readCard } from './read.ts';
import { page as wholePage } from './render.ts';

/** Shows a side in a frame that may run scripts and nothing else: there sessionStorage and localStorage throw. */
async function show(page: Page, name: string, back: boolean) {
  const html = wholePage(sideOf(name, back), readCard('card.css'));
  await page.evaluate(`new Promise((done) => {
    document.body.innerHTML = '<iframe sandbox="allow-scripts" style="width: 100%; height: 90vh"></iframe>';
    const frame = document.body.firstChild;
    frame.onload = done;
    frame.srcdoc = ${JSON.stringify(html)};
  })`);
  return page.frameLocator('iframe');
}

describeInBrowser('in a frame without storage', (open) => {
  test('there is none', async () => {
    const { page, errors } = await open();
    const thrown = page.waitForEvent('pageerror');
    await page.evaluate(`document.body.innerHTML =
      '<iframe sandbox="allow-scripts" srcdoc="<script>sessionStorage.length</script>"></iframe>'`);
    expect((await thrown).message).toContain('sandboxed');
    expect(errors).toHaveLength(1);
  }, 30_000);

  test('no side of a card throws', async () => {
    const { page, errors } = await open();
    for (const name of Object.keys(examples)) for (const back of [false, true]) await show(page, name, back);
    expect(errors).toEqual([]);
  }, 60_000);

  test('options can be chosen, and the back marks what is right', async () => {
    const { page } = await open();
    const front = await show(page, 'multiple', false);
    for (const text of ['army', 'party']) await front.locator('li', { hasText: text }).click();
    expect(await front.locator('[aria-checked=true]').count()).toBe(2);
    const back = await show(page, 'match', true);
    expect(await back.locator('.pool .right').allTextContents()).toEqual([
      'the piece-wage is the core of socialist incentives',
    ]);
    expect(await back.locator('.pool .wrong').count()).toBe(3);
  }, 30_000);
});
