/** What does she read where she writes with a helper? In German. */
import type { WordsOf } from '../in-each-language.ts';

export const talk: WordsOf<'talk'> = {
  heading: 'Schreib mit jemandem, der hilft',
  case: {
    text: 'Hier kannst du Fragen stellen. Es antwortet: {name}. Über deine Anfrage wird dort nicht entschieden.',
    open: 'Eine Nachricht schreiben',
    goOn: 'Lesen oder weiterschreiben',
    read: 'Lesen',
    unread: 'Es gibt eine Antwort für dich.',
  },
  crisisHeading: 'Wenn es nicht warten kann: Hier antwortet sofort jemand',
  who: 'Du schreibst mit: {name}.',
  hours: 'Geantwortet wird zu diesen Zeiten: {hours}.',
  reply: { one: 'Die Antwort soll innerhalb von {count} Stunde kommen.', other: 'Die Antwort soll innerhalb von {count} Stunden kommen.' },
  private:
    'Nur diese Menschen lesen es hier. Wer über deine Anfrage entscheidet, kann es nicht lesen. Es wird verschlüsselt gespeichert; den Schlüssel hat, wer diese Seite betreibt.',
  nobody: 'Hier antwortet niemand mehr. Was geschrieben wurde, kannst du lesen, bis du es löschst.',
  written: 'Was geschrieben wurde',
  none: 'Noch nichts.',
  you: 'Du',
  helper: 'Die Person, die hilft',
  again: 'Wir schicken keine E-Mails. Öffne diese Seite wieder, um eine neue Antwort zu sehen.',
  label: 'Deine Nachricht',
  hint: 'Du musst deine Geschichte nicht erzählen. Links zum Bild gehören in deine Anfrage, nicht hierher.',
  send: 'Nachricht senden',
  deleteSummary: 'Alles löschen',
  deleteText: 'Was ihr geschrieben habt, wird hier sofort gelöscht, für beide Seiten. Niemand kann es zurückholen.',
  delete: 'Jetzt löschen',
  back: 'Zurück zu deinem Fall',
  news: { sent: 'Deine Nachricht ist da.', deleted: 'Es ist gelöscht.' },
  problems: {
    heading: 'Bitte sieh dir das an',
    empty: 'Bitte schreib zuerst etwas.',
    stale:
      'Diese Seite war zu lange offen, deshalb wurde nichts gesendet. Was du geschrieben hast, ist noch da. Bitte drück noch einmal auf „Senden“.',
    tooMany: 'Mehr kann an einem Tag nicht gesendet werden. Bitte schreib morgen weiter, oder ruf eine der Stellen oben an.',
  },
};
