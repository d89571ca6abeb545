/** What does she read of this law? In Spanish. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

export const spanish: Translation<typeof english> = {
  name: 'normas del servicio',
  statute: 'sus condiciones',
  instrument: 'una solicitud',
  country: 'en todas partes',
  clock: 'en cuanto pueda',
  whoWillSee: 'Solo lo ven las personas del servicio que se ocupan de tu solicitud.',
  warnings: [],
  elements: {},
  grounds: {},
};
