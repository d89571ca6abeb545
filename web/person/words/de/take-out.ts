/** What does she read when she takes one request, picture or link out of her case? German. */
import type { WordsOf } from '../in-each-language.ts';

export const takeOut: WordsOf<'takeOut'> = {
  summary: 'Etwas herausnehmen',
  note: 'Ist ein Link oder Bild falsch? Füge zuerst das richtige hinzu. Nimm dann hier das falsche heraus.',
  request: 'Die ganze Anfrage an {service}',
  requestUnder: 'Die Anfrage an {service} nach diesem Gesetz: {law}',
  picture: 'Bild oder Video {number}',
  link: 'Der Link {link}',
  fingerprint: 'Der Fingerabdruck beginnt mit {start}.',
  take: 'Das herausnehmen',
  until: 'Es wird {moment} herausgenommen.',
  waiting:
    'Jemand mit deinem Code hat das verlangt. Bis dahin läuft alles weiter wie bisher. Warst du das nicht, oder hast du es dir anders überlegt?',
  keep: 'Drin lassen',
  sooner: 'Mit meiner PIN sofort herausnehmen',
  heading: {
    request: 'Die Anfrage zurücknehmen',
    picture: 'Ein Bild oder Video herausnehmen',
    link: 'Einen Link herausnehmen',
  },
  means: {
    request: 'Bei {service} wird diese Anfrage dann nicht mehr für dich bearbeitet.',
    picture:
      'Bei {service} wird dann nicht mehr für dich nach diesem Bild oder Video gesucht. Dein Fingerabdruck davon wird hier gelöscht.',
    link: 'Du fragst {service} dann nicht mehr nach diesem Link. In deiner Anfrage wird er gelöscht.',
  },
  meansLaw: 'Nach diesem Gesetz wird bei {service} dann nichts mehr für dich getan: {law}.',
  toldLaw: '{service} erfährt, dass du sie nach diesem Gesetz zurücknimmst. Die Frist dieses Gesetzes zählt für dich nicht mehr.',
  otherLaws: 'Nach den anderen Gesetzen läuft deine Anfrage weiter wie bisher, mit allem, was du gesendet hast.',
  told: '{service} erfährt, dass du sie zurücknimmst, und muss nicht mehr antworten. Was du darin geschrieben hast und die Fingerabdrücke werden hier gelöscht.',
  toldPart:
    'Die Menschen bei {service} lesen in deiner Anfrage, dass etwas herausgenommen wurde und wann. Vielleicht haben sie es vorher schon gesehen.',
  mayStay: {
    request: 'Wegen dieser Anfrage wird nichts mehr entfernt. Kopien können bleiben oder wiederkommen.',
    picture: 'Kopien davon können bleiben oder wiederkommen. Vielleicht hat auch jemand anderes darum gebeten.',
    link: 'Das Bild kann an diesem Link bleiben.',
  },
  answerStays: 'Was {service} geantwortet hat, bleibt. Es kommt dadurch nichts zurück.',
  ownFingerprint:
    'Wenn {service} einen eigenen Fingerabdruck behält, werden Kopien dort weiter zurückgehalten, bis ein Mensch sie sich angesehen hat. Wenn nicht, können Kopien wiederkommen.',
  last: 'Die Anfrage nennt dann nichts mehr. Deshalb wird die ganze Anfrage zurückgenommen, und {service} erfährt es.',
  beside: 'Was du neben dem Bild an diesem Link genannt hast, geht mit.',
  young: 'Du hast gesagt, dass die Person vielleicht unter 18 war. Der Dienst weiß das, und was du dort genannt hast, bleibt so markiert.',
  rest: 'Alles andere in deinem Fall bleibt, wie es ist. Dein Code funktioniert weiter.',
  undo: 'Ist es einmal heraus, kann niemand es zurückholen. Du kannst es neu senden.',
  withPin: 'Mit deiner PIN geschieht das sofort. Ohne sie geschieht es nach 72 Stunden.',
  withoutPin:
    'Das geschieht nach 72 Stunden. Bis dahin läuft alles weiter wie bisher, und mit deinem Code kannst du es dir anders überlegen. Wir warten, weil jemand anderes deinen Code gefunden haben könnte.',
  confirm: {
    request: 'Die Anfrage zurücknehmen',
    picture: 'Das Bild oder Video herausnehmen',
    link: 'Den Link herausnehmen',
  },
  back: 'Zurück, ohne etwas zu ändern',
  problemsHeading: 'Es wurde nichts herausgenommen',
  pinLeftEmpty: {
    lead: 'Noch wurde nichts herausgenommen. Mit deiner PIN geschieht es sofort.',
    confirm: 'Sofort',
    without:
      'Es geht auch ohne sie, nach 72 Stunden. Bis dahin läuft alles weiter wie bisher, und mit deinem Code kannst du es dir anders überlegen. Wir warten, weil jemand anderes deinen Code gefunden haben könnte.',
    withoutConfirm: 'Nach 72 Stunden',
  },
  soonerStep: {
    heading: 'Sofort herausnehmen',
    than: 'Es geschieht von selbst {moment}.',
    lead: 'Mit deiner PIN geschieht es sofort.',
  },
};
