/** What does she read where she writes to a service elsewhere: on the form, beside the finished text, and in her case? In Italian. */
import type { WordsOf } from '../in-each-language.ts';

export const letter: WordsOf<'letter'> = {
  heading: 'Scrivi a un altro sito',
  lead: 'Lo dici una volta sola. Ricevi un testo già pronto per il sito, secondo ogni legge che scegli. Lo invii tu, adesso o più tardi.',
  again: 'Quello che hai detto prima è già inserito. Cambia quello che è diverso per questo sito.',
  service: {
    heading: 'Quale sito',
    legend: 'A chi vuoi scrivere?',
    other: 'Un altro sito o un’altra app',
    name: 'Come si chiama',
    nameHint: 'Per esempio il nome che si legge in alto nelle sue pagine.',
    sendTo: 'Dove inviarlo',
    sendToHint:
      'Guarda in fondo alle sue pagine: cerca Segnala, Contatti o Note legali (in inglese Report, Contact o Legal). Copia qui l’indirizzo e-mail o il link. Puoi lasciare vuoto e cercare dopo.',
  },
  laws: {
    heading: 'Quali leggi',
    text: 'Scegli ogni legge che fa per te. Se hai dubbi, scegli tutte quelle che potrebbero andare bene: un servizio deve esaminarle tutte. Se non ne scegli nessuna, il testo fa la richiesta secondo le regole del sito. Per un motore di ricerca, il testo nomina solo quelle che lo riguardano.',
    places: {
      'take-it-down': 'Stati Uniti: per siti e app in cui le persone di lì possono pubblicare, non per motori di ricerca. Dà loro 48 ore.',
      'online-safety-act': 'Regno Unito: per siti e motori di ricerca usati da persone di lì. Dà loro 48 ore.',
      'digital-services-act':
        'Unione europea: per siti usati da persone di lì, non per motori di ricerca. Non fissa un numero di ore, e chiede un indirizzo e-mail.',
    },
    unconfirmed: 'Non abbiamo ancora confermato da quale giorno vale questa legge. Il testo lo dice.',
    told: 'Secondo questa legge il sito deve informare chi ha pubblicato l’immagine: che è stata rimossa, e perché. Non dovrebbe dire chi l’ha chiesto.',
    notTold:
      'Questa legge non chiede al sito di informare chi ha pubblicato l’immagine. Un sito può farlo secondo le proprie regole. Il testo gli chiede di non dire chi sei.',
    sees: 'Con il testo, il sito riceve il tuo nome e i tuoi contatti.',
  },
  language: {
    legend: 'In che lingua deve essere il testo?',
    hint: 'In inglese, se non scegli. Un testo in base a una legge degli Stati Uniti o del Regno Unito è in inglese. Puoi leggerlo tutto anche nella tua lingua.',
  },
  beside: 'Se vuoi. Viene scritto nel testo, e si chiede al servizio di guardare ogni cosa.',
  check: {
    to: 'Il testo è per {name}. Da qui non gli viene inviato niente.',
    later: 'Una parte può restare vuota. Puoi aggiungere altro adesso, o più tardi nel tuo caso.',
  },
  sendNote: 'Da qui non viene inviato niente. Il testo resta nel tuo caso, sotto chiave, finché non lo termini.',
  save: 'Crea il testo',
  codeWorks: 'Questo codice funziona dopo che hai premuto Crea il testo.',
  problems: {
    heading: 'Non è ancora stato salvato niente',
    service: 'Scegli a chi vuoi scrivere.',
    name: 'Scrivi il nome del sito.',
    tooMany: 'In un caso c’è posto per 50 di questi testi. Per favore, togline uno che non ti serve più.',
    sent: 'Questo è già stato inviato. Per favore, scrivine uno nuovo.',
  },
  page: {
    heading: 'Il tuo testo per {service}',
    missingHeading: 'Manca ancora',
    missing: 'Puoi inviarlo così com’è. Con questo ha tutto quello che chiede la legge:',
    change: 'Cambia o aggiungi qualcosa',
    textHeading: 'Il testo',
    textLabel: '{title}: seleziona tutto e copia',
    inYourLanguage: 'Che cosa dice, nella tua lingua',
    file: 'Salva come file (PDF)',
    fileOfYours: 'Salva questa traduzione come file (PDF)',
    noFileOfYours:
      'Di questa traduzione non c’è un file: il file non sa scrivere righe da destra a sinistra, o gli mancano alcune lettere. Puoi leggerla qui.',
    fileOfYoursNote: 'Questa è una traduzione, da leggere per te. Invia il testo dell’altro file.',
    notCopied: 'Il testo è selezionato. Copialo con la tastiera, o tenendoci sopra il dito.',
    fileNote: 'Si chiama document.pdf. Chi usa questo dispositivo può aprirlo.',
    fileLacks:
      'Il file non può mostrare alcune lettere di questo testo, per esempio quelle arabe o cinesi. Copia il testo invece del file.',
    inYoursNote: 'Questo è da leggere per te. Invia il testo qui sopra.',
    sendHeading: 'Dove inviarlo',
    sendUnknown:
      'Non hai indicato dove va. Guarda in fondo alle pagine del sito: cerca Segnala, Contatti o Note legali (in inglese Report, Contact o Legal).',
    formOf: 'Il modulo di {service}',
    alone:
      'Invia la segnalazione per diritto d’autore da sola. Il sito può passarla alla persona che ha pubblicato l’immagine, con il tuo nome.',
    answersHeading: 'Risposte per il suo modulo',
    answersNote: 'Il suo modulo chiede queste cose. Puoi copiarle una per una.',
    means: 'Significa: {answer}',
    herself: 'A questo puoi rispondere solo tu.',
    timeHeading: 'Quanto tempo ci vuole',
    hours: {
      one: 'La legge dà al sito {count} ora da quando riceve il testo. Il giorno e l’ora compaiono nel tuo caso dopo che hai annotato di averlo inviato.',
      other:
        'La legge dà al sito {count} ore da quando riceve il testo. Il giorno e l’ora compaiono nel tuo caso dopo che hai annotato di averlo inviato.',
    },
    noHours: 'Nessuna legge in questo testo fissa un numero di ore. Di solito ci vuole qualche giorno.',
    afterHeading: 'Se non succede niente, o la risposta è no',
    after: 'Torna con il tuo codice e annotalo. Poi vedi che cos’altro puoi fare. Ecco chi può aiutare:',
    search: 'Chiedi anche ai motori di ricerca di non mostrarla.',
    site: 'Scrivi al sito in cui si trova l’immagine. Quello che lì non c’è più sparisce anche dalle ricerche.',
    helpers: 'Chi aiuta in questi casi è indicato in fondo a questa pagina.',
    leftOut:
      'Non è in questo testo, perché vale per i siti che conservano ciò che le persone pubblicano e non per i motori di ricerca: {laws}.',
    record:
      'Annota l’indirizzo, l’account, il giorno e l’ora, prima che l’immagine sparisca. Per questo non ti serve l’immagine. Non tenere gli appunti su un dispositivo usato da altri.',
    sent: 'L’ho inviato',
    back: 'Torna alle tue richieste',
  },
  case: {
    heading: 'Quello che invii tu',
    none: 'È anche su un altro sito?',
    write: 'Scrivi a un altro sito',
    open: 'Apri il testo',
    until: 'Il sito ha tempo fino a {moment}.',
    hadUntil: 'Il sito aveva tempo fino a {moment}.',
    sentOn: 'Inviato da te: {day}.',
    madeOn: 'Scritto da te: {day}.',
    sent: 'L’ho inviato',
    gone: 'Lì non c’è più',
    refused: 'Hanno detto no',
    delete: 'Cancella questo testo',
    next: 'Che cosa puoi fare adesso:',
    incomplete: 'Manca ancora qualcosa che la legge chiede.',
    tags: {
      'to-send': 'Non ancora inviato',
      sent: 'Inviato da te',
      overdue: 'Nessuna risposta in tempo',
      gone: 'Non c’è più',
      refused: 'Hanno detto no',
    },
  },
};
