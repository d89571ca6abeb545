/** What does she read of this law? In Arabic, worded so that it fits women and men. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

export const arabic: Translation<typeof english> = {
  name: 'قواعد الخدمة',
  statute: 'شروطها',
  instrument: 'طلب',
  country: 'في كل مكان',
  clock: 'في أقرب وقت ممكن لها',
  whoWillSee: 'لا يرى هذا إلا من يعملون في الخدمة على طلبك.',
  warnings: [],
  elements: {},
  grounds: {},
};
