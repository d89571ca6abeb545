/** What does she read of this law? In German. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

export const german: Translation<typeof english> = {
  name: 'Gesetz über digitale Dienste (DSA)',
  statute: 'Verordnung (EU) 2022/2065, Artikel 16',
  instrument: 'eine Meldung',
  country: 'Europäische Union',
  clock: 'ohne unnötige Verzögerung',
  whoWillSee:
    'Das sehen nur die Menschen beim Dienst, die deine Meldung bearbeiten. Der Person, die das Bild eingestellt hat, wird nicht gesagt, wer du bist.',
  warnings: [],
  elements: {
    explanation: {
      short: 'warum es weg soll',
      asks: 'Sag, warum es weg soll. Es reicht zu bestätigen, dass es ohne Zustimmung geteilt wurde.',
      missing: 'Bitte sag, warum es weg soll. Es reicht zu bestätigen, dass es ohne Zustimmung geteilt wurde.',
      whyWeAsk: 'Das Gesetz verlangt einen Grund. Deine Geschichte musst du nicht erzählen.',
    },
    locate: {
      short: 'ein Link zum Bild',
      asks: 'Nenne einen Link zum Bild. Mehr Worte dazu, wie man es findet, helfen auch.',
      missing: 'Wir brauchen einen Link zum Bild, also seine Adresse. Du kannst sie oben in der Leiste des Browsers kopieren.',
      whyWeAsk: 'Das Gesetz verlangt die genaue Stelle.',
    },
    'name-and-email': {
      short: 'dein Name und deine E-Mail-Adresse',
      asks: 'Nenne deinen Namen und eine E-Mail-Adresse.',
      missing: 'Wir brauchen deinen Namen und eine E-Mail-Adresse, die klappt.',
      missingAlone: {
        name: 'Wir brauchen deinen Namen.',
        email: 'Wir brauchen eine E-Mail-Adresse, die klappt. Dieses Gesetz verlangt sie.',
      },
      whyWeAsk: 'Das Gesetz verlangt beides, damit der Dienst dir sagen kann, wie er entschieden hat.',
    },
    accurate: {
      short: 'dass richtig und vollständig ist, was du sagst',
      asks: 'Ich bin in gutem Glauben davon überzeugt, dass richtig und vollständig ist, was ich hier sage.',
      missing: 'Bitte bestätige, dass richtig und vollständig ist, was du hier sagst, soweit du weißt.',
      whyWeAsk: 'Das Gesetz verlangt genau diese Worte.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'Der Dienst gibt dir recht und wird das Bild entfernen.',
      whatNext: 'Wir sagen es dir hier, wenn der Dienst meldet, dass es weg ist.',
    },
    'not-intimate': {
      toPerson: 'Der Dienst sieht darin keinen Verstoß gegen das Gesetz oder gegen seine eigenen Regeln.',
      whatNext: 'Du kannst noch einmal fragen und mehr sagen.',
    },
  },
  complaint: {
    name: 'dein Koordinator für digitale Dienste',
    sentence:
      'Du kannst es dem Koordinator für digitale Dienste in deinem Land sagen. Er wacht über Online-Dienste. Das kostet nichts. Du kannst dich auch an eine Stelle für außergerichtliche Streitbeilegung wenden, die er zugelassen hat, oder an ein Gericht.',
  },
};
