/** What does she read where she writes with a helper? In Italian. */
import type { WordsOf } from '../in-each-language.ts';

export const talk: WordsOf<'talk'> = {
  heading: 'Scrivi a chi può aiutarti',
  case: {
    text: 'Qui {name} può rispondere alle tue domande. Non decide sulla tua richiesta.',
    open: 'Scrivi un messaggio',
    goOn: 'Leggi, o scrivi ancora',
    read: 'Leggi',
    unread: 'C’è una risposta per te.',
  },
  crisisHeading: 'Se non puoi aspettare: qui ti rispondono subito',
  who: 'Scrivi a: {name}.',
  hours: 'Orari in cui rispondono: {hours}.',
  reply: { one: 'Vogliono rispondere entro {count} ora.', other: 'Vogliono rispondere entro {count} ore.' },
  private:
    'Qui lo leggono solo queste persone. Chi decide sulla tua richiesta non può leggerlo. È conservato sotto chiave; la chiave è di chi gestisce questo sito.',
  nobody: 'Qui non risponde più nessuno. Quello che è stato scritto si può leggere finché non lo cancelli.',
  written: 'Che cosa è stato scritto',
  none: 'Ancora niente.',
  you: 'Tu',
  helper: 'Chi ti aiuta',
  again: 'Non mandiamo e-mail. Per vedere una nuova risposta, riapri questa pagina.',
  label: 'Il tuo messaggio',
  hint: 'Non devi raccontare la tua storia. I link all’immagine vanno nella tua richiesta, non qui.',
  send: 'Invia il messaggio',
  deleteSummary: 'Cancella tutto',
  deleteText: 'Quello che avete scritto viene cancellato qui subito, per entrambi. Nessuno può recuperarlo.',
  delete: 'Cancella adesso',
  back: 'Torna al tuo caso',
  news: { sent: 'Il tuo messaggio è arrivato.', deleted: 'È stato cancellato.' },
  problems: {
    heading: 'Controlla questo, per favore',
    empty: 'Prima scrivi qualcosa, per favore.',
    stale:
      'Questa pagina è rimasta aperta troppo a lungo, quindi non è stato inviato niente. Quello che hai scritto è ancora qui. Premi di nuovo Invia.',
    tooMany: 'Per oggi non si può inviare altro. Continua domani, o chiama una delle persone indicate sopra.',
  },
};
