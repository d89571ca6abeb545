/** What does she read of this law? In Italian. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

export const italian: Translation<typeof english> = {
  name: 'Online Safety Act 2023',
  statute: 'sezioni 10(3A)-(3B), 20A e 27, come modificate nel 2026',
  instrument: 'una segnalazione di un’immagine intima',
  country: 'Regno Unito',
  clock: 'entro 48 ore',
  whoWillSee:
    'Lo vedono solo le persone del servizio che si occupano della tua segnalazione. Non lo passiamo a chi ha pubblicato l’immagine.',
  warnings: [],
  elements: {
    intimate: {
      short: 'che è un’immagine intima',
      asks: 'È un’immagine intima. È stata condivisa senza il sì della persona che mostra.',
      missing: 'Conferma che è un’immagine intima, condivisa senza consenso.',
      whyWeAsk: 'La legge ti chiede di dire che tipo di immagine è.',
    },
    subject: {
      short: 'che mostra te, o che agisci per la persona',
      asks: 'Sono la persona che si vede, o agisco per questa persona.',
      missing: 'Conferma che nell’immagine ci sei tu, o che agisci per la persona mostrata.',
      whyWeAsk: 'La legge è per la persona nell’immagine, e per chi agisce per lei.',
    },
    true: {
      short: 'che lo dici in buona fede',
      asks: 'Lo dico in buona fede. Per quanto so e credo, è vero.',
      missing: 'Conferma che lo dici in buona fede, e che per quanto sai è vero.',
      whyWeAsk: 'La legge lo chiede proprio con queste parole.',
    },
    contact: {
      short: 'come contattarti',
      asks: 'Indica un modo per contattarti. Può essere un’e-mail, un numero di telefono o altro.',
      missing: 'Ci serve un modo per contattarti che funzioni. Può essere un’e-mail, un numero di telefono o altro.',
      whyWeAsk: 'La legge chiede un modo per contattarti, se il servizio ha una domanda.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'Il servizio ti ha dato ragione e toglierà l’immagine.',
      whatNext: 'Te lo diciamo qui quando il servizio dice che non c’è più.',
    },
    'not-depicted': {
      toPerson: 'Il servizio non è riuscito a capire se l’immagine mostra te, o la persona per cui agisci.',
      whatNext: 'Se è così, puoi chiedere di nuovo e dire da che cosa si può riconoscere.',
    },
    'not-intimate': {
      toPerson: 'Per il servizio questa non è un’immagine intima nel senso della legge del Regno Unito.',
      whatNext: 'Altre regole possono ancora aiutare. Puoi chiedere al servizio di guardarla secondo le sue regole.',
    },
  },
  complaint: {
    name: 'Ofcom',
    sentence: 'Puoi dirlo a Ofcom. Vigila sui servizi online nel Regno Unito. Non può togliere l’immagine da sé.',
  },
};
