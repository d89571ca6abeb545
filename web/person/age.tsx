/** GET `/start` and `/who-can-help`: how old was the person in the picture, and who helps when she was under 18? Asked before any file is chosen. */
import { ButtonLink } from '../components/button/markup.tsx';
import { List } from '../components/list/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { under18Lines } from './help-lines.ts';
import type { AgeQuestionModel, Under18Model } from './model.ts';
import { checkedDay, Phone, personPage } from './page.tsx';
import { paths } from './paths.ts';
import { words } from './words.ts';

/** The question. Two links, not a form: nothing is sent and nothing is kept. */
export function renderAgeQuestion(model: AgeQuestionModel): string {
  return personPage({
    frame: model,
    title: words.siteTitle.age,
    children: (
      <>
        <h1>{words.age.heading}</h1>
        <p class="lead">{words.age.lead}</p>
        <div class="answers">
          <ButtonLink href={paths.request} look="secondary">
            {words.age.adult}
          </ButtonLink>
          <ButtonLink href={paths.under18} look="secondary">
            {words.age.young}
          </ButtonLink>
        </div>
      </>
    ),
  });
}

/** Who helps. There is no file field here, and no way on to one except by answering the question otherwise. */
export function renderUnder18(model: Under18Model): string {
  return personPage({
    frame: model,
    title: words.siteTitle.under18,
    helpers: 'here',
    children: (
      <>
        <h1>{words.under18.heading}</h1>
        <p class="lead">{words.under18.lead}</p>
        <List
          label={words.under18.heading}
          rows={under18Lines.map((line) => ({
            title: line.name,
            text: (
              <>
                <p>{line.text}</p>
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
        <p class="quiet">{words.under18.checked(checkedDay(under18Lines))}</p>
        <p>{words.under18.ownForm}</p>
        <p>{words.under18.here}</p>
        <p>
          <ButtonLink href={paths.requestYoung} look="secondary">
            {words.under18.askHere}
          </ButtonLink>
        </p>
        <p>{words.under18.danger}</p>
        <Notice tone="care">
          <p>{words.under18.noFile}</p>
        </Notice>
        <p>
          <a href={paths.request}>{words.under18.changeAnswer}</a>
        </p>
      </>
    ),
  });
}
