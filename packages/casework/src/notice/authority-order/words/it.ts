/** What does she read of this law? In Italian. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

const whyWeAsk = 'Un ordine deve dirlo, perché si possa eseguire e contestare.';

export const italian: Translation<typeof english> = {
  name: 'ordine di un’autorità',
  statute: 'la legge indicata nell’ordine',
  instrument: 'un ordine',
  country: 'il Paese dell’autorità',
  clock: 'entro il tempo indicato nell’ordine',
  whoWillSee: 'L’autorità e le persone del servizio che si occupano dell’ordine.',
  warnings: [],
  elements: {
    issuer: {
      short: 'quale autorità dà l’ordine',
      asks: 'Chi dà l’ordine?',
      missing: 'Indica quale autorità dà l’ordine.',
      whyWeAsk,
    },
    reference: {
      short: 'il riferimento dell’ordine',
      asks: 'Il suo riferimento, per esempio un numero di pratica.',
      missing: 'Indica il riferimento dell’ordine.',
      whyWeAsk,
    },
    law: {
      short: 'la legge su cui si fonda',
      asks: 'Su quale legge si fonda?',
      missing: 'Indica su quale legge si fonda l’ordine.',
      whyWeAsk,
    },
    reason: {
      short: 'perché il contenuto è illegale',
      asks: 'Perché il contenuto va contro quella legge?',
      missing: 'Indica perché il contenuto va contro quella legge.',
      whyWeAsk,
    },
    scope: {
      short: 'per quali luoghi vale',
      asks: 'Per quali Paesi vale?',
      missing: 'Indica per quali Paesi vale l’ordine.',
      whyWeAsk,
    },
    redress: {
      short: 'come si può impugnare',
      asks: 'Come si può impugnare?',
      missing: 'Indica come si può impugnare l’ordine.',
      whyWeAsk,
    },
    'effect-to': {
      short: 'a chi comunicare che cosa è stato fatto',
      asks: 'A chi deve dire il servizio che cosa è stato fatto?',
      missing: 'Indica a chi il servizio deve dire che cosa è stato fatto.',
      whyWeAsk: 'Solo se è un’autorità diversa da quella che dà l’ordine.',
    },
    'uploader-not-told': {
      short: 'che chi l’ha pubblicato non va informato',
      asks: 'L’ordine vieta di informare chi l’ha pubblicato.',
      missing: 'Indica se chi l’ha pubblicato può essere informato.',
      whyWeAsk: 'Solo se l’ordine lo dice. Altrimenti il servizio lo informa.',
    },
    locate: {
      short: 'l’indirizzo del contenuto',
      asks: 'Dove si trova il contenuto? Indica il suo indirizzo.',
      missing: 'Indica l’indirizzo esatto del contenuto.',
      whyWeAsk: 'Il servizio deve trovarlo.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'Il servizio esegue l’ordine.',
      whatNext: 'Conferma qui quando il contenuto non c’è più.',
    },
    'not-binding': {
      toPerson: 'Il servizio ritiene che l’ordine non lo obblighi.',
      whatNext: 'L’autorità può scrivere di nuovo al servizio.',
    },
  },
};
