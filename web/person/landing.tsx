/** GET `/`: what is this, what will it do and not do, and where do I begin? */
import { ButtonLink } from '../components/button/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import type { LandingModel } from './model.ts';
import { personPage } from './page.tsx';
import { paths } from './paths.ts';
import { words } from './words.ts';

const said = words.landing;

/** The first page. */
export function renderLanding(model: LandingModel): string {
  const names = model.services.map((service) => service.name);
  return personPage({
    frame: model,
    title: words.siteTitle.landing,
    children: (
      <>
        <h1>{said.heading}</h1>
        <p class="lead">{said.lead}</p>
        <div class="ways">
          <div class="way">
            <ButtonLink href={paths.age}>{said.start}</ButtonLink>
            <p class="quiet">{said.startNote}</p>
          </div>
          <div class="way">
            <ButtonLink href={paths.openCase} look="secondary">
              {said.comeBack}
            </ButtonLink>
            <p class="quiet">{said.comeBackNote}</p>
          </div>
        </div>
        <p>
          <a href="#watched">{said.watched}</a>
        </p>
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
            <li>{names.length === 0 ? said.limitsNoServices : said.limitsServices(names.join(', '))}</li>
            {said.limits.map((limit) => (
              <li>{limit}</li>
            ))}
          </ul>
        </section>
        <Notice heading={said.privacyHeading} id="watched">
          <ul>
            {said.privacy.map((limit) => (
              <li>{limit}</li>
            ))}
          </ul>
          <p>
            <a href={paths.privacy}>{words.privacy.link}</a>
          </p>
        </Notice>
      </>
    ),
  });
}
