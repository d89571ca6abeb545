/** What does she read of this law? In Italian. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

export const italian: Translation<typeof english> = {
  name: 'segnalazione per diritto d’autore (DMCA)',
  statute: '17 U.S.C. 512(c)(3)',
  instrument: 'una segnalazione per diritto d’autore',
  country: 'Stati Uniti',
  clock: 'senza ritardo',
  whoWillSee: 'Lo vede il servizio. Può passare il tuo nome a chi ha pubblicato l’immagine, e può pubblicarlo.',
  warnings: [
    'Vale solo per immagini che hai fatto tu, o i cui diritti sono tuoi. Un’immagine che qualcun altro ha fatto di te, in questo senso, di solito non è tua.',
    'Il tuo nome può arrivare a chi ha pubblicato l’immagine. Può anche essere pubblicato.',
    'Chi l’ha pubblicata può opporsi. Allora il servizio la rimette dopo 10-14 giorni lavorativi, a meno che tu vada in tribunale.',
    'Una parte si dichiara sotto pena di spergiuro. Se dici qualcosa che sai essere falso, potresti doverne rispondere e pagare.',
  ],
  elements: {
    signature: {
      short: 'il tuo nome sotto la segnalazione per diritto d’autore',
      asks: 'Firma la segnalazione per diritto d’autore: scrivi il tuo nome anche qui.',
      missing: 'La segnalazione per diritto d’autore ha bisogno di una firma sua. Basta scrivere il tuo nome.',
      whyWeAsk: 'La legge chiede una firma. Un nome scritto vale.',
    },
    work: {
      short: 'quale immagine è tua',
      asks: 'Di’ in poche parole quale immagine è tua, per esempio: un mio selfie di maggio.',
      missing: 'Di’ in poche parole quale immagine è tua.',
      whyWeAsk: 'La legge chiede qual è l’opera.',
    },
    locate: {
      short: 'dove si trova l’immagine',
      asks: 'Dicci dove si trova l’immagine. La cosa migliore è un link.',
      missing: 'Non sappiamo ancora dove si trova l’immagine. Aiuta un link, o poche parole su come trovarla.',
      whyWeAsk: 'Il servizio deve trovare l’immagine prima di poterla togliere.',
    },
    contact: {
      short: 'come contattarti',
      asks: 'Indica un modo per contattarti. Può essere un’e-mail, un numero di telefono o altro.',
      missing: 'Ci serve un modo per contattarti che funzioni.',
      whyWeAsk: 'La legge chiede un modo per contattarti.',
    },
    'not-authorised-use': {
      short: 'che nessuno ha permesso questo uso',
      asks: 'Credo in buona fede che questo uso dell’immagine non sia permesso. Non dal suo titolare, non da chi agisce per il titolare, e non dalla legge.',
      missing: 'Conferma che nessuno con un diritto sull’immagine ha permesso questo uso.',
      whyWeAsk: 'La legge lo chiede proprio con queste parole.',
    },
    perjury: {
      short: 'che è giusto, e che i diritti sono tuoi',
      asks: 'Quello che dico qui è giusto. Sotto pena di spergiuro: i diritti sull’immagine sono miei, o posso agire per chi li ha.',
      missing: 'Conferma che è giusto, e che i diritti sono tuoi. Questa parte si dichiara sotto pena di spergiuro.',
      whyWeAsk: 'La legge lo chiede proprio con queste parole.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'Il servizio ti ha dato ragione e toglierà l’immagine.',
      whatNext: 'Te lo diciamo qui quando il servizio dice che non c’è più. Chi l’ha pubblicata può opporsi.',
    },
    'not-the-work': {
      toPerson: 'Per il servizio questa non è l’immagine indicata nella segnalazione per diritto d’autore.',
      whatNext: 'Puoi chiedere di nuovo e dire di più. Altre leggi possono ancora aiutare.',
    },
  },
};
