/** What does a letter to a service elsewhere say, and what stands beside it? In German. */
import type { Translation } from '../../language/catalogue.ts';
import type { letterWords as english } from '../en/letter.ts';

export const letterWords: Translation<typeof english> = {
  title: {
    copyright: 'Urheberrechtliche Meldung',
    request: 'Bitte um Entfernung eines intimen Bildes, das ohne Zustimmung geteilt wurde',
  },
  to: 'An: {whom}',
  date: 'Datum: {day}',
  opening: {
    self: 'Ich bin die Person auf dem Bild.',
    agent: 'Ich handle für die Person auf dem Bild.',
    intimate: 'Ihr Dienst zeigt ein intimes Bild.',
    copyright: 'Ihr Dienst zeigt ein Bild, dessen Rechte mir gehören oder der Person, für die ich handle.',
    noConsent: 'Es wurde ohne die Zustimmung der Person darauf geteilt.',
  },
  places: 'Wo es ist',
  beside: {
    heading: 'Was dort noch steht',
    ask: 'Bitte prüfen Sie auch jedes davon, und entscheiden Sie darüber.',
    text: 'Worte im Titel oder daneben: {says}',
    link: 'Link: {says}',
    account: 'Konto, das es postet oder sich als die Person auf dem Bild ausgibt: {says}',
  },
  law: {
    heading: '{name}, {statute}',
    under: 'Dies ist {instrument} nach diesem Gesetz.',
    asFar: 'Dies gilt, soweit das Gesetz heute auf Sie anwendbar ist.',
    illegal:
      'In der Europäischen Union ist das ein rechtswidriger Inhalt: Die Gesetze ihrer Mitgliedstaaten verbieten es, ein intimes Bild ohne die Zustimmung der Person darauf zu teilen. Darunter sind:',
    goodFaith: 'Ich bin in gutem Glauben davon überzeugt, dass das Bild ohne Zustimmung geteilt wurde.',
    signed: 'Unterschrieben: {name}',
  },
  wishes: {
    heading: 'Worum ich Sie bitte',
    withoutDelay: 'Bitte entfernen Sie das Bild unverzüglich.',
    withinHours: {
      one: 'Bitte entfernen Sie das Bild so bald wie möglich, spätestens {count} Stunde nach Erhalt dieses Schreibens.',
      other: 'Bitte entfernen Sie das Bild so bald wie möglich, spätestens {count} Stunden nach Erhalt dieses Schreibens.',
    },
    wideCopies: 'Bitte entfernen Sie auch Kopien, die gleich oder im Wesentlichen gleich sind.',
    sameCopies: 'Bitte entfernen Sie auch die gleichen Kopien, von denen Sie wissen.',
    confirm: 'Bitte bestätigen Sie, dass dieses Schreiben angekommen ist, und geben Sie ihm eine Nummer.',
    tellMe:
      'Bitte teilen Sie mir mit, wie Sie entschieden haben. Wenn Sie ablehnen, nennen Sie mir bitte den Grund und wo ich mich beschweren kann.',
    quiet: 'Bitte sagen Sie der Person, die es eingestellt hat, nicht, wer ich bin oder wie ich zu erreichen bin.',
  },

  search: {
    title: 'Bitte, ein intimes Bild, das ohne Zustimmung geteilt wurde, nicht in der Suche zu zeigen',
    intimate: 'Ihre Suche führt zu einem intimen Bild.',
    copyright: 'Ihre Suche führt zu einem Bild, dessen Rechte mir gehören oder der Person, für die ich handle.',
    withoutDelay: 'Bitte nehmen Sie diese Ergebnisse unverzüglich aus Ihrer Suche.',
    withinHours: {
      one: 'Bitte nehmen Sie diese Ergebnisse so bald wie möglich aus Ihrer Suche, spätestens {count} Stunde nach Erhalt dieses Schreibens.',
      other:
        'Bitte nehmen Sie diese Ergebnisse so bald wie möglich aus Ihrer Suche, spätestens {count} Stunden nach Erhalt dieses Schreibens.',
    },
    copies: 'Bitte nehmen Sie auch andere Ergebnisse heraus, die dasselbe Bild zeigen, soweit Sie davon wissen.',
    refused: 'Die Suchmaschine hat Nein gesagt. Das ist nicht das Ende: Es gibt andere Wege.',
    gone: 'Du hast vermerkt, dass die Suche es nicht mehr zeigt.',
  },

  searchRoutes: {
    again: {
      name: '{service}, dasselbe Formular',
      sentence: 'Bitte darum, dass noch einmal jemand hinsieht. Schreib, was in der Antwort fehlt.',
    },
    european: {
      name: '{service}, das Formular für Europa',
      sentence:
        'Für Menschen in der Europäischen Union, Norwegen, Island, Liechtenstein und dem Vereinigten Königreich. Dort kannst du Ergebnissen über dich widersprechen (DSGVO, Artikel 17 und 21). Es kostet nichts.',
    },
    authority: {
      name: 'Datenschutzbehörden in Europa',
      sentence: 'Wenn eine Suchmaschine zu diesem Formular Nein sagt, kann die Behörde deines Landes es prüfen. Es kostet nichts.',
    },
    ico: {
      name: 'Information Commissioner (ICO), Vereinigtes Königreich',
      sentence: 'Wenn eine Suchmaschine dort Nein sagt, kann diese Stelle es prüfen. Es kostet nichts.',
    },
  },
  signature: 'Unterschrift und Kontakt',
  answers: {
    consent: 'Ein intimes Bild wurde ohne die Zustimmung der Person darauf geteilt.',
    kind: 'Ein intimes Bild: nackt, sexuell oder privat.',
  },
  standing: {
    toSend: 'Das liegt für dich bereit. Es wurde noch nicht gesendet.',
    sent: 'Du hast es gesendet. Der Dienst hat noch Zeit.',
    sentWithoutHours:
      'Du hast es gesendet. Die Gesetze, die es nennt, geben keine Stunden vor. Wenn ein paar Tage nichts geschieht, frag den Dienst noch einmal.',
    overdue: 'Die Zeit des Dienstes ist vorbei. Du kannst ihn noch einmal fragen und es anderen sagen.',
    gone: 'Du hast vermerkt, dass das Bild dort weg ist.',
    refused: 'Der Dienst hat Nein gesagt. Das ist nicht das Ende: Es gibt andere Wege.',
  },
  services: {
    'google-search': {
      does: 'Nimmt es aus dem, was man mit Google findet. Auf der Seite selbst bleibt es.',
      questions: {
        who: 'Wer fragt, und für wen',
        kind: 'Was das Bild zeigt',
        consent: 'Ob es mit Zustimmung geteilt wurde',
        links: 'Die Adresse jeder Seite und jedes Bildes',
        name: 'Voller Name',
        email: 'E-Mail-Adresse',
        paid: 'Ob du jetzt dafür bezahlt wirst',
        real: 'Echt oder vom Computer gemacht',
        screenshots: 'Bildschirmfotos',
      },
      help: {
        paid: 'Das fragt Google. Es entfernt kein Bild, für das du jetzt bezahlt wirst.',
        real: 'Wähle, was stimmt. Beides wird entfernt.',
        screenshots: 'Google will Bilder von dem, was die Suche zeigt. Du kannst darin abdecken, was privat ist.',
      },
    },
    bing: {
      does: 'Nimmt es aus dem, was man mit Bing findet. Auf der Seite selbst bleibt es.',
      questions: {
        service: 'Der Dienst',
        concern: 'Worum es geht',
        links: 'Die Adresse jeder Seite und jedes Bildes',
        consent: 'Was nicht in Ordnung ist',
      },
      help: {
        service: 'Wähle Bing.',
        concern: 'Wähle die Zeile zu nackten oder sexuellen Bildern, die nicht geteilt werden sollten.',
      },
    },
  },
};
