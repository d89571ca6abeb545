/** What does she read when something did not work? Whose turn it is, and that it is not her fault; never what happened inside. */
import { ButtonLink, ButtonRow } from '../components/button/markup.tsx';
import type { ProblemModel } from './model.ts';
import { personPage } from './page.tsx';
import { paths } from './paths.ts';
import { speechOfPage } from './speech.ts';

/** The page for an answer of this status. */
export function renderProblem(model: ProblemModel): string {
  const { words, to } = speechOfPage(model);
  const said = words.problem;
  const waits = model.status === 429 || model.status === 503;
  return personPage({
    frame: model,
    title: words.siteTitle.problem,
    children: (
      <>
        <h1>{said.heading[model.status]}</h1>
        <p class="lead">{said.text[model.status]}</p>
        {waits && model.retryAfterSeconds !== undefined ? (
          <p>{said.wait({ count: Math.max(1, Math.ceil(model.retryAfterSeconds / 60)) })}</p>
        ) : null}
        <ButtonRow>
          <ButtonLink href={to(paths.landing)} look="secondary">
            {said.start}
          </ButtonLink>
          <ButtonLink href={to(paths.openCase)} look="secondary">
            {said.comeBack}
          </ButtonLink>
        </ButtonRow>
      </>
    ),
  });
}
