/** GET `/start` and its sisters: how old was the person in the picture? Asked before any file is chosen. */
import { ButtonLink } from '../components/button/markup.tsx';
import type { AgeQuestionModel, AgeWay } from './model.ts';
import { personPage } from './page.tsx';
import { paths } from './paths.ts';
import { speechOfPage } from './speech.ts';

const formOf: Readonly<Record<AgeWay, string>> = {
  picture: paths.request,
  link: paths.requestLink,
  'for-someone': paths.requestForSomeone,
  threat: paths.watch,
  elsewhere: paths.elsewhere,
  more: paths.addPictures,
};

/** The question. Two links, not a form: nothing is sent and nothing is kept. */
export function renderAgeQuestion(model: AgeQuestionModel): string {
  const { words, to } = speechOfPage(model);
  return personPage({
    frame: model,
    title: words.siteTitle.age,
    children: (
      <>
        <h1>{words.age.heading}</h1>
        <p class="lead">{words.age.lead}</p>
        <div class="answers">
          <ButtonLink href={`${to(formOf[model.way])}${model.again === undefined ? '' : `?again=${model.again}`}`} look="secondary">
            {words.age.adult}
          </ButtonLink>
          <ButtonLink href={to(paths.under18)} look="secondary">
            {words.age.young}
          </ButtonLink>
          {model.way === 'more' ? (
            <ButtonLink href={to(paths.case)} look="quiet">
              {words.withdrawDone.back}
            </ButtonLink>
          ) : null}
        </div>
      </>
    ),
  });
}
