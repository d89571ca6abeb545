/** What does she read of one case? In German. */
import type { Translation } from '../../language/catalogue.ts';
import type { caseWords as english } from '../en/case.ts';

export const caseWords: Translation<typeof english> = {
  timeline: {
    received: 'Deine Anfrage ist beim Dienst angekommen.',
    isComplete: 'Sie enthält alles, was das Gesetz verlangt.',
    nowComplete: 'Deine Anfrage enthält jetzt alles, was das Gesetz verlangt.',
    stillMissing: 'Es fehlt noch: {things}.',
    stillMissingThen: 'Damals fehlte noch: {things}.',
    contactErased: 'Wie man dich erreicht, wurde gelöscht. Der Dienst kann es hier nicht mehr lesen.',
    answersErased: 'Was du in dieser Anfrage geschrieben hast, wurde hier gelöscht, einige Zeit nach ihrem Ende. Diese Liste bleibt.',
    seen: 'Ein Mensch beim Dienst hat deine Anfrage geöffnet.',
    refused: 'Der Dienst hat Nein gesagt.',
    asked: 'Ein Mensch beim Dienst fragt dich etwas, bevor er entscheidet.',
    groundOfOld: {
      remove: 'Der Dienst wird das Bild entfernen.',
      restrict: 'Der Dienst hat entschieden: Das Bild bleibt stehen, und weniger Menschen dürfen es sehen.',
      keep: 'Der Dienst hat entschieden, das Bild nicht zu entfernen.',
      refer: 'Der Dienst zeigt das Bild nicht mehr und gibt den Fall weiter.',
    },
    placesLeft: {
      one: 'An 1 der Stellen, die du genannt hast, hat er nichts getan. Du kannst wegen ihr noch einmal fragen und mehr dazu sagen.',
      other:
        'An {count} der Stellen, die du genannt hast, hat er nichts getan. Du kannst wegen ihnen noch einmal fragen und mehr dazu sagen.',
    },
    foundAnotherPicture: {
      one: 'Der Dienst hat noch {count} anderen Beitrag mit einem ähnlichen Bild gefunden. Ein Mensch dort hat ihn angesehen. Er zeigt etwas anderes und blieb deshalb.',
      other:
        'Der Dienst hat noch {count} andere Beiträge mit ähnlichen Bildern gefunden. Ein Mensch dort hat sie angesehen. Sie zeigen etwas anderes und blieben deshalb.',
    },
    foundConsented: {
      one: 'Der Dienst hat noch {count} anderen Beitrag mit dem Bild gefunden. Ein Mensch dort hat ihn angesehen. Er meint, dass die Person im Bild diesem Beitrag zugestimmt hat. Deshalb blieb er.',
      other:
        'Der Dienst hat noch {count} andere Beiträge mit dem Bild gefunden. Ein Mensch dort hat sie angesehen. Er meint, dass die Person im Bild diesen Beiträgen zugestimmt hat. Deshalb blieben sie.',
    },
    foundToo: {
      one: 'Dasselbe gilt für {count} anderen Beitrag mit deinem Bild, den der Dienst gefunden hat.',
      other: 'Dasselbe gilt für {count} andere Beiträge mit deinen Bildern, die der Dienst gefunden hat.',
    },
    foundAskAgain: 'Siehst du das Bild dort noch, dann kannst du noch einmal fragen und den Link schicken.',
    reversed: {
      undone:
        'Der Dienst hat seine Antwort zurückgenommen: Jemand hatte sich dort vertan. Deine Anfrage ist wieder offen, in der Zeit, die sie hatte. Wenn das Bild schon entfernt war, kann es wieder da sein, bis ein Mensch entschieden hat.',
      undoneLimit:
        'Der Dienst hat seine Antwort zurückgenommen: Jemand hatte sich dort vertan. Deine Anfrage ist wieder offen, in der Zeit, die sie hatte. Wenn schon weniger Menschen das Bild sehen konnten, können es vielleicht wieder alle sehen, bis ein Mensch entschieden hat.',
      undoneRefusal:
        'Der Dienst hat seine Antwort zurückgenommen: Jemand hatte sich dort vertan. Deine Anfrage ist wieder offen, in der Zeit, die sie hatte.',
      complaint: 'Der Dienst hat seine Antwort zurückgenommen.',
      outside:
        'Der Dienst musste seine Antwort zurücknehmen: Eine Behörde, ein Gericht oder eine andere Stelle außerhalb hat so entschieden.',
    },
    complaintAsked:
      'Wer das Bild eingestellt hat, ist nicht einverstanden, dass es entfernt wurde. Es bleibt weg, während der Dienst noch einmal hinsieht. Du kannst vorher etwas dazu sagen.',
    complaintAskedLimited:
      'Wer das Bild eingestellt hat, ist nicht einverstanden, dass weniger Menschen es sehen können. Das bleibt so, während der Dienst noch einmal hinsieht. Du kannst vorher etwas dazu sagen.',
    complaintAskedGone:
      'Wer das Bild eingestellt hat, ist nicht einverstanden, dass weniger Menschen es sehen sollten. Das Bild ist inzwischen weg, und der Dienst sieht sich seine Entscheidung noch einmal an. Du kannst vorher etwas dazu sagen.',
    complaintAnswered: 'Du hast gesagt, was du denkst. Ein anderer Mensch beim Dienst liest es und entscheidet.',
    complained: 'Du hast dem Dienst gesagt, dass du nicht einverstanden bist. Ein anderer Mensch sieht dort noch einmal hin.',
    complaintSettledOutside:
      'Wer das Bild eingestellt hat, war nicht einverstanden, dass es entfernt wurde. Das wurde außerhalb des Dienstes geklärt. Niemand dort muss es noch beurteilen, und du musst nicht antworten.',
    complaintSettledOutsideLimited:
      'Wer das Bild eingestellt hat, war nicht einverstanden, dass weniger Menschen es sehen. Das wurde außerhalb des Dienstes geklärt. Niemand dort muss es noch beurteilen, und du musst nicht antworten.',
    complaintDecidedAnew:
      'Wer das Bild eingestellt hat, war nicht einverstanden, dass weniger Menschen es sehen. Der Dienst entscheidet jetzt neu. Niemand muss das noch beurteilen, und du musst nicht antworten.',
    complaintClosed:
      'Wer das Bild eingestellt hat, war mit der Entscheidung nicht einverstanden. Niemand muss das noch beurteilen, und du musst nicht antworten. Für dich ändert sich nichts.',
    ownComplaintClosed:
      'Du hast dem Dienst gesagt, dass du nicht einverstanden bist. Inzwischen hat er die Nachricht, dass niemand das Bild mehr sehen soll. Deshalb muss das dort niemand mehr beurteilen.',
    ownComplaintSettledOutside:
      'Du hast dem Dienst gesagt, dass du nicht einverstanden bist. Das wurde außerhalb des Dienstes geklärt. Niemand dort muss es noch beurteilen, und deine Anfrage bleibt geschlossen.',
    complaintDecided: {
      uploader: {
        upheld: 'Ein anderer Mensch beim Dienst hat noch einmal hingesehen. Die Antwort ist jetzt eine andere.',
        rejected: 'Ein anderer Mensch beim Dienst hat noch einmal hingesehen. Für dich ändert sich nichts.',
      },
      requester: {
        upheld: 'Ein anderer Mensch beim Dienst hat noch einmal hingesehen. Du hattest recht: Deine Anfrage ist wieder offen.',
        rejected: 'Ein anderer Mensch beim Dienst hat noch einmal hingesehen. Die Antwort bleibt dieselbe.',
      },
    },
    /** Of one of several posts: whoever posted it was right. */
    complaintOfPartUpheld:
      'Ein anderer Mensch beim Dienst hat bei einem der Beiträge noch einmal hingesehen. Für diesen ist die Antwort jetzt eine andere. Für die anderen ändert sich nichts.',
    setAsideInPart:
      'Der Dienst musste seine Antwort für einen der Beiträge zurücknehmen: Eine Behörde, ein Gericht oder eine andere Stelle außerhalb hat so entschieden. Für die anderen ändert sich nichts.',
    counterNoticeInPart:
      'Wer einen der Beiträge gezeigt hat, hat so widersprochen, wie es das Urheberrecht vorsieht. Der Dienst hat von keiner Klage gehört. Darum musste er seine Antwort für diesen Beitrag zurücknehmen. Für die anderen ändert sich nichts.',
    paused: 'Die Zeit des Dienstes steht vorerst still. Der Grund: {reason}',
    resumed: 'Die Zeit des Dienstes läuft weiter.',
    extended: 'Der Dienst nimmt sich mehr Zeit. Der Grund: {reason}',
    restricted: 'Von da an ist das Bild verborgen, bis ein Mensch beim Dienst entschieden hat.',
    copiesRemoved: {
      one: 'Der Dienst sagt, dass auch {count} Kopie davon weg ist.',
      other: 'Der Dienst sagt, dass auch {count} Kopien davon weg sind.',
    },
    limited: 'Der Dienst sagt, dass er begrenzt hat, wer das Bild sehen kann.',
    limitedNoMore: 'Der Dienst muss nichts mehr tun, damit weniger Menschen das Bild sehen.',
    removed: 'Der Dienst sagt, dass das Bild weg ist.',
    outOfView: 'Der Dienst sagt, dass dort niemand mehr das Bild sehen kann.',
    withdrawalAsked: 'Jemand mit deinem Code will diesen Fall beenden. Bis er endet, geht alles weiter wie bisher.',
    withdrawalCancelled: 'Der Fall geht weiter. Er wird nicht beendet.',
    withdrawalDue: 'Zu dieser Zeit endet dein Fall, außer du machst weiter.',
    withdrawn: 'Dein Fall ist beendet. Wir suchen nicht mehr für dich nach deinem Bild.',
    takingOut: {
      request: 'Jemand mit deinem Code will diese Anfrage zurücknehmen. Das geschieht nach 72 Stunden, außer es wird gestoppt.',
      picture: 'Jemand mit deinem Code will ein Bild oder Video herausnehmen. Das geschieht nach 72 Stunden, außer es wird gestoppt.',
      link: 'Jemand mit deinem Code will einen Link herausnehmen. Das geschieht nach 72 Stunden, außer es wird gestoppt.',
    },
    takingOutStopped: {
      request: 'Die Anfrage bleibt. Sie wird nicht zurückgenommen.',
      picture: 'Das Bild oder Video bleibt drin. Es wird nicht herausgenommen.',
      link: 'Der Link bleibt drin. Er wird nicht herausgenommen.',
    },
    takingOutLapsed: {
      request: 'Der Dienst hatte geantwortet, bevor die Anfrage zurückgenommen wurde. Seine Antwort bleibt.',
      picture: 'Das Bild oder Video konnte nicht mehr herausgenommen werden. Die Antwort des Dienstes bleibt.',
      link: 'Der Dienst hatte geantwortet, bevor der Link herausgenommen wurde. Seine Antwort bleibt.',
    },
    takenOut: {
      request: 'Die Anfrage wurde zurückgenommen. Der Dienst weiß es.',
      picture: 'Ein Bild oder Video wurde herausgenommen. Sein Fingerabdruck wird nicht mehr für dich benutzt.',
      link: 'Ein Link wurde herausgenommen. Der Dienst sieht ihn nicht mehr für dich an.',
    },
    due: {
      hours: {
        one: 'Hier endet die Stunde des Dienstes. Sie läuft ab dem Eingang deiner Anfrage, und nichts verschiebt sie.',
        other: 'Hier enden die {count} Stunden des Dienstes. Sie laufen ab dem Eingang deiner Anfrage, und nichts verschiebt sie.',
      },
      ownTarget: 'Bis dahin will der Dienst etwas getan haben. Diese Zeit hat er selbst gesetzt, ab dem Eingang deiner Anfrage.',
      order: 'Bis dahin ist die Anordnung auszuführen.',
    },
  },
  underLaws: {
    says: '{laws}: {sentence}',
    stillMissing: '{laws}, es fehlt noch: {things}.',
    stillMissingThen: '{laws}, damals fehlte noch: {things}.',
  },
  standing: {
    notSent: 'Es wurde noch nichts gesendet. Du kannst weitermachen, wenn du so weit bist.',
    withdrawn: 'Dein Fall ist beendet. Du kannst jederzeit einen neuen öffnen.',
    takenBack: 'Diese Anfrage wurde zurückgenommen. Der Dienst tut deswegen nichts mehr für dich.',
    withdrawalWaiting:
      'Dieser Fall endet zu der Zeit, die hier steht. Wenn du das nicht wolltest oder es dir anders überlegt hast, kannst du weitermachen.',
    kept: 'Für diese Anfrage entfernt der Dienst das Bild nicht.',
    hiddenMeanwhile: 'Der Dienst soll es trotzdem vorerst verborgen halten, aus einem anderen Grund, bis jemand entschieden hat.',
    notThereThen: 'Als der Dienst geantwortet hat, war das Bild dort nicht mehr da.',
    askAgain: 'Du kannst noch einmal fragen und dem Dienst mehr sagen.',
    outOfView: 'Der Dienst sagt, dass dort niemand mehr das Bild sehen kann.',
    removed: 'Der Dienst sagt, dass das Bild weg ist.',
    removedInPart: 'Der Dienst sagt, dass das Bild dort weg ist, wo er etwas getan hat.',
    toBeOutOfView:
      'Der Dienst hat die Nachricht, dass dort niemand das Bild mehr sehen soll. Er muss uns noch sagen, dass das geschehen ist.',
    partOutOfView: 'Der Dienst sagt, dass hier niemand mehr das Bild sehen kann: {places}.',
    partToBeOutOfView:
      'Der Dienst hat die Nachricht, dass hier niemand das Bild mehr sehen soll: {places}. Er muss uns noch sagen, dass das geschehen ist.',
    keptRest: 'An den anderen Stellen, die du genannt hast, entfernt der Dienst das Bild für diese Anfrage nicht.',
    /** After what was taken down, of one post of several: as she named it, or so many that she did not name. */
    partShownAgain: 'Der Dienst hat die Nachricht, dass er wieder zeigen kann, was hier steht: {places}.',
    otherShownAgain: {
      one: 'Der Dienst hat die Nachricht, dass er {count} weiteren Beitrag wieder zeigen kann, den du nicht genannt hattest.',
      other: 'Der Dienst hat die Nachricht, dass er {count} weitere Beiträge wieder zeigen kann, die du nicht genannt hattest.',
    },
    toBeHidden: 'Der Dienst hat Ja gesagt. Er muss uns noch sagen, dass dort niemand das Bild sehen kann.',
    toBeHiddenOverdue: 'Der Dienst hat Ja gesagt, aber nicht gemeldet, dass das Bild nicht mehr zu sehen ist. Die Zeit dafür ist vorbei.',
    limited: 'Für diese Anfrage entfernt der Dienst das Bild nicht. Er hat entschieden, dass weniger Menschen es sehen dürfen.',
    toBeLimited:
      'Für diese Anfrage entfernt der Dienst das Bild nicht. Er hat entschieden, dass weniger Menschen es sehen dürfen. Er muss uns noch sagen, dass das getan ist.',
    toBeLimitedOverdue:
      'Der Dienst hat entschieden, dass weniger Menschen das Bild sehen dürfen. Er hat uns aber nicht gesagt, dass das getan ist. Die Zeit dafür ist vorbei.',
    toBeRemoved: 'Der Dienst hat Ja gesagt. Er muss das Bild noch entfernen.',
    toBeRemovedOverdue: 'Der Dienst hat Ja gesagt, aber nicht gemeldet, dass das Bild weg ist. Die Zeit dafür ist vorbei.',
    reopened:
      'Du warst nicht einverstanden, und du hattest recht. Deine Anfrage ist wieder offen: Der Dienst muss eine neue Antwort geben.',
    overdue: 'Die Zeit für eine Antwort ist vorbei, und der Dienst hat keine gegeben.',
    needsAnswers: 'Der Dienst hat deine Anfrage, und seine Zeit läuft.',
    asked: 'Der Dienst hat eine Frage an dich. Die Frist des Dienstes läuft weiter, während du antwortest.',
    waiting: 'Der Dienst hat deine Anfrage.',
    nothingToDo: 'Du musst nichts tun.',
    alsoOpen: 'Nach einem anderen Gesetz muss der Dienst dir noch antworten.',
    alsoOverdue: 'Nach einem anderen Gesetz hat der Dienst dir nicht geantwortet, und die Zeit dafür ist vorbei.',
    alsoRefused: 'Nach einem anderen Gesetz hat der Dienst Nein gesagt. Warum, kannst du weiter unten lesen.',
    limitStays: 'Bis dahin bleibt die Grenze, und weniger Menschen können das Bild sehen.',
    notThere:
      'Das Bild ist dort nicht mehr da. Der Dienst muss deine Anfrage noch beantworten: Seine Antwort kann verhindern, dass das Bild wiederkommt.',
  },
  questions: {
    where: 'Wo genau ist das Bild? Am besten ist ein Link. Auch ein paar Worte, wie man es findet, helfen.',
    which: 'Dort ist mehr als ein Bild. Welches ist es?',
    more: 'Kannst du mehr dazu sagen, warum das Bild weg soll? Du musst deine Geschichte nicht erzählen.',
    acting: 'Warum darfst du für die abgebildete Person handeln? Eine Zeile genügt.',
  },
  additions: {
    separator: ', ',
    person: {
      linkIsRight: 'Du hast gesagt, dass der Link stimmt.',
      added: 'Du hast ergänzt: {things}.',
      beside: 'Du hast neben dem Bild ergänzt: {things}.',
      changed: 'Du hast geändert: {things}.',
      something: 'Du hast deine Anfrage ergänzt.',
    },
    platform: {
      added: 'Der Dienst hat in deiner Anfrage ergänzt: {things}.',
      beside: 'Der Dienst hat neben dem Bild ergänzt: {things}.',
      changed: 'Der Dienst hat in deiner Anfrage geändert: {things}.',
      something: 'Der Dienst hat deine Anfrage ergänzt.',
    },
    links: { one: '{count} Link', other: '{count} Links' },
    places: { one: '{count} Stelle', other: '{count} Stellen' },
    /** Named beside the picture, with the links. */
    besideWords: 'Worte',
    besideAccounts: { one: '{count} Konto', other: '{count} Konten' },
    fingerprints: 'Fingerabdrücke ({files})',
    answers: {
      onBehalfOf: 'wer fragt',
      agentAuthority: 'warum du für die Person handeln darfst',
      locationDetails: 'wie man das Bild findet',
      beside: 'was dort noch steht',
      signature: 'dein Name',
      contact: 'wie man dich erreicht',
      statement: 'deine Erklärung',
      isYoung: 'wie alt die Person war',
      declarations: 'was du bestätigt hast',
      signatures: 'dein Name unter einem der Gesetze',
      texts: 'mehr dazu',
    },
  },
  files: {
    pictures: { one: '{count} Bild', other: '{count} Bilder' },
    videos: { one: '{count} Video', other: '{count} Videos' },
    files: { one: '{count} Datei', other: '{count} Dateien' },
    others: { one: '{count} andere Datei', other: '{count} andere Dateien' },
  },
  code: {
    empty: 'Bitte gib deinen Code ein oder füge ihn ein.',
    length: 'Ein Code hat 21 Buchstaben und Ziffern. Dieser ist zu lang oder zu kurz.',
    character: 'Ein Code hat nur Buchstaben und Ziffern. Den Buchstaben U hat er nie.',
    check: 'In diesem Code stimmt etwas nicht. Bitte sieh dir jeden Buchstaben und jede Ziffer noch einmal an.',
  },
  pin: {
    short: 'Bitte wähle mindestens 6 Buchstaben, Ziffern oder Zeichen.',
    long: 'Das ist zu lang. Bitte wähle höchstens 128 Buchstaben, Ziffern oder Zeichen.',
    weak: 'Diese wählen viele Leute, darum ist sie schnell erraten. Bitte wähle eine andere, etwa zwei oder drei Wörter, die nur du zusammenstellen würdest.',
  },
};
