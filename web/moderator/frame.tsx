/** What is the same on every page of the console? Bar with the ways to go, who is signed in, a calm footer. */
import type { ComponentChildren } from 'preact';
import { asset } from '../assets.ts';
import { renderPage } from '../components/page-shell/markup.tsx';
import { fieldNames } from './fields.ts';
import type { ConsoleFrame } from './model.ts';
import { paths } from './paths.ts';
import { pageWithVisibleSigns } from './visible-text.ts';
import { momentWords } from './when.ts';

const places = [
  { key: 'queue', words: 'Queue', href: paths.queue },
  { key: 'complaints', words: 'Complaints', href: paths.complaints },
  { key: 'referrals', words: 'Referrals', href: paths.referrals },
  { key: 'banks', words: 'Banks', href: paths.banks },
  { key: 'report', words: 'Report', href: paths.report },
  { key: 'setup', words: 'Setup', href: paths.setup },
] as const;

export type Place = (typeof places)[number]['key'];

function Navigation({ frame, place }: { readonly frame: ConsoleFrame; readonly place: Place | null }) {
  return (
    <>
      <nav class="console-places" aria-label="Console">
        {places.map(({ key, words, href }) => (
          <a class="console-places__link" href={href} aria-current={key === place ? 'true' : undefined}>
            {words}
          </a>
        ))}
      </nav>
      <form class="console-leave" method="post" action={paths.signOut}>
        <Csrf token={frame.csrf} />
        <bdi class="console-leave__name">{frame.moderatorName}</bdi>
        <button class="console-leave__button" type="submit">
          Sign out
        </button>
      </form>
    </>
  );
}

export type ConsolePageProps = {
  /** Neutral: it stands on the tab and in the browser's history. */
  readonly title: string;
  /** Null where nobody is signed in. */
  readonly frame: ConsoleFrame | null;
  readonly place?: Place | null;
  readonly width?: 'measure' | 'wide';
  readonly children: ComponentChildren;
};

/** The whole page as text. */
export function consolePage({ title, frame, place = null, width = 'wide', children }: ConsolePageProps): string {
  const html = renderPage({
    title: `${title} – Likeness console`,
    language: 'en',
    styles: [asset('moderator/console.css')],
    scripts: [asset('moderator/console.js')],
    icon: asset('moderator/icon.svg'),
    siteName: 'Likeness console',
    homeHref: frame === null ? paths.signIn : paths.queue,
    skipWords: 'Skip to the content',
    navigation: frame === null ? null : <Navigation frame={frame} place={place} />,
    density: 'dense',
    width,
    footer:
      frame === null ? (
        <p>This is the door for the people who decide on removal requests. What stands behind it is confidential.</p>
      ) : (
        <p>What you see here is confidential. You may leave any case to a colleague, without a reason: it stays in the queue.</p>
      ),
    children,
  });
  return pageWithVisibleSigns(html);
}

/** The token that each form of a session carries. */
export function Csrf({ token }: { readonly token: string }) {
  return <input type="hidden" name={fieldNames.csrf} value={token} />;
}

/** A moment, readable and exact. */
export function Moment({ at, frame }: { readonly at: Date; readonly frame: Pick<ConsoleFrame, 'timeZone'> }) {
  return <time datetime={at.toISOString()}>{momentWords(at, frame.timeZone)}</time>;
}
