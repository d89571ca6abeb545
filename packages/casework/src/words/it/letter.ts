/** What does a letter to a service elsewhere say, and what stands beside it? In Italian. */
import type { Translation } from '../../language/catalogue.ts';
import type { letterWords as english } from '../en/letter.ts';

export const letterWords: Translation<typeof english> = {
  title: {
    copyright: 'Segnalazione per diritto d’autore',
    request: 'Richiesta di togliere un’immagine intima condivisa senza consenso',
  },
  to: 'A: {whom}',
  date: 'Data: {day}',
  opening: {
    self: 'Sono la persona nell’immagine.',
    agent: 'Agisco per la persona nell’immagine.',
    intimate: 'Il vostro servizio mostra un’immagine intima.',
    copyright: 'Il vostro servizio mostra un’immagine i cui diritti sono miei, o della persona per cui agisco.',
    noConsent: 'È stata condivisa senza il consenso della persona nell’immagine.',
  },
  places: 'Dove si trova',
  beside: {
    heading: 'Che cos’altro si trova lì',
    ask: 'Vi chiedo di esaminare anche ognuna di queste cose, e di decidere.',
    text: 'Parole nel titolo o accanto: {says}',
    link: 'Link: {says}',
    account: 'Account che la pubblica, o che si finge la persona nell’immagine: {says}',
  },
  law: {
    heading: '{name}, {statute}',
    under: 'Questa è {instrument} in base a questa legge.',
    asFar: 'Vale nella misura in cui oggi questa legge si applica a voi.',
    illegal:
      'Nell’Unione europea questo è un contenuto illegale: le leggi degli Stati membri vietano di condividere un’immagine intima senza il consenso della persona che vi si vede. Tra queste:',
    goodFaith: 'Credo in buona fede che l’immagine sia stata condivisa senza consenso.',
    signed: 'Firmato: {name}',
  },
  wishes: {
    heading: 'Che cosa vi chiedo',
    withoutDelay: 'Vi chiedo di togliere l’immagine senza ritardo.',
    withinHours: {
      one: 'Vi chiedo di togliere l’immagine al più presto, ed entro {count} ora da quando ricevete questo testo.',
      other: 'Vi chiedo di togliere l’immagine al più presto, ed entro {count} ore da quando ricevete questo testo.',
    },
    wideCopies: 'Vi chiedo di togliere anche le copie uguali o sostanzialmente uguali.',
    sameCopies: 'Vi chiedo di togliere anche le copie uguali che conoscete.',
    confirm: 'Vi chiedo di confermare che questo testo è arrivato, e di dargli un numero.',
    tellMe: 'Vi chiedo di dirmi che cosa avete deciso. Se dite di no, ditemi perché, e dove posso reclamare.',
    quiet: 'Vi chiedo di non dire a chi ha pubblicato l’immagine chi sono, né come contattarmi.',
  },

  search: {
    title: 'Richiesta di non mostrare nella ricerca un’immagine intima condivisa senza consenso',
    intimate: 'La vostra ricerca porta a un’immagine intima.',
    copyright: 'La vostra ricerca porta a un’immagine i cui diritti sono miei, o della persona per cui agisco.',
    withoutDelay: 'Vi chiedo di togliere questi risultati dalla vostra ricerca senza ritardo.',
    withinHours: {
      one: 'Vi chiedo di togliere questi risultati dalla vostra ricerca al più presto, ed entro {count} ora da quando ricevete questo testo.',
      other:
        'Vi chiedo di togliere questi risultati dalla vostra ricerca al più presto, ed entro {count} ore da quando ricevete questo testo.',
    },
    copies: 'Vi chiedo di togliere anche gli altri risultati che conoscete e che mostrano la stessa immagine.',
    refused: 'Il motore di ricerca ha detto no. Non finisce qui: ci sono altre strade.',
    gone: 'Hai annotato che la ricerca non la mostra più.',
  },

  searchRoutes: {
    again: { name: '{service}, lo stesso modulo', sentence: 'Chiedi di guardare di nuovo. Di’ che cosa manca nella risposta.' },
    european: {
      name: '{service}, il modulo per l’Europa',
      sentence:
        'Per chi vive nell’Unione europea, in Norvegia, Islanda, Liechtenstein o nel Regno Unito. Lì puoi opporti ai risultati che parlano di te (GDPR, articoli 17 e 21). È gratis.',
    },
    authority: {
      name: 'Autorità per la protezione dei dati in Europa',
      sentence: 'Se un motore di ricerca dice no a quel modulo, può guardarlo quella del tuo Paese. È gratis.',
    },
    ico: {
      name: 'Information Commissioner (ICO), Regno Unito',
      sentence: 'Se nel Regno Unito un motore di ricerca dice no, può guardarlo. È gratis.',
    },
  },
  signature: 'Firma e contatto',
  answers: {
    consent: 'Un’immagine intima è stata condivisa senza il consenso della persona che mostra.',
    kind: 'Un’immagine intima: di nudo, sessuale o privata.',
  },
  standing: {
    toSend: 'È pronto per te. Non è stato ancora inviato.',
    sent: 'L’hai inviato. Il servizio ha ancora tempo.',
    sentWithoutHours:
      'L’hai inviato. Le leggi che cita non fissano ore. Se per qualche giorno non succede nulla, chiedi di nuovo al servizio.',
    overdue: 'Il tempo del servizio è passato. Puoi chiedere ancora una volta, e dirlo ad altri.',
    gone: 'Hai annotato che lì l’immagine non c’è più.',
    refused: 'Il servizio ha detto no. Non finisce qui: ci sono altre strade.',
  },
  services: {
    'google-search': {
      does: 'La toglie da quello che si trova con Google. Resta sul sito dove si trova.',
      questions: {
        who: 'Chi chiede, e per chi',
        kind: 'Che cosa mostra l’immagine',
        consent: 'Se è stata condivisa con il consenso',
        links: 'L’indirizzo di ogni pagina e di ogni immagine',
        name: 'Nome ufficiale',
        email: 'Indirizzo e-mail',
        paid: 'Se ora ti pagano per questa immagine',
        real: 'Se è vera, o fatta da un computer',
        screenshots: 'Schermate',
      },
      help: {
        paid: 'Lo chiede Google. Non toglie immagini per cui ora ti pagano.',
        real: 'Scegli quello che è giusto. Vengono tolte tutte e due.',
        screenshots: 'Google chiede immagini di quello che mostra la ricerca. Puoi coprire quello che è privato.',
      },
    },
    bing: {
      does: 'La toglie da quello che si trova con Bing. Resta sul sito dove si trova.',
      questions: {
        service: 'Il servizio',
        concern: 'Il tipo di problema',
        links: 'L’indirizzo di ogni pagina e di ogni immagine',
        consent: 'Che cosa non va',
      },
      help: {
        service: 'Scegli Bing.',
        concern: 'Scegli la riga sulle immagini di nudo o sessuali che non dovevano essere condivise.',
      },
    },
  },
};
