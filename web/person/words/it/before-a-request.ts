/** What does she read before she decides to ask: on the first page, at the question of age, and where others help better? In Italian. */
import type { WordsOf } from '../in-each-language.ts';

export const landing: WordsOf<'landing'> = {
  heading: 'Far rimuovere un’immagine intima',
  lead: 'Qualcuno ha condiviso un’immagine intima di te, o ne ha creata una falsa. Non è colpa tua. Qui puoi chiedere che venga rimossa.',
  startHeading: 'Che cosa è successo?',
  startNote: 'Circa cinque minuti. Senza account.',
  ways: {
    picture: 'Ho l’immagine o il video',
    link: 'So solo dove si trova',
    threat: 'Qualcuno minaccia di condividerla',
    'for-someone': 'Lo faccio per un’altra persona',
    young: 'La persona aveva meno di 18 anni, o non lo so di preciso',
  },
  watched: 'Qualcuno ti osserva? Leggi qui.',
  comeBack: 'Ho un codice',
  comeBackNote: 'Per vedere che cosa è successo, aggiungere qualcosa o terminare.',
  howHeading: 'Come funziona',
  how: [
    'Dici dove si trova l’immagine. Se ce l’hai, il tuo dispositivo può crearne un’impronta. L’immagine resta da te.',
    'La tua richiesta va al servizio che scegli tu. Negli Stati Uniti un servizio ha 48 ore per rimuovere l’immagine. Si contano da quando riceve la tua richiesta.',
    'Ricevi un codice. Con quello torni quando vuoi e vedi che cosa è successo.',
  ],
  limitsHeading: 'Che cosa non può fare',
  limitsServices: 'Da qui si raggiungono solo questi servizi: {names}. Per gli altri siti ricevi un testo già pronto da inviare.',
  limitsNoServices:
    'Qui non è ancora collegato nessun servizio, quindi da questa pagina non si può inviare una richiesta. Le persone indicate qui sotto possono comunque aiutare.',
  elsewhere: 'Scrivi a un altro sito, o a un motore di ricerca',
  limits: [
    'Al servizio decide una persona. Può anche dire di no. In quel caso vedi perché, e a chi puoi rivolgerti.',
    'Le impronte trovano la stessa immagine e molte versioni modificate, ma non tutte.',
    'Non si arriva alle immagini che qualcuno ha salvato sul proprio telefono o che manda in messaggi privati.',
  ],
  privacyHeading: 'Se qualcuno controlla il tuo telefono o il tuo computer',
  leaving: '«Esci subito», in alto in ogni pagina, chiude subito questa pagina e ne apre un’altra.',
  leavingWithScript:
    'Spariscono anche le altre schede di questo sito. Premere tre volte Maiusc fa la stessa cosa. Un caso aperto si chiude da solo dopo 15 minuti senza uso.',
  leavingWithoutScript: 'Le altre schede di questo sito restano come sono: chiudile tu. Vale anche per un caso aperto.',
  privacy: [
    'Non cancella la cronologia. Non può nasconderti da un’app che qualcuno ha messo sul tuo dispositivo per controllarti.',
    'Se puoi, usa una finestra privata, o un dispositivo che non usa nessun altro.',
  ],
};

export const age: WordsOf<'age'> = {
  heading: 'Quando è stata fatta l’immagine, quanti anni aveva la persona che si vede?',
  lead: 'Qualunque sia la risposta, qui nessuno ti dà la colpa. La risposta serve a capire chi può aiutare meglio.',
  adult: '18 anni o più',
  young: 'Meno di 18 anni, o non lo so di preciso',
};

export const threat: WordsOf<'threat'> = {
  heading: 'Qualcuno minaccia di condividere un’immagine',
  lead: 'Non è colpa tua. Non devi fare quello che ti chiede. Vai avanti un passo alla volta.',
  firstHeading: 'Che cosa fare per prima cosa',
  first: [
    'Non pagare, e non mandare altre immagini. A chi paga, di solito, presto viene chiesto di pagare ancora.',
    'Smetti di rispondere. Non devi spiegare perché.',
    'Conserva i messaggi. Annota il nome e l’indirizzo dell’account, il giorno e l’ora. Per questo non ti serve una copia dell’immagine.',
    'Dillo alla polizia, se puoi. Una minaccia così è un reato in molti Paesi. Può venire con te una persona di cui ti fidi.',
    'Dillo a una persona di cui ti fidi. Non devi affrontare tutto questo senza nessuno accanto.',
  ],
  keepNote:
    'Chi può guardare in questo dispositivo può leggere quello che ci salvi. Puoi scriverlo su carta, o darlo a una persona di cui ti fidi.',
  crisisHeading: 'È troppo, in questo momento?',
  crisis: 'Parla con qualcuno, per favore. Non devi dire il tuo nome. Quasi tutte queste linee sono gratis e rispondono giorno e notte.',
  watchHeading: 'Servizi che possono fare attenzione se compare',
  watch:
    'Hai l’immagine? Questi servizi possono fare attenzione se compare: {names}. L’immagine resta sul tuo dispositivo. Se un nuovo caricamento le somiglia, lo guarda una persona del servizio.',
  watchNone:
    'Servizi raggiungibili da qui che oggi fanno attenzione a queste immagini: nessuno. Le persone indicate qui sotto possono comunque aiutare.',
  watchLimits: 'Nessun altro sito e nessun’altra app la vede. Così si trovano la stessa immagine e molte versioni modificate, non tutte.',
  watchStart: 'Chiedi di fare attenzione se compare',
  young: 'La persona nell’immagine aveva, o forse aveva, meno di 18 anni',
  isUp: 'È già online',
};

export const under18: WordsOf<'under18'> = {
  heading: 'Queste persone possono aiutare meglio',
  lead: 'Quando la persona in un’immagine aveva meno di 18 anni, altri hanno mezzi più forti per farla rimuovere. È gratis, e lì nessuno ti darà la colpa.',
  noFile:
    'Per favore, non mandare l’immagine a nessun altro, nemmeno per mostrarla a chi vuole aiutare. In questa pagina non si sceglie e non si legge nessuna immagine.',
  ownForm:
    'Puoi usare anche il modulo di segnalazione del servizio in cui si trova l’immagine. Se tra i motivi ce n’è uno per chi ha meno di 18 anni, scegli quello.',
  here: 'Puoi anche chiedere di rimuoverla a un servizio collegato qui. Dici solo dove si trova. Poi se ne occupano persone che conoscono questi casi.',
  askHere: 'Chiedi al servizio, solo con un link',
  danger:
    'Se qualcuno ti minaccia o ti chiede soldi o altre immagini: non devi rispondere, e non devi pagare. Dillo a un adulto di cui ti fidi, o alla polizia.',
  changeAnswer: 'La persona aveva 18 anni o più',
  checked: 'Pagine lette da noi: {day}. Qui nessuno ha ancora chiamato.',
  countries: 'Le linee di aiuto e segnalazione, Paese per Paese',
  countriesNote: 'Qui nessuno ha chiamato o provato nemmeno queste. Se una non risponde, vai su inhope.org.',
};
