/** What does she read of this law? In German. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

export const german: Translation<typeof english> = {
  name: 'Regeln des Dienstes',
  statute: 'seine Bedingungen',
  instrument: 'eine Anfrage',
  country: 'überall',
  clock: 'so bald er kann',
  whoWillSee: 'Das sehen nur die Menschen beim Dienst, die deine Anfrage bearbeiten.',
  warnings: [],
  elements: {},
  grounds: {},
};
