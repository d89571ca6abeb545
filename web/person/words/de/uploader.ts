/** What does whoever posted something read about a decision on it: what was removed, why, and how to say that this is wrong? In German. */
import type { WordsOf } from '../in-each-language.ts';

export const uploader: WordsOf<'uploader'> = {
  title: 'Zu einem Beitrag',
  titleToCheck: 'Bitte prüfen',
  problemsHeading: 'Bitte sieh dir das an',
  keepToYourself:
    'Behalte die Adresse dieser Seite für dich: Wer sie hat, kann das hier lesen und sich an deiner Stelle beschweren. Niemand hier kennt deinen Namen.',
  ask: {
    heading: 'Warum wurde mein Beitrag entfernt?',
    lead: 'Der Dienst hat dir mit seiner Entscheidung eine Adresse geschickt. Dort steht, warum er so entschieden hat und wie du sagen kannst, dass es falsch ist.',
    opening: 'Wird geöffnet.',
    address: 'Die Adresse, die der Dienst dir geschickt hat',
    addressHint: 'Füge die ganze Adresse ein. Am Ende stehen ein # und eine Reihe von Buchstaben und Zahlen.',
    go: 'Weiter',
  },
  heading: 'Dein Beitrag wurde entfernt',
  lead: '{service} hat ihn am {day} entfernt. Hier steht, warum, und was du tun kannst.',
  takenBackHeading: 'Eine Entscheidung zu deinem Beitrag wurde zurückgenommen',
  takenBackLead: '{service} hat ihn am {day} entfernt und das zurückgenommen. Unten steht, was damals gesagt wurde.',
  rows: {
    post: 'Dein Beitrag',
    done: 'Was getan wurde',
    removed: 'Er wurde überall entfernt, ohne Enddatum.',
    hadBeenRemoved: 'Er war überall entfernt worden.',
    facts: 'Aufgrund welcher Tatsachen',
    automatic: 'Was automatisch war',
    againstLaw: 'Gegen welches Gesetz',
    againstRules: 'Gegen welche Regeln',
    saidAgainstLaw: 'Gegen welches Gesetz, wie es damals hieß',
    saidAgainstRules: 'Gegen welche Regeln, wie es damals hieß',
  },
  redress: {
    heading: 'Wenn du meinst, dass das falsch ist',
    until: 'Du hast Zeit bis {day}.',
  },
  news: {
    answerHeading: 'Die Antwort auf deine Beschwerde',
    others: 'Du kannst dich weiter an die anderen wenden, die unten genannt sind.',
    filedHeading: 'Deine Beschwerde ist eingegangen',
    openHeading: 'Deine Beschwerde ist offen',
    open: 'Sie ist am {day} eingegangen. Jemand anderes als bei der Entscheidung wird sie sich ansehen. Das kann länger als eine Woche dauern. Die Antwort wird hier stehen: Behalte die Adresse dieser Seite.',
    takenBackHeading: 'Die Entscheidung wurde zurückgenommen',
    takenBack: 'Dem Dienst wurde gesagt, dass er deinen Beitrag wieder zeigen soll.',
  },
  complain: {
    heading: 'Dich beschweren',
    reason: 'Warum ist die Entscheidung falsch?',
    text: 'Was man dort wissen sollte',
    textHint: 'Du musst nichts schreiben. Das lesen nur die Menschen beim Dienst, die über Beschwerden entscheiden.',
    send: 'Beschwerde senden',
  },
  problems: {
    unknown: 'Diese Adresse öffnet nichts. Bitte füge sie ganz ein, mit dem, was nach dem # steht.',
    choose: 'Bitte wähle aus, warum die Entscheidung falsch ist.',
    tooLong: 'Bitte kürze es auf {most} Zeichen.',
  },
};
