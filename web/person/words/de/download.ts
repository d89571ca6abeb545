/** What does she read in the file that she takes with her, and beside the link to it? In German. */
import type { WordsOf } from '../in-each-language.ts';

export const download: WordsOf<'download'> = {
  /** Neutral: it is seen in the list of downloads. */
  title: 'Übersicht',
  heading: 'Dein Fall, Stand: {moment}',
  intro:
    'In dieser Datei steht, was du gesendet oder gespeichert hast, was bisher passiert ist, und für jede gesendete Anfrage eine Eingangsbestätigung. Sie ist nur für dich. Ein Bild ist nicht darin.',
  link: 'Alles als eine Datei speichern',
  note: 'In der Datei stehen die Links und was du geschrieben hast. Wer dieses Gerät benutzt, kann sie öffnen. Wenn das gefährlich werden kann, drucke sie aus oder bewahre sie an einem anderen Ort auf.',
  saved: 'Sie heißt overview.html.',
  receipts: 'Eingangsbestätigungen',
  receiptsNote:
    'Eine Eingangsbestätigung ist von dieser Website signiert. Sie belegt, dass eine Anfrage eingegangen ist, und wann. Sie belegt nicht, wer sie gesendet hat oder dass sie wahr ist: Das hat niemand geprüft. Jemand, dem du vertraust, oder eine Behörde kann die Signatur ohne diese Website prüfen, mit dem Programm Likeness: likeness receipt verify.',
  data: 'Dasselbe für ein Programm',
  dataNote: 'Hier steht dasselbe noch einmal, in einer Form, die Programme lesen können. Ein Browser zeigt es nicht.',
  printed: 'Die Zeiten sind in {zone} angegeben.',
};
