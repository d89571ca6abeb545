/** What does she read when she comes back: how her case opens, where it stands, and how it ends? In German. */
import type { WordsOf } from '../in-each-language.ts';

export const openCase: WordsOf<'openCase'> = {
  heading: 'Mit deinem Code zurückkommen',
  code: 'Dein Code',
  codeHint: '21 Buchstaben und Zahlen. Kleine Buchstaben gehen auch, und die Striche kannst du weglassen.',
  pin: 'Deine PIN',
  pinHint: 'Du hast eine PIN gewählt, als du deinen Code bekommen hast. Groß und klein ist ein Unterschied.',
  open: 'Öffnen',
  lost: 'Du hast deinen Code verloren?',
  lostText:
    'Niemand kann ihn für dich wiederfinden. Was du gesendet hast, läuft von selbst weiter: Der Dienst muss trotzdem antworten. Du kannst auch eine neue Anfrage senden. Sie bekommt einen neuen Code.',
  problemsHeading: 'Es hat sich nicht geöffnet',
  unknown:
    'Dieser Code öffnet nichts. Bitte vergleiche jeden Buchstaben und jede Zahl mit dem, was du gespeichert hast. Ein Code funktioniert, sobald seine Anfrage gesendet oder gespeichert ist, und nicht mehr, wenn sein Fall beendet ist.',
  wrongPin: 'Der Code und die PIN passen nicht zusammen.',
  notKeptHeading: 'Dieser Browser hat deinen Fall nicht offen gehalten',
  notKept:
    'Er nimmt von dieser Seite keine Cookies an. Bitte erlaube sie hier, oder nimm einen anderen Browser. Hast du gerade etwas gesendet? Dann ist es angekommen.',
};

const theCase: WordsOf<'case'> = {
  heading: 'Deine Anfragen',
  news: {
    filed: {
      heading: 'Es ist gesendet',
      text: 'Es ist angekommen. Dein Code öffnet diese Seite wieder. Bitte sieh nach, ob du ihn gespeichert hast: Er wird nicht noch einmal gezeigt.',
    },
    added: { heading: 'Es ist ergänzt', text: 'Danke. Was du ergänzt hast, ist beim Dienst angekommen.' },
    'added-in-part': {
      heading: 'Es ist zum Teil ergänzt',
      text: 'Nicht jeder Dienst hat es angenommen: Einer hat vielleicht schon entschieden. Unten liest du, wer es hat.',
    },
    'taken-out': { heading: 'Es ist herausgenommen', text: 'Alles andere in deinem Fall läuft weiter.' },
    'taking-out': {
      heading: 'Es wird herausgenommen',
      text: 'Das geschieht nach 72 Stunden. Bis dahin läuft alles weiter wie bisher, und unten kannst du es noch drin lassen.',
    },
    'kept-in': { heading: 'Es bleibt drin', text: 'Es wird nichts herausgenommen.' },
    'out-already': { heading: 'Es hat sich nichts geändert', text: 'Es ist nicht mehr da, oder der Dienst hat inzwischen geantwortet.' },
    'goes-on': { heading: 'Dein Fall läuft weiter', text: 'Er wird nicht beendet.' },
    watching: {
      heading: 'Es wird danach Ausschau gehalten',
      text: 'Bitte sieh nach, ob du deinen Code gespeichert hast. Er wird nicht noch einmal gezeigt.',
    },
    answered: { heading: 'Deine Antwort ist gesendet', text: 'Danke. Ein Mensch beim Dienst liest sie, bevor entschieden wird.' },
    complained: {
      heading: 'Es ist gesendet',
      text: 'Ein anderer Mensch beim Dienst sieht es sich noch einmal an. Die Antwort liest du hier.',
    },
    'answered-late': {
      heading: 'Es war schon entschieden',
      text: 'Was du jetzt gesendet hast, kam zu spät und wurde nicht hinzugefügt.',
    },
    'complained-before': {
      heading: 'Du hast dich schon beschwert',
      text: 'Es zählt, was du zuerst gesendet hast. Was du jetzt gesendet hast, wurde nicht hinzugefügt. Die Antwort liest du hier.',
    },
    kept: {
      heading: 'Es ist gespeichert und nicht gesendet',
      text: 'Kein Dienst weiß davon. Dein Code öffnet diese Seite wieder. Bitte sieh nach, ob du den Code gespeichert hast: Er wird nicht noch einmal gezeigt.',
    },
    'kept-deleted': { heading: 'Es ist gelöscht', text: 'Nichts davon wurde gesendet.' },
    'kept-sent': {
      heading: 'Es ist schon gesendet',
      text: 'Darum konnte es nicht gelöscht werden. Unten kannst du etwas herausnehmen oder deinen Fall beenden.',
    },
    erased: { heading: 'Es ist gelöscht', text: 'Deine Kontaktdaten wurden gelöscht. Dein Fall läuft ohne sie weiter.' },
  },
  erasedUnsent: 'Deine Kontaktdaten wurden aus dem gelöscht, was du hier gespeichert hast.',
  number: 'Nummer deiner Anfrage',
  numberNote:
    'Diese Nummer kannst du dem Dienst oder einer Behörde geben. Sie öffnet nichts. Sie zeigt, dass deine Anfrage eingegangen ist, und wann. Sie zeigt nicht, wer recht hat.',
  lawsHeading: 'Die Gesetze, auf die du dich hier stützen kannst',
  lawsText: 'Du hast eine Anfrage gestellt. Sie zählt nach jedem dieser Gesetze, und jedes hat eine eigene Nummer und eine eigene Frist.',
  until: 'Der Dienst hat Zeit bis {moment}.',
  missingHeading: 'Was noch fehlt',
  missingIntro: 'Wenn du das ergänzt, ist deine Anfrage vollständig.',
  add: 'Ergänzen',
  alone: 'Dieser Knopf sendet nur, was darüber steht. Was du in einem anderen Formular auf dieser Seite geschrieben hast, ist dann weg.',
  aloneHeld:
    'Du hast in einem anderen Formular auf dieser Seite etwas geschrieben. Das geht hier nicht mit und ist weg, sobald du dies sendest. Brauchst du es noch? Dann kopiere es zuerst. Um nur dies zu senden, drück noch einmal auf den Knopf.',
  moreSummary: 'Etwas ergänzen oder verbessern',
  moreNote: 'Das geht, bis der Dienst entschieden hat. Ein Mensch dort liest es. Es ändert keine Frist.',
  moreLinks: 'Weitere Links zum Bild',
  moreReplaces: 'Was du hier schreibst, tritt an die Stelle von dem, was hier stand.',
  moreBeside: 'Was neben dem Bild steht',
  /** In place of that form, before the link to a new request. */
  noMore:
    'Der Dienst hat entschieden. Deshalb kann hier nichts mehr ergänzt werden. Ist das Bild noch an einem anderen Ort, oder steht noch etwas daneben?',
  askedHeading: 'Der Dienst fragt dich',
  askedNote: 'Du musst nicht antworten, und eine Antwort verschiebt keine Frist. Ohne sie entscheidet der Dienst nach dem, was er hat.',
  linkIsRight: 'Der Link, den ich angegeben habe, stimmt',
  askedSend: 'Antwort senden',
  whichOne: 'Welches Bild ist es?',
  whichOneHint: 'Zum Beispiel: das zweite von links, oder das letzte im Album. Du kannst hier auch schreiben, wie man es findet.',
  addProblems: 'Bitte sieh dir das an',
  stale: 'Diese Seite war zu lange offen, deshalb wurde nichts gesendet. Was du geschrieben hast, ist noch da. Bitte sende es noch einmal.',
  otherCase:
    'Diese Seite gehörte zu einem anderen Fall. Inzwischen ist in diesem Browser ein anderer Fall offen, deshalb wurde nichts gesendet.',
  nothingNew: 'Es war nichts Neues ausgefüllt. Deshalb wurde nichts ergänzt.',
  notAnEmail: 'Das ist noch keine E-Mail-Adresse. Sie sollte aussehen wie name@example.org.',
  notAPhone: 'Das ist noch keine Telefonnummer. Sie braucht mindestens fünf Ziffern.',
  /** In place of the list that stands right below. */
  needsAnswers: 'Der Dienst hat deine Anfrage, und seine Frist läuft. Es fehlt noch etwas.',
  /** Where one law lacks something, and another has all that it needs. */
  oneLawLacks: 'Der Dienst hat deine Anfrage. Eines der Gesetze verlangt noch etwas, das du unten ergänzen kannst.',
  tags: {
    'not-sent': 'Noch nicht gesendet',
    'needs-answers': 'Es fehlt etwas',
    asked: 'Eine Frage an dich',
    waiting: 'Beim Dienst',
    'being-removed': 'Der Dienst hat Ja gesagt',
    overdue: 'Nicht rechtzeitig beantwortet',
    'removal-overdue': 'Nicht rechtzeitig erledigt',
    removed: 'Entfernt',
    'removed-in-part': 'Zum Teil entfernt',
    'being-hidden': 'Wird verborgen',
    'out-of-view': 'Nicht mehr zu sehen',
    'being-limited': 'Der Dienst setzt eine Grenze',
    limited: 'Der Dienst hat eine Grenze gesetzt',
    gone: 'Nicht mehr da',
    'not-there': 'Nicht mehr da',
    kept: 'Der Dienst hat Nein gesagt',
    'withdrawal-waiting': 'Wird beendet',
    withdrawn: 'Beendet',
  },
  timelineHeading: 'Was passiert ist',
  next: 'Als Nächstes:',
  sentHeading: 'Was du gesendet hast',
  sentLinks: 'Links',
  sentHowToFind: 'Wie man es findet',
  sentBeside: 'Außerdem gemeint',
  besideKinds: { text: 'Worte', link: 'Link', account: 'Konto' },
  besideDecided: {
    open: 'Noch nicht entschieden.',
    removed: 'Der Dienst hat entschieden, dass es wegkommt.',
    hidden: 'Der Dienst hat entschieden: nicht zu sehen, bis er es sich angesehen hat.',
    suspended: 'Der Dienst hat entschieden: gesperrt, bis er es sich angesehen hat.',
    left: 'Der Dienst hat dazu einzeln nichts unternommen.',
    unheeded: 'Der Dienst unternimmt dazu hier nichts. Die Menschen, die entscheiden, lesen es.',
  },
  sentPictures: 'Fingerabdrücke',
  sentPicturesOf: 'für {files}',
  sentSignature: 'Unterschrieben',
  sentContact: 'Deine Kontaktdaten',
  contactHeading: 'Deine Kontaktdaten',
  contactErased:
    'Deine Kontaktdaten wurden gelöscht. Deine Anfrage läuft ohne sie weiter. Wenn du magst, gib hier neue an, damit der Dienst dich etwas fragen kann.',
  contactAdd: 'Kontaktdaten ergänzen',
  notReachable: 'So kann dich noch niemand erreichen. Eine Telefonnummer braucht mindestens fünf Ziffern.',
  erase: 'Meine Kontaktdaten löschen',
  eraseText:
    'Der Dienst kann sie dann hier nicht mehr lesen und dich nichts mehr fragen. Sonst ändert sich an deiner Anfrage nichts. Was der Dienst vorher aufgeschrieben hat, hat er vielleicht noch.',
  eraseTextSaved:
    'Sie stehen dann nicht mehr in dem, was du hier gespeichert hast. Sonst ändert sich nichts. Hast du einen Brief selbst gesendet, hat ihn der Empfänger noch.',
  nothing: 'Hier ist keine Anfrage mehr. Was du gespeichert und nicht gesendet hast, wird an seinem Tag gelöscht.',
  askAgain: 'Eine neue Anfrage senden',
  askAgainNote: 'Sie bekommt einen eigenen Code.',
  canDoHeading: 'Was du tun kannst',
  afterNo: 'Diese Antwort sagt nichts über dich. Sie sagt, was sie sehen konnten. Du kannst mit jemandem darüber reden: {help}.',
  afterNoHelp: 'Menschen, die helfen',
  whereToTurn: 'An wen du dich wenden kannst',
  hiddenUntilDecided: 'Das Bild ist jetzt verborgen, bis ein Mensch entschieden hat.',
  staysDown:
    'Gibt es einen Fingerabdruck des Bildes, hält der Dienst auch neue Uploads zurück, die so aussehen, bis ein Mensch sie sich angesehen hat. So werden dasselbe Bild und viele veränderte gefunden, nicht alle.',
  copiesAreAskedAbout:
    'Wo es einen Fingerabdruck des Bildes gibt, sieht sich ein Mensch beim Dienst auch neu Hochgeladenes an, das ihm ähnelt. Bis dahin ist es zu sehen. So werden das gleiche Bild und viele veränderte gefunden, nicht alle.',
  withdrawalHeading: 'Dieser Fall wird beendet',
  withdrawalText:
    'Jemand mit deinem Code möchte ihn beenden. Bis es so weit ist, läuft alles weiter wie bisher. Warst du das nicht, oder hast du es dir anders überlegt?',
  withdrawalCancel: 'Meinen Fall weiterführen',
  withdrawalSooner: 'Mit meiner PIN sofort beenden',
  keepHeading: 'Eine Kopie behalten',
  endHeading: 'Schließen oder beenden',
  end: 'Meinen Fall beenden',
  close: 'Auf diesem Gerät schließen',
  closeNote: 'Schließen beendet nichts. Dein Code öffnet diese Seite wieder.',
  closesByItself:
    'Nach 15 Minuten ohne Nutzung wird diese Seite von selbst leer. Was du weder gesendet noch gespeichert hast, ist dann weg.',
};

export const addPictures: WordsOf<'addPictures'> = {
  caseHeading: 'Mehr Bilder oder Videos',
  heading: 'Bilder oder Videos ergänzen',
  note: 'Das geht, bis der Dienst entschieden hat. Dein Gerät macht von jedem einen Fingerabdruck, und nur der wird gesendet.',
  text: 'Wähle die Bilder oder Videos aus, die zu deiner Anfrage gehören. Dein Gerät macht von jedem einen Fingerabdruck. Bei einem Video gib auch Links an: Seinem Fingerabdruck entgehen manche Kopien.',
  withoutScript:
    'Für Fingerabdrücke braucht es JavaScript. In diesem Browser ist es aus. Links kannst du trotzdem ergänzen: Geh zurück zu deinen Anfragen.',
  only: 'Die Fingerabdrücke gehen an {name} und an keinen anderen Dienst.',
  legend: 'Wer bekommt die Fingerabdrücke?',
  problems: {
    known: 'Der Dienst hat diese Bilder schon. Deshalb wurde nichts ergänzt.',
    decided: 'Der Dienst hat schon entschieden. Deshalb kann dort nichts mehr ergänzt werden.',
    full: 'Mehr passt nicht in diese Anfrage. Für diese Bilder kannst du eine neue Anfrage senden.',
  },
};

export const withdraw: WordsOf<'withdraw'> = {
  heading: 'Deinen Fall beenden',
  means:
    'Damit endet dein Fall. Bei {services} wird dann nicht mehr für dich daran gearbeitet und nicht mehr für dich nach dem Bild gesucht.',
  meansAlone: 'Damit endet dein Fall.',
  saved: 'Was du gespeichert und nicht gesendet hast, wird dann gelöscht.',
  letters:
    'Die Texte, die du selbst an andere Websites sendest, werden dann hier gelöscht. Speichere vorher, was du noch brauchst. Was du gesendet hast, bleibt bei denen, die es bekommen haben.',
  own: 'Wenn ein Dienst schon selbst entschieden hat, dass das Bild wegbleiben muss, behält er diese Entscheidung und was er dazu festgehalten hat.',
  removalStands:
    'Ein Dienst hat schon Ja gesagt. Dabei bleibt es: Er muss das Bild trotzdem entfernen, und er kann einen eigenen Fingerabdruck behalten. Du siehst hier dann nicht, wann es erledigt ist.',
  staysDown:
    'Wenn du deinen Fall beendest, kommt dadurch nichts zurück. Wenn der Dienst einen Fingerabdruck des Bildes behält, hält er Kopien davon weiter zurück, bis ein Mensch sie sich angesehen hat.',
  limitStands: 'Ein Dienst hat entschieden, dass weniger Menschen das Bild sehen dürfen. Dabei bleibt es.',
  referred:
    'Ein Dienst hat das Bild unsichtbar gemacht und es an Menschen weitergegeben, deren Aufgabe der Schutz junger Menschen ist. Dabei bleibt es. Für sie bleiben Angaben zu dem Bild gespeichert, bis ihre Arbeit getan ist.',
  after: 'Danach öffnet dein Code nichts mehr. Du kannst jederzeit eine neue Anfrage senden.',
  withoutPin:
    'Der Fall endet nach 72 Stunden. Bis dahin läuft alles weiter wie bisher, und mit deinem Code kannst du es dir anders überlegen. Wir warten, weil jemand anderes deinen Code gefunden haben könnte.',
  withPin: 'Mit deiner PIN endet er sofort. Ohne sie endet er nach 72 Stunden.',
  pin: 'Deine PIN',
  pinHint: 'Wenn du sie nicht mehr hast, lass das leer. Die nächste Seite sagt dann, was du tun kannst.',
  eraseContact: 'Auch meine Kontaktdaten löschen, und zwar jetzt',
  eraseContactHint: 'Der Dienst kann dich dann nichts mehr fragen.',
  confirm: 'Meinen Fall beenden',
  back: 'Zurück, ohne ihn zu beenden',
  problemsHeading: 'Es wurde nichts beendet',
  wrongPin: 'Diese PIN passt nicht. Bitte versuch es noch einmal.',
  noPin: 'Bitte gib deine PIN ein.',
  pinLeftEmpty: {
    heading: 'Du hast keine PIN eingegeben',
    lead: 'Noch ist nichts beendet. Mit deiner PIN endet dein Fall sofort.',
    confirm: 'Sofort beenden',
    withoutHeading: 'Du hast deine PIN nicht mehr?',
    without:
      'Dein Fall kann auch ohne sie enden, nach 72 Stunden. Bis dahin läuft alles weiter wie bisher, und mit deinem Code kannst du es dir anders überlegen. Wir warten, weil jemand anderes deinen Code gefunden haben könnte.',
    withoutConfirm: 'Nach 72 Stunden beenden',
    eraseContact: 'Deine Kontaktdaten werden dann sofort gelöscht, wie du es wolltest.',
  },
  sooner: {
    heading: 'Deinen Fall sofort beenden',
    than: 'Dein Fall endet von selbst am {moment}.',
    lead: 'Mit deiner PIN endet er sofort.',
    confirm: 'Sofort beenden',
    back: 'Zurück',
  },
};

export const withdrawDone: WordsOf<'withdrawDone'> = {
  endedHeading: 'Dein Fall ist beendet',
  /** By how many services there are. */
  told: { one: '{services} bekommt gerade Bescheid.', other: '{services} bekommen gerade Bescheid.' },
  ended: 'Dein Code öffnet jetzt nichts mehr.',
  removalStands: 'Ein Dienst hatte vorher Ja gesagt. Dabei bleibt es: Er muss das Bild trotzdem entfernen.',
  limitStands: 'Ein Dienst hat entschieden, dass weniger Menschen das Bild sehen dürfen. Dabei bleibt es.',
  endedNext: 'Du kannst jederzeit eine neue Anfrage senden. Öffne dafür ein neues Formular, damit sie einen neuen Code hat.',
  waitingHeading: 'Dein Fall wird beendet',
  waitingUntil: 'Er endet am {moment}.',
  waiting:
    'Bis dahin läuft alles weiter wie bisher. Wenn du es dir anders überlegst, komm mit deinem Code zurück, oder drück jetzt auf den Knopf.',
  contactErased: 'Deine Kontaktdaten wurden gelöscht.',
  sooner: 'Mit meiner PIN sofort beenden',
  cancel: 'Meinen Fall weiterführen',
  back: 'Zurück zu deinen Anfragen',
};

export const follow: WordsOf<'follow'> = {
  heading: 'Sieh, was aus deiner Anfrage wird',
  text: 'Du hast einen Dienst gebeten, ein Bild zu entfernen, und er hat dir einen Link gegeben. Damit machst du dir einen eigenen Code und siehst, was passiert. Danach funktioniert der Link nicht mehr.',
  opening: 'Deine Anfrage wird geöffnet.',
  link: 'Der Link, den der Dienst dir gegeben hat',
  linkHint: 'Füge den ganzen Link ein. Am Ende stehen ein # und eine Reihe von Buchstaben und Zahlen.',
  go: 'Weiter',
  problemsHeading: 'Es hat sich nicht geöffnet',
  unknown:
    'Dieser Link öffnet nichts. Vielleicht wurde er schon einmal benutzt. Wenn du damit einen Code gemacht hast, komm mit dem Code zurück.',
  codeHeading: 'Mach diese Anfrage zu deiner',
  codeText: 'Das ist deine Anfrage an {service}. Von jetzt an öffnet sie dein eigener Code. Der Dienst sieht den Code nie.',
  codeWorks: 'Dieser Code funktioniert, sobald du unten auf den Knopf gedrückt hast.',
  codeGo: 'Diesen Code nehmen und weiter',
  codeProblemsHeading: 'Bitte sieh dir das an',
};

export { theCase as case };
