/** What does she read of this law? In German. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

const whyWeAsk = 'Das muss in einer Anordnung stehen, damit man sie ausführen und anfechten kann.';

export const german: Translation<typeof english> = {
  name: 'Anordnung einer Behörde',
  statute: 'das Gesetz, das die Anordnung nennt',
  instrument: 'eine Anordnung',
  country: 'das Land der Behörde',
  clock: 'bis zu der Zeit, die die Anordnung nennt',
  whoWillSee: 'Die Behörde und die Menschen beim Dienst, die die Anordnung bearbeiten.',
  warnings: [],
  elements: {
    issuer: {
      short: 'welche Behörde sie erlässt',
      asks: 'Wer erlässt die Anordnung?',
      missing: 'Bitte nennen Sie die Behörde, die die Anordnung erlässt.',
      whyWeAsk,
    },
    reference: {
      short: 'das Zeichen der Anordnung',
      asks: 'Ihr Zeichen, zum Beispiel ein Aktenzeichen.',
      missing: 'Bitte nennen Sie das Zeichen der Anordnung.',
      whyWeAsk,
    },
    law: {
      short: 'das Gesetz, auf dem sie beruht',
      asks: 'Auf welchem Gesetz beruht sie?',
      missing: 'Bitte nennen Sie das Gesetz, auf dem die Anordnung beruht.',
      whyWeAsk,
    },
    reason: {
      short: 'warum der Inhalt rechtswidrig ist',
      asks: 'Warum verstößt der Inhalt gegen dieses Gesetz?',
      missing: 'Bitte sagen Sie, warum der Inhalt gegen dieses Gesetz verstößt.',
      whyWeAsk,
    },
    scope: {
      short: 'für welche Orte sie gilt',
      asks: 'Für welche Länder gilt sie?',
      missing: 'Bitte sagen Sie, für welche Länder die Anordnung gilt.',
      whyWeAsk,
    },
    redress: {
      short: 'wie man sie anfechten kann',
      asks: 'Wie kann man sie anfechten?',
      missing: 'Bitte sagen Sie, wie man die Anordnung anfechten kann.',
      whyWeAsk,
    },
    'effect-to': {
      short: 'wem gesagt wird, was getan wurde',
      asks: 'Wem soll der Dienst sagen, was getan wurde?',
      missing: 'Bitte sagen Sie, wem der Dienst sagen soll, was getan wurde.',
      whyWeAsk: 'Nur, wenn es eine andere Behörde ist als die, von der die Anordnung kommt.',
    },
    'uploader-not-told': {
      short: 'dass die Person, die es veröffentlicht hat, nichts erfahren darf',
      asks: 'Die Anordnung verbietet, es der Person zu sagen, die es veröffentlicht hat.',
      missing: 'Bitte sagen Sie, ob es die Person erfahren darf, die es veröffentlicht hat.',
      whyWeAsk: 'Nur, wenn die Anordnung das sagt. Sonst sagt es ihr der Dienst.',
    },
    locate: {
      short: 'die Adresse des Inhalts',
      asks: 'Wo ist der Inhalt? Bitte die Adresse nennen.',
      missing: 'Bitte nennen Sie die genaue Adresse des Inhalts.',
      whyWeAsk: 'Der Dienst muss ihn finden.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'Der Dienst führt die Anordnung aus.',
      whatNext: 'Er bestätigt hier, wenn der Inhalt weg ist.',
    },
    'not-binding': {
      toPerson: 'Der Dienst sieht sich an die Anordnung nicht gebunden.',
      whatNext: 'Die Behörde kann dem Dienst noch einmal schreiben.',
    },
  },
};
