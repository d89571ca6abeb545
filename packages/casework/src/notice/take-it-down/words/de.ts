/** What does she read of this law? In German. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

export const german: Translation<typeof english> = {
  name: 'TAKE IT DOWN Act',
  statute: '47 U.S.C. 223a(a)',
  instrument: 'eine Bitte um Entfernung',
  country: 'Vereinigte Staaten',
  clock: 'innerhalb von 48 Stunden',
  whoWillSee:
    'Das sehen nur die Menschen beim Dienst, die deine Anfrage bearbeiten. Wir geben es nicht an die Person weiter, die das Bild eingestellt hat.',
  warnings: [],
  elements: {
    signature: {
      short: 'dein Name',
      asks: 'Schreib deinen eigenen Namen. Er gilt als Unterschrift.',
      missing: 'Deine Unterschrift fehlt noch. Es reicht, deinen Namen zu schreiben.',
      whyWeAsk: 'Das Gesetz verlangt eine Unterschrift. Ein getippter Name gilt.',
    },
    statement: {
      short: 'deine Erklärung',
      asks: 'Bitte bestätige zwei Dinge. Das Bild wurde ohne die Zustimmung der gezeigten Person geteilt. Du sagst das in gutem Glauben.',
      missing: 'Bitte bestätige, dass das Bild ohne Zustimmung geteilt wurde und dass du das in gutem Glauben sagst.',
      whyWeAsk:
        'Das Gesetz verlangt diese kurze Erklärung. Du kannst mehr dazu sagen, wenn es hilft, aber du musst deine Geschichte nicht erzählen.',
    },
    contact: {
      short: 'wie man dich erreicht',
      asks: 'Nenne einen Weg, dich zu erreichen. Das kann eine E-Mail-Adresse, eine Telefonnummer oder etwas anderes sein.',
      missing:
        'Wir brauchen einen Weg, dich zu erreichen, der klappt. Das kann eine E-Mail-Adresse, eine Telefonnummer oder etwas anderes sein.',
      whyWeAsk: 'Das Gesetz verlangt einen Weg, dich zu erreichen, falls der Dienst eine Frage hat.',
    },
    authority: {
      short: 'warum du für die Person handeln darfst',
      asks: 'Sag uns, warum du für die gezeigte Person handeln darfst. Eine Zeile reicht.',
      missing: 'Bitte sag, warum du für die gezeigte Person handeln darfst. Eine Zeile reicht.',
      whyWeAsk: 'Für jemand anderen darfst du nach dem Gesetz nur fragen, wenn du für diese Person handeln darfst. Dein Wort reicht.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'Der Dienst gibt dir recht und wird das Bild entfernen.',
      whatNext: 'Wir sagen es dir hier, wenn der Dienst meldet, dass es weg ist.',
    },
    'not-intimate': {
      toPerson: 'Der Dienst sieht darin kein intimes Bild, so wie das Gesetz es meint.',
      whatNext: 'Andere Regeln können trotzdem helfen. Du kannst den Dienst bitten, es nach seinen eigenen Regeln anzusehen.',
    },
  },
  complaint: {
    name: 'Federal Trade Commission (FTC)',
    sentence: 'Du kannst es der FTC auf TakeItDown.ftc.gov sagen. Sie prüft, ob Dienste dieses Gesetz befolgen. Das kostet nichts.',
  },
};
