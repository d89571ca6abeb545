/** What does she read before she decides to ask: on the first page, at the question of age, and where others help better? In German. */
import type { WordsOf } from '../in-each-language.ts';

export const landing: WordsOf<'landing'> = {
  heading: 'Ein intimes Bild entfernen lassen',
  lead: 'Jemand hat ein intimes Bild von dir geteilt oder eines gefälscht. Das ist nicht deine Schuld. Hier kannst du darum bitten, dass es entfernt wird.',
  startHeading: 'Was ist passiert?',
  startNote: 'Etwa fünf Minuten. Du brauchst kein Konto.',
  ways: {
    picture: 'Ich habe das Bild oder Video',
    link: 'Ich weiß nur, wo es ist',
    threat: 'Jemand droht, es zu teilen',
    'for-someone': 'Ich handle für jemand anderen',
    young: 'Die Person war unter 18, oder ich weiß es nicht genau',
  },
  watched: 'Sieht jemand mit? Lies das hier.',
  comeBack: 'Ich habe einen Code',
  comeBackNote: 'Sieh nach, was passiert ist, ergänze etwas oder beende deinen Fall.',
  howHeading: 'So geht es',
  how: [
    'Du sagst, wo das Bild ist. Wenn du es hast, kann dein eigenes Gerät einen Fingerabdruck davon machen. Das Bild selbst bleibt bei dir.',
    'Deine Anfrage geht an den Dienst, den du auswählst. In den USA hat ein Dienst 48 Stunden Zeit, das Bild zu entfernen. Sie laufen ab dem Eingang deiner Anfrage.',
    'Du bekommst einen Code. Damit kommst du jederzeit zurück und siehst, was passiert ist.',
  ],
  limitsHeading: 'Was hier nicht geht',
  limitsServices:
    'Von hier aus erreichst du nur diese Dienste: {names}. Für andere Websites bekommst du einen fertigen Text zum Verschicken.',
  limitsNoServices:
    'Hier ist noch kein Dienst angeschlossen. Deshalb kannst du von dieser Seite aus keine Anfrage senden. Die Menschen unten können trotzdem helfen.',
  elsewhere: 'An eine andere Website oder eine Suchmaschine schreiben',
  limits: [
    'Ein Mensch beim Dienst entscheidet. Die Antwort kann Nein sein. Dann siehst du, warum, und an wen du dich wenden kannst.',
    'Fingerabdrücke finden dasselbe Bild und viele veränderte, aber nicht alle.',
    'Bilder, die jemand auf dem eigenen Handy gespeichert hat oder in privaten Nachrichten verschickt, sind von hier aus nicht zu erreichen.',
  ],
  privacyHeading: 'Wenn jemand dein Handy oder deinen Computer überwacht',
  leaving: '„Sofort verlassen“ oben auf jeder Seite schließt diese Seite sofort und öffnet eine andere.',
  leavingWithScript:
    'Andere Tabs dieser Website gehen mit. Dreimal die Umschalttaste (Shift) drücken bewirkt dasselbe. Ein offener Fall schließt sich nach 15 Minuten ohne Nutzung von selbst.',
  leavingWithoutScript: 'Andere Tabs dieser Website bleiben, wie sie sind: Schließe sie selbst. Das gilt auch für einen offenen Fall.',
  privacy: [
    'Der Verlauf wird dabei nicht gelöscht. Vor einer App, mit der dich jemand auf deinem Gerät überwacht, kann dich das nicht verbergen.',
    'Wenn du kannst, nimm ein privates Fenster oder ein Gerät, das sonst niemand benutzt.',
  ],
};

export const age: WordsOf<'age'> = {
  heading: 'Wie alt war die Person auf dem Bild, als es entstand?',
  lead: 'Was du auch antwortest: Hier macht dir niemand Vorwürfe. Deine Antwort zeigt, wer am besten helfen kann.',
  adult: '18 oder älter',
  young: 'Unter 18, oder nicht sicher',
};

/** What to do first about a threat; how services look out for a picture stands with its form. */
export const threat: WordsOf<'threat'> = {
  heading: 'Jemand droht, ein Bild zu teilen',
  lead: 'Das ist nicht deine Schuld. Du musst nicht tun, was verlangt wird. Geh einen Schritt nach dem anderen.',
  firstHeading: 'Was du zuerst tun kannst',
  first: [
    'Zahle nicht, und schick keine weiteren Bilder. Von den meisten, die zahlen, wird bald wieder Geld verlangt.',
    'Antworte nicht mehr. Du musst nicht erklären, warum.',
    'Behalte die Nachrichten. Schreib Namen und Adresse des Kontos auf, den Tag und die Uhrzeit. Eine Kopie des Bildes brauchst du dafür nicht.',
    'Geh zur Polizei, wenn du kannst. So eine Drohung ist in vielen Ländern eine Straftat. Du kannst jemanden mitnehmen.',
    'Sprich mit einem Menschen, dem du vertraust. Du musst damit nicht allein sein.',
  ],
  keepNote:
    'Wer in dieses Gerät schauen kann, kann lesen, was du darauf speicherst. Du kannst es auf Papier schreiben oder jemandem geben, dem du vertraust.',
  crisisHeading: 'Wird es dir gerade zu viel?',
  crisis: 'Bitte sprich mit jemandem. Du musst deinen Namen nicht sagen. Die meisten hier kosten nichts und sind Tag und Nacht da.',
  watchHeading: 'Dienste, die danach Ausschau halten können',
  watch:
    'Hast du das Bild? Diese Dienste können danach Ausschau halten: {names}. Das Bild bleibt auf deinem Gerät. Wenn ein neuer Upload ihm ähnlich sieht, sieht ein Mensch dort ihn sich an.',
  watchNone: 'Dienste, die heute von hier aus nach solchen Bildern Ausschau halten: keine. Die Menschen unten können trotzdem helfen.',
  watchLimits:
    'Auf anderen Websites und in anderen Apps wird es nicht bemerkt. Gefunden werden dasselbe Bild und viele veränderte, nicht alle.',
  watchStart: 'Die Dienste bitten, Ausschau zu halten',
  young: 'Die Person auf dem Bild war unter 18, oder könnte es gewesen sein',
  isUp: 'Es ist schon online',
};

export const under18: WordsOf<'under18'> = {
  heading: 'Diese Stellen können am besten helfen',
  lead: 'Wenn die Person auf einem Bild unter 18 war, haben andere stärkere Mittel, um es entfernen zu lassen. Es kostet nichts, und niemand dort macht dir Vorwürfe.',
  noFile:
    'Bitte schick das Bild an niemanden mehr, auch nicht, um es jemandem zu zeigen, der helfen will. Auf dieser Seite wird kein Bild ausgewählt oder gelesen.',
  ownForm:
    'Du kannst auch das Meldeformular des Dienstes benutzen, bei dem das Bild ist. Wenn es dort einen Grund für Personen unter 18 gibt, nimm diesen.',
  here: 'Du kannst auch einen Dienst, der hier angeschlossen ist, bitten, es zu entfernen. Du sagst nur, wo es ist. Dann kümmern sich Menschen darum, die sich mit solchen Fällen auskennen.',
  askHere: 'Einen Dienst bitten, nur mit einem Link',
  danger:
    'Wenn dir jemand droht oder Geld oder mehr Bilder will: Du musst weder antworten noch zahlen. Sag es einer erwachsenen Person, der du vertraust, oder der Polizei.',
  changeAnswer: 'Die Person war 18 oder älter',
  checked: 'Wir haben ihre Seiten am {day} gelesen. Angerufen hat dort von uns noch niemand.',
  countries: 'Die Meldestellen, Land für Land',
  countriesNote: 'Auch hier hat von uns noch niemand angerufen oder es ausprobiert. Wenn eine Stelle nicht antwortet, geh zu inhope.org.',
};
