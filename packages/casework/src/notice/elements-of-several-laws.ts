/** Which elements do several laws ask for in the same words? What the law says itself, and who will see the answer, stands with each law. */
import type { LegalElement } from './basis.ts';
import { english } from './words/en.ts';

/** Where it is, by link or by words. */
export const locate: Omit<LegalElement, 'whoWillSee' | 'lawWording' | 'mark'> = {
  key: 'locate',
  ...english.elements.locate,
  rule: 'locate',
  label: 'where it is',
  pointer: '/locations',
};
