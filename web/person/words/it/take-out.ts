/** What does she read when she takes one request, picture or link out of her case? Italian. */
import type { WordsOf } from '../in-each-language.ts';

export const takeOut: WordsOf<'takeOut'> = {
  summary: 'Togli qualcosa',
  note: 'Un link o un’immagine non è giusto? Prima aggiungi quello giusto. Poi togli qui quello sbagliato.',
  request: 'Tutta la richiesta a {service}',
  requestUnder: 'La richiesta a {service} secondo questa legge: {law}',
  picture: 'Immagine o video {number}',
  link: 'Il link {link}',
  fingerprint: 'La sua impronta comincia con {start}.',
  take: 'Togli questo',
  until: 'Viene tolto {moment}.',
  waiting: 'Qualcuno con il tuo codice lo ha chiesto. Fino ad allora tutto continua come prima. Non l’hai chiesto tu, o hai cambiato idea?',
  keep: 'Lascialo',
  sooner: 'Toglilo subito con il mio PIN',
  heading: {
    request: 'Ritira la richiesta',
    picture: 'Togli un’immagine o un video',
    link: 'Togli un link',
  },
  means: {
    request: 'Da parte di {service} non si farà più niente per te in questa richiesta.',
    picture:
      'Da parte di {service} questa immagine o questo video non verrà più cercato per te. L’impronta che hai inviato viene cancellata qui.',
    link: 'Da parte tua non si chiede più niente a {service} su questo link. Nella tua richiesta viene cancellato.',
  },
  meansLaw: 'Secondo questa legge, da parte di {service} non si farà più niente per te: {law}.',
  toldLaw: 'Comunichiamo a {service} che l’hai ritirata secondo questa legge. Il tempo che dà questa legge non conta più per te.',
  otherLaws: 'Secondo le altre leggi la tua richiesta va avanti come prima, con tutto quello che hai inviato.',
  told: 'Comunichiamo a {service} che l’hai ritirata: non deve più rispondere. Quello che hai scritto e le impronte vengono cancellati qui.',
  toldPart: 'Le persone di {service} leggono nella tua richiesta che qualcosa è stato tolto, e quando. Forse l’hanno già visto prima.',
  mayStay: {
    request: 'Per questa richiesta non viene più rimosso niente. Le copie possono restare o tornare.',
    picture: 'Le copie possono restare o tornare. Forse un’altra persona ha chiesto la stessa cosa.',
    link: 'L’immagine può restare a questo link.',
  },
  answerStays: 'Quello che {service} ha risposto resta così. Niente torna online per questo.',
  ownFingerprint:
    'Se {service} conserva una propria impronta, continua a mettere in attesa le copie finché una persona non le ha guardate. Se non ne ha, le copie possono tornare.',
  last: 'Dopo, la richiesta non indica più niente. Così viene ritirata tutta, e lo comunichiamo a {service}.',
  beside: 'Va via anche quello che hai indicato accanto all’immagine a questo link.',
  young: 'Hai detto che la persona poteva avere meno di 18 anni. Il servizio lo sa, e quello che hai indicato lì resta segnato così.',
  rest: 'Tutto il resto del tuo caso resta com’è. Il tuo codice funziona ancora.',
  undo: 'Una volta tolto, nessuno può rimetterlo. Puoi inviarlo di nuovo.',
  withPin: 'Con il tuo PIN succede subito. Senza, succede dopo 72 ore.',
  withoutPin:
    'Succede dopo 72 ore. Fino ad allora tutto continua come prima, e con il tuo codice puoi cambiare idea. Aspettiamo perché qualcun altro potrebbe aver trovato il tuo codice.',
  confirm: {
    request: 'Ritira la richiesta',
    picture: 'Togli l’immagine o il video',
    link: 'Togli il link',
  },
  back: 'Torna indietro senza cambiare niente',
  problemsHeading: 'Non è stato tolto niente',
  pinLeftEmpty: {
    lead: 'Non è ancora stato tolto niente. Con il tuo PIN succede subito.',
    confirm: 'Fallo subito',
    without:
      'Si può fare anche senza, dopo 72 ore. Fino ad allora tutto continua come prima, e con il tuo codice puoi cambiare idea. Aspettiamo perché qualcun altro potrebbe aver trovato il tuo codice.',
    withoutConfirm: 'Fallo dopo 72 ore',
  },
  soonerStep: {
    heading: 'Toglilo subito',
    than: 'Succede da solo {moment}.',
    lead: 'Con il tuo PIN succede subito.',
  },
};
