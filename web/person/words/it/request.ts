/** What does she read on the form: what is asked, why, and what becomes of it? In Italian. */
import type { WordsOf } from '../in-each-language.ts';

export const request: WordsOf<'request'> = {
  heading: 'La tua richiesta',
  lead: 'Cinque parti brevi. Puoi inviarla anche se manca qualcosa, e aggiungere il resto dopo con il tuo codice.',
  adultOnly: 'Questa pagina è per immagini di una persona che aveva 18 anni o più.',
  notAdult: 'Meno di 18 anni, o non lo sai di preciso?',
  young: {
    lead: 'Quattro parti brevi. Puoi inviarla anche se manca qualcosa, e aggiungere il resto dopo con il tuo codice.',
    about:
      'Questa pagina è per l’immagine di una persona che aveva, o forse aveva, meno di 18 anni. Qui non si sceglie e non si guarda nessuna immagine. Per favore, non salvarla e non inviarla.',
    posterNotTold:
      'Anche il servizio non deve dirglielo, quando nasconde l’immagine perché la persona aveva, o forse aveva, meno di 18 anni.',
    notConsensual: 'La persona nell’immagine aveva, o forse aveva, meno di 18 anni. Non andava condivisa, e nessun sì avrebbe valore.',
    intimate: 'È un’immagine intima di una persona che aveva, o forse aveva, meno di 18 anni. Nessun sì a condividerla avrebbe valore.',
    missing: 'Conferma che la persona nell’immagine aveva, o forse aveva, meno di 18 anni.',
    helpers: 'Chi altro può aiutare',
    adult: 'La persona aveva 18 anni o più',
  },
  part: 'Parte {number} di {parts}',
  optional: '(se vuoi)',
  pictures: {
    heading: 'Le tue immagini',
    text: 'Non hai l’immagine? Vai alla parte 2. I link bastano.',
    more: 'Che cos’è un’impronta, e che cosa fa',
    moreText:
      'Un’impronta è una fila di numeri che il tuo dispositivo ricava dall’immagine. Aiuta il servizio a ritrovare la stessa immagine. Per un video aggiungi anche i link: alla sua impronta sfuggono alcune copie.',
    limits: [
      'L’immagine resta sul tuo dispositivo. Non viene mostrata sullo schermo.',
      'Viene inviata solo l’impronta, e solo quando premi Invia. Dice più o meno dove l’immagine è chiara e dove è scura. Una persona esperta potrebbe ricavarne forme approssimative.',
      'Un’impronta da sola non fa rimuovere niente. Una persona la confronta con quello che c’è online.',
    ],
    label: 'Scegli le immagini: JPEG, PNG, WebP, GIF o AVIF',
    withoutScript: 'Per le impronte serve JavaScript, che in questo browser è disattivato. Va bene lo stesso: bastano i link.',
  },
  where: {
    heading: 'Dove si trova',
    service: 'In quali servizi si trova?',
    serviceHint: 'Ognuno riceve una richiesta propria, e non legge nulla di quello che va a un altro.',
    onlyServices: 'Ognuno di questi servizi riceve una richiesta propria, e nessun altro la riceve: {name}.',
    elsewhere: 'È su un altro sito, o la trova un motore di ricerca',
    haveThePicture: 'Hai l’immagine? Il tuo dispositivo può crearne un’impronta.',
    onlyService: 'La tua richiesta va a {name} e a nessun altro servizio.',
    links: 'Link all’immagine',
    linksHint: 'Uno per riga. Puoi copiare un link dalla barra in alto nel browser, o con Condividi.',
    howToFind: 'Non hai un link? Scrivi come trovarla',
    howToFindHint: 'Per esempio il nome dell’account o del gruppo, e il giorno in cui è stata pubblicata.',
  },
  beside: {
    summary: 'C’è altro accanto all’immagine?',
    text: 'Se vuoi. Una persona del servizio guarda ogni cosa, e decide su ognuna.',
    /** Where the service acts on nothing of it. */
    picturesOnly: 'Se vuoi. Chi decide lo legge. Il servizio dice che qui interviene solo sulle immagini.',
    /** Before a list of services, each with its kinds. */
    some: 'Se vuoi. Chi decide lo legge. Oltre alle immagini, un servizio può intervenire su questo, ogni cosa per conto suo:',
    noKinds: 'nient’altro',
    kinds: { text: 'parole', link: 'link', account: 'account' },
    words: 'Parole nel titolo o sotto l’immagine',
    wordsHint: 'Copiale come sono scritte lì. Per esempio un nome, o dove abita qualcuno.',
    links: 'Link che si trovano accanto',
    linksHint: 'Per esempio ad altre immagini, o a una pagina sulla persona nell’immagine. Uno per riga.',
    accounts: 'Account che la pubblicano, o che si fingono la persona nell’immagine',
    accountsHint: 'Il nome dell’account come appare lì. Uno per riga. Per favore, non provare a indovinare chi c’è dietro.',
  },
  statement: {
    heading: 'La tua dichiarazione',
    onBehalfOf: 'Chi fa la richiesta?',
    self: 'Sono la persona nell’immagine',
    agent: 'Agisco per la persona nell’immagine',
    user: 'Qualcun altro: ho visto l’immagine',
    forSomeone: 'Agisci per la persona nell’immagine.',
    notForSomeone: 'La persona nell’immagine sei tu?',
    agentAuthority: 'Perché puoi agire per questa persona?',
    agentAuthorityHint: 'Basta una riga, per esempio: me l’ha chiesto, oppure: sono il suo legale.',
    agentsOnly: 'Lascia vuoto se la persona nell’immagine sei tu.',
    confirm: 'Per favore, conferma tutte e due le frasi',
    /** Where the other is said to each service by itself. */
    confirmOne: 'Per favore, conferma questo',
    notConsensual: 'L’immagine è stata condivisa senza il consenso della persona che si vede.',
    goodFaith: 'Lo dico in buona fede. Per quanto ne so, è vero.',
    details: 'C’è altro che il servizio dovrebbe sapere?',
    detailsHint: 'Non devi raccontare la tua storia. Per favore, non scrivere il nome di chi l’ha condivisa.',
  },
  laws: {
    /** After the promise that we do not tell whoever shared it. */
    posterTold:
      'Dove una legge lo chiede, il servizio deve dirle che l’immagine è stata rimossa, e perché. Non dovrebbe dire chi l’ha chiesto.',
    under: 'Per questa legge ({country})',
    ownWords: 'Questa legge lo chiede con parole sue. Perciò può ripetersi qualcosa che hai già confermato sopra.',
    onlyFor: 'Solo se la tua richiesta va a {services}.',
    emailForOne:
      'Una legge chiede un indirizzo e-mail. Per le altre leggi basta uno dei tre modi. Scegline uno che non legge nessun altro.',
    emailToo:
      'Una legge ({country}) chiede un indirizzo e-mail. Per le altre leggi basta uno dei tre modi. Scegline uno che non legge nessun altro.',
    choice: 'Hai fatto tu l’immagine? Puoi aggiungere anche: {name}',
    choiceIntro: 'Alla maggior parte delle persone non serve. Leggi prima qui, per favore:',
    choose: 'Ho letto, e voglio inviare anche: {name}.',
  },
  /** Where several services are connected here: each is asked apart. */
  several: {
    name: 'Lo scrivi una volta sola, e firmi qui sotto per ogni servizio.',
    declare: 'Che cosa dichiari a {service}',
    law: '{service}, per la legge: {country}',
    sign: 'La tua firma per {service}',
    gets: '{service} riceve il tuo nome e come contattarti. Chi lì si occupa della tua richiesta può leggere tutti e due.',
    signed: 'Firmo la mia richiesta a {service} con il mio nome.',
    signMissing: '{service}: conferma che firmi la richiesta con il tuo nome.',
    sendNote:
      'Quando premi Invia, ogni servizio che hai scelto riceve una richiesta sua. Noi non lo diciamo a chi ha condiviso l’immagine.',
    goesTo:
      'Ogni servizio che hai scelto riceve quello che è per lui. Chi lì si occupa della tua richiesta può leggerlo. Chi ha condiviso l’immagine no.',
  },
  /** From an open case, to a service that was not asked in it. */
  another: {
    heading: 'Chiedi anche a un altro servizio',
    lead: 'Quello che hai già detto in questo caso è già scritto. Ti chiediamo solo quello che è nuovo per il servizio.',
    pictures:
      'Il tuo caso contiene impronte di {files}. Vanno anche ai servizi che scegli qui. Puoi aggiungerne altre nel tuo caso dopo l’invio.',
    withoutPictures: 'Non mandare le impronte con questa richiesta',
    leaving: 'Se lasci questo modulo, quello che hai scritto qui va perso. Vuoi lasciarlo?',
    inCase: {
      heading: 'Si trova anche su un altro servizio di qui?',
      text: 'Puoi chiedere anche a {services}. Quello che hai già detto è già scritto.',
      link: 'Chiedi a un altro servizio',
    },
  },
  contact: {
    heading: 'Il tuo nome e come contattarti',
    signature: 'Scrivi il tuo nome',
    reach: 'Un modo per contattarti',
    reachOne: 'Basta uno di questi tre. Scegline uno che non legge nessun altro.',
    reachUnderLaws: 'Basta uno di questi tre. Per una legge dell’Unione europea serve l’e-mail. Scegline uno che non legge nessun altro.',
    email: 'Indirizzo e-mail',
    phone: 'Numero di telefono',
    other: 'Un altro modo',
    otherHint: 'Per esempio uno studio legale, o chi ti aiuta e può farti avere un messaggio.',
  },
  code: {
    heading: 'Il tuo codice',
    text: 'Questo codice è l’unico modo per tornare alla tua richiesta. Nessuno può ritrovarlo per te, nemmeno noi: non lo conserviamo in una forma che possiamo leggere.',
    keep: 'Conservalo dove lo trovi solo tu. Chi ce l’ha può leggere quello che hai inviato.',
    works: 'Questo codice funziona dopo che hai premuto Invia.',
    label: 'Il tuo codice',
    display: {
      copy: 'Copia',
      copied: 'Copiato. Altre app su questo dispositivo possono leggere l’ultima cosa copiata.',
      notCopied: 'Il codice è selezionato. Copialo con la tastiera, o tenendoci sopra il dito.',
      print: 'Stampa',
      save: 'Salva come file',
      saved: 'Salvato come note.txt tra i file scaricati.',
      fileName: 'note.txt',
    },
    pin: 'Scegli un PIN',
    pinHint:
      'Con un PIN, il codice da solo non apre niente, e puoi terminare il tuo caso subito. Senza PIN, per terminarlo ci vogliono 72 ore. Almeno 6 lettere, cifre o segni; maiuscole e minuscole contano. Nessuno può ritrovare per te nemmeno un PIN perso.',
    pinAgain: 'Avevi scelto un PIN. Quando la pagina si ricarica non resta. Scrivilo di nuovo, oppure invia senza PIN.',
  },
  leaving: 'Se lasci questo modulo, quello che hai scritto va perso e il codice cambia. Vuoi lasciarlo?',
  moves: { next: 'Avanti', back: 'Indietro', check: 'Controlla le tue risposte' },
  check: {
    heading: 'Controlla le tue risposte',
    nothing: 'Non hai inserito niente.',
    lacks: 'Manca ancora questo. Puoi aggiungerlo ora, o più tardi con il tuo codice.',
    later: 'Una parte può restare vuota. Puoi aggiungere altro più tardi con il tuo codice.',
    change: 'Cambia',
    changeName: 'Cambia: {name}',
  },
  send: 'Invia',
  sendNote: 'Quando premi Invia, quello che hai inserito va al servizio che hai scelto. Noi non lo diciamo a chi ha condiviso l’immagine.',
  poster: {
    summary: 'La persona che l’ha pubblicata verrà informata?',
    told: '{services}: sì. Una legge chiede al servizio di informarla quando nasconde o rimuove l’immagine, e non prima. Legge, per esempio:',
    notAsked: '{services}: nessuna legge lo chiede. Il servizio può farlo, secondo le sue regole.',
    never: 'Il tuo nome, come contattarti e quello che scrivi non ci sono mai.',
  },
  record: {
    summary: 'Conserva un appunto per te',
    later: 'Dopo l’invio, il tuo caso ha un file con i link e gli orari. Non contiene nessuna immagine.',
  },
  afterwards: {
    summary: 'Che cosa succede a quello che inserisco?',
    goesTo:
      'Va al servizio che hai scelto. Lì possono leggerlo le persone che si occupano della tua richiesta. Chi ha condiviso l’immagine non può.',
    lines: [
      'Viene conservato sotto chiave. La chiave è tenuta in un altro posto, da chi gestisce questo sito.',
      'Viene conservato finché non termini il tuo caso, o per il tempo indicato nella pagina su che cosa si conserva qui.',
      'Con il tuo codice puoi terminare il tuo caso: con un PIN subito, senza PIN dopo 72 ore. Allora tutto quello che hai inserito viene cancellato, e con quello le tue impronte. I tuoi contatti possono essere cancellati appena lo chiedi.',
      'Restano il numero della tua richiesta, i giorni, e che cosa ha deciso il servizio. Un servizio che ha rimosso l’immagine conserva una propria impronta. Le copie di riserva meno recenti del sito possono contenere per un po’ una copia sotto chiave.',
    ],
  },
  keptNote:
    'Se questa pagina si ricarica su questo dispositivo, ritrovi quello che hai inserito, tranne il PIN e i file ancora in lettura. È chiuso a chiave in questo browser, e la chiave sparisce quando esci o dopo 15 minuti senza uso.',
  keptNoteNoPin:
    'Se questa pagina si ricarica su questo dispositivo, ritrovi quello che hai inserito, tranne i file ancora in lettura. È chiuso a chiave in questo browser, e la chiave sparisce quando esci o dopo 15 minuti senza uso.',
  keptWaits:
    'Quello che hai inserito qui è ancora chiuso a chiave in questo browser. Lo stiamo recuperando, e non si perde niente. Se tra un minuto non è qui, ricarica questa pagina.',
  offline:
    'La tua connessione è spenta, quindi non è stato inviato niente. Tutto quello che hai inserito è ancora qui. Riaccendi la connessione e premi di nuovo il pulsante.',
  sending: 'Lo stiamo inviando. Aspetta un momento.',
  unreachable:
    'In questo momento non riusciamo a raggiungere il sito. Non è stato inviato niente, e tutto quello che hai inserito è ancora qui. Riprova tra un minuto.',
  problems: {
    heading: 'Non è ancora stato inviato niente',
    intro: 'Tutto quello che hai inserito è ancora qui. Guarda questi punti, per favore:',
    service: 'Scegli il servizio in cui si trova l’immagine.',
    onBehalfOf: 'Indica se sei la persona nell’immagine, se agisci per lei, o se sei qualcun altro.',
    tooManyLinks:
      'In una richiesta c’è posto per {most} link, e qui sono {given}. Non si perde niente: per favore, taglia quelli in più, invia questa, e metti gli altri in una seconda richiesta.',
    requestFull:
      'In una richiesta c’è posto per {most} link, compresi quelli che ci sono già. Per favore, metti gli altri in una seconda richiesta, con un nuovo codice.',
    linksTooLong:
      'È troppo testo per una sola richiesta: ci stanno al massimo {most} lettere e segni. Non si perde niente: per favore, taglia una parte, invia questa, e metti il resto in una seconda richiesta.',
    textTooLong: 'Per favore, accorcia a {most} lettere e segni.',
    otherLinesTooLong:
      'Qui alcune righe non sono link, per esempio «{first}». Insieme a come trovarla possono avere {most} lettere e segni. Per favore, accorciale o toglile.',
    notALink: '«{first}» non è un link. Per favore, copia il link intero, o togli questa riga.',
    notLinks: 'Queste righe non sono link: {lines}. Per favore, copia ogni link intero, o togli queste righe.',
    tooManyBeside: 'In una richiesta puoi indicare {most} cose come queste. Per favore, togline alcune.',
    otherAddress:
      'Hai aperto questo sito con un indirizzo che non è il suo, quindi non è stato inviato niente. Tutto quello che hai inserito è ancora qui. Apri {address} e inseriscilo lì; puoi copiarlo da questa pagina.',
    newCode:
      'Il tuo codice non è arrivato intero, quindi in questa pagina ce n’è uno nuovo. Per favore, annotalo al posto del vecchio e invia di nuovo.',
    fingerprints: 'Non è stato possibile leggere le impronte. Per favore, scegli di nuovo le tue immagini, o continua solo con i link.',
  },
};
