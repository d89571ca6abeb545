/** What does she read where a request is kept to be sent later? In Italian. */
import type { WordsOf } from '../in-each-language.ts';

export const later: WordsOf<'later'> = {
  button: 'Salva e invia dopo',
  note: 'Non vuoi inviarla adesso? Premi «Salva e invia dopo». Allora non viene inviato niente: nessun servizio lo sa, e nessun termine parte. Quello che hai scritto resta sotto chiave su questo sito per {days}. La chiave ce l’ha chi gestisce il sito. Tu ci torni solo con il tuo codice. Se un servizio gestisce da sé questo sito, resta sul computer di quel servizio.',
  notKept: 'Quello che confermi e firmi non viene salvato. Lo fai quando la invii.',
  keeping: 'La stiamo salvando. Aspetta un momento.',
  codeWorks: 'Questo codice funziona dopo che hai premuto Invia, o «Salva e invia dopo».',
  form: {
    heading: 'Non ancora inviata',
    lead: 'Questo è quello che hai salvato. Nessun servizio lo sa. Quello che confermi e firmi è ancora vuoto: lo fai quando la invii.',
    leaving: 'Se lasci questo modulo, quello che hai cambiato qui va perso. Quello che hai salvato prima resta. Vuoi lasciarlo?',
    fewer:
      'Quando l’hai salvata, il tuo caso aveva le impronte di più immagini o video di adesso. Va solo quello che leggi qui. Gli altri puoi sceglierli di nuovo.',
  },
  problems: {
    heading: 'Adesso non è stato inviato né salvato niente',
    tooMany: 'Nel tuo caso ci sono {most} richieste non ancora inviate. Adesso non è stato salvato niente. Prima inviane o cancellane una.',
    sent: 'Questa richiesta è già stata inviata, quindi non viene salvata per dopo. La trovi nel tuo caso.',
    sentBefore: 'Questo modulo è già stato inviato, quindi non è stato inviato di nuovo. Nel tuo caso leggi com’è andata.',
    young:
      'Questo caso riguarda un’immagine di una persona che forse aveva meno di 18 anni. Una richiesta così non si salva per dopo. Premi Invia quando vuoi.',
  },
  inCase: {
    heading: 'Non ancora inviata',
    to: 'A {services}',
    nobody: 'Nessun servizio scelto',
    untold: 'Nessun servizio lo sa, e nessun termine è partito.',
    typedName: 'Il nome che hai scritto',
    keptOn: 'L’hai salvata il giorno {day}.',
    until: 'Si cancella da sola il giorno {day}, se prima non la salvi di nuovo.',
    goOn: 'Vai avanti e inviala',
    goOnNote: 'Il modulo si apre con quello che hai scritto.',
    delete: 'Cancellala',
    deleteText: 'Allora non c’è più nel tuo caso. Non è stata inviata a nessuno.',
    deleteNow: 'Cancellala adesso',
  },
};
