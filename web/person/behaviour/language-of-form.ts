/** How does she read a form in another language without losing what she filled in? Its page takes the place of this one in the same entry of the history, which holds her answers locked, and is loaded again. */
import type { KeptAnswers } from './kept-answers.ts';

/** From now on a link to the form in another language takes the answers along, where they are kept; otherwise it is a link like any other. */
export function takeAnswersAlong(kept: KeptAnswers): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('.languages a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey || !kept.isKept()) return;
    event.preventDefault();
    // Nothing is lost, so nobody has to be asked first.
    event.stopImmediatePropagation();
    void kept.settled().then(() => {
      history.replaceState(history.state, '', link.href);
      location.reload();
    });
  });
}
