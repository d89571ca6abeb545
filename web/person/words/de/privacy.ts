/** What does she read about who keeps what here, and for how long? In German. */
import type { WordsOf } from '../in-each-language.ts';

export const privacy: WordsOf<'privacy'> = {
  heading: 'Was hier gespeichert wird, und wie lange',
  lead: 'Deine Bilder werden hier nicht gespeichert: Sie bleiben auf deinem Gerät. Auf dieser Seite steht, was gespeichert wird, warum und bis wann.',
  whoHeading: 'Wer dafür verantwortlich ist',
  nobody:
    'Die Menschen, die diese Website betreiben, haben noch nicht gesagt, wer sie sind. Bis sie das tun, wird nichts wegen seines Alters gelöscht.',
  /** An address, as a link. */
  contact: 'Für Fragen zu deinen Daten erreichst du sie hier: {contact}',
  /** In the operator's own words. */
  why: 'Warum das Recht das Speichern erlaubt: {reason}',
  keptHeading: 'Was gespeichert wird',
  answers:
    'Was du in einer Anfrage schreibst: die Orte, deinen Namen, deine Kontaktdaten. Es wird verschlüsselt gespeichert, und der Schlüssel liegt nicht daneben.',
  ended: '{days} nach dem Ende der Anfrage. Deine Kontaktdaten kannst du vorher jederzeit löschen.',
  fingerprints:
    'Die Fingerabdrücke deiner Bilder. Sie beschreiben ein Bild ungefähr. Niemand kann dein Bild darin sehen, aber ein sehr ähnliches Bild könnte man daran erkennen.',
  claim:
    'Solange das Bild wegbleiben soll, weil du es willst oder der Dienst, der es entfernt hat. Wo ein Dienst danach Ausschau hält: bis zu dem Tag, den dein Fall zeigt.',
  letters: 'Was du an eine andere Website schreibst. Es wird verschlüsselt gespeichert, und nichts davon wird von hier gesendet.',
  drafts: 'Was du ausfüllst und speicherst, um es später zu senden. Es wird verschlüsselt gespeichert, und kein Dienst weiß davon.',
  talks: 'Was du mit jemandem schreibst, der hilft, und die Antworten. Es wird verschlüsselt gespeichert.',
  lettersHow: 'Bis du es löschst oder deinen Fall beendest, oder {days}, nachdem du zuletzt dorthin zurückgekommen bist.',
  draftsHow: '{days}, nachdem du es zuletzt gespeichert hast, oder bis du es sendest, löschst oder deinen Fall beendest.',
  uploads:
    'Was Menschen bei den Diensten hochladen: seine Nummer dort, seine Adresse und seine Fingerabdrücke, nicht das Bild. So werden Kopien gefunden, die vor deiner Anfrage kamen.',
  uploadsHow: '{days}. Wenn es einem Bild auf der Liste ähnlich sah oder jemand danach gefragt hat: {matchedDays}, nachdem das vorbei war.',
  notes: 'Was die Menschen beim Dienst zu einer Entscheidung aufschreiben. Auch das wird verschlüsselt gespeichert.',
  notesHow: '{days} nach der Entscheidung.',
  ledger:
    'Eine Liste, was wann getan wurde. Sie soll verhindern, dass jemand unbemerkt etwas daran ändert. Darin stehen keine Namen, keine Worte von dir und keine Bilder.',
  ledgerHow: 'Sie wird nie gekürzt.',
  longer: 'Solange bei einer Anfrage oder einem Upload noch etwas offen ist, wird es länger gespeichert.',
  never:
    'Kein Konto, kein Tracking, keine Besucherzahlen. Dein Browser behält eine kurze Notiz, solange ein Formular oder dein Fall offen ist. Wenn du gegangen bist, hat er keine mehr. Was du ausfüllst, bleibt verschlossen im offenen Formular, damit es noch da ist, wenn die Seite neu lädt. Der Schlüssel ist weg, sobald du gehst, und nach 15 Minuten, in denen nichts geschieht.',
  link: 'Was hier gespeichert wird, und wie lange',
};
