/** What is said about a decision, to her and to whoever posted it? In German. */
import type { Translation } from '../../language/catalogue.ts';
import type { decisionWords as english } from '../en/decision.ts';

export const decisionWords: Translation<typeof english> = {
  grounds: {
    refer: {
      toPerson:
        'Der Dienst zeigt das Bild ab sofort nicht mehr. Es zeigt vielleicht jemanden unter 18. Darum sagt der Dienst es auch Menschen, deren Arbeit es ist, junge Menschen zu schützen.',
      whatNext:
        'Du musst nichts tun. Angaben zum Bild werden für sie aufbewahrt, bis ihre Arbeit getan ist, auch wenn du deinen Fall beendest.',
    },
    restrict: {
      rules: {
        'age-gate':
          'Der Dienst hat entschieden, das Bild nur Menschen zu zeigen, deren Alter er geprüft hat. Seine eigenen Regeln erlauben es so.',
        'not-recommended':
          'Der Dienst hat entschieden, das Bild aus seiner Suche und aus seinen Vorschlägen herauszulassen. Wer den Link hat, den hält das nicht auf. Seine eigenen Regeln erlauben es so.',
      },
      'illegal-there':
        'Das Recht eines Landes erlaubt das Bild nicht. Der Dienst hat entschieden, es dort nicht mehr zu zeigen: {country}.',
      'ordered-there': 'Die Anordnung gilt für ein Land. Der Dienst hat entschieden, das Bild dort nicht mehr zu zeigen: {country}.',
      whatNext:
        'Wenn das nicht genügt, kannst du dem Dienst sagen, dass du nicht einverstanden bist. Du kannst auch eine neue Anfrage senden und mehr sagen.',
      whatNextOtherwise: 'Du kannst eine neue Anfrage senden und mehr sagen.',
    },
    afterComplaint: {
      toPerson:
        'Ein anderer Mensch beim Dienst hat noch einmal hingesehen. Er sieht keinen Grund, das Bild zu entfernen oder zu begrenzen, wer es sehen kann.',
      whatNext: 'Du kannst dich an die Stelle wenden, die hier genannt ist, oder eine neue Anfrage senden und mehr sagen.',
    },
    setAside: {
      toPerson: 'Für diese Anfrage entfernt der Dienst das Bild nicht mehr, und er begrenzt nicht mehr, wer es sehen kann.',
      whatNext: 'Du kannst dir Hilfe holen, was du jetzt tun kannst, oder eine neue Anfrage senden und mehr sagen.',
    },
    counterNotice: {
      toPerson:
        'Wer das Bild eingestellt hat, hat so widersprochen, wie es das Urheberrecht vorsieht. Der Dienst hat von keinem Verfahren vor Gericht gehört.',
      whatNext: 'Du kannst eine neue Anfrage nach einem anderen Gesetz senden oder dir Hilfe holen, was du jetzt tun kannst.',
    },
    underAnotherLaw: {
      toPerson: 'Das Bild wurde wegen deiner Anfrage nach einem anderen Gesetz entfernt. Bei dieser fehlte noch etwas.',
      whatNext: 'Du musst hier nichts mehr tun.',
    },
  },
  complaint: {
    reasons: {
      uploader: {
        rights: 'Ich habe die Rechte daran oder darf es verwenden',
        depicted: 'Ich bin die Person auf dem Bild',
        agreed: 'Die Person auf dem Bild war mit der Veröffentlichung einverstanden',
        'not-intimate': 'Es zeigt niemanden auf intime Weise',
        'other-picture': 'Es ist nicht das Bild, für das es gehalten wurde',
        'public-interest': 'Es ist Nachricht, Kunst, Wissenschaft oder Satire',
        other: 'Etwas anderes',
      },
      requester: {
        shown: 'Es zeigt doch mich, oder die Person, für die ich handle',
        intimate: 'Es ist intim, oder verstößt gegen das Gesetz oder die Regeln',
        'not-agreed': 'Niemand war einverstanden, dass es geteilt wird',
        'can-be-found': 'Das Bild ist zu finden, und ich sage wie',
        'too-little': 'Das zu begrenzen reicht nicht: Das Bild muss weg',
        other: 'Ich habe einen anderen Grund',
      },
    },
    sideAnswers: {
      'keep-down': 'Bitte lasst es weg.',
      'may-be-shown': 'Es darf gezeigt werden.',
    },
    sideAnswersLimited: {
      'keep-down': 'Bitte lasst es so, dass weniger Menschen es sehen.',
      'may-be-shown': 'Es darf allen gezeigt werden.',
    },
    answers: {
      uploader: {
        upheld: 'Jemand anders als beim ersten Mal hat noch einmal hingesehen. Du hattest recht: Die Entscheidung ist zurückgenommen.',
        shownAgain: 'Dem Dienst wird gesagt, dass er deinen Beitrag wieder zeigen soll.',
        rejected: 'Jemand anders als beim ersten Mal hat noch einmal hingesehen. Die Entscheidung bleibt bestehen.',
        /** Of what is hidden before anybody has decided. */
        meanwhile: {
          upheld:
            'Ein Mensch beim Dienst, der deinen Beitrag nicht verborgen hat, hat hingesehen. Du hattest recht: Wegen dieser Meldung soll er nicht mehr verborgen sein.',
          rejected:
            'Ein Mensch beim Dienst, der deinen Beitrag nicht verborgen hat, hat hingesehen. Er bleibt verborgen, bis jemand über die Meldung entschieden hat.',
          'nothing-new': 'Was du gesagt hast, ist kein Grund, ihn vorher zu zeigen.',
        },
        held: {
          upheld:
            'Ein Mensch beim Dienst hat sich deinen Beitrag angesehen. Du hattest recht: Wegen dieser Ähnlichkeit soll er nicht mehr verborgen sein.',
          rejected:
            'Ein Mensch beim Dienst hat gelesen, was du gesagt hast. Dein Beitrag bleibt verborgen, bis jemand darüber entschieden hat.',
        },
        because: {
          depicted: 'Wir gehen davon aus, dass du die Person darauf bist.',
          agreed: 'Es gibt Grund zu der Annahme, dass der Veröffentlichung zugestimmt wurde.',
          'not-intimate': 'Es zeigt niemanden auf intime Weise.',
          'other-picture': 'Es ist nicht das Bild, für das es gehalten wurde.',
          'public-interest': 'Es dient einem Zweck, den das Gesetz schützt.',
          'beside-was-wrong':
            'Jemand anders als beim ersten Mal hat noch einmal hingesehen. Du hattest recht: Das ist zurückgenommen, und der Dienst hat die Nachricht, dass er es zurückgeben soll. Was über das Bild entschieden wurde, bleibt bestehen.',
          'decided-outside':
            'Das wurde außerhalb des Dienstes geklärt. Niemand dort musste deine Beschwerde noch beurteilen. Die Entscheidung ist zurückgenommen.',
          'decided-anew':
            'Der Dienst hat seine erste Entscheidung neu aufgenommen. Deshalb beurteilt niemand mehr deine Beschwerde dagegen. Nur die neue Entscheidung ändert etwas. Auch gegen sie kannst du dich beschweren.',
          referred:
            'Deine Beschwerde ist geschlossen, und niemand beim Dienst beurteilt sie. Für das, was du eingestellt hast, ändert sich nichts.',
          'nothing-new': 'Was du gesagt hast, ändert nichts an dem, was festgestellt wurde.',
          'no-consent': 'Es gibt keinen Grund zu der Annahme, dass die Person darauf der Veröffentlichung zugestimmt hat.',
        },
      },
      requester: {
        'look-again': 'Ein anderer Mensch beim Dienst hat noch einmal hingesehen. Du hattest recht. Deine Anfrage ist wieder offen.',
        'refusal-stands': 'Ein anderer Mensch beim Dienst hat noch einmal hingesehen. Die Antwort bleibt dieselbe.',
        referred:
          'Deine Beschwerde ist geschlossen, und niemand beim Dienst beurteilt sie. Der Dienst hat inzwischen die Nachricht, dass niemand das Bild mehr sehen soll.',
        'decided-outside':
          'Das wurde außerhalb des Dienstes geklärt. Niemand dort musste deine Beschwerde noch beurteilen. Deine Anfrage bleibt geschlossen.',
      },
    },
  },
  seen: {
    'age-gate': 'Nur Menschen, deren Alter der Dienst geprüft hat, sollten ihn sehen, ohne Enddatum.',
    'not-recommended':
      'Er wurde aus Suche, Übersichten und Vorschlägen herausgelassen, ohne Enddatum. Wer die Adresse hat, den hält das nicht auf.',
    'not-there': 'Er wurde in einem Land verborgen, ohne Enddatum: {country}.',
  },
  statement: {
    facts: {
      notice:
        'Der Dienst hat eine Meldung erhalten. Darin steht, dass dein Beitrag eine Person auf intime Weise zeigt und ohne ihre Zustimmung geteilt wurde. Ein Mensch beim Dienst hat die Meldung geprüft.',
      'trusted-notice':
        'Der Dienst hat eine Meldung von einem vertrauenswürdigen Hinweisgeber erhalten. Darin steht, dass dein Beitrag eine Person auf intime Weise zeigt und ohne ihre Zustimmung geteilt wurde. Ein Mensch beim Dienst hat die Meldung geprüft.',
      /** It was named by nobody: it looks like a picture of the notice. */
      'notice-found':
        'Der Dienst hat eine Meldung zu einem anderen Beitrag erhalten. Er hat Bilder verglichen und gefunden, dass dein Beitrag dem Bild in der Meldung ähnlich ist. Ein Mensch beim Dienst hat ihn angesehen und entschieden.',
      match:
        'Der Dienst hat selbst festgestellt, dass dein Beitrag dasselbe Bild ist wie eines auf seinen Listen, oder eine bearbeitete Kopie davon. Ein Mensch beim Dienst hat das bestätigt.',
      'match-limited':
        'Der Dienst hat verglichen, was du eingestellt hast, mit den Bildern auf seinen Listen, und es einem davon ähnlich gefunden. Ein Mensch beim Dienst hat es angesehen und entschieden, dass es bleiben darf und weniger Menschen es sehen.',
      'match-held':
        'Der Dienst hat selbst festgestellt, dass dein Beitrag einem Bild auf seinen Listen ähnlich ist. Noch hat niemand darüber entschieden.',
      'exact-copy':
        'Der Dienst hat selbst festgestellt, dass die Datei, die du eingestellt hast, gleich einer Datei ist, die Menschen beim Dienst früher entfernt haben.',
      'notice-meanwhile':
        'Der Dienst hat eine Meldung erhalten. Darin steht, dass dein Beitrag eine Person auf intime Weise zeigt und ohne ihre Zustimmung geteilt wurde. Noch hat niemand darüber entschieden.',
      'trusted-notice-meanwhile':
        'Der Dienst hat eine Meldung von einem vertrauenswürdigen Hinweisgeber erhalten. Darin steht, dass dein Beitrag eine Person auf intime Weise zeigt und ohne ihre Zustimmung geteilt wurde. Noch hat niemand darüber entschieden.',
      'copyright-notice':
        'Der Dienst hat eine Meldung erhalten. Darin steht, dass dein Beitrag das Werk einer anderen Person ist und ohne ihre Erlaubnis veröffentlicht wurde. Ein Mensch beim Dienst hat die Meldung geprüft.',
      'trusted-copyright-notice':
        'Der Dienst hat eine Meldung von einem vertrauenswürdigen Hinweisgeber erhalten. Darin steht, dass dein Beitrag das Werk einer anderen Person ist und ohne ihre Erlaubnis veröffentlicht wurde. Ein Mensch beim Dienst hat die Meldung geprüft.',
      'copyright-notice-meanwhile':
        'Der Dienst hat eine Meldung erhalten. Darin steht, dass dein Beitrag das Werk einer anderen Person ist und ohne ihre Erlaubnis veröffentlicht wurde. Noch hat niemand darüber entschieden.',
      'trusted-copyright-notice-meanwhile':
        'Der Dienst hat eine Meldung von einem vertrauenswürdigen Hinweisgeber erhalten. Darin steht, dass dein Beitrag das Werk einer anderen Person ist und ohne ihre Erlaubnis veröffentlicht wurde. Noch hat niemand darüber entschieden.',
    },
    automation: {
      none: 'Weder beim Finden noch beim Entscheiden war etwas automatisch.',
      found: 'Es wurde automatisch gefunden, über seinen Fingerabdruck. Entschieden hat ein Mensch.',
      decided:
        'Es wurde automatisch gefunden, über seinen Fingerabdruck, und automatisch entfernt, weil die Datei gleich ist. Kein Mensch hat diese Kopie angesehen.',
      meanwhile:
        'Es wurde automatisch verborgen, weil bis zu einer Stunde, die der Dienst festgelegt hat, niemand über die Meldung entschieden hatte. Kein Mensch hat das ausgewählt. Was daraus wird, entscheidet ein Mensch.',
      held: 'Es wurde automatisch gefunden, über seinen Fingerabdruck, und automatisch verborgen. Kein Mensch hat das ausgewählt. Was daraus wird, entscheidet ein Mensch.',
    },
    ground: {
      terms: {
        reference: 'Die Regeln des Dienstes zu intimen Bildern anderer Menschen',
        text: 'Der Dienst hat festgestellt, dass es diese Regeln verletzt: Sie erlauben keine Bilder, die eine Person ohne ihre Zustimmung auf intime Weise zeigen.',
      },
      beside: {
        namesThePerson:
          'Der Dienst hat festgestellt, dass dieser Text sagt, wer die Person auf dem Bild ist oder wie man sie findet, und das Bild so ohne ihre Zustimmung weiter verbreitet. Das hier genannte Gesetz erlaubt das nicht.',
        leadsToIt:
          'Der Dienst hat festgestellt, dass diese Adresse zu dem entfernten Bild führt, oder zu weiteren solchen Bildern, und es so ohne die Zustimmung der Person darauf bekannt macht. Das hier genannte Gesetz erlaubt das nicht.',
        rules:
          'Der Dienst hat festgestellt, dass es diese Regeln verletzt: Sie erlauben nicht, eine Person auf intime Weise bloßzustellen oder anderen dabei zu helfen.',
        postsSuchPictures:
          'Der Dienst hat festgestellt, dass dieses Konto immer wieder intime Bilder von Menschen veröffentlicht, die nicht zugestimmt haben. Diese Regeln erlauben das nicht.',
        postedSuchAPicture:
          'Der Dienst hat festgestellt, dass dieses Konto ein intimes Bild eines Menschen veröffentlicht hat, der nicht zugestimmt hat. Diese Regeln erlauben das nicht.',
        posesAsThePerson:
          'Der Dienst hat festgestellt, dass dieses Konto sich als die Person auf dem Bild ausgibt. Diese Regeln erlauben das nicht.',
      },
      limited: 'Der Dienst fand, dass diese Regeln es erlauben und begrenzen, wer es sehen darf.',
      meanwhile: {
        law: 'In der Meldung steht, dass es eine Person auf intime Weise zeigt und dass sie der Veröffentlichung nicht zugestimmt hat. Wenn das stimmt, erlaubt das hier genannte Gesetz es nicht. Es bleibt verborgen, bis der Dienst das geklärt hat.',
        rules:
          'In der Meldung steht, dass es eine Person ohne ihre Zustimmung auf intime Weise zeigt. Wenn das stimmt, erlauben diese Regeln es nicht. Es bleibt verborgen, bis der Dienst das geklärt hat.',
      },
      held: 'Es ist einem Bild ähnlich, das auf einer Liste steht, weil es eine Person ohne ihre Zustimmung auf intime Weise zeigt. Wenn es dasselbe Bild ist, erlaubt das hier genannte Gesetz es nicht. Es bleibt verborgen, bis der Dienst das geklärt hat.',
      memberStates: 'Die Gesetze der Mitgliedstaaten zu intimen Bildern, die ohne Zustimmung geteilt werden',
      consent:
        'Der Dienst hat festgestellt, dass es eine Person auf intime Weise zeigt und dass es Grund zu der Annahme gibt, dass sie der Veröffentlichung nicht zugestimmt hat. Das Gesetz, das hier genannt ist, erlaubt das nicht.',
      copyright: 'Jemand hat nach diesem Gesetz erklärt, dass es das eigene Werk ist und ohne Erlaubnis veröffentlicht wurde.',
    },
    redress: {
      complaint:
        'Du kannst dich beim Dienst beschweren, unter der Adresse, die mit dieser Begründung kam. Das kostet nichts. Deine Beschwerde prüft jemand anders als der Mensch, der entschieden hat.',
      complaintMeanwhile:
        'Du kannst dich beim Dienst beschweren, unter der Adresse, die mit dieser Begründung kam. Das kostet nichts. Deine Beschwerde prüft ein Mensch, und nie der, der deinen Beitrag verborgen hat.',
      outOfCourt:
        'Du kannst dich an eine Stelle für außergerichtliche Streitbeilegung wenden, die ein Koordinator für digitale Dienste zugelassen hat. Das kostet nichts oder wenig: https://digital-strategy.ec.europa.eu/en/policies/dsa-out-court-dispute-settlement',
      court: 'Du kannst jederzeit vor Gericht gehen.',
      courtAfterCopyright:
        'Du kannst auch eine Gegendarstellung (counter-notice, 17 U.S.C. 512(g)) an die Stelle des Dienstes für Urheberrecht senden. Unterschreibe sie. Nenne Namen, Adresse und Telefonnummer. Sag, was entfernt wurde und wo es war. Erkläre unter Eid: Du glaubst ehrlich, dass es ein Irrtum oder eine Verwechslung war. Sag, dass du das Bundesbezirksgericht (Federal District Court) für deinen Wohnort anerkennst. Lebst du nicht in den USA, sag, dass du eines für jeden Ort anerkennst, an dem der Dienst zu finden ist. Sag, dass du Schreiben des Gerichts von der Person annimmst, die gemeldet hat, oder von jemandem, der für sie handelt. Nach 10 bis 14 Werktagen wird dein Beitrag dann wieder gezeigt, außer es wird vor Gericht geklagt. Du kannst jederzeit vor Gericht gehen.',
    },
  },
};
