/** What does she read on every page: in its title, at the way out, beside a time, and when something did not work? In Italian. */
import type { WordsOf } from '../in-each-language.ts';

export const siteTitle: WordsOf<'siteTitle'> = {
  landing: 'Inizio',
  age: 'Una domanda',
  threat: 'Primi passi',
  watch: 'Modulo',
  elsewhere: 'Modulo',
  letter: 'Testo',
  under18: 'Chi può aiutare',
  request: 'Modulo',
  openCase: 'Ritorno',
  case: 'Riepilogo',
  withdraw: 'Stop',
  withdrawDone: 'Stop',
  follow: 'Segui',
  left: 'Arrivederci',
  privacy: 'Che cosa si conserva',
  problem: 'Un momento',
  toCheck: 'Da controllare',
};

export const frame: WordsOf<'frame'> = {
  skip: 'Vai al testo',
  exit: 'Esci subito',
  exitExplanation:
    'Lascia subito questo sito, in tutte le schede di questo browser, e apre un’altra pagina. Premere tre volte il tasto Maiusc fa la stessa cosa.',
  exitExplanationWithoutScript: 'Lascia subito questa pagina e ne apre un’altra. Le altre schede di questo sito restano aperte.',
  helpHeading: 'Chi altro può aiutare',
  helpDanger: 'Sei in pericolo adesso? Chiama il numero di emergenza del posto in cui ti trovi, per esempio 112, 911 o 999.',
  helpChecked: 'Il nostro ultimo controllo di questi numeri: {day}.',
  operator: 'Questo sito è gestito da {name}.',
  operatorContact: 'Fai una domanda a chi lo gestisce',
  languages: 'Lingue',
};

export const left: WordsOf<'left'> = {
  exit: { heading: 'Arrivederci', text: 'Stai passando a un’altra pagina.', link: 'Continua' },
  closed: {
    heading: 'Chiuso',
    text: 'Il tuo caso è chiuso su questo dispositivo. Quello che è stato inviato va avanti da solo. Con il tuo codice lo apri di nuovo.',
  },
  idle: {
    heading: 'Chiuso',
    text: 'Il tuo caso non è più aperto su questo dispositivo. Succede dopo 15 minuti, o se è stato chiuso da un altro posto. Se il caso va avanti, con il tuo codice lo apri di nuovo.',
  },
  comeBack: 'Torna con il tuo codice',
  typed: 'Quello che avevi scritto',
  typedHint: 'Non è stato inviato e non viene conservato. Se vuoi inviarlo più tardi, copialo adesso.',
  history: 'Questo browser ricorda ancora questa visita. Puoi cancellare la cronologia nelle sue impostazioni.',
};

export const unwritable: WordsOf<'unwritable'> =
  'In questo testo c’è un segno che non si può conservare. Spesso arriva quando si copia un testo. Scrivilo di nuovo, per favore.';

export const problem: WordsOf<'problem'> = {
  heading: {
    400: 'Non ha funzionato',
    403: 'Questa pagina è rimasta aperta troppo a lungo',
    404: 'Qui non c’è niente',
    405: 'A questo indirizzo non c’è una pagina',
    413: 'Era troppo in una volta sola',
    429: 'Aspetta un momento, per favore',
    500: 'Qualcosa è andato storto da parte nostra',
    503: 'Non siamo ancora pronti del tutto',
  },
  text: {
    400: 'Non siamo riusciti a leggere quello che è stato inviato. Torna indietro e riprova, per favore.',
    403: 'Per la tua sicurezza questa pagina dopo un po’ smette di funzionare. Apri di nuovo il caso con il tuo codice, per favore.',
    404: 'Forse l’indirizzo è scritto male, o la pagina non c’è più.',
    405: 'Il tuo browser ha chiesto qualcosa che non è una pagina. Non è cambiato niente. Puoi continuare da qui.',
    413: 'Invia meno immagini o testi più brevi, per favore. Il resto puoi inviarlo con una seconda richiesta.',
    429: 'Ci sono stati molti tentativi in poco tempo. Questa attesa protegge i codici di altre persone.',
    500: 'Non è colpa tua. Niente è rimasto fatto a metà. Riprova tra qualche minuto, per favore.',
    503: 'Riprova tra qualche minuto, per favore. Quello che hai inviato prima è al sicuro.',
  },
  wait: { one: 'Puoi riprovare tra un minuto.', other: 'Puoi riprovare tra {count} minuti.' },
  start: 'Vai all’inizio',
  comeBack: 'Torna con il tuo codice',
};

export const time: WordsOf<'time'> = {
  moment: '{day}, {hour}',
  inZone: '({zone})',
  yourTime: 'la tua ora',
  days: { one: '{count} giorno', other: '{count} giorni' },
};
