/** What is the same on every page of the console? Bar with the ways to go, who is signed in, a calm footer. */
import type { ComponentChildren } from 'preact';
import { asset } from '../assets.ts';
import { renderPage } from '../components/page-shell/markup.tsx';
import { fieldNames } from './fields.ts';
import type { ConsoleFrame } from './model.ts';
import { paths } from './paths.ts';
import type { Permission } from './people-model.ts';
import { pageWithVisibleSigns } from './visible-text.ts';
import { momentWords } from './when.ts';

export type Place =
  | 'talks'
  | 'account'
  | 'search'
  | 'decided'
  | 'queue'
  | 'complaints'
  | 'referrals'
  | 'banks'
  | 'misuse'
  | 'report'
  | 'people'
  | 'data'
  | 'setup';

/** Where there is to go; each is offered to those whose role may open it. */
const places: readonly { readonly key: Place; readonly words: string; readonly href: string; readonly needs: Permission }[] = [
  { key: 'talks', words: 'Messages', href: paths.talks, needs: 'talk-with-people' },
  { key: 'queue', words: 'Queue', href: paths.queue, needs: 'work-the-queue' },
  { key: 'complaints', words: 'Complaints', href: paths.complaints, needs: 'work-the-queue' },
  { key: 'decided', words: 'Decided', href: paths.decided, needs: 'work-the-queue' },
  { key: 'search', words: 'Search', href: paths.search, needs: 'work-the-queue' },
  { key: 'referrals', words: 'Referrals', href: paths.referrals, needs: 'report-referrals' },
  { key: 'banks', words: 'Banks', href: paths.banks, needs: 'see-banks' },
  { key: 'misuse', words: 'Misuse', href: paths.misuse, needs: 'judge-accounts' },
  { key: 'report', words: 'Report', href: paths.report, needs: 'read-report' },
  { key: 'people', words: 'People', href: paths.people, needs: 'manage-people' },
  { key: 'data', words: 'Data', href: paths.data, needs: 'answer-about-data' },
  { key: 'setup', words: 'Setup', href: paths.setup, needs: 'set-up-service' },
];

/** Helpers see messages and no case. */
export const isHelper = ({ may }: ConsoleFrame): boolean => may.includes('talk-with-people');

const placesFor = ({ may }: ConsoleFrame) => places.filter(({ needs }) => may.includes(needs));

function Navigation({ frame, place }: { readonly frame: ConsoleFrame; readonly place: Place | null }) {
  return (
    <>
      <nav class="console-places" aria-label="Console" data-shortcuts={frame.preferences.hasShortcuts ? 'on' : 'off'}>
        {placesFor(frame).map(({ key, words, href }) => (
          <a class="console-places__link" href={href} aria-current={key === place ? 'true' : undefined}>
            {words}
          </a>
        ))}
      </nav>
      <form class="console-leave" method="post" action={paths.signOut}>
        <Csrf token={frame.csrf} />
        <a class="console-leave__name" href={paths.account} aria-current={place === 'account' ? 'true' : undefined}>
          <bdi>{frame.moderatorName}</bdi>
        </a>
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
    homeHref: frame === null ? paths.signIn : isHelper(frame) ? paths.talks : paths.queue,
    skipWords: 'Skip to the content',
    navigation: frame === null ? null : <Navigation frame={frame} place={place} />,
    density: 'dense',
    width,
    footer:
      frame === null ? (
        <p>
          This is the door for the people who work here: those who decide on requests, and helpers. What stands behind it is confidential.
        </p>
      ) : isHelper(frame) ? (
        <p>
          What you read here is confidential: nobody but helpers can read it, and opening it is noted. You may leave any message to a
          colleague, without a reason. <a href={paths.account}>You and your settings</a>
        </p>
      ) : (
        <p>
          What you see here is confidential. You may leave any case to a colleague, without a reason: it stays in the queue.{' '}
          <a href={paths.account}>You and your settings</a>, <a href={paths.keyboard}>keys</a>
        </p>
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
