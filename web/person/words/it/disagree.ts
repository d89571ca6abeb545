/** What does she read when she, or whoever posted the picture, does not agree with the service? In Italian. */
import type { WordsOf } from '../in-each-language.ts';

export const disagree: WordsOf<'disagree'> = {
  questionHeading: 'C’è una domanda per te',
  question:
    'Chi ha pubblicato l’immagine non è d’accordo che sia stata rimossa. Resta rimossa mentre al servizio un’altra persona la esamina di nuovo. Quella persona vorrebbe sapere che cosa ne pensi. Non devi rispondere.',
  questionLimited:
    'Chi ha pubblicato l’immagine non è d’accordo che meno persone possano vederla. Il limite resta mentre un’altra persona del servizio guarda di nuovo. Quella persona vorrebbe sapere che cosa ne pensi. Non devi rispondere.',
  questionGone:
    'Chi ha pubblicato l’immagine non è d’accordo che meno persone dovessero vederla. Intanto l’immagine non c’è più. Un’altra persona del servizio guarda di nuovo che cosa è stato deciso e vorrebbe sapere che cosa ne pensi. Non devi rispondere.',
  questionAbout: { one: 'Si tratta di questo link che hai dato:', other: 'Si tratta di questi link che hai dato:' },
  questionUntil: 'Ti aspettano fino a {moment}.',
  questionChoice: 'Che cosa vuoi dire?',
  questionText: 'Con parole tue, se vuoi',
  questionTextHint: 'Lo leggono solo le persone del servizio che decidono. Chi ha pubblicato l’immagine non lo legge mai.',
  questionSend: 'Invia la mia risposta',
  complainSummary: 'Non sono d’accordo con questa risposta',
  complainUnder: 'Non sono d’accordo con la risposta secondo questa legge: {law}',
  complain:
    'Puoi dire al servizio che la sua risposta è sbagliata. È gratis. Lì un’altra persona la esamina di nuovo. La nuova risposta la leggi qui.',
  complainTime: 'Nessuna legge fissa un giorno per la nuova risposta. Dopo due settimane è in ritardo.',
  complainOnce: 'Se hai ragione, la tua richiesta si riapre secondo ognuna delle sue leggi.',
  complainUntil: 'Puoi farlo fino a {moment}.',
  complainChoice: 'Perché la risposta è sbagliata?',
  complainText: 'Che cosa dovrebbero sapere, se vuoi dirlo',
  complainSend: 'Dillo al servizio',
  complained:
    'Il {day} hai detto al servizio che non sei d’accordo. Lì un’altra persona guarderà di nuovo. La nuova risposta la leggi qui.',
  complainedDue: 'Non è qui entro {day}? Allora è in ritardo. Nessuna legge fissa un giorno.',
  complainedAnswered:
    'Il {day} hai detto al servizio che non sei d’accordo. Lì un’altra persona ha guardato di nuovo. La risposta è la stessa.',
  choose: 'Scegli una di queste risposte, per favore.',
  tooLong: 'Questo testo è troppo lungo. Per favore, accorcialo.',
};
