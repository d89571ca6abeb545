/** What does she read where services look out for a picture that is not online yet: on the form, and in her case? In German. */
import type { WordsOf } from '../in-each-language.ts';

export const watch: WordsOf<'watch'> = {
  heading: 'Dienste bitten, danach Ausschau zu halten',
  lead: 'Die Dienste, die du auswählst, sehen sich {days} lang neue Uploads an. Dann hört es von selbst auf, außer du kommst zurück und verlängerst es.',
  pictures: {
    heading: 'Deine Bilder',
    text: 'Wähle die Bilder oder Videos aus, um die es geht. Dein Gerät macht von jedem einen Fingerabdruck.',
    withoutScript:
      'Für Fingerabdrücke braucht es JavaScript. In diesem Browser ist es aus. Ohne Fingerabdruck kann niemand nach dem Bild Ausschau halten. Die ersten Schritte auf der Seite davor kannst du trotzdem gehen.',
  },
  services: {
    heading: 'Wer danach Ausschau hält',
    text: 'Jeder Dienst, den du auswählst, bekommt die Fingerabdrücke und sonst nichts von dem, was du hier ausfüllst.',
    legend: 'Dienste',
  },
  you: {
    heading: 'Du',
    self: 'Ich bin die Person auf dem Bild',
    agent: 'Ich handle für die Person auf dem Bild',
    confirm: 'Ich sage das in gutem Glauben. Es ist ein intimes Bild, und die Person darauf ist nicht einverstanden, dass es geteilt wird.',
    why: 'Wir brauchen weder deinen Namen noch deine Geschichte noch deine Kontaktdaten.',
  },
  check: { to: 'Du bittest {name}, danach Ausschau zu halten.' },
  means: [
    'Wenn ein neuer Upload deinem Bild ähnlich sieht, sieht ein Mensch beim Dienst ihn sich an. Ohne das wird nichts entfernt.',
    'Die Person, die dir droht, erfährt davon nichts. Wenn ein Upload gestoppt wird, kann die Person, die ihn hochlädt, vielleicht erraten, warum.',
    'Um zu sehen, was passiert, komm mit deinem Code zurück. Niemand schreibt dir.',
  ],
  send: 'Die Dienste bitten, Ausschau zu halten',
  codeWorks: 'Dieser Code funktioniert, sobald du unten auf den Knopf gedrückt hast.',
  problems: {
    pictures: 'Wähle mindestens ein Bild aus, von dem dein Gerät einen Fingerabdruck machen kann.',
    services: 'Wähle mindestens einen Dienst aus.',
    who: 'Sag, ob du die Person auf dem Bild bist oder für sie handelst.',
    confirm: 'Bitte bestätige das. Sonst kann niemand nach dem Bild Ausschau halten.',
  },
  case: {
    heading: 'Dienste, die nach deinen Bildern Ausschau halten',
    until: 'Der Dienst sieht sich bis {day} neue Uploads an.',
    startedOn: 'Du hast am {day} darum gebeten.',
    endedOn: 'Das endete am {day}.',
    endedText:
      'Der Dienst hält nicht mehr danach Ausschau, und die Fingerabdrücke sind gelöscht. Du kannst wieder darum bitten und bekommst dafür einen neuen Code.',
    files: 'Der Dienst hat Fingerabdrücke für {files}.',
    none: 'Bisher wurde kein Upload entfernt, der so aussieht.',
    removed: {
      one: 'Menschen dort haben {count} Upload entfernt, der es zeigt.',
      other: 'Menschen dort haben {count} Uploads entfernt, die es zeigen.',
    },
    paused:
      'Gerade hält der Dienst nicht Ausschau: Ein Mensch dort muss sich das erst ansehen, denn es gab mehr Treffer, als bei so einem Bild zu erwarten wären.',
    longer: 'Ab heute {days} weitermachen',
    end: 'Ausschau beenden',
    endNote: 'Dann werden die Fingerabdrücke dort sofort gelöscht.',
    isUp: 'Ist es jetzt online? Sende eine Anfrage',
  },
};
