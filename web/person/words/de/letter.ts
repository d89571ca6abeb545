/** What does she read where she writes to a service elsewhere: on the form, beside the finished text, and in her case? In German. */
import type { WordsOf } from '../in-each-language.ts';

export const letter: WordsOf<'letter'> = {
  heading: 'An eine andere Website schreiben',
  lead: 'Du sagst es einmal. Du bekommst einen fertigen Text für die Website, mit jedem Gesetz, das du auswählst. Du sendest ihn selbst, jetzt oder später.',
  again: 'Was du vorher gesagt hast, ist schon ausgefüllt. Ändere, was bei dieser Website anders ist.',
  known:
    'Dein Name und deine Kontaktdaten sind schon ausgefüllt, wenn du sie in diesem Fall angegeben hast. Der Rest ist neu für diese Website.',
  service: {
    heading: 'Welche Website',
    legend: 'Wohin möchtest du schreiben?',
    other: 'Eine andere Website oder App',
    name: 'Name der Website oder App',
    nameHint: 'Zum Beispiel der Name, der oben auf ihren Seiten steht.',
    sendTo: 'Wohin der Text geht',
    sendToHint:
      'Suche am Ende ihrer Seiten nach Melden, Kontakt, Impressum oder Rechtliches. Kopiere die E-Mail-Adresse oder den Link hierher. Du kannst das leer lassen und später suchen.',
  },
  laws: {
    heading: 'Welche Gesetze',
    text: 'Wähle jedes aus, das passt. Wenn du nicht sicher bist, wähle alle, die passen könnten: Ein Dienst muss sich jedes ansehen. Wenn du keines wählst, stützt sich der Text auf die Regeln der Website. Bei einer Suchmaschine nennt der Text nur die, die für sie gelten.',
    places: {
      'take-it-down':
        'USA: für Websites und Apps, auf denen Menschen dort etwas posten können, nicht für Suchmaschinen. Sie haben danach 48 Stunden Zeit.',
      'online-safety-act':
        'Vereinigtes Königreich: für Websites und Suchmaschinen, die Menschen dort benutzen. Sie haben danach 48 Stunden Zeit.',
      'digital-services-act':
        'Europäische Union: für Websites, die Menschen dort benutzen, nicht für Suchmaschinen. Das Gesetz nennt keine Stunden und verlangt eine E-Mail-Adresse.',
    },
    unconfirmed: 'Ab welchem Tag dieses Gesetz gilt, haben wir nicht bestätigt. Das steht so auch im Text.',
    told: 'Nach diesem Gesetz muss die Website der Person, die es gepostet hat, sagen, dass es entfernt wurde, und warum. Sie soll nicht sagen, wer darum gebeten hat.',
    notTold:
      'Dieses Gesetz verlangt nicht, dass die Website der Person, die es gepostet hat, etwas sagt. Nach eigenen Regeln kann eine Website das tun. Der Text bittet sie, nicht zu sagen, wer du bist.',
    sees: 'Mit dem Text bekommt die Website deinen Namen und deine Kontaktdaten.',
  },
  language: {
    legend: 'In welcher Sprache soll der Text sein?',
    hint: 'Auf Englisch, wenn du nichts wählst. Ein Text nach einem Gesetz der Vereinigten Staaten oder des Vereinigten Königreichs ist auf Englisch. Du kannst ihn auch ganz in deiner Sprache lesen.',
  },
  beside: 'Wenn du magst. Es steht dann im Text, und der Dienst wird gebeten, sich alles einzeln anzusehen.',
  check: {
    to: 'Der Text ist für {name}. Von hier wird nichts dorthin gesendet.',
    later: 'Ein Teil darf leer bleiben. Du kannst jetzt etwas ergänzen, oder später in deinem Fall.',
  },
  sendNote: 'Von hier wird nichts gesendet. Der Text bleibt verschlüsselt in deinem Fall, bis du ihn beendest.',
  save: 'Text erstellen',
  codeWorks: 'Dieser Code funktioniert, sobald du auf „Text erstellen“ gedrückt hast.',
  problems: {
    heading: 'Es wurde noch nichts gespeichert',
    service: 'Wähle aus, wohin du schreiben möchtest.',
    name: 'Nenne den Namen der Website.',
    tooMany: 'In einen Fall passen 50 davon. Bitte nimm einen heraus, den du nicht mehr brauchst.',
    sent: 'Diesen Text hast du schon gesendet. Bitte schreib einen neuen.',
  },
  page: {
    heading: 'Dein Text für {service}',
    missingHeading: 'Was noch fehlt',
    missing: 'Du kannst ihn so senden, wie er ist. Damit hätte er alles, was das Gesetz verlangt:',
    change: 'Etwas ändern oder ergänzen',
    textHeading: 'Der Text',
    textLabel: '{title}: Markiere alles und kopiere es',
    inYourLanguage: 'Was darin steht, in deiner Sprache',
    file: 'Als Datei speichern (PDF)',
    fileOfYours: 'Diese Übersetzung als Datei speichern (PDF)',
    noFileOfYours:
      'Von dieser Übersetzung gibt es keine Datei: Die Datei kann einige Buchstaben daraus nicht zeigen. Du kannst sie hier lesen.',
    fileOfYoursNote: 'Das ist eine Übersetzung, für dich zum Lesen. Sende den Text in der anderen Datei.',
    notCopied: 'Der Text ist markiert. Kopiere ihn mit der Tastatur, oder indem du den Finger darauf hältst.',
    fileNote: 'Sie heißt document.pdf. Wer dieses Gerät benutzt, kann sie öffnen.',
    fileLacks:
      'Die Datei kann einige Buchstaben in diesem Text nicht zeigen, etwa chinesische. Bitte kopiere den Text, statt die Datei zu nehmen.',
    inYoursNote: 'Das ist für dich zum Lesen. Sende den Text darüber.',
    sendHeading: 'Wohin du ihn sendest',
    sendUnknown:
      'Du hast nicht gesagt, wohin er geht. Suche am Ende der Seiten dieser Website nach Melden, Kontakt, Impressum oder Rechtliches.',
    formOf: 'Das Formular von {service}',
    alone:
      'Sende das Schreiben zum Urheberrecht für sich allein. Die Website kann es mit deinem Namen an die Person weitergeben, die das Bild gepostet hat.',
    answersHeading: 'Antworten für das Formular',
    answersNote: 'Das Formular der Website fragt danach. Du kannst jede Antwort kopieren.',
    means: 'Das heißt: {answer}',
    herself: 'Das kannst nur du beantworten.',
    timeHeading: 'Wie lange es dauert',
    hours: {
      one: 'Das Gesetz gibt der Website {count} Stunde Zeit, gerechnet ab dem Eingang des Textes. Tag und Uhrzeit stehen in deinem Fall, sobald du eingetragen hast, dass du ihn gesendet hast.',
      other:
        'Das Gesetz gibt der Website {count} Stunden Zeit, gerechnet ab dem Eingang des Textes. Tag und Uhrzeit stehen in deinem Fall, sobald du eingetragen hast, dass du ihn gesendet hast.',
    },
    noHours: 'Kein Gesetz in diesem Text nennt Stunden. Üblich sind ein paar Tage.',
    afterHeading: 'Wenn nichts passiert oder die Antwort Nein ist',
    after: 'Komm mit deinem Code zurück, und trag es ein. Dann siehst du, was du noch tun kannst. Diese Stellen können helfen:',
    search: 'Bitte auch Suchmaschinen, es wegzulassen.',
    site: 'Schreib der Website, auf der das Bild steht. Was dort weg ist, verschwindet auch aus der Suche.',
    helpers: 'Menschen, die dabei helfen, stehen am Ende dieser Seite.',
    leftOut: 'Nicht in diesem Text, weil es für Websites gilt, die Beiträge von Menschen speichern, und nicht für Suchmaschinen: {laws}.',
    record:
      'Notiere die Adresse, das Konto, den Tag und die Uhrzeit, bevor das Bild weg ist. Das Bild brauchst du dafür nicht. Bewahre die Notiz nicht auf einem Gerät auf, das andere benutzen.',
    sent: 'Ich habe ihn gesendet',
    back: 'Zurück zu deinen Anfragen',
  },
  case: {
    heading: 'Was du selbst sendest',
    none: 'Ist es auch auf einer anderen Website?',
    write: 'An eine andere Website schreiben',
    open: 'Den Text öffnen',
    until: 'Die Website hat Zeit bis {moment}.',
    hadUntil: 'Die Website hatte Zeit bis {moment}.',
    sentOn: 'Du hast ihn am {day} gesendet.',
    madeOn: 'Du hast ihn am {day} geschrieben.',
    sent: 'Ich habe ihn gesendet',
    gone: 'Dort ist es weg',
    refused: 'Die Antwort war Nein',
    delete: 'Diesen Text löschen',
    next: 'Was du jetzt tun kannst:',
    incomplete: 'Darin fehlt noch etwas, was das Gesetz verlangt.',
    tags: {
      'to-send': 'Noch nicht gesendet',
      sent: 'Von dir gesendet',
      overdue: 'Nicht rechtzeitig beantwortet',
      gone: 'Weg',
      refused: 'Die Antwort war Nein',
    },
  },
};
