/** What does she see when she has left, closed her case, or stayed away too long? Nothing that tells what was here. */
import type { LeftModel } from './model.ts';
import { personPage } from './page.tsx';
import { paths } from './paths.ts';
import { speechOfPage } from './speech.ts';
import { Typed } from './typed.tsx';

/**
 * For `exit` send this as the answer to POST `paths.exit`, not a redirect: browsers that take `form-action 'self'` to cover redirects would
 * refuse one to another site. The page moves on by itself, and the page it moves to takes its place in the history.
 */
export function renderLeft(model: LeftModel): string {
  const { words, to } = speechOfPage(model);
  const said = words.left[model.reason];
  return personPage({
    frame: model,
    title: words.siteTitle.left,
    ...(model.reason === 'exit' ? { movesOnTo: model.exitUrl } : {}),
    isCaseOver: model.reason === 'closed',
    children: (
      <>
        <h1>{said.heading}</h1>
        <p class="lead">{said.text}</p>
        {model.reason === 'exit' ? (
          <p>
            <a href={model.exitUrl} rel="noreferrer">
              {words.left.exit.link}
            </a>
          </p>
        ) : (
          <>
            {model.typed === undefined || model.typed === '' ? null : <Typed text={model.typed} said={words.left} />}
            <p>
              <a href={to(paths.openCase)}>{words.left.comeBack}</a>
            </p>
            <p class="quiet">{words.left.history}</p>
          </>
        )}
      </>
    ),
  });
}
