/** How does a test open her form in a real browser, choose files in it, and hear what it posts? */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { paths } from '../person/paths.ts';
import { renderRequestForm } from '../person/request-form.tsx';
import { openBrowser, serveSite } from './browser.ts';
import { caseCode, frame, services } from './person-pages.ts';

export type TestFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

export interface FormSite {
  readonly origin: string;
  readonly browser: Browser;
  /** The bodies that were posted since the form was last opened by `openForm`. */
  readonly posted: readonly string[];
  /** A new page with the empty form, its picture reader ready. */
  openForm(context: BrowserContext): Promise<Page>;
  /** Chooses files by path or by content, and waits until each was read or refused. */
  choose(page: Page, files: readonly string[] | readonly TestFile[]): Promise<void>;
  close(): Promise<void>;
}

/** Serves the form at `/request`; what it posts is kept and answered like a request that was filed. */
export async function openFormSite(): Promise<FormSite> {
  const posted: string[] = [];
  const site = await serveSite((method, path, body) => {
    // No session here, so no key: the form works as it does without.
    if (path === paths.keep) return undefined;
    if (method === 'POST') {
      posted.push(body);
      return { seeOther: '/case' };
    }
    if (path === '/case') return { html: '<!doctype html><title>x</title>' };
    return { html: renderRequestForm({ ...frame, way: 'picture', services, caseCode }) };
  });
  const browser = await openBrowser();
  return {
    origin: site.origin,
    browser,
    posted,
    openForm: async (context) => {
      posted.length = 0;
      const page = await context.newPage();
      await page.goto(`${site.origin}/request`);
      await page.locator('[data-readiness="ready"], [data-readiness="slow"]').waitFor();
      return page;
    },
    choose: async (page, files) => {
      const chosen = page.locator('#fingerprints-files');
      const isPaths = (all: readonly (string | TestFile)[]): all is readonly string[] => all.every((file) => typeof file === 'string');
      await (isPaths(files) ? chosen.setInputFiles([...files]) : chosen.setInputFiles([...files]));
      await page.waitForFunction(
        () => document.querySelectorAll('.picture-row').length > 0 && document.querySelectorAll('progress').length === 0,
      );
    },
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}
