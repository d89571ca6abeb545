/** What does she read in the file that she takes with her, and beside the link to it? In Italian. */
import type { WordsOf } from '../in-each-language.ts';

export const download: WordsOf<'download'> = {
  title: 'Riepilogo',
  heading: 'Il tuo caso, com’era {moment}',
  intro:
    'Questo file contiene quello che hai inviato o salvato, quello che è successo finora, e una ricevuta per ogni richiesta inviata. È solo per te. Non contiene nessuna immagine.',
  link: 'Salva tutto in un solo file',
  note: 'Il file contiene quello che hai scritto e i link. Chi usa questo dispositivo può aprirlo. Se è un rischio, stampalo o conservalo in un altro posto.',
  saved: 'Si chiama overview.html.',
  receipts: 'Ricevute',
  receiptsNote:
    'Una ricevuta è firmata da questo sito. Prova che una richiesta è arrivata, e quando. Non prova chi l’ha inviata, né che sia vera: questo non l’ha controllato nessuno. Una persona di cui ti fidi, o un’autorità, può controllare la firma senza questo sito, con il programma Likeness: likeness receipt verify.',
  data: 'Le stesse cose per un programma',
  dataNote: 'Qui le stesse cose sono scritte di nuovo, in una forma che i programmi possono leggere. Un browser non la mostra.',
  printed: 'Fuso orario: {zone}.',
};
