/** GET `/`: what is this, what will it do and not do, and where do I begin? */
import { listIn } from '@likeness/casework';
import { ButtonLink } from '../components/button/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import type { LandingModel } from './model.ts';
import { personPage } from './page.tsx';
import { paths } from './paths.ts';
import { speechOfPage } from './speech.ts';

/** The first page. */
export function renderLanding(model: LandingModel): string {
  const { language, words, to } = speechOfPage(model);
  const said = words.landing;
  // Each leads to a useful step within two taps more: the age in the picture, then its form.
  const ways = [
    { words: said.ways.picture, href: to(paths.age) },
    { words: said.ways.link, href: to(paths.ageLink) },
    { words: said.ways.threat, href: to(paths.threat) },
    { words: said.ways['for-someone'], href: to(paths.ageForSomeone) },
    { words: said.ways.young, href: to(paths.under18) },
  ];
  const names = model.services.map((service) => service.name);
  return personPage({
    frame: model,
    title: words.siteTitle.landing,
    children: (
      <>
        <h1>{said.heading}</h1>
        <p class="lead">{said.lead}</p>
        <p class="quiet">
          <a href="#watched">{said.watched}</a>
        </p>
        <section class="begin" aria-labelledby="begin">
          <h2 id="begin">{said.startHeading}</h2>
          <div class="answers">
            {ways.map((way) => (
              <ButtonLink href={way.href} look="secondary">
                {way.words}
              </ButtonLink>
            ))}
          </div>
          <p class="quiet">{said.startNote}</p>
        </section>
        <div class="ways">
          <div class="way">
            <ButtonLink href={to(paths.openCase)} look="secondary">
              {said.comeBack}
            </ButtonLink>
            <p class="quiet">{said.comeBackNote}</p>
          </div>
        </div>
        <section class="chapter" aria-labelledby="how">
          <h2 id="how">{said.howHeading}</h2>
          <ol class="steps">
            {said.how.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
        </section>
        <section class="chapter" aria-labelledby="limits">
          <h2 id="limits">{said.limitsHeading}</h2>
          <ul>
            <li>{names.length === 0 ? said.limitsNoServices : said.limitsServices({ names: listIn(language, names) })}</li>
            {said.limits.map((limit) => (
              <li>{limit}</li>
            ))}
          </ul>
          <p>
            <a href={to(paths.ageElsewhere)}>{said.elsewhere}</a>
          </p>
        </section>
        <Notice heading={said.privacyHeading} id="watched">
          <ul>
            <li>
              {said.leaving} <span data-needs-script="">{said.leavingWithScript}</span>
              <span data-without-script="">{said.leavingWithoutScript}</span>
            </li>
            {said.privacy.map((limit) => (
              <li>{limit}</li>
            ))}
          </ul>
          <p>
            <a href={to(paths.privacy)}>{words.privacy.link}</a>
          </p>
        </Notice>
      </>
    ),
  });
}
