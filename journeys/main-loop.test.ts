/** Does the whole loop work in browsers, with photographs, the way the README walks it? Forum, Maria and Ada, one story. */

import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings } from '../web/testing/browser.ts';
import { Ada } from './ada.ts';
import { Maria } from './maria.ts';
import { openTown, photograph, photographPath, type Town } from './town.ts';

let town: Town;
const password = 'walks by the harbour';

beforeAll(async () => {
  town = await openTown();
});

afterAll(async () => {
  await town.close();
});

/** Somebody shares a picture on the forum; answers the page of the post as its uploader sees it. */
async function shares(picture: string | { name: string; mimeType: string; buffer: Buffer }, caption: string): Promise<Page> {
  const page = await (await town.browser.newContext()).newPage();
  await page.goto(town.forum.url);
  await page.setInputFiles('#file', picture);
  await page.fill('#caption', caption);
  await page.getByRole('button', { name: 'Share it' }).click();
  await page.waitForURL('**/posts/**');
  return page;
}

test('a picture is shared, requested, decided, gone, held again in another form, and Maria reads it all with her code', async () => {
  const ada = await Ada.atWork(town.browser, town.url);
  await ada.becomesTheFirstModerator(town.firstRunUrl, 'Ada', password, 'Harbour Pictures');

  const post = await shares(photographPath('house'), 'A house in the dust');
  await post.getByRole('img', { name: 'A house in the dust' }).waitFor();
  const other = await shares(photographPath('alps'), 'The Alps');

  // On her phone, with the network off while her device makes the fingerprint.
  const maria = await Maria.atHome(town.browser, town.url);
  await maria.opensTheSite();
  await maria.startsARequestAboutAnAdult();
  await maria.switchesOffTheConnection();
  await maria.choosesPictures('house');
  await maria.says(post.url());
  await maria.signs('Maria Example', 'maria@example.org');
  await maria.keepsHerCode();
  await maria.switchesOnTheConnection();
  await maria.sends();
  const trackingNumber = /LK-\w{4}-\w{4}-\w{4}-\w/.exec(await maria.reads())?.[0] ?? 'none';

  // The request, its clock and the upload it is about, blurred until asked for.
  await ada.opensTheRequest(trackingNumber);
  const request = await ada.reads();
  expect(request).toContain('due in 47 h');
  expect(request).toContain('Complete');
  expect(request).toContain('Maria Example');
  expect(request).toContain('lists nothing until an upload proves it');
  await ada.page.locator('img[src*="view=blurred"]').waitFor();
  expect(
    await ada.page.locator('img[src*="view=blurred"]').evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBeGreaterThan(10);
  await ada.finds({
    'Is it an intimate picture, as the law means it?': 'Yes',
    'Can the person be recognised in it?': 'Yes',
    'Did the person agree to its publication?': 'No',
    'If it was made up: would people take it for a real one?': 'Not made up',
  });
  await ada.decides('The request is valid under this law');
  expect(await ada.reads()).toContain('remove');

  // The post goes, and Maria reads "taken down" once the forum has confirmed it.
  await expect.poll(async () => (await post.goto(post.url()))?.status()).toBe(410);
  expect((await other.goto(other.url()))?.status()).toBe(200);
  await maria.returnsWithHerCode();
  await maria.page.waitForURL('**/case');
  expect(await maria.reads()).toContain('Taken down');

  // Smaller, brighter, mirrored, in another format: each is kept back until a person has looked.
  const original = sharp(await photograph('house'));
  const edits = {
    'smaller.jpg': await original.clone().resize(500).jpeg({ quality: 60 }).toBuffer(),
    'brighter.png': await original.clone().modulate({ brightness: 1.15 }).png().toBuffer(),
    'mirrored.webp': await original.clone().flop().webp({ quality: 80 }).toBuffer(),
  };
  for (const [name, buffer] of Object.entries(edits)) {
    const again = await shares({ name, mimeType: `image/${name.split('.')[1]?.replace('jpg', 'jpeg')}`, buffer }, name);
    expect(await again.locator('main').innerText(), name).toContain('A person looks at your picture first.');
    expect(await accessibilityFindings(again)).toEqual([]);
  }

  // They are one card and one decision. It is something else after all, in Ada's eyes: all three are given back.
  await ada.opensTheFirstMatch();
  await ada.decides('It is another picture');
  const gallery = await (await town.browser.newContext()).newPage();
  await expect
    .poll(async () => {
      await gallery.goto(town.forum.url);
      return gallery.getByRole('img', { name: /smaller|brighter|mirrored/ }).count();
    })
    .toBe(3);

  // Maria ends her case; without a PIN that waits, and she can stop it.
  await maria.page.getByRole('link', { name: 'End my case' }).click();
  await maria.looks();
  expect(await maria.reads()).toContain('72 hours');
  expect([...maria.findings, ...ada.findings]).toEqual([]);
  await maria.closesTheBrowser();
  await ada.goesHome();
});

test("a request from the forum's own form becomes Maria's: she follows the link, makes her own code and comes back with it", async () => {
  const post = await shares(photographPath('boats'), 'Boats');
  await post.getByRole('link', { name: /Report this picture/ }).click();
  await post.getByLabel('I am', { exact: true }).check();
  await post.getByLabel('The picture was shared without the consent of the person in it.').check();
  await post.getByLabel('Your name').fill('Maria Example');
  await post.getByRole('button', { name: 'Send my request' }).click();
  await post.getByRole('heading', { name: 'We have your request' }).waitFor();
  expect(await accessibilityFindings(post)).toEqual([]);
  const link = (await post.getByRole('link', { name: 'Follow your request privately' }).getAttribute('href')) ?? '';

  const maria = await Maria.atHome(town.browser, town.url);
  await maria.page.goto(link);
  await maria.page.locator('input[name=caseCode]').waitFor({ state: 'attached' });
  expect(maria.page.url()).not.toContain('#');
  await maria.looks();
  await maria.keepsHerCode();
  await maria.choosesAPin('a quiet one');
  await maria.page.getByRole('button', { name: 'Use this code and go on' }).click();
  await maria.page.waitForURL('**/case**');
  expect(await maria.reads()).toContain('What is still missing');

  // The link is used up; her code and her PIN open the case, the code alone does not.
  const copy = await Maria.atHome(town.browser, town.url);
  await copy.page.goto(link);
  await copy.page.locator('#secret-error').getByText('This link opens nothing.').waitFor();
  await copy.closesTheBrowser();
  await maria.returnsWithHerCode();
  expect(await maria.reads()).not.toContain('LK-');
  await maria.gives('a quiet one');
  await maria.page.waitForURL('**/case');

  // With her PIN it ends at once, and her code opens nothing any more.
  await maria.page.getByRole('link', { name: 'End my case' }).click();
  await maria.page.getByLabel('Your PIN').fill('a quiet one');
  await maria.page.locator('form[action="/case/withdraw"] button[type=submit]').click();
  await maria.page.waitForLoadState();
  await maria.looks();
  await maria.returnsWithHerCode();
  await maria.page.locator('#caseCode-error').getByText('This code opens nothing.').waitFor();
  expect(maria.findings).toEqual([]);
  await maria.closesTheBrowser();
});
