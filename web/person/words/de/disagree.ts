/** What does she read when she, or whoever posted the picture, does not agree with the service? In German. */
import type { WordsOf } from '../in-each-language.ts';

export const disagree: WordsOf<'disagree'> = {
  questionHeading: 'Eine Frage an dich',
  question:
    'Die Person, die das Bild gepostet hat, ist nicht einverstanden, dass es entfernt wurde. Es bleibt weg, während ein anderer Mensch beim Dienst es sich noch einmal ansieht. Dieser Mensch möchte gern wissen, was du denkst. Du musst nicht antworten.',
  questionLimited:
    'Wer das Bild eingestellt hat, ist nicht einverstanden, dass weniger Menschen es sehen können. Das bleibt so, während ein anderer Mensch beim Dienst noch einmal hinsieht. Dieser Mensch möchte wissen, was du meinst. Du musst nicht antworten.',
  questionGone:
    'Wer das Bild eingestellt hat, ist nicht einverstanden, dass weniger Menschen es sehen sollten. Das Bild ist inzwischen weg. Ein anderer Mensch beim Dienst sieht sich die Entscheidung noch einmal an und möchte wissen, was du meinst. Du musst nicht antworten.',
  questionAbout: { one: 'Es geht um diesen Link, den du angegeben hast:', other: 'Es geht um diese Links, die du angegeben hast:' },
  questionUntil: 'Auf deine Antwort wird bis {moment} gewartet.',
  questionChoice: 'Was möchtest du sagen?',
  questionText: 'In deinen eigenen Worten, wenn du magst',
  questionTextHint:
    'Das lesen nur die Menschen beim Dienst, die entscheiden. Die Person, die das Bild gepostet hat, bekommt es nie zu lesen.',
  questionSend: 'Meine Antwort senden',
  complainSummary: 'Ich bin mit dieser Antwort nicht einverstanden',
  complainUnder: 'Ich bin mit der Antwort nach diesem Gesetz nicht einverstanden: {law}',
  complain:
    'Du kannst dem Dienst sagen, dass seine Antwort falsch ist. Es kostet nichts. Ein anderer Mensch dort sieht es sich noch einmal an. Die neue Antwort liest du hier.',
  complainTime: 'Kein Gesetz nennt einen Tag für die neue Antwort. Nach zwei Wochen kommt sie zu spät.',
  complainOnce: 'Hast du recht, ist deine Anfrage nach jedem ihrer Gesetze wieder offen.',
  complainUntil: 'Das kannst du bis {moment} tun.',
  complainChoice: 'Warum ist die Antwort falsch?',
  complainText: 'Was man dort wissen sollte, wenn du magst',
  complainSend: 'An den Dienst senden',
  complained:
    'Am {day} hast du dem Dienst gesagt, dass du nicht einverstanden bist. Ein anderer Mensch sieht dort noch einmal hin. Die neue Antwort liest du hier.',
  complainedDue: 'Ist sie bis zum {day} nicht hier? Dann ist sie zu spät. Kein Gesetz nennt einen Tag.',
  complainedAnswered:
    'Am {day} hast du dem Dienst gesagt, dass du nicht einverstanden bist. Ein anderer Mensch hat dort noch einmal hingesehen. Die Antwort bleibt dieselbe.',
  choose: 'Bitte wähle eines davon aus.',
  tooLong: 'Dieser Text ist zu lang. Bitte kürze ihn.',
};
