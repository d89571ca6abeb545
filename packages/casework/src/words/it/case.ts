/** What does she read of one case? In Italian. */
import type { Translation } from '../../language/catalogue.ts';
import type { caseWords as english } from '../en/case.ts';

export const caseWords: Translation<typeof english> = {
  timeline: {
    received: 'La tua richiesta è arrivata al servizio.',
    isComplete: 'C’è tutto quello che la legge chiede.',
    nowComplete: 'Ora nella tua richiesta c’è tutto quello che la legge chiede.',
    stillMissing: 'Manca ancora: {things}.',
    stillMissingThen: 'In quel momento mancava ancora: {things}.',
    contactErased: 'Il modo per contattarti è stato cancellato. Il servizio non può più leggerlo qui.',
    answersErased:
      'Quello che hai scritto in questa richiesta è stato cancellato qui, qualche tempo dopo la sua fine. Questo elenco resta.',
    seen: 'Una persona del servizio ha aperto la tua richiesta.',
    refused: 'Il servizio ha detto no.',
    asked: 'Una persona del servizio ti chiede qualcosa prima di decidere.',
    groundOfOld: {
      remove: 'Il servizio toglierà l’immagine.',
      restrict: 'Il servizio ha deciso di lasciare l’immagine e di limitare chi può vederla.',
      keep: 'Il servizio ha deciso di non togliere l’immagine.',
      refer: 'Il servizio nasconde l’immagine e passa la cosa ad altri.',
    },
    placesLeft: {
      one: 'Non ha fatto nulla per 1 dei posti che hai indicato. Puoi chiedere di nuovo e spiegare meglio.',
      other: 'Non ha fatto nulla per {count} dei posti che hai indicato. Puoi chiedere di nuovo e spiegare meglio.',
    },
    foundAnotherPicture: {
      one: 'Il servizio ha trovato anche {count} altro post con un’immagine simile alla tua. Una persona lo ha guardato. Mostra un’altra cosa, perciò l’ha lasciato.',
      other:
        'Il servizio ha trovato anche altri {count} post con immagini simili alla tua. Una persona li ha guardati. Mostrano altre cose, perciò li ha lasciati.',
    },
    foundConsented: {
      one: 'Il servizio ha trovato anche {count} altro post con l’immagine. Una persona lo ha guardato. Pensa che chi si vede fosse d’accordo con quel post, perciò l’ha lasciato.',
      other:
        'Il servizio ha trovato anche altri {count} post con l’immagine. Una persona li ha guardati. Pensa che chi si vede fosse d’accordo con quei post, perciò li ha lasciati.',
    },
    foundToo: {
      one: 'Lo stesso vale per {count} altro post con una tua immagine, che il servizio ha trovato.',
      other: 'Lo stesso vale per altri {count} post con tue immagini, che il servizio ha trovato.',
    },
    foundAskAgain: 'Se lì vedi ancora l’immagine, puoi chiedere di nuovo e mandare il link.',
    reversed: {
      undone:
        'Il servizio ha ritirato la sua risposta: una persona aveva risposto per errore. La tua richiesta è di nuovo aperta, con il tempo che aveva. Se l’immagine era stata tolta, può essere di nuovo lì finché una persona non decide.',
      undoneLimit:
        'Il servizio ha ritirato la sua risposta: una persona aveva risposto per errore. La tua richiesta è di nuovo aperta, con il tempo che aveva. Se meno persone potevano vedere l’immagine, forse ora possono vederla di nuovo tutti, finché una persona non decide.',
      undoneRefusal:
        'Il servizio ha ritirato la sua risposta: una persona aveva risposto per errore. La tua richiesta è di nuovo aperta, con il tempo che aveva.',
      complaint: 'Il servizio ha ritirato la sua risposta.',
      outside: 'Il servizio ha dovuto ritirare la sua risposta: lo ha deciso un’autorità, un tribunale o un altro organo esterno.',
    },
    complaintAsked:
      'Chi ha pubblicato l’immagine non è d’accordo che sia stata tolta. Resta tolta mentre il servizio guarda di nuovo. Prima puoi dire qualcosa tu.',
    complaintAskedLimited:
      'Chi ha pubblicato l’immagine non è d’accordo che meno persone possano vederla. Il limite resta mentre il servizio guarda di nuovo. Prima puoi dire qualcosa tu.',
    complaintAskedGone:
      'Chi ha pubblicato l’immagine non è d’accordo che meno persone dovessero vederla. Intanto l’immagine non c’è più, e il servizio guarda di nuovo che cosa ha deciso. Prima puoi dire qualcosa tu.',
    complaintAnswered: 'Hai detto che cosa ne pensi. Un’altra persona del servizio lo leggerà e deciderà.',
    complained: 'Hai detto al servizio che non sei d’accordo. Un’altra persona guarderà di nuovo.',
    complaintSettledOutside:
      'Chi ha pubblicato l’immagine non era d’accordo che fosse tolta. La questione è stata risolta fuori dal servizio. Lì nessuno deve più giudicarla, e tu non devi rispondere.',
    complaintSettledOutsideLimited:
      'Chi ha pubblicato l’immagine non era d’accordo che meno persone la vedessero. La questione è stata risolta fuori dal servizio. Lì nessuno deve più giudicarla, e tu non devi rispondere.',
    complaintDecidedAnew:
      'Chi ha pubblicato l’immagine non era d’accordo che meno persone la vedessero. Ora il servizio decide di nuovo. Nessuno deve più giudicare quel reclamo, e tu non devi rispondere.',
    complaintClosed:
      'Chi ha pubblicato l’immagine non era d’accordo con la decisione. Nessuno deve più giudicare quel reclamo, e tu non devi rispondere. Per te non cambia nulla.',
    ownComplaintClosed:
      'Hai detto al servizio che non sei d’accordo. Nel frattempo è stato informato che nessuno deve più vedere l’immagine. Quindi lì nessuno deve più giudicarlo.',
    ownComplaintSettledOutside:
      'Hai detto al servizio che non sei d’accordo. La questione è stata risolta fuori dal servizio. Lì nessuno deve più giudicarla, e la tua richiesta resta chiusa.',
    complaintDecided: {
      uploader: {
        upheld: 'Un’altra persona del servizio ha guardato di nuovo. Ha dato una risposta diversa dalla prima.',
        rejected: 'Un’altra persona del servizio ha guardato di nuovo. Per te non cambia nulla.',
      },
      requester: {
        upheld: 'Un’altra persona del servizio ha guardato di nuovo. Avevi ragione: la tua richiesta è di nuovo aperta.',
        rejected: 'Un’altra persona del servizio ha guardato di nuovo. La risposta è la stessa.',
      },
    },
    /** Of one of several posts: whoever posted it was right. */
    complaintOfPartUpheld:
      'Un’altra persona del servizio ha guardato di nuovo uno dei post. Per quello ha dato una risposta diversa dalla prima. Per gli altri non cambia nulla.',
    setAsideInPart:
      'Il servizio ha dovuto ritirare la sua risposta per uno dei post: lo ha deciso un’autorità, un tribunale o un altro ente esterno. Per gli altri non cambia nulla.',
    counterNoticeInPart:
      'Chi ha pubblicato uno dei post si è opposto nel modo previsto dalla legge sul diritto d’autore. Il servizio non ha saputo di nessuna causa in tribunale. Così ha dovuto ritirare la sua risposta per quel post. Per gli altri non cambia nulla.',
    paused: 'Per ora il tempo del servizio è fermo. Il motivo: {reason}',
    resumed: 'Il tempo del servizio corre di nuovo.',
    extended: 'Il servizio si prende più tempo. Il motivo: {reason}',
    restricted: 'Da questo momento l’immagine è nascosta, finché una persona del servizio non ha deciso.',
    copiesRemoved: {
      one: 'Il servizio dice che anche {count} copia non c’è più.',
      other: 'Il servizio dice che anche {count} copie non ci sono più.',
    },
    limited: 'Il servizio dice di aver limitato chi può vedere l’immagine.',
    limitedNoMore: 'Per questo limite il servizio non deve fare più niente.',
    removed: 'Il servizio dice che l’immagine non c’è più.',
    outOfView: 'Il servizio dice che lì nessuno può più vedere l’immagine.',
    withdrawalAsked: 'Qualcuno con il tuo codice ha chiesto di chiudere questo caso. Finché non si chiude, tutto va avanti come prima.',
    withdrawalCancelled: 'Il caso va avanti. Non sarà chiuso.',
    withdrawalDue: 'Il tuo caso si chiude in questo momento, a meno che tu scelga di andare avanti.',
    withdrawn: 'Il tuo caso è chiuso. Non cerchiamo più la tua immagine per te.',
    takingOut: {
      request: 'Qualcuno con il tuo codice ha chiesto di ritirare questa richiesta. Succede dopo 72 ore, a meno che venga fermato.',
      picture: 'Qualcuno con il tuo codice ha chiesto di togliere un’immagine o un video. Succede dopo 72 ore, a meno che venga fermato.',
      link: 'Qualcuno con il tuo codice ha chiesto di togliere un link. Succede dopo 72 ore, a meno che venga fermato.',
    },
    takingOutStopped: {
      request: 'La richiesta resta. Non viene ritirata.',
      picture: 'L’immagine o il video resta. Non viene tolto niente.',
      link: 'Il link resta. Non viene tolto.',
    },
    takingOutLapsed: {
      request: 'Il servizio aveva risposto prima che la richiesta fosse ritirata. La sua risposta resta.',
      picture: 'L’immagine o il video non si poteva più togliere. La risposta del servizio resta.',
      link: 'Il servizio aveva risposto prima che il link fosse tolto. La sua risposta resta.',
    },
    takenOut: {
      request: 'La richiesta è stata ritirata. Il servizio lo sa.',
      picture: 'È stata tolta un’immagine o un video. La sua impronta non viene più usata per te.',
      link: 'È stato tolto un link. Il servizio non lo guarda più per te.',
    },
    due: {
      hours: {
        one: 'Qui finisce l’ora del servizio. Parte da quando è arrivata la tua richiesta, e nulla la sposta.',
        other: 'Qui finiscono le {count} ore del servizio. Partono da quando è arrivata la tua richiesta, e nulla le sposta.',
      },
      ownTarget:
        'Il servizio vuole agire entro questo momento. Ha scelto questo tempo da sé, a partire da quando è arrivata la tua richiesta.',
      order: 'Entro questo momento l’ordine va eseguito.',
    },
  },
  underLaws: {
    says: '{laws}: {sentence}',
    stillMissing: '{laws}, manca ancora: {things}.',
    stillMissingThen: '{laws}, in quel momento mancava ancora: {things}.',
  },
  standing: {
    notSent: 'Non è stato ancora inviato nulla. Puoi andare avanti quando vuoi.',
    withdrawn: 'Il tuo caso è chiuso. Puoi aprirne uno nuovo quando vuoi.',
    takenBack: 'Questa richiesta è stata ritirata. Il servizio non fa più niente per te su questo.',
    withdrawalWaiting: 'Questo caso si chiuderà nel momento indicato. Se non l’hai chiesto tu, o se hai cambiato idea, puoi andare avanti.',
    kept: 'Per questa richiesta il servizio non toglie l’immagine.',
    hiddenMeanwhile: 'Al servizio è stato comunque detto di tenerla nascosta per ora, per un altro motivo, finché qualcuno non decide.',
    notThereThen: 'Quando il servizio ha risposto, l’immagine lì non c’era più.',
    askAgain: 'Puoi chiedere di nuovo e dire di più al servizio.',
    outOfView: 'Il servizio dice che lì nessuno può più vedere l’immagine.',
    removed: 'Il servizio dice che l’immagine non c’è più.',
    removedInPart: 'Il servizio dice che l’immagine non c’è più nei posti dove ha agito.',
    toBeOutOfView: 'Il servizio è stato informato che lì nessuno deve più vedere l’immagine. Deve ancora dirci che è stato fatto.',
    partOutOfView: 'Il servizio dice che qui nessuno può più vedere l’immagine: {places}.',
    partToBeOutOfView:
      'Il servizio è stato informato che qui nessuno deve più vedere l’immagine: {places}. Deve ancora dirci che è stato fatto.',
    keptRest: 'Negli altri posti che hai indicato, per questa richiesta il servizio non toglie l’immagine.',
    /** After what was taken down, of one post of several: as she named it, or so many that she did not name. */
    partShownAgain: 'Il servizio è stato informato che può mostrare di nuovo quello che c’è qui: {places}.',
    otherShownAgain: {
      one: 'Il servizio è stato informato che può mostrare di nuovo {count} altro post, che tu non avevi indicato.',
      other: 'Il servizio è stato informato che può mostrare di nuovo altri {count} post, che tu non avevi indicato.',
    },
    toBeHidden: 'Il servizio ha detto sì. Deve ancora dirci che lì nessuno può vedere l’immagine.',
    toBeHiddenOverdue: 'Il servizio ha detto sì, ma non ci ha detto che l’immagine è nascosta. Il tempo per farlo è passato.',
    limited: 'Per questa richiesta il servizio non toglie l’immagine. Ha deciso che meno persone possono vederla.',
    toBeLimited:
      'Per questa richiesta il servizio non toglie l’immagine. Ha deciso che meno persone possono vederla. Deve ancora dirci che l’ha fatto.',
    toBeLimitedOverdue:
      'Il servizio ha deciso che meno persone possono vedere l’immagine, ma non ci ha detto che l’ha fatto. Il tempo per farlo è passato.',
    toBeRemoved: 'Il servizio ha detto sì. Deve ancora togliere l’immagine.',
    toBeRemovedOverdue: 'Il servizio ha detto sì, ma non ci ha detto che l’immagine non c’è più. Il tempo per farlo è passato.',
    reopened: 'Non eri d’accordo, e avevi ragione. La tua richiesta è di nuovo aperta: il servizio deve dare una nuova risposta.',
    overdue: 'Il tempo per una risposta è passato, e il servizio non ne ha data una.',
    needsAnswers: 'Il servizio ha la tua richiesta, e il suo tempo corre.',
    asked: 'Il servizio ha una domanda per te. Il termine del servizio continua a correre mentre rispondi.',
    waiting: 'Il servizio ha la tua richiesta.',
    nothingToDo: 'Tu non devi fare nulla.',
    alsoOpen: 'Secondo un’altra legge, il servizio deve ancora darti una risposta.',
    alsoOverdue: 'Secondo un’altra legge, il servizio non ti ha dato una risposta, e il tempo per darla è passato.',
    alsoRefused: 'Secondo un’altra legge, il servizio ha detto di no. Più sotto puoi leggere perché.',
    limitStays: 'Fino ad allora il limite resta, e meno persone possono vedere l’immagine.',
    notThere:
      'L’immagine lì non c’è più. Il servizio deve ancora rispondere alla tua richiesta: la sua risposta può impedire che l’immagine ritorni.',
  },
  questions: {
    where: 'Dove si trova di preciso l’immagine? Meglio di tutto un link. Aiuta anche qualche parola su come trovarla.',
    which: 'Lì c’è più di un’immagine. Qual è?',
    more: 'Puoi dire qualcosa di più sul perché l’immagine va tolta? Non devi raccontare la tua storia.',
    acting: 'Perché puoi agire per la persona nell’immagine? Basta una riga.',
  },
  additions: {
    separator: ', ',
    person: {
      linkIsRight: 'Hai detto che il link è giusto.',
      added: 'Hai aggiunto: {things}.',
      beside: 'Hai aggiunto, accanto all’immagine: {things}.',
      changed: 'Hai cambiato: {things}.',
      something: 'Hai aggiunto qualcosa alla tua richiesta.',
    },
    platform: {
      added: 'Il servizio ha aggiunto alla tua richiesta: {things}.',
      beside: 'Il servizio ha aggiunto, accanto all’immagine: {things}.',
      changed: 'Il servizio ha cambiato nella tua richiesta: {things}.',
      something: 'Il servizio ha aggiunto qualcosa alla tua richiesta.',
    },
    links: { one: '{count} link', other: '{count} link' },
    places: { one: '{count} posto', other: '{count} posti' },
    /** Named beside the picture, with the links. */
    besideWords: 'parole',
    besideAccounts: { one: '{count} account', other: '{count} account' },
    fingerprints: 'impronte di {files}',
    answers: {
      onBehalfOf: 'chi fa la richiesta',
      agentAuthority: 'perché puoi agire per la persona',
      locationDetails: 'come trovare l’immagine',
      beside: 'che cos’altro c’è lì',
      signature: 'il tuo nome',
      contact: 'come contattarti',
      statement: 'la tua dichiarazione',
      isYoung: 'quanti anni aveva la persona',
      declarations: 'quello che hai confermato',
      signatures: 'il tuo nome per una delle leggi',
      texts: 'altre informazioni',
    },
  },
  files: {
    pictures: { one: '{count} immagine', other: '{count} immagini' },
    videos: { one: '{count} video', other: '{count} video' },
    files: { one: '{count} file', other: '{count} file' },
    others: { one: '{count} altro file', other: '{count} altri file' },
  },
  code: {
    empty: 'Scrivi o incolla il tuo codice.',
    length: 'Un codice ha 21 lettere e cifre. Questo è troppo lungo o troppo corto.',
    character: 'Un codice ha solo lettere e cifre. Non ha mai la lettera U.',
    check: 'In questo codice qualcosa non va. Guarda ancora una volta ogni lettera e ogni cifra.',
  },
  pin: {
    short: 'Scegli almeno 6 lettere, cifre o segni.',
    long: 'È troppo lungo. Scegli al massimo 128 lettere, cifre o segni.',
    weak: 'Molte persone scelgono questo, quindi si indovina presto. Scegline un altro, per esempio due o tre parole che solo tu metteresti insieme.',
  },
};
