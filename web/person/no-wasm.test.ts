/** Are pictures read in a browser without WebAssembly, such as Safari in Lockdown Mode, with the same bits, and is said what does not work there and what does? */
import { loadFingerprinter } from '@likeness/fingerprint';
import { heicFile } from '@likeness/server/decode/test-heic';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings } from '../testing/browser.ts';
import { type FormSite, openFormSite } from '../testing/form-site.ts';
import { words } from './words.ts';

const said = words.fingerprintPanel;
let site: FormSite;
beforeAll(async () => {
  site = await openFormSite();
});
afterAll(async () => {
  await site.close();
});

test('a picture has the fingerprints of the server, slowly; HEIC and videos are refused for themselves alone, with what works in their place', async () => {
  const context = await site.browser.newContext();
  await context.route('**/picture.worker*.js', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `delete self.WebAssembly;\n${await answer.text()}` });
  });
  const page = await site.openForm(context);
  await page.getByText(said.readySlow).waitFor();
  expect(await page.locator('[data-readiness]').getAttribute('data-readiness')).toBe('slow');
  expect([await page.getByLabel(said.heic).isDisabled(), await page.getByLabel(said.videos).isDisabled()]).toEqual([true, true]);
  expect(await accessibilityFindings(page)).toEqual([]);
  const [width, height] = [200, 150];
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 31 + (i >> 7) * 57) & 255);
  const png = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  const film = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(200)]);
  await site.choose(page, [
    { name: 'phone.heic', mimeType: 'image/heic', buffer: heicFile() },
    { name: 'film.mp4', mimeType: 'video/mp4', buffer: film },
    { name: 'hill.png', mimeType: 'image/png', buffer: png },
  ]);
  expect(await page.locator('.picture-row__state').allInnerTexts()).toEqual([
    said.problemsSlow.heic,
    said.problemsSlow.video,
    expect.stringContaining(said.done),
  ]);
  const kernels = await loadFingerprinter();
  const exact = kernels.startFile();
  exact.update(png);
  expect(JSON.parse(await page.locator('input[name=fingerprints]').inputValue())).toEqual([
    [...kernels.ofPixels(pixels, width, height, 3), ...exact.finish()],
  ]);
  await context.close();
});
