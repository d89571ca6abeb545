/** Are HEIC pictures read on her device with the bits of the server, by a decoder that comes only when she asks for it, and is the reason said where not? */
import { type Fingerprint, loadFingerprinter, maxPixels } from '@likeness/fingerprint';
import { heicReader } from '@likeness/server/decode/heic';
import { heicFile } from '@likeness/server/decode/test-heic';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, policyRefusals } from '../testing/browser.ts';
import { type FormSite, openFormSite } from '../testing/form-site.ts';
import { warmUpHeic } from './behaviour/heic-warm-up.ts';
import { words } from './words.ts';

const said = words.fingerprintPanel;
const server = heicReader();
let site: FormSite;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  site = await openFormSite();
});
afterAll(async () => {
  await site.close();
});

async function opens(): Promise<void> {
  context = await site.browser.newContext();
  page = await site.openForm(context);
}

const heic = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/heic', buffer });
const tick = (): Promise<void> => page.getByLabel(said.heic).click();
const field = (): Promise<string> => page.locator('input[name=fingerprints]').inputValue();
const states = (): Promise<string[]> => page.locator('.picture-row__state').allInnerTexts();

test('the same bits as on the server, with the connection off once the decoder is here: plain, turned, in tiles', async () => {
  await opens();
  const refusals = policyRefusals(page);
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(new URL(request.url()).pathname));
  await tick();
  await page.locator('[data-heic="ready"]').waitFor();
  await page.getByText(said.heicReady).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(addresses.map((address) => address.replace(/-[\w-]{8}\./, '.')).sort()).toEqual(['/assets/heic.js', '/assets/heic.wasm']);
  await context.setOffline(true);
  const files = [
    heicFile(),
    heicFile({ turned: 1 }),
    heicFile({ turned: 2, brand: 'mif1' }),
    heicFile({ grid: { rows: 3, columns: 2 }, turned: 3 }),
  ];
  await site.choose(
    page,
    files.map((file, at) => heic(`phone-${at}.heic`, file)),
  );
  const fingerprinter = await loadFingerprinter();
  const expected = files.map((file): Fingerprint[] => {
    const { data, width, height, channels } = server.read(file, maxPixels);
    const exact = fingerprinter.startFile();
    exact.update(file);
    return [...fingerprinter.ofPixels(data, width, height, channels), ...exact.finish()];
  });
  expect(JSON.parse(await field())).toEqual(expected);
  expect(refusals).toEqual([]);
  await context.close();
});

test('what is damaged, or claims to be too large, is refused with its reason, and the next file is read', async () => {
  await opens();
  await tick();
  await page.locator('[data-heic="ready"]').waitFor();
  const whole = heicFile();
  const shallow = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(200)]);
  await site.choose(page, [
    heic('no-picture.heic', shallow),
    heic('cut.heic', whole.subarray(0, whole.length - 900)),
    heic('huge.heic', heicFile({ claims: { width: 20_000, height: 20_000 } })),
    heic('good.heic', whole),
  ]);
  const [empty, cut, huge, good] = await states();
  expect([empty, cut, good]).toEqual([said.problems.damaged, said.problems.damaged, `\u2713 ${said.done}`]);
  expect([said.problems['too-many-pixels'], said.problems.damaged]).toContain(huge);
  expect(JSON.parse(await field())).toHaveLength(1);
  await context.close();
});

test('without the decoder the picture is named for what it is; where the decoder does not arrive she can try again', async () => {
  await opens();
  await site.choose(page, [heic('phone.heic', heicFile())]);
  expect(await states()).toEqual([said.problems.heic]);
  await context.setOffline(true);
  await tick();
  await page.getByText(said.heicNotLoaded).waitFor();
  expect(await page.getByLabel(said.heic).isChecked()).toBe(false);
  await context.setOffline(false);
  await tick();
  await page.getByText(said.heicReady).waitFor();
  expect(await page.locator('#fingerprints-files').getAttribute('accept')).toContain('image/heic');
  await context.close();
});

test('the decoder is warmed up on sixteen tiles that it can read', () => {
  const file = Buffer.from(warmUpHeic, 'base64');
  expect(file.equals(heicFile({ grid: { rows: 4, columns: 4 } }))).toBe(true);
  expect(server.read(file, maxPixels)).toMatchObject({ width: 512, height: 384 });
});
