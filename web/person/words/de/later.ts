/** What does she read where a request is kept to be sent later? In German. */
import type { WordsOf } from '../in-each-language.ts';

export const later: WordsOf<'later'> = {
  button: 'Speichern und später senden',
  note: 'Willst du noch nicht senden? Drück auf „Speichern und später senden“. Dann wird nichts gesendet: Kein Dienst erfährt etwas, und keine Frist läuft. Was du ausgefüllt hast, bleibt {days} verschlüsselt auf dieser Website. Den Schlüssel haben die, die sie betreiben. Du kommst nur mit deinem Code dorthin zurück. Wenn ein Dienst diese Website selbst betreibt, liegt es auf dem Computer dieses Dienstes.',
  notKept: 'Was du bestätigst und womit du unterschreibst, wird nicht gespeichert. Das tust du beim Senden.',
  keeping: 'Es wird gespeichert. Bitte warte einen Moment.',
  codeWorks: 'Dieser Code funktioniert, sobald du auf „Senden“ oder auf „Speichern und später senden“ gedrückt hast.',
  form: {
    heading: 'Noch nicht gesendet',
    lead: 'Das hast du gespeichert. Kein Dienst weiß davon. Was du bestätigst und womit du unterschreibst, ist noch leer: Das tust du beim Senden.',
    leaving:
      'Wenn du dieses Formular verlässt, geht verloren, was du hier geändert hast. Was du vorher gespeichert hast, bleibt. Verlassen?',
    fewer:
      'Als du das gespeichert hast, lagen in deinem Fall Fingerabdrücke von mehr Bildern oder Videos als jetzt. Nur was hier steht, geht mit. Die anderen kannst du noch einmal auswählen.',
  },
  problems: {
    heading: 'Jetzt wurde nichts gesendet und nichts gespeichert',
    tooMany:
      'In deinem Fall stehen {most} Anfragen, die noch nicht gesendet sind. Jetzt wurde nichts gespeichert. Bitte sende oder lösche zuerst eine davon.',
    sent: 'Diese Anfrage ist schon gesendet. Deshalb wird sie nicht für später gespeichert. Sie steht in deinem Fall.',
    sentBefore:
      'Dieses Formular ist schon gesendet. Es wurde nicht noch einmal gesendet. In deinem Fall liest du, was daraus geworden ist.',
    young:
      'In diesem Fall geht es um ein Bild von jemandem, der vielleicht unter 18 war. Eine solche Anfrage wird nicht für später gespeichert. Drück auf „Senden“, wenn du so weit bist.',
  },
  inCase: {
    heading: 'Noch nicht gesendet',
    to: 'An {services}',
    nobody: 'Noch kein Dienst gewählt',
    untold: 'Kein Dienst weiß davon, und keine Frist läuft.',
    typedName: 'Der Name, den du eingetippt hast',
    keptOn: 'Du hast es am {day} gespeichert.',
    until: 'Es wird am {day} von selbst gelöscht, wenn du es nicht vorher wieder speicherst.',
    goOn: 'Weitermachen und senden',
    goOnNote: 'Das Formular öffnet sich mit dem, was du ausgefüllt hast.',
    delete: 'Löschen',
    deleteText: 'Dann steht es nicht mehr in deinem Fall. Es wurde an niemanden gesendet.',
    deleteNow: 'Jetzt löschen',
  },
};
