/** GET `/who-can-help`: who helps when the person in the picture was under 18, or may have been? */
import { type Language, localeOf, reportingRoutes } from '@likeness/casework';
import { ButtonLink } from '../components/button/markup.tsx';
import { Details } from '../components/details/markup.tsx';
import { List } from '../components/list/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { herLinesFirst, under18Lines } from './help-lines.ts';
import type { Under18Model } from './model.ts';
import { checkedDay, Phone, personPage } from './page.tsx';
import { paths } from './paths.ts';
import { speechOfPage } from './speech.ts';

/** Every hotline that stands in the table of referrals, by the name of its country. */
function hotlinesIn(language: Language) {
  const nameOfCountry = new Intl.DisplayNames(localeOf(language), { type: 'region' });
  return reportingRoutes
    .flatMap(({ countries, name, url }) => countries.map((code) => ({ country: nameOfCountry.of(code) ?? code, name, url })))
    .toSorted((a, b) => a.country.localeCompare(b.country, localeOf(language)));
}

/** There is no file field here, and no way on to one except by answering the question otherwise. */
export function renderUnder18(model: Under18Model): string {
  const { language, words, to } = speechOfPage(model);
  const said = words.under18;
  return personPage({
    frame: model,
    title: words.siteTitle.under18,
    helpers: 'here',
    children: (
      <>
        <h1>{said.heading}</h1>
        <p class="lead">{said.lead}</p>
        <Notice tone="care">
          <p>{said.noFile}</p>
          <p>{said.danger}</p>
        </Notice>
        <List
          label={said.heading}
          rows={herLinesFirst(language, under18Lines).map((line) => ({
            title: line.name,
            text: (
              <>
                <p>{line.text[language]}</p>
                <p>
                  <a href={line.href} rel="noreferrer">
                    {line.linkWords}
                  </a>
                  <Phone line={line} />
                </p>
              </>
            ),
          }))}
        />
        <p class="quiet">{said.checked({ day: checkedDay(language, under18Lines) })}</p>
        <Details summary={said.countries}>
          <p>{said.countriesNote}</p>
          <ul>
            {hotlinesIn(language).map(({ country, name, url }) => (
              <li>
                {country}:{' '}
                {url === null ? (
                  name
                ) : (
                  <a href={url} rel="noreferrer">
                    {name}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </Details>
        <p>{said.ownForm}</p>
        <p>{said.here}</p>
        <p>
          <ButtonLink href={to(paths.requestYoung)} look="secondary">
            {said.askHere}
          </ButtonLink>
        </p>
        <p>
          <a href={to(paths.age)}>{said.changeAnswer}</a>
        </p>
      </>
    ),
  });
}
