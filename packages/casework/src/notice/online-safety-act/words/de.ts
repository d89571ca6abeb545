/** What does she read of this law? In German. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

export const german: Translation<typeof english> = {
  name: 'Online Safety Act 2023',
  statute: 'Abschnitte 10(3A)-(3B), 20A und 27, in der Fassung von 2026',
  instrument: 'eine Meldung eines intimen Bildes',
  country: 'Vereinigtes Königreich',
  clock: 'innerhalb von 48 Stunden',
  whoWillSee:
    'Das sehen nur die Menschen beim Dienst, die deine Meldung bearbeiten. Wir geben es nicht an die Person weiter, die das Bild eingestellt hat.',
  warnings: [],
  elements: {
    intimate: {
      short: 'dass es ein intimes Bild ist',
      asks: 'Es ist ein intimes Bild. Es wurde ohne ein Ja der Person darauf geteilt.',
      missing: 'Bitte bestätige, dass es ein intimes Bild ist, das ohne Zustimmung geteilt wurde.',
      whyWeAsk: 'Nach dem Gesetz sollst du sagen, was für ein Bild es ist.',
    },
    subject: {
      short: 'dass du es bist oder für die Person handelst',
      asks: 'Ich bin die Person darauf, oder ich handle für diese Person.',
      missing: 'Bitte bestätige, dass du die Person auf dem Bild bist oder für sie handelst.',
      whyWeAsk: 'Das Gesetz ist für die Person auf dem Bild und für alle, die für sie handeln.',
    },
    true: {
      short: 'dass du es in gutem Glauben sagst',
      asks: 'Ich sage das in gutem Glauben. Nach bestem Wissen und Gewissen ist es wahr.',
      missing: 'Bitte bestätige, dass du das in gutem Glauben sagst und dass es wahr ist, soweit du weißt.',
      whyWeAsk: 'Das Gesetz verlangt genau diese Worte.',
    },
    contact: {
      short: 'wie man dich erreicht',
      asks: 'Nenne einen Weg, dich zu erreichen. Das kann eine E-Mail-Adresse, eine Telefonnummer oder etwas anderes sein.',
      missing:
        'Wir brauchen einen Weg, dich zu erreichen, der klappt. Das kann eine E-Mail-Adresse, eine Telefonnummer oder etwas anderes sein.',
      whyWeAsk: 'Das Gesetz verlangt einen Weg, dich zu erreichen, falls der Dienst eine Frage hat.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'Der Dienst gibt dir recht und wird das Bild entfernen.',
      whatNext: 'Wir sagen es dir hier, wenn der Dienst meldet, dass es weg ist.',
    },
    'not-depicted': {
      toPerson: 'Der Dienst konnte nicht erkennen, dass das Bild dich zeigt, oder die Person, für die du handelst.',
      whatNext: 'Wenn es so ist, kannst du noch einmal fragen und sagen, woran man das sieht.',
    },
    'not-intimate': {
      toPerson: 'Der Dienst sieht darin kein intimes Bild, so wie das Gesetz im Vereinigten Königreich es meint.',
      whatNext: 'Andere Regeln können trotzdem helfen. Du kannst den Dienst bitten, es nach seinen eigenen Regeln anzusehen.',
    },
  },
  complaint: {
    name: 'Ofcom',
    sentence:
      'Du kannst es Ofcom sagen. Ofcom wacht über Online-Dienste im Vereinigten Königreich. Selbst entfernen kann es das Bild nicht.',
  },
};
