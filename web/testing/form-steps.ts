/** How does a test move through a form that shows one part at a time? As she does: by its buttons. */
import type { Locator, Page } from 'playwright-core';

const button = (page: Page, move: 'next' | 'back' | 'check'): Locator => page.locator(`button[name=move][value=${move}]:visible`);

/** Presses Next until this is in sight, and answers it. Where the page has no parts, or this is in sight, nothing is pressed. */
export async function goOnTo(page: Page, wanted: Locator): Promise<Locator> {
  for (let presses = 0; presses < 9 && !(await wanted.isVisible()); presses += 1) {
    if ((await button(page, 'next').count()) === 0) break;
    await button(page, 'next').click();
  }
  return wanted;
}

/** Presses Back until this is in sight, and answers it. */
export async function goBackTo(page: Page, wanted: Locator): Promise<Locator> {
  while (!(await wanted.isVisible())) await button(page, 'back').click();
  return wanted;
}
