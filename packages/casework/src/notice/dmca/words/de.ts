/** What does she read of this law? In German. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

export const german: Translation<typeof english> = {
  name: 'urheberrechtliche Meldung (DMCA)',
  statute: '17 U.S.C. 512(c)(3)',
  instrument: 'eine urheberrechtliche Meldung',
  country: 'Vereinigte Staaten',
  clock: 'ohne Verzögerung',
  whoWillSee:
    'Das sieht der Dienst. Er kann deinen Namen an die Person weitergeben, die das Bild eingestellt hat, und kann ihn veröffentlichen.',
  warnings: [
    'Das ist nur für Bilder, die du selbst gemacht hast oder deren Rechte dir gehören. Ein Bild, das jemand anders von dir gemacht hat, gehört dir in diesem Sinn meist nicht.',
    'Dein Name kann an die Person gehen, die das Bild eingestellt hat. Er kann auch veröffentlicht werden.',
    'Wer es eingestellt hat, kann widersprechen. Dann stellt der Dienst das Bild nach 10 bis 14 Werktagen wieder ein, außer du gehst vor Gericht.',
    'Ein Teil davon wird unter Strafe für Falschaussage erklärt. Wenn du etwas sagst, von dem du weißt, dass es falsch ist, musst du vielleicht dafür zahlen.',
  ],
  elements: {
    signature: {
      short: 'dein Name unter der urheberrechtlichen Meldung',
      asks: 'Unterschreib die urheberrechtliche Meldung: Schreib deinen Namen auch hierhin.',
      missing: 'Die urheberrechtliche Meldung braucht eine eigene Unterschrift. Es reicht, deinen Namen zu schreiben.',
      whyWeAsk: 'Das Gesetz verlangt eine Unterschrift. Ein getippter Name gilt.',
    },
    work: {
      short: 'welches Bild deines ist',
      asks: 'Sag in ein paar Worten, welches Bild deines ist, zum Beispiel: ein Foto, das ich im Mai von mir gemacht habe.',
      missing: 'Bitte sag in ein paar Worten, welches Bild deines ist.',
      whyWeAsk: 'Das Gesetz fragt, was das Werk ist.',
    },
    locate: {
      short: 'wo das Bild ist',
      asks: 'Sag uns, wo das Bild ist. Am besten ist ein Link.',
      missing: 'Wir wissen noch nicht, wo das Bild ist. Ein Link hilft, oder ein paar Worte, wie man es findet.',
      whyWeAsk: 'Der Dienst muss das Bild finden, bevor er es entfernen kann.',
    },
    contact: {
      short: 'wie man dich erreicht',
      asks: 'Nenne einen Weg, dich zu erreichen. Das kann eine E-Mail-Adresse, eine Telefonnummer oder etwas anderes sein.',
      missing: 'Wir brauchen einen Weg, dich zu erreichen, der klappt.',
      whyWeAsk: 'Das Gesetz verlangt einen Weg, dich zu erreichen.',
    },
    'not-authorised-use': {
      short: 'dass niemand diese Nutzung erlaubt hat',
      asks: 'Ich bin in gutem Glauben davon überzeugt, dass diese Nutzung des Bildes nicht erlaubt ist. Nicht durch die Person, der die Rechte gehören, nicht durch jemanden, der für sie handelt, und nicht durch das Gesetz.',
      missing: 'Bitte bestätige, dass niemand mit einem Recht an dem Bild diese Nutzung erlaubt hat.',
      whyWeAsk: 'Das Gesetz verlangt genau diese Worte.',
    },
    perjury: {
      short: 'dass es stimmt und dass dir die Rechte gehören',
      asks: 'Was ich hier sage, stimmt. Unter Strafe für Falschaussage: Die Rechte an dem Bild gehören mir, oder ich darf für die Person handeln, der sie gehören.',
      missing: 'Bitte bestätige, dass es stimmt und dass dir die Rechte gehören. Dieser Teil wird unter Strafe für Falschaussage erklärt.',
      whyWeAsk: 'Das Gesetz verlangt genau diese Worte.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'Der Dienst gibt dir recht und wird das Bild entfernen.',
      whatNext: 'Wir sagen es dir hier, wenn der Dienst meldet, dass es weg ist. Wer es eingestellt hat, kann widersprechen.',
    },
    'not-the-work': {
      toPerson: 'Der Dienst hält das nicht für das Bild, das in der urheberrechtlichen Meldung genannt ist.',
      whatNext: 'Du kannst noch einmal fragen und mehr sagen. Andere Gesetze können trotzdem helfen.',
    },
  },
};
