/** What does she read of this law? In Italian. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

export const italian: Translation<typeof english> = {
  name: 'Regolamento sui servizi digitali (DSA)',
  statute: 'Regolamento (UE) 2022/2065, articolo 16',
  instrument: 'una segnalazione',
  country: 'Unione europea',
  clock: 'senza indebito ritardo',
  whoWillSee:
    'Lo vedono solo le persone del servizio che si occupano della tua segnalazione. A chi ha pubblicato l’immagine non viene detto chi sei.',
  warnings: [],
  elements: {
    explanation: {
      short: 'perché va tolta',
      asks: 'Di’ perché va tolta. Basta confermare che è stata condivisa senza consenso.',
      missing: 'Di’ perché va tolta. Basta confermare che è stata condivisa senza consenso.',
      whyWeAsk: 'La legge chiede un motivo. Non devi raccontare la tua storia.',
    },
    locate: {
      short: 'un link all’immagine',
      asks: 'Indica un link all’immagine. Aiutano anche altre parole su come trovarla.',
      missing: 'Ci serve un link all’immagine, o il suo indirizzo. Puoi copiarlo dalla barra in alto nel browser.',
      whyWeAsk: 'La legge chiede il posto esatto.',
    },
    'name-and-email': {
      short: 'il tuo nome e il tuo indirizzo e-mail',
      asks: 'Indica il tuo nome e un indirizzo e-mail.',
      missing: 'Ci servono il tuo nome e un indirizzo e-mail che funzioni.',
      missingAlone: { name: 'Ci serve il tuo nome.', email: 'Ci serve un indirizzo e-mail che funzioni. Lo chiede questa legge.' },
      whyWeAsk: 'La legge chiede tutti e due, così il servizio può dirti che cosa ha deciso.',
    },
    accurate: {
      short: 'che quello che dici è giusto e completo',
      asks: 'Credo in buona fede che quello che dico qui sia giusto e completo.',
      missing: 'Conferma che quello che dici qui è giusto e completo, per quanto sai.',
      whyWeAsk: 'La legge lo chiede proprio con queste parole.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'Il servizio ti ha dato ragione e toglierà l’immagine.',
      whatNext: 'Te lo diciamo qui quando il servizio dice che non c’è più.',
    },
    'not-intimate': {
      toPerson: 'Per il servizio questo non va contro la legge, né contro le sue regole.',
      whatNext: 'Puoi chiedere di nuovo e dire di più.',
    },
  },
  complaint: {
    name: 'il tuo coordinatore dei servizi digitali',
    sentence:
      'Puoi dirlo al coordinatore dei servizi digitali del tuo Paese. Vigila sui servizi online. È gratis. Puoi anche rivolgerti a un organismo di risoluzione extragiudiziale che ha certificato, o a un tribunale.',
  },
};
