/** What surrounds every page: neutral title, language, the way out first, a skip link, and help in the same place. */
import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Asset } from '../../assets.ts';

export type PageShellProps = {
  /** Neutral words only: it stands in the browser's history and on the tab. */
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction?: 'ltr' | 'rtl';
  readonly styles: readonly Asset[];
  readonly scripts: readonly Asset[];
  readonly icon: Asset;
  /** The name beside the way home. Neutral too. */
  readonly siteName: string;
  readonly homeHref: string;
  readonly skipWords: string;
  /** First in the document, so first in tab order: the person's pages put the way out here. */
  readonly first?: ComponentChildren;
  /** Beside the name: the console's navigation. */
  readonly navigation?: ComponentChildren;
  /** Under the bar: the same page in other languages. */
  readonly languages?: ComponentChildren;
  /** Help, the same on every page. */
  readonly footer: ComponentChildren;
  /** The page is only a step: the browser goes there at once, in place of this page in its history. */
  readonly movesOnTo?: string;
  readonly density?: 'calm' | 'dense';
  /** Wide pages may use the whole window, such as a queue. */
  readonly width?: 'measure' | 'wide';
  readonly children: ComponentChildren;
};

function PageShell(props: PageShellProps) {
  return (
    <html lang={props.language} dir={props.direction ?? 'ltr'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <meta name="format-detection" content="telephone=no" />
        {props.movesOnTo === undefined ? null : <meta http-equiv="refresh" content={`0; url=${props.movesOnTo}`} />}
        <title>{props.title}</title>
        <link rel="icon" type="image/svg+xml" href={props.icon.href} />
        {props.styles.map((style) => (
          <link rel="stylesheet" href={style.href} integrity={style.integrity} />
        ))}
        {props.scripts.map((script) => (
          <script type="module" src={script.href} integrity={script.integrity} />
        ))}
      </head>
      <body data-density={props.density ?? 'calm'}>
        <header class="page-bar">
          <div class="page-bar__inner" data-width={props.width ?? 'measure'}>
            {props.first}
            <a class="skip-link" href="#content">
              {props.skipWords}
            </a>
            <a class="page-bar__name" href={props.homeHref}>
              {props.siteName}
            </a>
            {props.navigation}
          </div>
        </header>
        {props.languages}
        <main id="content" class="page-main" data-width={props.width ?? 'measure'} tabindex={-1}>
          {props.children}
        </main>
        <footer class="page-help" data-width={props.width ?? 'measure'}>
          {props.footer}
        </footer>
      </body>
    </html>
  );
}

/** The whole page as text, ready to send as `text/html; charset=utf-8`. */
export function renderPage(props: PageShellProps): string {
  return `<!doctype html>${render(<PageShell {...props} />)}`;
}
