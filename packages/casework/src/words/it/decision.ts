/** What is said about a decision, to her and to whoever posted it? In Italian. */
import type { Translation } from '../../language/catalogue.ts';
import type { decisionWords as english } from '../en/decision.ts';

export const decisionWords: Translation<typeof english> = {
  grounds: {
    refer: {
      toPerson:
        'Il servizio nasconde subito l’immagine. Può mostrare qualcuno con meno di 18 anni. Per questo il servizio lo dice anche a persone che per lavoro proteggono chi è giovane.',
      whatNext:
        'Tu non devi fare nulla. Alcuni dati sull’immagine restano a loro disposizione finché il loro lavoro non è finito, anche se chiudi il tuo caso.',
    },
    restrict: {
      rules: {
        'age-gate':
          'Il servizio ha deciso di mostrare l’immagine solo a persone di cui ha controllato l’età. Le sue regole la permettono in questo modo.',
        'not-recommended':
          'Il servizio ha deciso di lasciare l’immagine fuori dalla sua ricerca e da ciò che suggerisce. Questo non ferma chi ha il link. Le sue regole la permettono in questo modo.',
      },
      'illegal-there': 'La legge di un paese non permette l’immagine. Il servizio ha deciso di non mostrarla più in quel paese: {country}.',
      'ordered-there': 'L’ordine vale per un paese. Il servizio ha deciso di non mostrare più l’immagine in quel paese: {country}.',
      whatNext: 'Se non basta, puoi dire al servizio che non sei d’accordo. Puoi anche inviare una nuova richiesta e dire di più.',
      whatNextOtherwise: 'Puoi inviare una nuova richiesta e dire di più.',
    },
    afterComplaint: {
      toPerson:
        'Un’altra persona del servizio ha guardato di nuovo. Non vede motivo di togliere l’immagine, né di limitare chi può vederla.',
      whatNext: 'Puoi rivolgerti a chi è indicato qui, oppure inviare una nuova richiesta e dire di più.',
    },
    setAside: {
      toPerson: 'Per questa richiesta il servizio non toglie più l’immagine, e non limita più chi può vederla.',
      whatNext: 'Puoi chiedere aiuto su che cosa fare ora, o inviare una nuova richiesta e dire di più.',
    },
    counterNotice: {
      toPerson:
        'Chi ha pubblicato l’immagine si è opposto nel modo previsto dalla legge sul diritto d’autore. Il servizio non ha saputo di nessuna causa.',
      whatNext: 'Puoi inviare una nuova richiesta secondo un’altra legge, o chiedere aiuto su che cosa fare ora.',
    },
    underAnotherLaw: {
      toPerson: 'L’immagine è stata tolta per la tua richiesta secondo un’altra legge. A questa mancava ancora qualcosa.',
      whatNext: 'Qui non devi fare altro.',
    },
  },
  complaint: {
    reasons: {
      uploader: {
        rights: 'Ho i diritti su quest’opera, o posso usarla',
        depicted: 'Nell’immagine ci sono io',
        agreed: 'La persona nell’immagine era d’accordo che fosse pubblicata',
        'not-intimate': 'Non mostra nessuno in modo intimo',
        'other-picture': 'È stata scambiata per un’altra immagine',
        'public-interest': 'È notizia, arte, scienza o satira',
        other: 'Qualcos’altro',
      },
      requester: {
        shown: 'Mostra proprio me, o la persona per cui agisco',
        intimate: 'È intima, o va contro la legge o le regole',
        'not-agreed': 'Nessuno era d’accordo che fosse condivisa',
        'can-be-found': 'L’immagine si può trovare, e dico come',
        'too-little': 'Un limite non basta: l’immagine deve sparire',
        other: 'Ho un altro motivo',
      },
    },
    sideAnswers: {
      'keep-down': 'Per favore, non rimettetela.',
      'may-be-shown': 'Si può mostrare.',
    },
    sideAnswersLimited: {
      'keep-down': 'Per favore, mantenete il limite.',
      'may-be-shown': 'Può essere mostrata a tutti.',
    },
    answers: {
      uploader: {
        upheld: 'Ha guardato di nuovo una persona diversa da chi ha deciso prima. Avevi ragione: la decisione è ritirata.',
        shownAgain: 'Al servizio viene detto di mostrare di nuovo il tuo post.',
        rejected: 'Ha guardato di nuovo una persona diversa da chi ha deciso prima. La decisione resta.',
        /** Of what is hidden before anybody has decided. */
        meanwhile: {
          upheld:
            'L’ha esaminato una persona del servizio che non ha nascosto il tuo post. Avevi ragione: per questa segnalazione non deve più restare nascosto.',
          rejected:
            'L’ha esaminato una persona del servizio che non ha nascosto il tuo post. Resta nascosto finché qualcuno non avrà deciso sulla segnalazione.',
          'nothing-new': 'Quello che hai detto non è un motivo per mostrarlo prima.',
        },
        held: {
          upheld: 'Una persona del servizio ha esaminato il tuo post. Avevi ragione: per questa somiglianza non deve più restare nascosto.',
          rejected:
            'Una persona del servizio ha esaminato quello che hai detto. Il tuo post resta nascosto finché qualcuno non avrà deciso.',
        },
        because: {
          depicted: 'Riteniamo che nell’immagine ci sia tu.',
          agreed: 'C’è motivo di credere che ci fosse accordo sulla pubblicazione.',
          'not-intimate': 'Non mostra nessuno in modo intimo.',
          'other-picture': 'Era stata scambiata per un’altra immagine.',
          'public-interest': 'Serve a uno scopo che la legge protegge.',
          'beside-was-wrong':
            'Ha guardato di nuovo una persona diversa da chi ha deciso prima. Avevi ragione: questo è ritirato, e il servizio è informato che deve restituirlo. Quello che è stato deciso sull’immagine resta.',
          'decided-outside':
            'La questione è stata risolta fuori dal servizio, quindi lì nessuno ha più dovuto giudicare il tuo reclamo. La decisione è ritirata.',
          'decided-anew':
            'Il servizio ha ripreso in mano la sua prima decisione, quindi nessuno giudica più il tuo reclamo contro quella. Solo la nuova decisione cambia qualcosa. Puoi fare reclamo anche contro la nuova.',
          referred: 'Il tuo reclamo è chiuso, e nessuno nel servizio lo giudica. Per quello che hai pubblicato non cambia nulla.',
          'nothing-new': 'Quello che hai detto non cambia quanto è stato accertato.',
          'no-consent': 'Non c’è motivo di credere che la persona nell’immagine fosse d’accordo con la pubblicazione.',
        },
      },
      requester: {
        'look-again': 'Un’altra persona del servizio ha guardato di nuovo. Avevi ragione. La tua richiesta è di nuovo aperta.',
        'refusal-stands': 'Un’altra persona del servizio ha guardato di nuovo. La risposta è la stessa.',
        referred:
          'Il tuo reclamo è chiuso, e nessuno nel servizio lo giudica. Nel frattempo il servizio è stato informato che nessuno deve più vedere l’immagine.',
        'decided-outside':
          'La questione è stata risolta fuori dal servizio, quindi lì nessuno ha più dovuto giudicare il tuo reclamo. La tua richiesta resta chiusa.',
      },
    },
  },
  seen: {
    'age-gate': 'È stato limitato a persone di cui il servizio ha controllato l’età, senza una data di fine.',
    'not-recommended':
      'È stato lasciato fuori da ricerca, elenchi e suggerimenti, senza una data di fine. Questo non ferma chi ha l’indirizzo.',
    'not-there': 'È stato nascosto in un paese, senza una data di fine: {country}.',
  },
  statement: {
    facts: {
      notice:
        'Il servizio ha ricevuto una segnalazione. Dice che quello che hai pubblicato mostra una persona in modo intimo, ed è stato condiviso senza il suo consenso. Una persona del servizio ha esaminato la segnalazione.',
      'trusted-notice':
        'Il servizio ha ricevuto una segnalazione da un segnalatore attendibile. Dice che quello che hai pubblicato mostra una persona in modo intimo, ed è stato condiviso senza il suo consenso. Una persona del servizio ha esaminato la segnalazione.',
      /** It was named by nobody: it looks like a picture of the notice. */
      'notice-found':
        'Il servizio ha ricevuto una segnalazione su un altro post. Ha confrontato le immagini, e ha trovato che quello che hai pubblicato è simile a quella della segnalazione. Una persona del servizio l’ha guardato e ha deciso.',
      match:
        'Il servizio ha trovato da sé che quello che hai pubblicato è la stessa immagine di una che sta nelle sue liste, o una sua copia modificata. Una persona del servizio lo ha confermato.',
      'match-limited':
        'Il servizio ha confrontato ciò che hai pubblicato con le immagini delle sue liste, e lo ha trovato simile a una di queste. Una persona del servizio l’ha guardato e ha deciso che può restare, con un limite.',
      'match-held':
        'Il servizio ha trovato da sé che quello che hai pubblicato è simile a un’immagine delle sue liste. Nessuno ha ancora deciso.',
      'exact-copy':
        'Il servizio ha trovato da sé che il file che hai pubblicato è identico a uno che persone del servizio hanno già tolto prima.',
      'notice-meanwhile':
        'Il servizio ha ricevuto una segnalazione. Dice che quello che hai pubblicato mostra una persona in modo intimo, ed è stato condiviso senza il suo consenso. Nessuno ha ancora deciso.',
      'trusted-notice-meanwhile':
        'Il servizio ha ricevuto una segnalazione da un segnalatore attendibile. Dice che quello che hai pubblicato mostra una persona in modo intimo, ed è stato condiviso senza il suo consenso. Nessuno ha ancora deciso.',
      'copyright-notice':
        'Il servizio ha ricevuto una segnalazione. Dice che quello che hai pubblicato è opera di un’altra persona, ed è stato pubblicato senza il suo permesso. Una persona del servizio ha esaminato la segnalazione.',
      'trusted-copyright-notice':
        'Il servizio ha ricevuto una segnalazione da un segnalatore attendibile. Dice che quello che hai pubblicato è opera di un’altra persona, ed è stato pubblicato senza il suo permesso. Una persona del servizio ha esaminato la segnalazione.',
      'copyright-notice-meanwhile':
        'Il servizio ha ricevuto una segnalazione. Dice che quello che hai pubblicato è opera di un’altra persona, ed è stato pubblicato senza il suo permesso. Nessuno ha ancora deciso.',
      'trusted-copyright-notice-meanwhile':
        'Il servizio ha ricevuto una segnalazione da un segnalatore attendibile. Dice che quello che hai pubblicato è opera di un’altra persona, ed è stato pubblicato senza il suo permesso. Nessuno ha ancora deciso.',
    },
    automation: {
      none: 'Non è stato usato nulla di automatico, né per trovarlo né per decidere.',
      found: 'È stato trovato in modo automatico, dalla sua impronta. Ha deciso una persona.',
      decided:
        'È stato trovato in modo automatico, dalla sua impronta, e tolto in modo automatico, perché il file è identico. Nessuna persona ha guardato questa copia.',
      meanwhile:
        'È stato nascosto in modo automatico, perché nessuno aveva deciso sulla segnalazione entro l’ora fissata dal servizio. Nessuna persona lo ha scelto. Che cosa ne sarà lo decide una persona.',
      held: 'È stato trovato in modo automatico, dalla sua impronta, e nascosto in modo automatico. Nessuna persona lo ha scelto. Che cosa ne sarà lo decide una persona.',
    },
    ground: {
      terms: {
        reference: 'Le regole del servizio sulle immagini intime di altre persone',
        text: 'Il servizio ritiene che violi queste regole: non ammettono immagini che mostrano una persona in modo intimo senza il suo consenso.',
      },
      beside: {
        namesThePerson:
          'Il servizio ritiene che questo testo dica chi è la persona nell’immagine, o come trovarla, e così diffonda ancora l’immagine senza il suo consenso. La legge indicata qui non lo permette.',
        leadsToIt:
          'Il servizio ritiene che questo indirizzo porti all’immagine rimossa, o ad altre simili, e così la faccia conoscere senza il consenso della persona ritratta. La legge indicata qui non lo permette.',
        rules:
          'Il servizio ritiene che violi queste regole: non permettono di esporre una persona in modo intimo, né di aiutare altri a farlo.',
        postsSuchPictures:
          'Il servizio ritiene che questo account continui a pubblicare immagini intime di persone che non hanno dato il consenso. Queste regole non lo permettono.',
        postedSuchAPicture:
          'Il servizio ritiene che questo account abbia pubblicato un’immagine intima di una persona che non ha dato il consenso. Queste regole non lo permettono.',
        posesAsThePerson: 'Il servizio ritiene che questo account si spacci per la persona nell’immagine. Queste regole non lo permettono.',
      },
      limited: 'Il servizio ha trovato che queste regole lo permettono e limitano chi può vederlo.',
      meanwhile: {
        law: 'La segnalazione dice che mostra una persona in modo intimo, e che questa persona non era d’accordo con la pubblicazione. Se è così, la legge indicata qui non lo permette. È nascosto finché il servizio non lo ha chiarito.',
        rules:
          'La segnalazione dice che mostra una persona in modo intimo senza il suo consenso. Se è così, queste regole non lo ammettono. È nascosto finché il servizio non lo ha chiarito.',
      },
      held: 'È risultato simile a un’immagine che sta in una lista perché mostra una persona in modo intimo, senza il suo consenso. Se è la stessa immagine, la legge indicata qui non lo permette. È nascosto finché il servizio non lo ha chiarito.',
      memberStates: 'Le leggi degli Stati membri sulle immagini intime condivise senza consenso',
      consent:
        'Il servizio ritiene che mostri una persona in modo intimo, e che ci sia motivo di credere che questa persona non fosse d’accordo con la pubblicazione. La legge indicata qui non lo permette.',
      copyright: 'Qualcuno ha dichiarato in base a questa legge che è opera sua, pubblicata senza il suo permesso.',
    },
    redress: {
      complaint:
        'Puoi presentare un reclamo al servizio all’indirizzo arrivato con questa motivazione. È gratis. Il reclamo lo esamina una persona diversa da chi ha deciso.',
      complaintMeanwhile:
        'Puoi presentare un reclamo al servizio all’indirizzo arrivato con questa motivazione. È gratis. Il reclamo lo esamina una persona, e mai chi ha nascosto il tuo post.',
      outOfCourt:
        'Puoi rivolgerti a un organismo di risoluzione extragiudiziale certificato da un coordinatore dei servizi digitali. È gratis, o costa poco: https://digital-strategy.ec.europa.eu/en/policies/dsa-out-court-dispute-settlement',
      court: 'Puoi rivolgerti a un tribunale, in qualsiasi momento.',
      courtAfterCopyright:
        'Puoi anche inviare una contronotifica (counter-notice, 17 U.S.C. 512(g)) a chi nel servizio si occupa di diritto d’autore. Firmala. Scrivi nome, indirizzo e telefono. Scrivi che cosa è stato rimosso e dov’era. Dichiara sotto giuramento che credi in buona fede che è stato un errore, o uno scambio con qualcos’altro. Scrivi che accetti il tribunale federale (Federal District Court) del luogo dove vivi. Se vivi fuori dagli Stati Uniti, scrivi che accetti quello di ogni luogo in cui si può trovare il servizio. Scrivi che accetti gli atti del tribunale da chi ha segnalato, o da chi agisce per suo conto. Dopo 10-14 giorni lavorativi il post torna visibile, salvo che chi ha segnalato vada in tribunale. Puoi rivolgerti a un tribunale, in qualsiasi momento.',
    },
  },
};
