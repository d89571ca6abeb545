/** What does she read of this law? In Italian. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

export const italian: Translation<typeof english> = {
  name: 'regole del servizio',
  statute: 'le sue condizioni',
  instrument: 'una richiesta',
  country: 'ovunque',
  clock: 'appena può',
  whoWillSee: 'Lo vedono solo le persone del servizio che si occupano della tua richiesta.',
  warnings: [],
  elements: {},
  grounds: {},
};
