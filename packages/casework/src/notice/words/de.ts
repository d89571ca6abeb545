/** What does she read under several laws in the same words? In German. */
import type { Translation } from '../../language/catalogue.ts';
import type { english } from './en.ts';

export const german: Translation<typeof english> = {
  elements: {
    locate: {
      short: 'wo das Bild ist',
      asks: 'Sag uns, wo das Bild ist. Ein Link ist gut. Ein paar Worte, wie man es findet, gehen auch.',
      missing: 'Wir wissen noch nicht, wo das Bild ist. Ein Link hilft, oder ein paar Worte, wie man es findet.',
      whyWeAsk: 'Der Dienst muss das Bild finden, bevor er es entfernen kann.',
    },
  },
  grounds: {
    'own-rules': {
      toPerson: 'Das Bild verletzt die Regeln des Dienstes. Es wird entfernt.',
      whatNext: 'Wir sagen es dir hier, wenn der Dienst meldet, dass es weg ist.',
    },
    'not-depicted': {
      toPerson: 'Der Dienst konnte nicht erkennen, dass das Bild dich zeigt, oder die Person, für die du handelst.',
      whatNext: 'Wenn es so ist, kannst du noch einmal fragen und sagen, woran man das sieht.',
    },
    'consented-publication': {
      toPerson: 'Der Dienst hat Grund zu der Annahme, dass dem Teilen dieses Bildes zugestimmt wurde.',
      whatNext:
        'Wenn das nicht stimmt, kannst du noch einmal fragen und sagen, warum. Wer sich fotografieren lässt, sagt damit nicht Ja zum Teilen.',
    },
    'cannot-locate': {
      toPerson: 'Der Dienst konnte das Bild mit dem, was er hat, nicht finden.',
      whatNext: 'Du kannst noch einmal fragen, mit einem Link oder mit mehr Worten, wie man es findet.',
    },
    'not-authorised': {
      toPerson: 'Der Dienst weiß noch nicht, dass du für die gezeigte Person handeln darfst.',
      whatNext: 'Du kannst noch einmal fragen und sagen, warum du für sie handeln darfst. Sie kann auch selbst fragen.',
    },
  },
};
