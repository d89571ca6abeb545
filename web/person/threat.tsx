/** GET `/ahead`: somebody threatens to share a picture. What does she do first, and which services can look out for it? */
import { listIn } from '@likeness/casework';
import { ButtonLink } from '../components/button/markup.tsx';
import { CrisisNotice } from './crisis-notice.tsx';
import type { ThreatModel } from './model.ts';
import { personPage } from './page.tsx';
import { paths } from './paths.ts';
import { speechOfPage } from './speech.ts';

/** What helps at once comes first, and needs neither a file nor a form. */
export function renderThreat(model: ThreatModel): string {
  const { language, words, to } = speechOfPage(model);
  const said = words.threat;
  const names = listIn(
    language,
    model.services.map(({ name }) => name),
  );
  return personPage({
    frame: model,
    title: words.siteTitle.threat,
    children: (
      <>
        <h1>{said.heading}</h1>
        <p class="lead">{said.lead}</p>
        <section aria-labelledby="first">
          <h2 id="first">{said.firstHeading}</h2>
          <ol class="steps">
            {said.first.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
          <p class="quiet">{said.keepNote}</p>
        </section>
        <CrisisNotice heading={said.crisisHeading} text={said.crisis} />
        <section class="chapter" aria-labelledby="look-out">
          <h2 id="look-out">{said.watchHeading}</h2>
          {model.services.length === 0 ? (
            <p>{said.watchNone}</p>
          ) : (
            <>
              <p>{said.watch({ names })}</p>
              <p>{said.watchLimits}</p>
              <p>
                <ButtonLink href={to(paths.ageAhead)}>{said.watchStart}</ButtonLink>
              </p>
            </>
          )}
          <p>
            <a href={to(paths.under18)}>{said.young}</a> · <a href={to(paths.age)}>{said.isUp}</a>
          </p>
        </section>
      </>
    ),
  });
}
