/**
 * Where the reader's system takes the colours away and asks for stillness: does every control and every state still show, by a line, a mark or a word, and does
 * nothing move? Every state of her pages, the uploader's and the console's.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderExamples } from './components/examples.tsx';
import { examplePages as consolePages } from './moderator/examples.ts';
import { openBrowser, serveSite } from './testing/browser.ts';
import { pageStates } from './testing/person-pages.ts';
import { examplePages as uploaderPages } from './uploader/examples.ts';

const rooms: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  person: pageStates,
  uploader: uploaderPages,
  console: consolePages,
  parts: { calm: () => renderExamples('calm'), dense: () => renderExamples('dense') },
};
let browser: Browser;
let page: Page;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  site = await serveSite((_method, path) => {
    const [, room = '', name = ''] = path.split('/').map(decodeURIComponent);
    const html = rooms[room]?.[name]?.();
    return html === undefined ? undefined : { html };
  });
  browser = await openBrowser();
  page = await (
    await browser.newContext({ forcedColors: 'active', reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })
  ).newPage();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

const opens = async (room: string, name: string): Promise<void> =>
  void (await page.goto(`${site.origin}/${room}/${encodeURIComponent(name)}`));

interface Looked {
  /** What cannot be seen on the page as it stands, and what moves; one line per finding. */
  readonly found: readonly string[];
  /** Of elements that were looked at, here and before. */
  readonly kinds: readonly string[];
}

/** Looks at one element of each kind that is not known from another page: kinds differ by tag, class, type and state, of their own and of what they stand in. Runs in the page. */
function look(known: readonly string[]): Looked {
  const found: string[] = [];
  const kinds = new Set(known);
  const styleOf = (element: Element, pseudo?: string): CSSStyleDeclaration => getComputedStyle(element, pseudo);
  const nameOf = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}#${element.id} ${(element.textContent ?? '').trim().slice(0, 40)}`;
  const isClear = (colour: string): boolean => /^(transparent|rgba\(.*, 0\))$/.test(colour);
  const canvas = styleOf(document.body).backgroundColor;
  const shows = (colour: string): boolean => !isClear(colour) && colour !== canvas;
  const isSeen = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && styleOf(element).visibility === 'visible';
  };
  const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;
  const edge = (style: CSSStyleDeclaration): number =>
    Math.min(
      ...sides.map((side) =>
        style[`border${side}Style`] !== 'none' && shows(style[`border${side}Color`]) ? Number.parseFloat(style[`border${side}Width`]) : 0,
      ),
    );
  const isRinged = (element: Element | null | undefined): boolean => {
    if (!element) return false;
    const style = styleOf(element);
    return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2 && shows(style.outlineColor);
  };
  const isCovered = (element: Element): boolean => styleOf(element).opacity === '0';

  for (const details of document.querySelectorAll('details')) details.open = true;
  for (const part of document.querySelectorAll<HTMLElement>('[data-form-part], [data-form-end]')) part.hidden = false;
  const probe = document.createElement('span');
  probe.style.forcedColorAdjust = 'none';
  probe.style.color = 'GrayText';
  document.body.append(probe);
  const grey = styleOf(probe).color;
  probe.remove();

  const kindOf = (element: Element | null, depth = 0): string => {
    if (element === null || depth > 4) return '';
    const states = ['type', 'aria-current', 'aria-invalid'].map((name) => element.getAttribute(name) ?? '');
    return [element.tagName, element.getAttribute('class') ?? '', ...states, kindOf(element.parentElement, depth + 1)].join(' ');
  };
  const everything = [...document.body.querySelectorAll('*')].filter((element) => {
    const kind = kindOf(element);
    return isSeen(element) && !kinds.has(kind) && kinds.add(kind);
  });
  for (const element of [document.documentElement, document.body, ...everything])
    for (const pseudo of [undefined, '::before', '::after']) {
      const style = styleOf(element, pseudo);
      if (pseudo !== undefined && style.content === 'none') continue;
      if (
        style.transitionDuration.split(', ').some((time) => time !== '0s') ||
        style.animationName !== 'none' ||
        style.scrollBehavior === 'smooth'
      )
        found.push(`moves: ${nameOf(element)}${pseudo ?? ''}`);
      // A mark without a word is seen by its line, or by a colour of the system's.
      if (
        pseudo !== undefined &&
        style.content === '""' &&
        !isClear(style.backgroundColor) &&
        !shows(style.backgroundColor) &&
        edge(style) < 1
      )
        found.push(`a mark is gone: ${nameOf(element)}${pseudo}`);
    }

  const controls = everything.filter(
    (element) => element.matches('button, .button, select, textarea, input:not([type=hidden])') && isSeen(element),
  );
  for (const control of controls) {
    if (control.matches('[type=radio], [type=checkbox]')) {
      if (!(control instanceof HTMLInputElement) || (!isCovered(control) && styleOf(control).appearance !== 'none')) continue;
      // Drawn by its label: chosen and not chosen are two shapes.
      const label = control.nextElementSibling;
      const drawn = (isChosen: boolean): string => {
        control.checked = isChosen;
        const style = label === null ? null : styleOf(label);
        return style === null ? '' : [shows(style.backgroundColor) ? style.backgroundColor : '', style.borderTopWidth].join();
      };
      if (drawn(true) === drawn(false)) found.push(`chosen looks like not chosen: ${nameOf(label ?? control)}`);
    } else if (edge(styleOf(isCovered(control) ? (control.nextElementSibling ?? control) : control)) < 1)
      found.push(`has no edge: ${nameOf(control)}`);
  }

  for (const element of everything) {
    if (!element.matches('a[href], button, select, textarea, summary, input:not([type=hidden]), [tabindex="0"]') || !isSeen(element))
      continue;
    if (!(element instanceof HTMLElement) || element.matches(':disabled')) continue;
    element.focus();
    if (document.activeElement !== element) found.push(`takes no focus: ${nameOf(element)}`);
    else if (![element, element.nextElementSibling, element.closest('.choice')].some(isRinged))
      found.push(`shows no focus: ${nameOf(element)}`);
  }

  for (const wrong of document.querySelectorAll('.field--wrong .field__input, .choices--wrong .choice'))
    if (isSeen(wrong) && edge(styleOf(wrong)) < 2) found.push(`is wrong by colour alone: ${nameOf(wrong)}`);
  for (const error of document.querySelectorAll('.field-error'))
    if (isSeen(error) && ((error.textContent ?? '').trim() === '' || Number.parseFloat(styleOf(error).borderInlineStartWidth) < 3))
      found.push(`an error is not marked: ${nameOf(error)}`);
  for (const clock of document.querySelectorAll('.due'))
    if (isSeen(clock) && edge(styleOf(clock)) < (clock.matches('.due--soon, .due--overdue') ? 2 : 1))
      found.push(`a clock has no edge: ${nameOf(clock)}`);
  for (const here of document.querySelectorAll('nav [aria-current]')) {
    const others = [...(here.closest('nav')?.querySelectorAll('a') ?? [])].filter((each) => !each.hasAttribute('aria-current'));
    const shape = (element: Element): string => {
      const { borderTopWidth, fontWeight, textDecorationLine } = styleOf(element);
      return [borderTopWidth, fontWeight, textDecorationLine].join();
    };
    if (others.some((each) => shape(each) === shape(here))) found.push(`where she is looks like elsewhere: ${nameOf(here)}`);
  }

  for (const control of controls)
    if (control instanceof HTMLButtonElement || control instanceof HTMLInputElement) {
      control.disabled = true;
      const shown = isCovered(control) ? control.nextElementSibling : control;
      if (shown === null || control.matches('[type=radio], [type=checkbox]')) continue;
      const { color, opacity } = styleOf(shown);
      if (color !== grey || opacity !== '1') found.push(`switched off, it is not grey: ${nameOf(shown)}`);
    }
  return { found, kinds: [...kinds] };
}

for (const [room, states] of Object.entries(rooms))
  test(`${room}: in every state each control has an edge and shows its focus, what is chosen, wrong, switched off or due is told without our colours, and nothing moves`, async () => {
    const findings = new Map<string, string>();
    let known: readonly string[] = [];
    for (const name of Object.keys(states).filter((each) => each !== 'left, exit')) {
      await opens(room, name);
      // From a keyboard, so that focus is shown.
      await page.keyboard.press('Tab');
      const { found, kinds } = await page.evaluate(look, known);
      known = kinds;
      for (const finding of found) findings.set(finding, name);
    }
    expect(Object.fromEntries(findings)).toEqual({});
  });

test('how far a picture is read is seen as two tones, and the marks of what happened and what comes are two shapes', async () => {
  await opens('parts', 'calm');
  await page.evaluate(() => {
    const bar = Object.assign(document.createElement('progress'), { className: 'picture-row__progress', max: 100, value: 50 });
    document.querySelector('h1')?.after(bar);
  });
  const bar = page.locator('.picture-row__progress');
  const picture = (await bar.screenshot()).toString('base64');
  const tones = await page.evaluate(async (png) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0))]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const toneAt = (share: number): string =>
      [...(context?.getImageData(Math.round(bitmap.width * share), Math.round(bitmap.height / 2), 1, 1).data ?? [])].join();
    return [toneAt(0.25), toneAt(0.75)];
  }, picture);
  expect(tones[0]).not.toBe(tones[1]);
  const marks = await page
    .locator('.timeline__entry')
    .evaluateAll((entries) =>
      entries.map((entry) => [entry.matches('.timeline__entry--next'), getComputedStyle(entry, '::after').backgroundColor]),
    );
  const happened = new Set(marks.filter(([isNext]) => isNext === false).map(([, colour]) => colour));
  const coming = marks.filter(([isNext]) => isNext === true).map(([, colour]) => colour);
  expect([happened.size, coming.length > 0, coming.some((colour) => happened.has(colour))]).toEqual([1, true, false]);
});
