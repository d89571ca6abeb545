/** Which elements do several laws ask for in the same words? What the law says itself, and who will see the answer, stands with each law. */
import type { LegalElement } from './basis.ts';

/** Where it is, by link or by words. */
export const locate: Omit<LegalElement, 'whoWillSee' | 'lawWording' | 'mark'> = {
  key: 'locate',
  rule: 'locate',
  short: 'where the picture is',
  label: 'where it is',
  pointer: '/locations',
  asks: 'Tell us where the picture is. A link is good. A few words on how to find it are fine too.',
  missing: 'We do not yet know where the picture is. A link helps, or a few words on how to find it.',
  whyWeAsk: 'The service has to find the picture before it can take it down.',
};
