/** What does she read when she comes back: how her case opens, where it stands, and how it ends? In Italian. */
import type { WordsOf } from '../in-each-language.ts';

export const openCase: WordsOf<'openCase'> = {
  heading: 'Torna con il tuo codice',
  code: 'Il tuo codice',
  codeHint: '21 lettere e numeri. Vanno bene anche le minuscole, e puoi tralasciare i trattini.',
  pin: 'Il tuo PIN',
  pinHint: 'Il PIN lo hai scelto quando hai ricevuto il codice. Maiuscole e minuscole contano.',
  open: 'Apri',
  lost: 'Non hai più il codice?',
  lostText:
    'Nessuno può ritrovarlo per te. Quello che hai inviato va avanti da solo: il servizio deve comunque rispondere. Puoi anche inviare una nuova richiesta, che avrà un nuovo codice.',
  problemsHeading: 'Non si è aperto',
  unknown:
    'Questo codice non apre niente. Per favore, confronta ogni lettera e ogni numero con quello che hai salvato. Un codice funziona dopo che la sua richiesta è stata inviata o salvata, e smette di funzionare quando il suo caso è terminato.',
  wrongPin: 'Il codice e il PIN non corrispondono.',
  notKeptHeading: 'Questo browser non ha tenuto aperto il tuo caso',
  notKept: 'Non accetta cookie da questo sito. Permettili qui, o usa un altro browser. Hai appena inviato qualcosa? Allora è arrivato.',
};

const theCase: WordsOf<'case'> = {
  heading: 'Le tue richieste',
  news: {
    filed: {
      heading: 'È stata inviata',
      text: 'È arrivata. Con il tuo codice apri di nuovo questa pagina. Per favore, controlla di averlo salvato: non verrà più mostrato.',
    },
    added: { heading: 'Aggiunto', text: 'Grazie. Quello che hai aggiunto è arrivato al servizio.' },
    'added-in-part': {
      heading: 'Aggiunto in parte',
      text: 'Non tutti i servizi lo hanno preso: forse uno ha già deciso. Qui sotto leggi quale lo ha.',
    },
    'taken-out': { heading: 'È stato tolto', text: 'Tutto il resto del tuo caso va avanti.' },
    'taking-out': {
      heading: 'Verrà tolto',
      text: 'Succede dopo 72 ore. Fino ad allora tutto continua come prima, e qui sotto puoi ancora lasciarlo.',
    },
    'kept-in': { heading: 'Resta', text: 'Non viene tolto niente.' },
    'out-already': { heading: 'Non è cambiato niente', text: 'Non c’è più, o intanto il servizio ha risposto.' },
    'goes-on': { heading: 'Il tuo caso va avanti', text: 'Non verrà terminato.' },
    watching: {
      heading: 'Ora fanno attenzione se compare',
      text: 'Per favore, controlla di aver salvato il tuo codice. Non verrà più mostrato.',
    },
    answered: {
      heading: 'La tua risposta è stata inviata',
      text: 'Grazie. Al servizio una persona la legge prima di decidere.',
    },
    complained: { heading: 'Inviato', text: 'Al servizio un’altra persona guarda di nuovo la decisione. La risposta la leggi qui.' },
    'answered-late': {
      heading: 'Era già stato deciso',
      text: 'Quello che hai inviato adesso è arrivato troppo tardi e non è stato aggiunto.',
    },
    'complained-before': {
      heading: 'Hai già fatto un reclamo',
      text: 'Vale quello che hai inviato la prima volta. Quello che hai inviato adesso non è stato aggiunto. La risposta la leggi qui.',
    },
    kept: {
      heading: 'È salvata, e non inviata',
      text: 'Nessun servizio lo sa. Con il tuo codice apri di nuovo questa pagina. Per favore, controlla di avere salvato il codice: non verrà più mostrato.',
    },
    'kept-deleted': { heading: 'È cancellata', text: 'Non ne è stato inviato niente.' },
    'kept-sent': {
      heading: 'È già stata inviata',
      text: 'Per questo non si può più cancellare. Qui sotto puoi togliere qualcosa, o terminare il tuo caso.',
    },
    erased: { heading: 'Cancellato', text: 'I tuoi contatti sono stati cancellati. Il tuo caso va avanti senza.' },
  },
  erasedUnsent: 'I tuoi contatti sono stati cancellati da quello che hai salvato qui.',
  number: 'Numero della tua richiesta',
  numberNote:
    'Puoi dare questo numero al servizio o a un’autorità. Non apre niente. Mostra che la tua richiesta è arrivata, e quando. Non mostra chi ha ragione.',
  lawsHeading: 'Le leggi su cui puoi contare qui',
  lawsText: 'Hai chiesto una volta sola. Vale per ognuna di queste leggi, e ognuna ha un suo numero e una sua scadenza.',
  until: 'Il servizio ha tempo fino a {moment}.',
  missingHeading: 'Che cosa manca ancora',
  missingIntro: 'Se aggiungi questo, la tua richiesta è completa.',
  add: 'Aggiungi',
  alone: 'Questo pulsante invia solo quello che sta qui sopra. Quello che hai scritto in un altro modulo di questa pagina si perde.',
  aloneHeld:
    'Hai scritto qualcosa in un altro modulo di questa pagina. Non parte con questo, e si perde quando invii questo. Se ti serve, prima copialo. Per inviare solo questo, premi di nuovo il pulsante.',
  moreSummary: 'Aggiungi o correggi qualcosa',
  moreNote: 'Puoi farlo finché il servizio non ha deciso. Una persona lì lo legge. I tempi non cambiano.',
  moreLinks: 'Altri link all’immagine',
  moreReplaces: 'Quello che scrivi qui prende il posto di quello che c’era.',
  moreBeside: 'Che cosa c’è accanto all’immagine',
  /** In place of that form, before the link to a new request. */
  noMore: 'Il servizio ha deciso, quindi qui non si può più aggiungere niente. L’immagine è anche altrove, o c’è altro accanto?',
  askedHeading: 'Il servizio ti chiede',
  askedNote: 'Non devi rispondere, e una risposta non sposta nessun termine. Senza risposta il servizio decide con quello che ha.',
  linkIsRight: 'Il link che ho dato è giusto',
  askedSend: 'Invia la mia risposta',
  whichOne: 'Qual è l’immagine?',
  whichOneHint: 'Per esempio: la seconda da sinistra, o l’ultima dell’album. Qui puoi scrivere anche come trovarla.',
  addProblems: 'Guarda qui, per favore',
  stale:
    'Questa pagina è rimasta aperta troppo a lungo, quindi non è stato inviato niente. Quello che hai scritto è ancora qui. Invialo di nuovo.',
  otherCase: 'Questa pagina era di un altro caso. Ora in questo browser è aperto un caso diverso, quindi non è stato inviato niente.',
  nothingNew: 'Non c’è niente di nuovo nel modulo, quindi non è stato aggiunto niente.',
  notAnEmail: 'Questo non è ancora un indirizzo e-mail. Dovrebbe essere come name@example.org.',
  notAPhone: 'Questo non è ancora un numero di telefono. Servono almeno cinque cifre.',
  needsAnswers: 'Il servizio ha la tua richiesta, e il suo tempo sta passando. Manca ancora qualcosa.',
  /** Where one law lacks something, and another has all that it needs. */
  oneLawLacks: 'Il servizio ha la tua richiesta. Una delle leggi chiede altro, che puoi aggiungere qui sotto.',
  tags: {
    'not-sent': 'Non ancora inviata',
    'needs-answers': 'Manca qualcosa',
    asked: 'Una domanda per te',
    waiting: 'In mano al servizio',
    'being-removed': 'Il servizio ha detto sì',
    overdue: 'Nessuna risposta in tempo',
    'removal-overdue': 'Non fatto in tempo',
    removed: 'Rimossa',
    'removed-in-part': 'Rimossa in parte',
    'being-hidden': 'Viene tolta dalla vista',
    'out-of-view': 'Tolta dalla vista',
    'being-limited': 'Il servizio mette un limite',
    limited: 'Il servizio ha messo un limite',
    gone: 'Non c’è più',
    'not-there': 'Non c’è più',
    kept: 'Il servizio ha detto no',
    'withdrawal-waiting': 'Sta per terminare',
    withdrawn: 'Terminata',
  },
  timelineHeading: 'Che cosa è successo',
  next: 'Che cosa viene dopo:',
  sentHeading: 'Quello che hai inviato',
  sentLinks: 'Link',
  sentHowToFind: 'Come trovarla',
  sentBeside: 'Riguarda anche',
  besideKinds: { text: 'Parole', link: 'Link', account: 'Account' },
  besideDecided: {
    open: 'Non ancora deciso.',
    removed: 'Il servizio ha deciso che va rimosso.',
    hidden: 'Il servizio ha deciso: non visibile finché non l’ha esaminato.',
    suspended: 'Il servizio ha deciso: sospeso finché non l’ha esaminato.',
    left: 'Su questo il servizio non ha fatto niente a parte.',
    unheeded: 'Qui il servizio non interviene su questo. Chi decide lo legge.',
  },
  sentPictures: 'Impronte',
  sentPicturesOf: 'di {files}',
  sentSignature: 'Firma',
  sentContact: 'Come contattarti',
  contactHeading: 'Come contattarti',
  contactErased:
    'I tuoi contatti sono stati cancellati. La tua richiesta va avanti senza. Se vuoi, indica qui un nuovo modo per contattarti, così il servizio può chiederti qualcosa.',
  contactAdd: 'Aggiungi come contattarmi',
  notReachable: 'Con questo nessuno può contattarti, per ora. Un numero di telefono deve avere almeno cinque cifre.',
  erase: 'Cancella i miei contatti',
  eraseText:
    'Dopo, il servizio non può più leggerli qui, e non può chiederti niente. Nient’altro cambia nella tua richiesta. Quello che il servizio ha annotato prima, forse lo ha ancora.',
  eraseTextSaved:
    'Dopo non ci sono più in quello che hai salvato qui. Nient’altro cambia. Se hai inviato una lettera da te, chi l’ha ricevuta la ha ancora.',
  nothing: 'Qui non c’è più nessuna richiesta. Quello che avevi salvato e non inviato si cancella quando arriva il suo giorno.',
  askAgain: 'Invia una nuova richiesta',
  askAgainNote: 'Avrà un suo codice.',
  canDoHeading: 'Che cosa puoi fare',
  afterNo: 'Questa risposta non dice niente di te. Dice che cosa hanno potuto vedere loro. Puoi parlarne con qualcuno: {help}.',
  afterNoHelp: 'persone che aiutano',
  whereToTurn: 'A chi puoi rivolgerti',
  hiddenUntilDecided: 'Adesso l’immagine è nascosta, finché una persona non ha deciso.',
  staysDown:
    'Se esiste un’impronta dell’immagine, il servizio mette in attesa anche i nuovi caricamenti che le somigliano, finché una persona non li ha guardati. Così si trovano la stessa immagine e molte versioni modificate, non tutte.',
  copiesAreAskedAbout:
    'Se esiste un’impronta dell’immagine, una persona del servizio guarda anche i nuovi caricamenti che le somigliano. Intanto si possono vedere. Così si trovano la stessa immagine e molte versioni modificate, non tutte.',
  withdrawalHeading: 'Questo caso terminerà',
  withdrawalText:
    'Qualcuno con il tuo codice ha chiesto di terminarlo. Fino ad allora tutto continua come prima. Non l’hai chiesto tu, o hai cambiato idea?',
  withdrawalCancel: 'Continua il mio caso',
  withdrawalSooner: 'Termina subito con il mio PIN',
  keepHeading: 'Conserva una copia',
  endHeading: 'Chiudere o terminare',
  end: 'Termina il mio caso',
  close: 'Chiudi su questo dispositivo',
  closeNote: 'Chiudere non fa terminare niente. Con il tuo codice apri di nuovo questa pagina.',
  closesByItself:
    'Dopo 15 minuti senza uso questa pagina si svuota da sola. Quello che non avevi né inviato né salvato allora non c’è più.',
};

export const addPictures: WordsOf<'addPictures'> = {
  caseHeading: 'Altre immagini o altri video',
  heading: 'Aggiungi immagini o video',
  note: 'Puoi farlo finché il servizio non ha deciso. Il tuo dispositivo crea un’impronta di ogni file, e viene inviata solo quella.',
  text: 'Scegli le immagini o i video che fanno parte della tua richiesta. Il tuo dispositivo crea un’impronta di ognuno. Per un video aggiungi anche i link: alla sua impronta sfuggono alcune copie.',
  withoutScript:
    'Per le impronte serve JavaScript, che in questo browser è disattivato. Puoi comunque aggiungere link: torna alle tue richieste.',
  only: 'Le impronte vanno a {name} e a nessun altro servizio.',
  legend: 'Chi riceve le impronte?',
  problems: {
    known: 'Il servizio ha già queste immagini, quindi non è stato aggiunto niente.',
    decided: 'Il servizio ha già deciso, quindi lì non si può più aggiungere niente.',
    full: 'Questa richiesta è piena. Per queste immagini puoi inviare una nuova richiesta.',
  },
};

export const withdraw: WordsOf<'withdraw'> = {
  heading: 'Termina il tuo caso',
  means:
    'Così il tuo caso termina. Da parte di {services} non si farà più niente per te in questo caso, e l’immagine non verrà più cercata per te.',
  meansAlone: 'Così il tuo caso termina.',
  saved: 'Quello che hai salvato e non inviato si cancella.',
  letters:
    'I testi che invii tu ad altri siti si cancellano da qui. Prima salva quello che ti serve ancora. Quello che hai inviato resta a chi l’ha ricevuto.',
  own: 'Se un servizio ha già deciso di sua iniziativa che l’immagine deve restare rimossa, mantiene quella decisione e quello che ne ha registrato.',
  removalStands:
    'Un servizio ha già detto sì. Resta così: deve comunque rimuovere l’immagine, e può conservarne una propria impronta. Qui non vedrai quando l’avrà fatto.',
  staysDown:
    'Terminare il tuo caso non fa tornare online niente. Se il servizio conserva un’impronta dell’immagine, continua a mettere in attesa le copie finché una persona non le ha guardate.',
  limitStands: 'Un servizio ha deciso di limitare chi può vedere l’immagine. Resta così.',
  referred:
    'Un servizio ha tolto l’immagine dalla vista e l’ha passata a persone che per lavoro proteggono i giovani. Resta così. Alcune informazioni sull’immagine vengono conservate per loro, finché il loro lavoro non è finito.',
  after: 'Dopo, il tuo codice non apre niente. Puoi inviare una nuova richiesta quando vuoi.',
  withoutPin:
    'Termina dopo 72 ore. Fino ad allora tutto continua come prima, e con il tuo codice puoi cambiare idea. Aspettiamo perché qualcun altro potrebbe aver trovato il tuo codice.',
  withPin: 'Con il tuo PIN termina subito. Senza, termina dopo 72 ore.',
  pin: 'Il tuo PIN',
  pinHint: 'Se non ce l’hai più, lascia vuoto. La pagina successiva ti dice che cosa puoi fare.',
  eraseContact: 'Cancella anche i miei contatti, adesso',
  eraseContactHint: 'Dopo, il servizio non può più chiederti niente.',
  confirm: 'Termina il mio caso',
  back: 'Torna indietro senza terminarlo',
  problemsHeading: 'Non è stato terminato niente',
  wrongPin: 'Questo PIN non è giusto. Riprova, per favore.',
  noPin: 'Scrivi il tuo PIN, per favore.',
  pinLeftEmpty: {
    heading: 'Hai lasciato vuoto il PIN',
    lead: 'Non è ancora terminato niente. Con il tuo PIN il caso termina subito.',
    confirm: 'Termina subito',
    withoutHeading: 'Non hai più il tuo PIN?',
    without:
      'Il tuo caso può terminare anche senza, dopo 72 ore. Fino ad allora tutto continua come prima, e con il tuo codice puoi cambiare idea. Aspettiamo perché qualcun altro potrebbe aver trovato il tuo codice.',
    withoutConfirm: 'Termina dopo 72 ore',
    eraseContact: 'I tuoi contatti vengono cancellati subito, come hai chiesto.',
  },
  sooner: {
    heading: 'Termina subito il tuo caso',
    than: 'Il tuo caso termina da solo {moment}.',
    lead: 'Con il tuo PIN termina subito.',
    confirm: 'Termina subito',
    back: 'Torna indietro',
  },
};

export const withdrawDone: WordsOf<'withdrawDone'> = {
  endedHeading: 'Il tuo caso è terminato',
  told: { one: 'Lo stiamo comunicando a {services}.', other: 'Lo stiamo comunicando a {services}.' },
  ended: 'Adesso il tuo codice non apre niente.',
  removalStands: 'Un servizio aveva già detto sì. Resta così: deve comunque rimuovere l’immagine.',
  limitStands: 'Un servizio ha deciso di limitare chi può vedere l’immagine. Resta così.',
  endedNext: 'Puoi inviare una nuova richiesta quando vuoi. Per questo apri un nuovo modulo, così ha un nuovo codice.',
  waitingHeading: 'Il tuo caso terminerà',
  waitingUntil: 'Termina {moment}.',
  waiting: 'Fino ad allora tutto continua come prima. Se cambi idea, torna con il tuo codice, o premi il pulsante adesso.',
  contactErased: 'I tuoi contatti sono stati cancellati.',
  sooner: 'Termina subito con il mio PIN',
  cancel: 'Continua il mio caso',
  back: 'Torna alle tue richieste',
};

export const follow: WordsOf<'follow'> = {
  heading: 'Segui la tua richiesta',
  text: 'Hai chiesto a un servizio di rimuovere un’immagine, e il servizio ti ha dato un link. Con quello crei il tuo codice e vedi che cosa succede. Poi il link smette di funzionare.',
  opening: 'La tua richiesta si sta aprendo.',
  link: 'Il link che ti ha dato il servizio',
  linkHint: 'Incolla il link intero. Alla fine ha un # e una fila di lettere e numeri.',
  go: 'Continua',
  problemsHeading: 'Non si è aperto',
  unknown: 'Questo link non apre niente. Forse è già stato usato. Se con il link hai creato un codice, torna con il codice.',
  codeHeading: 'Rendi tua questa richiesta',
  codeText: 'Questa è la tua richiesta a {service}. Da adesso la apre il tuo codice. Il servizio non vede mai il codice.',
  codeWorks: 'Questo codice funziona dopo che hai premuto il pulsante qui sotto.',
  codeGo: 'Usa questo codice e continua',
  codeProblemsHeading: 'Guarda qui, per favore',
};

export { theCase as case };
