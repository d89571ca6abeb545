/** What does she read on the form: what is asked, why, and what becomes of it? In German. */
import type { WordsOf } from '../in-each-language.ts';

export const request: WordsOf<'request'> = {
  heading: 'Deine Anfrage',
  lead: 'Fünf kurze Teile. Du kannst auch senden, wenn etwas fehlt, und den Rest später mit deinem Code ergänzen.',
  adultOnly: 'Diese Seite ist für Bilder von einer Person, die 18 oder älter war.',
  notAdult: 'Unter 18, oder nicht sicher?',
  young: {
    lead: 'Vier kurze Teile. Du kannst auch senden, wenn etwas fehlt, und den Rest später mit deinem Code ergänzen.',
    about:
      'Diese Seite ist für ein Bild von einer Person, die unter 18 war oder es gewesen sein könnte. Hier wird kein Bild ausgewählt und keines angesehen. Bitte speichere oder verschicke es nicht.',
    posterNotTold:
      'Auch der Dienst soll es ihr nicht sagen, wenn er das Bild verbirgt, weil jemand darauf unter 18 war oder es gewesen sein könnte.',
    notConsensual:
      'Die Person auf dem Bild war unter 18 oder könnte es gewesen sein. Es hätte nicht geteilt werden dürfen, und kein Ja dazu würde zählen.',
    intimate: 'Es ist ein intimes Bild von einer Person, die unter 18 war oder es gewesen sein könnte. Kein Ja zum Teilen würde zählen.',
    missing: 'Bitte bestätige, dass die Person auf dem Bild unter 18 war oder es gewesen sein könnte.',
    helpers: 'Wer sonst noch helfen kann',
    adult: 'Die Person war 18 oder älter',
  },
  part: 'Teil {number} von {parts}',
  optional: '(wenn du magst)',
  pictures: {
    heading: 'Deine Bilder',
    text: 'Kein Bild? Geh weiter zu Teil 2. Links genügen.',
    more: 'Was ein Fingerabdruck ist, und was er tut',
    moreText:
      'Ein Fingerabdruck ist eine Reihe von Zahlen, die dein Gerät aus dem Bild macht. Mit ihr findet der Dienst dasselbe Bild leichter wieder. Bei einem Video gib auch Links an: Seinem Fingerabdruck entgehen manche Kopien.',
    limits: [
      'Das Bild bleibt auf deinem Gerät. Es wird nicht auf dem Bildschirm gezeigt.',
      'Gesendet wird nur der Fingerabdruck, und erst, wenn du auf „Senden“ drückst. Er sagt ungefähr, wo das Bild hell und dunkel ist. Wer sich gut auskennt, könnte daraus grobe Umrisse erkennen.',
      'Ein Fingerabdruck allein entfernt nichts. Ein Mensch vergleicht ihn mit dem, was online ist.',
    ],
    label: 'Bilder auswählen: JPEG, PNG, WebP, GIF oder AVIF',
    withoutScript: 'Für Fingerabdrücke braucht es JavaScript. In diesem Browser ist es aus. Das macht nichts: Links allein genügen.',
  },
  where: {
    heading: 'Wo es ist',
    service: 'Bei welchen Diensten ist es?',
    serviceHint: 'Jeder bekommt eine eigene Anfrage und liest nichts von dem, was an einen anderen geht.',
    onlyServices: 'Jeder dieser Dienste bekommt eine eigene Anfrage, und sonst niemand: {name}.',
    elsewhere: 'Es ist auf einer anderen Website, oder eine Suchmaschine findet es',
    haveThePicture: 'Hast du das Bild? Dein Gerät kann einen Fingerabdruck davon machen.',
    onlyService: 'Deine Anfrage geht an {name} und an keinen anderen Dienst.',
    links: 'Links zum Bild',
    linksHint: 'In jede Zeile einen. Einen Link kannst du aus der Leiste oben im Browser kopieren, oder über „Teilen“.',
    howToFind: 'Kein Link? Sag, wie man es findet',
    howToFindHint: 'Zum Beispiel den Namen des Kontos oder der Gruppe, und den Tag, an dem es gepostet wurde.',
  },
  beside: {
    summary: 'Steht beim Bild noch mehr?',
    text: 'Wenn du magst. Ein Mensch beim Dienst sieht sich alles einzeln an und entscheidet darüber.',
    /** Where the service acts on nothing of it. */
    picturesOnly: 'Wenn du magst. Die Menschen, die entscheiden, lesen es. Der Dienst sagt, dass er hier nur bei Bildern etwas tut.',
    /** Before a list of services, each with its kinds. */
    some: 'Wenn du magst. Die Menschen, die entscheiden, lesen es. Außer bei Bildern kann ein Dienst hier etwas tun, bei jedem einzeln:',
    noKinds: 'sonst nichts',
    kinds: { text: 'Worte', link: 'Links', account: 'Konten' },
    words: 'Worte im Titel oder unter dem Bild',
    wordsHint: 'Kopiere sie so, wie sie dort stehen. Zum Beispiel einen Namen, oder wo jemand wohnt.',
    links: 'Links, die dabeistehen',
    linksHint: 'Zum Beispiel zu weiteren Bildern, oder zu einer Seite über die Person auf dem Bild. In jede Zeile einen.',
    accounts: 'Konten, die es posten oder sich als die Person auf dem Bild ausgeben',
    accountsHint: 'Den Namen des Kontos, wie er dort steht. In jede Zeile einen. Bitte rate nicht, wer dahintersteckt.',
  },
  statement: {
    heading: 'Deine Erklärung',
    onBehalfOf: 'Wer stellt die Anfrage?',
    self: 'Ich bin die Person auf dem Bild',
    agent: 'Ich handle für die Person auf dem Bild',
    user: 'Jemand anderes: Ich habe das Bild gesehen',
    forSomeone: 'Du handelst für die Person auf dem Bild.',
    notForSomeone: 'Bist du selbst auf dem Bild?',
    agentAuthority: 'Warum darfst du für die Person handeln?',
    agentAuthorityHint: 'Eine Zeile genügt, zum Beispiel: „Sie hat mich darum gebeten“ oder „Ich bin ihre Anwältin“.',
    agentsOnly: 'Lass das leer, wenn du die Person auf dem Bild bist.',
    confirm: 'Bitte bestätige beides',
    /** Where the other is said to each service by itself. */
    confirmOne: 'Bitte bestätige das',
    notConsensual: 'Das Bild wurde ohne die Zustimmung der Person darauf geteilt.',
    goodFaith: 'Ich sage das in gutem Glauben. Soweit ich weiß, ist es wahr.',
    details: 'Was der Dienst sonst noch wissen sollte',
    detailsHint: 'Du musst deine Geschichte nicht erzählen. Bitte nenne nicht den Namen der Person, die es geteilt hat.',
  },
  laws: {
    /** After the promise that we do not tell whoever shared it. */
    posterTold:
      'Wo ein Gesetz es verlangt, muss der Dienst ihr sagen, dass es entfernt wurde, und warum. Er soll nicht sagen, wer darum gebeten hat.',
    under: 'Was das Recht verlangt ({country})',
    ownWords: 'Dieses Gesetz verlangt es mit eigenen Worten. Darum kann sich wiederholen, was du oben schon bestätigt hast.',
    onlyFor: 'Nur wenn deine Anfrage an {services} geht.',
    /** Beside the fields, where the sentence before them has said what is missing. */
    emailForOne:
      'Ein Gesetz verlangt eine E-Mail-Adresse. Bei anderen Gesetzen genügt einer der drei Wege. Nimm einen, den sonst niemand mitliest.',
    emailToo:
      'Ein Gesetz verlangt eine E-Mail-Adresse ({country}). Bei anderen Gesetzen genügt einer der drei Wege. Nimm einen, den sonst niemand mitliest.',
    choice: 'Hast du das Bild selbst aufgenommen? Du kannst noch etwas dazu senden: {name}',
    choiceIntro: 'Die meisten brauchen das nicht. Bitte lies zuerst das hier:',
    choose: 'Ich habe das gelesen und möchte auch das senden: {name}.',
  },
  /** Where several services are connected here: each is asked apart. */
  several: {
    name: 'Du tippst ihn einmal und unterschreibst unten für jeden Dienst.',
    declare: 'Was du {service} erklärst',
    law: '{service}, für das Gesetz: {country}',
    sign: 'Deine Unterschrift für {service}',
    gets: '{service} bekommt deinen Namen und wie man dich erreicht. Wer dort deine Anfrage bearbeitet, kann beides lesen.',
    signed: 'Ich unterschreibe meine Anfrage an {service} mit meinem Namen.',
    signMissing: '{service}: Bestätige, dass du deine Anfrage mit deinem Namen unterschreibst.',
    sendNote:
      'Wenn du auf „Senden“ drückst, bekommt jeder Dienst, den du gewählt hast, eine eigene Anfrage. Wir sagen der Person, die das Bild geteilt hat, nichts davon.',
    goesTo:
      'Jeder Dienst, den du gewählt hast, bekommt, was für ihn ist. Wer dort deine Anfrage bearbeitet, kann es lesen. Die Person, die das Bild geteilt hat, kann es nicht.',
  },
  /** From an open case, to a service that was not asked in it. */
  another: {
    heading: 'Noch einen Dienst fragen',
    lead: 'Was du in diesem Fall schon gesagt hast, ist schon ausgefüllt. Gefragt wird nur, was für den Dienst neu ist.',
    pictures:
      'In deinem Fall liegen Fingerabdrücke von {files}. Sie gehen auch an die Dienste, die du hier wählst. Andere kannst du in deinem Fall hinzufügen, wenn das hier gesendet ist.',
    withoutPictures: 'Die Fingerabdrücke bei dieser Anfrage weglassen',
    leaving: 'Wenn du dieses Formular verlässt, geht verloren, was du hier eingetragen hast. Verlassen?',
    inCase: {
      heading: 'Ist es auch bei einem anderen Dienst hier?',
      text: 'Du kannst auch {services} fragen. Was du schon gesagt hast, ist schon ausgefüllt.',
      link: 'Noch einen Dienst fragen',
    },
  },
  contact: {
    heading: 'Dein Name und deine Kontaktdaten',
    signature: 'Schreib deinen Namen',
    reach: 'Ein Weg, dich zu erreichen',
    reachOne: 'Einer von diesen drei genügt. Nimm einen, den sonst niemand mitliest.',
    reachUnderLaws:
      'Einer von diesen drei genügt. Für ein Gesetz der Europäischen Union muss es die E-Mail-Adresse sein. Nimm einen, den sonst niemand mitliest.',
    email: 'E-Mail-Adresse',
    phone: 'Telefonnummer',
    other: 'Ein anderer Weg',
    otherHint: 'Zum Beispiel eine Anwältin oder eine Person, die dir hilft und eine Nachricht weitergeben kann.',
  },
  code: {
    heading: 'Dein Code',
    text: 'Nur mit diesem Code kommst du zu deiner Anfrage zurück. Niemand kann ihn für dich wiederfinden, auch wir nicht: Wir heben ihn nicht in einer Form auf, die wir lesen können.',
    keep: 'Bewahr ihn dort auf, wo nur du ihn findest. Wer ihn hat, kann lesen, was du gesendet hast.',
    works: 'Dieser Code funktioniert, sobald du auf „Senden“ gedrückt hast.',
    label: 'Dein Code',
    display: {
      copy: 'Kopieren',
      copied: 'Kopiert. Andere Apps auf diesem Gerät können lesen, was zuletzt kopiert wurde.',
      notCopied: 'Der Code ist markiert. Kopiere ihn mit der Tastatur, oder halte den Finger darauf.',
      print: 'Drucken',
      save: 'Als Datei speichern',
      saved: 'Als note.txt in deinen Downloads gespeichert.',
      fileName: 'note.txt',
    },
    pin: 'Wähle eine PIN',
    pinHint:
      'Dann öffnet dein Code ohne die PIN nichts, und du kannst deinen Fall sofort beenden. Ohne PIN dauert das Beenden 72 Stunden. Mindestens 6 Buchstaben, Ziffern oder Zeichen. Groß und klein ist ein Unterschied. Auch eine verlorene PIN kann niemand für dich wiederfinden.',
    pinAgain: 'Du hattest eine PIN gewählt. Sie bleibt nicht, wenn die Seite neu lädt. Bitte gib sie noch einmal ein, oder sende ohne PIN.',
  },
  leaving: 'Wenn du dieses Formular verlässt, geht verloren, was du eingetragen hast, und der Code ändert sich. Verlassen?',
  moves: { next: 'Weiter', back: 'Zurück', check: 'Antworten prüfen' },
  check: {
    heading: 'Prüf deine Antworten',
    nothing: 'Nichts ausgefüllt.',
    lacks: 'Das fehlt noch. Du kannst es jetzt ergänzen, oder später mit deinem Code.',
    later: 'Ein Teil darf leer bleiben. Du kannst später mit deinem Code etwas ergänzen.',
    change: 'Ändern',
    changeName: 'Ändern: {name}',
  },
  send: 'Senden',
  sendNote:
    'Wenn du auf „Senden“ drückst, geht das, was du ausgefüllt hast, an den Dienst, den du gewählt hast. Wir sagen der Person, die das Bild geteilt hat, nichts davon.',
  poster: {
    summary: 'Erfährt die Person, die es gepostet hat, davon?',
    told: '{services}: Ja. Ein Gesetz verlangt, dass der Dienst es ihr sagt, sobald er das Bild verbirgt oder entfernt, und nicht vorher. Sie liest zum Beispiel:',
    notAsked: '{services}: Kein Gesetz verlangt es. Der Dienst kann es nach seinen eigenen Regeln tun.',
    never: 'Dein Name, deine Kontaktdaten und was du schreibst, stehen nie darin.',
  },
  record: {
    summary: 'Behalte eine Notiz für dich',
    later: 'Wenn das gesendet ist, hat dein Fall eine Datei mit den Links und den Zeiten. Ein Bild ist nicht darin.',
  },
  afterwards: {
    summary: 'Was passiert mit dem, was ich ausfülle?',
    goesTo:
      'Es geht an den Dienst, den du gewählt hast. Die Menschen dort, die deine Anfrage bearbeiten, können es lesen. Die Person, die das Bild geteilt hat, kann das nicht.',
    lines: [
      'Es wird verschlüsselt gespeichert. Der Schlüssel liegt an einem anderen Ort, bei denen, die diese Website betreiben.',
      'Es bleibt gespeichert, bis du deinen Fall beendest, oder so lange, wie es auf der Seite darüber steht, was hier gespeichert wird.',
      'Mit deinem Code kannst du deinen Fall beenden: mit einer PIN sofort, ohne PIN nach 72 Stunden. Dann wird alles gelöscht, was du ausgefüllt hast, und deine Fingerabdrücke auch. Deine Kontaktdaten können gelöscht werden, sobald du es willst.',
      'Es bleiben die Nummer deiner Anfrage, die Tage und was der Dienst entschieden hat. Ein Dienst, der das Bild entfernt hat, behält einen eigenen Fingerabdruck. In älteren Sicherungskopien der Website kann noch eine Weile eine verschlüsselte Kopie stehen.',
    ],
  },
  keptNote:
    'Lädt diese Seite auf diesem Gerät neu, ist noch da, was du ausgefüllt hast, nur die PIN nicht und keine Datei, die noch gelesen wird. Es liegt verschlossen in diesem Browser. Der Schlüssel ist weg, sobald du gehst oder 15 Minuten lang nichts tust.',
  keptNoteNoPin:
    'Lädt diese Seite auf diesem Gerät neu, ist noch da, was du ausgefüllt hast, nur keine Datei, die noch gelesen wird. Es liegt verschlossen in diesem Browser. Der Schlüssel ist weg, sobald du gehst oder 15 Minuten lang nichts tust.',
  keptWaits:
    'Was du hier ausgefüllt hast, liegt noch verschlossen in diesem Browser. Es wird gerade geholt, und nichts davon geht verloren. Ist es in einer Minute nicht da, lade diese Seite neu.',
  offline:
    'Du hast gerade keine Verbindung, deshalb wurde nichts gesendet. Alles, was du ausgefüllt hast, ist noch da. Schalte die Verbindung ein und drück noch einmal auf den Knopf.',
  sending: 'Es wird gesendet. Einen Moment bitte.',
  unreachable:
    'Wir erreichen die Website gerade nicht. Es wurde nichts gesendet, und alles, was du ausgefüllt hast, ist noch da. Versuch es in einer Minute noch einmal.',
  problems: {
    heading: 'Es wurde noch nichts gesendet',
    intro: 'Alles, was du ausgefüllt hast, ist noch da. Bitte sieh dir das an:',
    service: 'Wähle den Dienst aus, bei dem das Bild ist.',
    onBehalfOf: 'Sag, ob du die Person auf dem Bild bist, für sie handelst oder jemand anderes bist.',
    tooManyLinks:
      'In eine Anfrage passen {most} Links, und hier sind es {given}. Es ist nichts verloren: Bitte schneide den Rest aus, sende das hier, und füge den Rest in eine zweite Anfrage ein.',
    requestFull:
      'In eine Anfrage passen {most} Links. Die, die schon darin sind, zählen mit. Bitte füge den Rest in eine zweite Anfrage ein, mit einem neuen Code.',
    linksTooLong:
      'Das ist zu viel Text für eine Anfrage: Es passen höchstens {most} Zeichen hinein. Es ist nichts verloren: Bitte schneide einen Teil aus, sende das hier, und füge diesen Teil in eine zweite Anfrage ein.',
    textTooLong: 'Bitte kürze das auf {most} Zeichen.',
    otherLinesTooLong:
      'Einige Zeilen hier sind keine Links, zum Beispiel „{first}“. Zusammen mit dem Hinweis, wie man es findet, dürfen sie {most} Zeichen haben. Bitte kürze sie, oder nimm sie heraus.',
    notALink: '„{first}“ ist kein Link. Bitte kopiere den ganzen Link, oder nimm diese Zeile heraus.',
    notLinks: 'Diese Zeilen sind keine Links: {lines}. Bitte kopiere jeden Link ganz, oder nimm diese Zeilen heraus.',
    tooManyBeside: 'In einer Anfrage kannst du {most} solche Dinge nennen. Bitte nimm einige heraus.',
    otherAddress:
      'Du hast diese Website unter einer anderen Adresse geöffnet als ihrer eigenen, deshalb wurde nichts gesendet. Alles, was du ausgefüllt hast, ist noch da. Bitte öffne {address} und füll es dort aus. Du kannst es von dieser Seite kopieren.',
    newCode:
      'Dein Code ist nicht vollständig angekommen, deshalb steht auf dieser Seite ein neuer. Bitte schreib ihn statt des alten auf, und sende das hier noch einmal.',
    fingerprints: 'Die Fingerabdrücke waren nicht lesbar. Bitte wähle deine Bilder noch einmal aus, oder mach nur mit Links weiter.',
  },
};
