/** What in a part of her form will not be taken as it stands, and how is it said at its field until it is put right? */
import { choosePin } from '@likeness/casework';
import { isAsked } from './asked.ts';

export interface WrongAtField {
  readonly control: HTMLInputElement;
  readonly sentence: HTMLElement;
  /** Whether it still stands there. */
  isWrong(): boolean;
}

/** The fields of this part that hold what cannot be what they ask for, or a secret that is soon guessed, each with the sentence that says so. */
export function wrongIn(part: HTMLElement): readonly WrongAtField[] {
  return [...part.querySelectorAll<HTMLElement>('[data-shape-of], [data-soon-guessed-of]')].flatMap((sentence) => {
    const shapeOf = sentence.getAttribute('data-shape-of');
    const control = document.getElementById(shapeOf ?? sentence.getAttribute('data-soon-guessed-of') ?? '');
    if (!(control instanceof HTMLInputElement)) return [];
    const isWrong = (): boolean => (shapeOf === null ? isSoonGuessed(control.value) : control.validity.patternMismatch);
    return isWrong() && isAsked(control, part) ? [{ control, sentence, isWrong }] : [];
  });
}

function isSoonGuessed(typed: string): boolean {
  const chosen = choosePin(typed);
  return !chosen.ok && chosen.problem === 'weak';
}

/** Says at the field what is wrong with it, until it is put right. */
export function sayAtField({ control, sentence, isWrong }: WrongAtField): void {
  const others = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '' && id !== sentence.id);
  const say = (isSaid: boolean): void => {
    sentence.hidden = !isSaid;
    control.closest('.field')?.classList.toggle('field--wrong', isSaid);
    if (isSaid) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
    const ids = isSaid ? [...others, sentence.id] : others;
    if (ids.length === 0) control.removeAttribute('aria-describedby');
    else control.setAttribute('aria-describedby', ids.join(' '));
  };
  say(true);
  const again = (): void => {
    if (isWrong()) return;
    say(false);
    control.removeEventListener('input', again);
  };
  control.addEventListener('input', again);
}
