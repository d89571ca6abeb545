/** What does she read of this law? In Italian. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

export const italian: Translation<typeof english> = {
  name: 'TAKE IT DOWN Act',
  statute: '47 U.S.C. 223a(a)',
  instrument: 'una richiesta di rimozione',
  country: 'Stati Uniti',
  clock: 'entro 48 ore',
  whoWillSee: 'Lo vedono solo le persone del servizio che si occupano della tua richiesta. Non lo passiamo a chi ha pubblicato l’immagine.',
  warnings: [],
  elements: {
    signature: {
      short: 'il tuo nome',
      asks: 'Scrivi il tuo nome. Vale come firma.',
      missing: 'La tua firma non c’è ancora. Basta scrivere il tuo nome.',
      whyWeAsk: 'La legge chiede una firma. Un nome scritto vale.',
    },
    statement: {
      short: 'la tua dichiarazione',
      asks: 'Conferma due cose. L’immagine è stata condivisa senza il consenso della persona mostrata. Lo dici in buona fede.',
      missing: 'Conferma che l’immagine è stata condivisa senza consenso, e che lo dici in buona fede.',
      whyWeAsk: 'La legge chiede questa breve dichiarazione. Puoi aggiungere altro se aiuta, ma non devi raccontare la tua storia.',
    },
    contact: {
      short: 'come contattarti',
      asks: 'Indica un modo per contattarti. Può essere un’e-mail, un numero di telefono o altro.',
      missing: 'Ci serve un modo per contattarti che funzioni. Può essere un’e-mail, un numero di telefono o altro.',
      whyWeAsk: 'La legge chiede un modo per contattarti, se il servizio ha una domanda.',
    },
    authority: {
      short: 'perché puoi agire per la persona',
      asks: 'Dicci perché puoi agire per la persona mostrata. Basta una riga.',
      missing: 'Di’ perché puoi agire per la persona mostrata. Basta una riga.',
      whyWeAsk: 'La legge ti permette di chiedere per qualcun altro solo se puoi agire per questa persona. Basta la tua parola.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'Il servizio ti ha dato ragione e toglierà l’immagine.',
      whatNext: 'Te lo diciamo qui quando il servizio dice che non c’è più.',
    },
    'not-intimate': {
      toPerson: 'Per il servizio questa non è un’immagine intima nel senso della legge.',
      whatNext: 'Altre regole possono ancora aiutare. Puoi chiedere al servizio di guardarla secondo le sue regole.',
    },
  },
  complaint: {
    name: 'Federal Trade Commission (FTC)',
    sentence: 'Puoi dirlo alla FTC su TakeItDown.ftc.gov. Controlla che i servizi rispettino questa legge. È gratis.',
  },
};
