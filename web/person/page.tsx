/** What do all her pages share? The way out first, a neutral title, help in the same place. */
import { dayOfYearIn, directionOf, type Language, listIn, localeOf } from '@likeness/casework';
import type { ComponentChildren } from 'preact';
import { asset } from '../assets.ts';
import { ExitPage } from '../components/exit-page/markup.tsx';
import { renderPage } from '../components/page-shell/markup.tsx';
import { fieldNames } from './forms.ts';
import { adultLines, type HelpLine, herLinesFirst, under18Lines } from './help-lines.ts';
import { LanguageLinks } from './language-links.tsx';
import type { CaseRequest, Frame, Helpers, SessionFrame } from './model.ts';
import { paths, stillOpen } from './paths.ts';
import { PageSpeaks, speechOfPage, useSpeech } from './speech.ts';
import { offeredLanguages } from './words.ts';

/** Scripts in addition to the one of every page, by name of their entry. */
export type PageScript = 'request' | 'open-case' | 'follow';

export type PersonPageProps = {
  readonly frame: Frame;
  /** One of `words.siteTitle`. */
  readonly title: string;
  readonly script?: PageScript;
  readonly movesOnTo?: string;
  /** Left out: as the frame says. */
  readonly helpers?: Helpers;
  /** The page says that her case is closed on this device: what other tabs show of it goes too. */
  readonly isCaseOver?: boolean;
  readonly children: ComponentChildren;
};

/** The oldest day on which one of these was checked, in words. */
export function checkedDay(language: Language, lines: readonly HelpLine[]): string {
  const oldest = lines.map((line) => line.checkedOn).sort()[0] ?? '';
  return dayOfYearIn(language, new Date(`${oldest}T00:00:00Z`), 'UTC');
}

/** ", " and the number, to be called at a touch. */
export function Phone({ line }: { readonly line: Pick<HelpLine, 'phone'> }) {
  return line.phone === undefined ? null : (
    <>
      {', '}
      <a class="phone" href={`tel:${line.phone.replaceAll(' ', '')}`}>
        <bdi dir="ltr">{line.phone}</bdi>
      </a>
    </>
  );
}

/** "United Kingdom and Ireland" */
function countriesIn(language: Language, countries: readonly string[]): string {
  const nameOfCountry = new Intl.DisplayNames(localeOf(language), { type: 'region' });
  return listIn(
    language,
    countries.map((code) => nameOfCountry.of(code) ?? code),
  );
}

export function HelpLineWords({ line }: { readonly line: HelpLine }) {
  const { language } = useSpeech();
  return (
    <>
      {line.countries.length === 0 ? null : <>{countriesIn(language, line.countries)}: </>}
      <a href={line.href} rel="noreferrer">
        <bdi>{line.name}</bdi>
      </a>
      <Phone line={line} />. {line.text[language]}
    </>
  );
}

/** For pages of a case with these requests: of somebody who was or may have been under 18, as whoever asked said or as the service did in passing it on. */
export function helpersOf(requests: readonly Pick<CaseRequest, 'answers' | 'isReferred'>[]): Helpers {
  const young = requests.filter(({ answers, isReferred }) => answers.isYoung === true || isReferred === true);
  if (young.length === 0) return 'at-the-end';
  return young.length === requests.length ? 'young' : 'both';
}

/** Where the page names who else can help. */
export const helpersId = 'helpers';

function Help({ frame, helpers }: { readonly frame: Frame; readonly helpers: Helpers }) {
  const { language, words, to } = useSpeech();
  if (helpers === 'here') {
    return (
      <>
        <p>{words.frame.helpDanger}</p>
        {frame.operator === null ? null : (
          <p>
            <Operator operator={frame.operator} />
          </p>
        )}
      </>
    );
  }
  const lines = [
    ...(helpers === 'at-the-end' ? [] : herLinesFirst(language, under18Lines)),
    ...(helpers === 'young' ? [] : herLinesFirst(language, adultLines)),
  ];
  return (
    <>
      <h2 id={helpersId}>{words.frame.helpHeading}</h2>
      <p>{words.frame.helpDanger}</p>
      <ul>
        {lines.map((line) => (
          <li>
            <HelpLineWords line={line} />
          </li>
        ))}
        {helpers === 'at-the-end' ? null : (
          <li>
            <a href={to(paths.under18)}>{words.request.young.helpers}</a>
          </li>
        )}
      </ul>
      <p>
        {words.frame.helpChecked({ day: checkedDay(language, lines) })}{' '}
        {frame.operator === null ? null : <Operator operator={frame.operator} />}
      </p>
    </>
  );
}

function Operator({ operator }: { readonly operator: NonNullable<Frame['operator']> }) {
  const { words } = useSpeech();
  return (
    <>
      {words.frame.operator({ name: operator.name })}
      {operator.contactHref === null ? null : (
        <>
          {' '}
          <a href={operator.contactHref}>{words.frame.operatorContact}</a>
        </>
      )}
    </>
  );
}

/** After so many minutes without use the server ends a session; `server/src/access/sessions.ts` is held to it. */
export const sessionMinutes = 15;

/** Pages under her session have the token of its forms. */
const showsCase = (frame: Frame): boolean => 'csrf' in frame && typeof frame.csrf === 'string';

/** The whole page as text. */
export function personPage({
  frame,
  title,
  script,
  movesOnTo,
  helpers = frame.namesAtEnd ?? 'at-the-end',
  isCaseOver = false,
  children,
}: PersonPageProps): string {
  const speech = speechOfPage(frame);
  const { language, words, to } = speech;
  const spoken = (part: ComponentChildren) => <PageSpeaks.Provider value={speech}>{part}</PageSpeaks.Provider>;
  return renderPage({
    title: `${title} - ${frame.siteName}`,
    language,
    direction: directionOf(language),
    styles: [asset('person/person.css')],
    scripts: [asset('person/every-page.js'), ...(script === undefined ? [] : [asset(`person/${script}.js`)])],
    icon: asset('person/icon.svg'),
    ...(movesOnTo === undefined ? {} : { movesOnTo }),
    siteName: frame.siteName,
    homeHref: to(paths.landing),
    skipWords: words.frame.skip,
    first: (
      <ExitPage
        words={words.frame.exit}
        explanation={words.frame.exitExplanation}
        explanationWithoutScript={words.frame.exitExplanationWithoutScript}
        exitUrl={frame.exitUrl}
        action={to(paths.exit)}
        {...(showsCase(frame)
          ? { openCase: { href: to(paths.case), idleMinutes: sessionMinutes, stillOpenHref: `${to(paths.keep)}?${stillOpen}` } }
          : {})}
        isCaseOver={isCaseOver}
      />
    ),
    languages: <LanguageLinks words={words.frame.languages} language={language} here={frame.here} offered={offeredLanguages} />,
    footer: spoken(<Help frame={frame} helpers={helpers} />),
    children: spoken(children),
  });
}

/** The hidden field of every form under a session. */
export function CsrfField({ frame }: { readonly frame: SessionFrame }) {
  return <input type="hidden" name={fieldNames.csrf} value={frame.csrf} autocomplete="off" />;
}
