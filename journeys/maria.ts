/** What does Maria do? The person in the picture, at the pages, in a browser of her own: one sentence per method. */
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Locator, Page, Request } from 'playwright-core';
import { accessibilityFindings } from '../web/testing/browser.ts';
import { goOnTo } from '../web/testing/form-steps.ts';
import { photographPath, type photographs } from './town.ts';

export type Size = 'phone' | 'desk';
const sizes = { phone: { width: 360, height: 640 }, desk: { width: 1280, height: 800 } } as const;

export class Maria {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #home: string;
  /** Everything her browser sent, in order. */
  readonly sent: { readonly address: string; readonly body: Buffer }[] = [];
  /** What axe found on the pages she looked at. */
  readonly findings: string[] = [];
  code = '';

  private constructor(context: BrowserContext, page: Page, home: string) {
    this.#context = context;
    this.page = page;
    this.#home = home;
    context.on('request', (request: Request) =>
      this.sent.push({ address: request.url(), body: request.postDataBuffer() ?? Buffer.alloc(0) }),
    );
  }

  static async atHome(browser: Browser, home: string, size: Size = 'phone'): Promise<Maria> {
    const context = await browser.newContext({ viewport: sizes[size], acceptDownloads: false });
    return new Maria(context, await context.newPage(), home);
  }

  async opensTheSite(): Promise<void> {
    await this.page.goto(`${this.#home}/`);
    await this.looks();
  }

  /** Each page she sees is checked as a screen reader would meet it. */
  async looks(): Promise<void> {
    this.findings.push(...(await accessibilityFindings(this.page)).map((finding) => `${new URL(this.page.url()).pathname}: ${finding}`));
  }

  async startsARequestAboutAnAdult(): Promise<void> {
    await this.page.getByRole('link', { name: 'I have the picture or video' }).click();
    await this.looks();
    await this.page.getByRole('link', { name: '18 or older' }).click();
    await this.page.getByText('Ready. If you like, switch off your connection now').waitFor();
    await this.looks();
  }

  /** Goes on, part by part, until this is in sight. */
  reaches(wanted: Locator): Promise<Locator> {
    return goOnTo(this.page, wanted);
  }

  async switchesOffTheConnection(): Promise<void> {
    await this.#context.setOffline(true);
  }

  async switchesOnTheConnection(): Promise<void> {
    await this.#context.setOffline(false);
  }

  async choosesPictures(...names: (keyof typeof photographs)[]): Promise<void> {
    await this.page.setInputFiles('input[type=file]', names.map(photographPath));
    const count =
      names.length === 1
        ? '1 picture is ready to be sent as a fingerprint.'
        : `${names.length} pictures are ready to be sent as fingerprints.`;
    await this.page.getByText(count).waitFor();
    await this.looks();
  }

  async says(where: string): Promise<void> {
    await (await this.reaches(this.page.getByLabel('Links to the picture'))).fill(where);
    await (await this.reaches(this.page.getByLabel('I am the person in the picture'))).check();
    await this.page.getByLabel('The picture was shared without the consent of the person in it.').check();
    await this.page.getByLabel('I say this in good faith. It is true as far as I know.').check();
  }

  async signs(name: string, email: string): Promise<void> {
    await (await this.reaches(this.page.getByLabel('Type your name'))).fill(name);
    await this.page.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  }

  async keepsHerCode(): Promise<void> {
    this.code = (await this.page.locator('input[name=caseCode]').inputValue()).trim();
  }

  async choosesAPin(pin: string): Promise<void> {
    await (await this.reaches(this.page.getByLabel('Choose a PIN'))).fill(pin);
  }

  async sends(): Promise<void> {
    await (await this.reaches(this.page.getByRole('button', { name: 'Send', exact: true }))).click();
    await this.page.waitForURL('**/case**');
    await this.looks();
  }

  /** From her case, to the one request that waits; the page loads again before she sends. */
  async addsPictures(...names: (keyof typeof photographs)[]): Promise<void> {
    await this.page.getByRole('link', { name: 'Add pictures or videos' }).click();
    await this.page.getByRole('link', { name: '18 or older' }).click();
    await this.page.locator('[data-readiness="ready"]').waitFor();
    await this.choosesPictures(...names);
    await this.page.locator('[data-kept-note]').waitFor();
    await this.page.reload();
    await this.page.getByText('Picture 1, from before').waitFor();
    await this.page.getByRole('button', { name: 'Send', exact: true }).click();
    await this.page.getByText('It is added', { exact: true }).waitFor();
    await this.looks();
  }

  async leavesAtOnce(): Promise<void> {
    await this.page.getByRole('button', { name: 'Leave now' }).click();
  }

  /** As it is written, or as somebody types it in a hurry. */
  async returnsWithHerCode(typed: string = this.code): Promise<void> {
    await this.page.goto(`${this.#home}/`);
    await this.page.getByRole('link', { name: 'I have a code' }).click();
    await this.looks();
    await this.page.getByLabel('Your code').fill(typed);
    await this.page.getByRole('button', { name: 'Open', exact: true }).click();
  }

  async gives(pin: string): Promise<void> {
    await this.page.getByLabel('Your PIN').fill(pin);
    await this.page.getByRole('button', { name: 'Open', exact: true }).click();
  }

  /** The page's words as she reads them. */
  async reads(): Promise<string> {
    return (await this.page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
  }

  cookies(): ReturnType<BrowserContext['cookies']> {
    return this.#context.cookies();
  }

  async closesTheBrowser(): Promise<void> {
    await this.#context.close();
  }
}

/** Whether any run of the file's bytes stands in what was sent: as bytes, or as text in base64 or hexadecimal. */
export async function sentBytesOf(file: string, sent: readonly { readonly body: Buffer }[]): Promise<string[]> {
  const bytes = await readFile(file);
  const everything = Buffer.concat(sent.map(({ body }) => body));
  const text = everything.toString('latin1').toLowerCase();
  const found: string[] = [];
  // Every 24 bytes of the file, a run of 24: a copied stretch of 48 bytes anywhere cannot be missed.
  for (let at = 0; at + 24 <= bytes.length; at += 24) {
    const run = bytes.subarray(at, at + 24);
    const forms = [
      run.toString('hex'),
      ...[0, 1, 2].map((skip) =>
        run
          .subarray(skip, skip + 21)
          .toString('base64')
          .toLowerCase(),
      ),
    ];
    if (everything.includes(run) || forms.some((form) => text.includes(form))) found.push(`${file} at ${at}`);
  }
  return found;
}
