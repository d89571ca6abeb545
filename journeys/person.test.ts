/** Can a frightened person get through, without showing anything to anyone? Maria's journeys, on a phone, in a real browser. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Maria, sentBytesOf } from './maria.ts';
import { openTown, photographPath, type Town } from './town.ts';

let town: Town;

beforeAll(async () => {
  town = await openTown();
});

afterAll(async () => {
  await town.close();
});

test('Maria fingerprints two pictures with the network off, sends a request, leaves, and comes back with her code', async () => {
  const maria = await Maria.atHome(town.browser, town.url);
  await maria.opensTheSite();
  await maria.startsARequestAboutAnAdult();
  await maria.switchesOffTheConnection();
  await maria.choosesPictures('house', 'boats');
  await maria.says(`${town.forum.url}/posts/somewhere`);
  await maria.signs('Maria Example', 'maria@example.org');
  await maria.keepsHerCode();
  await maria.switchesOnTheConnection();
  await maria.sends();
  expect(await maria.reads()).toContain('It is sent');
  expect(await maria.reads()).toMatch(/LK-\w{4}-\w{4}-\w{4}-\w/);

  // One session cookie, which goes with the browser; nothing else is kept.
  const [cookie, ...others] = await maria.cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ name: '__Host-likeness', httpOnly: true, secure: true, sameSite: 'Strict', expires: -1 });
  const copied = cookie?.value ?? '';

  await maria.returnsWithHerCode(maria.code.toLowerCase().replaceAll('-', ' '));
  await maria.page.waitForURL('**/case');
  expect(await maria.reads()).toContain('With the service');

  // Her code stands in no address, and no request carried a run of the pictures' bytes or more than 4 KiB a picture.
  expect(maria.sent.filter(({ address }) => address.includes(maria.code) || address.includes(maria.code.replaceAll('-', '')))).toEqual([]);
  expect(await sentBytesOf(photographPath('house'), maria.sent)).toEqual([]);
  expect(await sentBytesOf(photographPath('boats'), maria.sent)).toEqual([]);
  expect(Math.max(...maria.sent.map(({ body }) => body.length))).toBeLessThan(2 * 4096 + 2048);
  expect(maria.sent.filter(({ address }) => !address.startsWith(town.url))).toEqual([]);

  // Leaving ends the session on the server: a copied cookie opens nothing.
  await maria.page.route('https://www.wikipedia.org/**', (route) => route.fulfill({ body: 'an ordinary page' }));
  await maria.leavesAtOnce();
  await maria.page.waitForURL('https://www.wikipedia.org/');
  // The server hears of it while the other page is loading already.
  await expect.poll(() => maria.cookies()).toEqual([]);
  const copy = await fetch(`${town.url}/case`, { headers: { cookie: `__Host-likeness=${copied}` }, redirect: 'manual' });
  expect(await copy.text()).not.toContain('LK-');
  await maria.page.goBack();
  expect(await maria.page.content()).not.toContain('LK-');
  expect(maria.findings).toEqual([]);
  await maria.closesTheBrowser();
});

test('an incomplete request is kept, says all that is missing at once, and is completed later, with a picture as well; its due time does not move', async () => {
  const maria = await Maria.atHome(town.browser, town.url, 'desk');
  await maria.opensTheSite();
  await maria.startsARequestAboutAnAdult();
  await (await maria.reaches(maria.page.getByLabel('I am the person in the picture'))).check();
  await maria.keepsHerCode();
  await maria.sends();
  const before = await maria.reads();
  expect(before).toContain('What is still missing');
  const due = await maria.page.locator('time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
  await maria.page.getByLabel('Links to the picture').fill('https://forum.example/posts/9');
  await maria.page.getByLabel('The picture was shared without the consent of the person in it.').check();
  await maria.page.getByLabel('I say this in good faith. It is true as far as I know.').check();
  await maria.page.getByLabel('Type your name').fill('Maria Example');
  await maria.page.getByLabel('E-mail address').fill('maria@example.org');
  await maria.page.getByRole('button', { name: 'Add', exact: true }).click();
  await maria.page.getByText('It is added').waitFor();
  await maria.looks();
  expect(await maria.reads()).not.toContain('What is still missing');
  const dueAfter = await maria.page.locator('time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
  expect(dueAfter).toEqual(expect.arrayContaining(due.slice(0, 1)));

  await maria.addsPictures('boats');
  expect(await maria.reads()).toContain('You added: fingerprints of 1 picture.');
  expect(await sentBytesOf(photographPath('boats'), maria.sent)).toEqual([]);
  expect(maria.findings).toEqual([]);
  await maria.closesTheBrowser();
});
