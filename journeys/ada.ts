/** What does Ada do? The moderator, at the console: one sentence per method. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { accessibilityFindings } from '../web/testing/browser.ts';

export class Ada {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #home: string;
  readonly findings: string[] = [];

  private constructor(context: BrowserContext, page: Page, home: string) {
    this.#context = context;
    this.page = page;
    this.#home = home;
  }

  static async atWork(browser: Browser, home: string): Promise<Ada> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    return new Ada(context, await context.newPage(), home);
  }

  async looks(): Promise<void> {
    this.findings.push(...(await accessibilityFindings(this.page)).map((finding) => `${new URL(this.page.url()).pathname}: ${finding}`));
  }

  /** The link that the server printed at its first start. */
  async becomesTheFirstModerator(link: string, name: string, password: string, service: string): Promise<void> {
    await this.page.goto(link);
    await this.looks();
    await this.page.getByLabel('Your name').fill(name);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByLabel('Name of your service').fill(service);
    await this.page.getByRole('button', { name: 'Create and sign in' }).click();
    await this.page.waitForURL('**/console/setup**');
    await this.looks();
  }

  async signsIn(name: string, password: string): Promise<void> {
    await this.page.goto(`${this.#home}/console/sign-in`);
    await this.page.getByLabel('Name').fill(name);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  async opensTheQueue(): Promise<void> {
    await this.page.goto(`${this.#home}/console`);
    await this.looks();
  }

  async opensTheRequest(trackingNumber: string): Promise<void> {
    await this.opensTheQueue();
    await this.page.getByRole('link', { name: trackingNumber }).click();
    await this.page.getByRole('heading', { name: 'Decide' }).waitFor();
    await this.looks();
  }

  async opensTheFirstMatch(): Promise<void> {
    await this.opensTheQueue();
    await this.page.locator('a[href*="/console/reviews/"]').first().click();
    await this.page.getByRole('heading', { name: 'Decide' }).waitFor();
    await this.looks();
  }

  /** One tick for each question of the law. */
  async finds(answers: Readonly<Record<string, string>>): Promise<void> {
    for (const [question, answer] of Object.entries(answers))
      await this.page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer, exact: true }).check();
  }

  async decides(ground: string): Promise<void> {
    await this.page.getByLabel(ground, { exact: true }).check();
    await this.page.getByRole('button', { name: 'Decide' }).click();
    await this.page.waitForLoadState();
    await this.looks();
  }

  async reads(): Promise<string> {
    return (await this.page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
  }

  async goesHome(): Promise<void> {
    await this.#context.close();
  }
}
