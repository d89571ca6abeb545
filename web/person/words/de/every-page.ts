/** What does she read on every page: in its title, at the way out, beside a time, and when something did not work? In German. */
import type { WordsOf } from '../in-each-language.ts';

export const siteTitle: WordsOf<'siteTitle'> = {
  landing: 'Start',
  age: 'Eine Frage',
  threat: 'Erste Schritte',
  watch: 'Formular',
  elsewhere: 'Formular',
  letter: 'Text',
  under18: 'Wer helfen kann',
  request: 'Formular',
  openCase: 'Zurückkommen',
  case: 'Übersicht',
  withdraw: 'Beenden',
  withdrawDone: 'Beenden',
  follow: 'Aktueller Stand',
  left: 'Auf Wiedersehen',
  privacy: 'Was gespeichert wird',
  problem: 'Einen Moment',
  toCheck: 'Bitte prüfen',
};

export const frame: WordsOf<'frame'> = {
  skip: 'Direkt zum Text',
  exit: 'Sofort verlassen',
  exitExplanation:
    'Verlässt diese Website sofort, in allen Tabs dieses Browsers, und öffnet eine andere Seite. Dreimal die Umschalttaste (Shift) drücken bewirkt dasselbe.',
  exitExplanationWithoutScript: 'Verlässt diese Seite sofort und öffnet eine andere. Andere Tabs dieser Website bleiben offen.',
  helpHeading: 'Wer sonst noch helfen kann',
  helpDanger: 'Bist du gerade in Gefahr? Ruf den Notruf an, der dort gilt, wo du bist, zum Beispiel 112, 999 oder 911.',
  helpChecked: 'Zuletzt haben wir diese Nummern am {day} geprüft.',
  operator: '{name} betreibt diese Website.',
  operatorContact: 'Stell dort eine Frage',
  /** Read out before the list of languages. */
  languages: 'Sprachen',
};

export const left: WordsOf<'left'> = {
  exit: { heading: 'Auf Wiedersehen', text: 'Es geht weiter zu einer anderen Seite.', link: 'Weiter' },
  closed: {
    heading: 'Geschlossen',
    text: 'Dein Fall ist auf diesem Gerät geschlossen. Was gesendet ist, läuft von selbst weiter. Mit deinem Code öffnest du ihn wieder.',
  },
  idle: {
    heading: 'Geschlossen',
    text: 'Dein Fall ist auf diesem Gerät nicht mehr offen. Das passiert nach 15 Minuten, oder wenn er anderswo geschlossen wurde. Falls der Fall weiterläuft, öffnest du ihn mit deinem Code wieder.',
  },
  comeBack: 'Mit deinem Code zurückkommen',
  typed: 'Was du geschrieben hattest',
  typedHint: 'Es wurde nicht gesendet und wird nicht gespeichert. Wenn du es später senden willst, kopiere es jetzt.',
  history: 'Dieser Browser weiß noch, dass du hier warst. In seinen Einstellungen kannst du den Verlauf löschen.',
};

export const unwritable: WordsOf<'unwritable'> =
  'In diesem Text ist ein Zeichen, das wir nicht speichern können. Oft kommt so etwas beim Kopieren mit. Bitte tippe den Text neu ein.';

export const problem: WordsOf<'problem'> = {
  heading: {
    400: 'Das hat nicht geklappt',
    403: 'Diese Seite war zu lange offen',
    404: 'Hier ist nichts',
    405: 'Unter dieser Adresse ist keine Seite',
    413: 'Das war zu viel auf einmal',
    429: 'Bitte warte einen Moment',
    500: 'Bei uns ist etwas schiefgegangen',
    503: 'Wir sind noch nicht ganz so weit',
  },
  text: {
    400: 'Wir konnten nicht lesen, was gesendet wurde. Bitte geh zurück und versuch es noch einmal.',
    403: 'Zu deiner Sicherheit funktioniert diese Seite nach einer Weile nicht mehr. Bitte öffne deinen Fall noch einmal mit deinem Code.',
    404: 'Vielleicht ist die Adresse vertippt, oder es gibt die Seite nicht mehr.',
    405: 'Dein Browser hat etwas abgerufen, das keine Seite ist. Es wurde nichts geändert. Bitte mach von hier aus weiter.',
    413: 'Bitte sende weniger Bilder oder kürzere Texte. Den Rest kannst du in einer zweiten Anfrage senden.',
    429: 'Es gab in kurzer Zeit viele Versuche. Die Pause schützt die Codes von anderen.',
    500: 'Das liegt nicht an dir. Nichts wurde nur halb erledigt. Bitte versuch es in ein paar Minuten noch einmal.',
    503: 'Bitte versuch es in ein paar Minuten noch einmal. Was du vorher gesendet hast, ist sicher.',
  },
  /** Minutes. */
  wait: { one: 'In einer Minute kannst du es noch einmal versuchen.', other: 'In {count} Minuten kannst du es noch einmal versuchen.' },
  start: 'Zum Start',
  comeBack: 'Mit deinem Code zurückkommen',
};

export const time: WordsOf<'time'> = {
  /** "Sonntag, 22. November" and "14:05". */
  moment: '{day}, {hour}',
  /** Set after a time in the site's zone. */
  inZone: '({zone})',
  /** Set by script after a time in the device's own zone. */
  yourTime: 'deine Zeit',
  days: { one: '{count} Tag', other: '{count} Tage' },
};
