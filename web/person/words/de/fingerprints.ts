/** What does she read while her device makes fingerprints, and when it cannot? In German. */
import type { WordsOf } from '../in-each-language.ts';

export const fingerprintPanel: WordsOf<'fingerprintPanel'> = {
  gettingReady: 'Wird vorbereitet. Das dauert einen Moment.',
  ready:
    'Bereit. Wenn du magst, schalte jetzt deine Verbindung aus und wähle dann deine Bilder. Schalte sie wieder ein, bevor du auf „Senden“ drückst.',
  readySlow:
    'Bereit. Dieser Browser ist dabei langsam: Ein großes Bild kann eine Minute dauern. HEIC-Bilder und Videos gehen in ihm nicht. Wenn du willst, schalte jetzt die Verbindung aus und wähle dann deine Bilder. Schalte sie wieder ein, bevor du auf „Senden“ drückst.',
  problemsSlow: {
    heic: 'Das ist ein HEIC-Bild. Dieser Browser kann es hier nicht lesen. Eine Kopie als JPEG geht, ein Link auch.',
    video: 'Das ist ein Video. Dieser Browser kann es hier nicht lesen. Für deine Anfrage genügt ein Link dazu.',
  },
  notAvailable: 'Dieser Browser kann hier keine Fingerabdrücke machen. Das macht nichts: Du kannst deine Anfrage nur mit Links senden.',
  distorted:
    'Dieser Browser verändert Bilder, die eine Seite liest, um deine Privatsphäre zu schützen. Fingerabdrücke von hier würden nicht passen. Nimm Links, oder einen anderen Browser auf einem Gerät, dem du vertraust.',
  choose: 'Bilder auswählen',
  chooseMore: 'Weitere Bilder auswählen',
  listLabel: 'Deine Bilder',
  waiting: 'Wartet',
  reading: 'Wird gelesen',
  done: 'Fingerabdruck fertig',
  /** On the button; `removeName` is read out. */
  remove: 'Herausnehmen',
  removeName: 'Herausnehmen: {name}',
  pictures: {
    one: '{count} Bild ist bereit, als Fingerabdruck gesendet zu werden.',
    other: '{count} Bilder sind bereit, als Fingerabdrücke gesendet zu werden.',
  },
  stillReading: 'Einige Bilder werden noch gelesen. Warte einen Moment, oder nimm sie heraus, und drück dann noch einmal auf den Knopf.',
  keptName: 'Bild {number}, von vorher',
  keptVideoName: 'Video {number}, von vorher',
  heic: 'Ich habe auch HEIC-Bilder',
  heicHint:
    'Viele iPhones speichern Bilder als HEIC. Lädt ein Programm von {size}, das sie auf deinem Gerät liest. Kreuz das an, solange du verbunden bist.',
  heicLoading: 'Das Programm, das HEIC-Bilder liest, wird geladen.',
  loadingOther: 'Ein weiteres Programm wird geladen. Bleib noch einen Moment verbunden.',
  heicReady:
    'Bereit, auch für HEIC-Bilder. Wenn du magst, schalte jetzt deine Verbindung aus und wähle dann deine Bilder. Schalte sie wieder ein, bevor du auf „Senden“ drückst.',
  heicNotLoaded:
    'Der Teil für HEIC-Bilder wurde nicht geladen. Wenn deine Verbindung aus ist, schalte sie ein und kreuz das noch einmal an. Andere Bilder gehen auch ohne ihn.',
  videos: 'Ich habe auch Videos',
  videosHint:
    'Lädt ein Programm ({size}), das Videos auf deinem Gerät liest. Setz das Häkchen, solange du verbunden bist. Ein Dienst kann Kopien eines Videos an seinem Fingerabdruck finden. Zugeschnittene, eingerahmte oder gedrehte findet er so aber nicht.',
  chooseFiles: 'Bilder oder Videos auswählen',
  chooseMoreFiles: 'Weitere Dateien auswählen',
  videosLoading: 'Das Programm, das Videos liest, wird geladen.',
  videosReady:
    'Bereit, auch für Videos. Wenn du magst, schalte jetzt deine Verbindung aus und wähle dann deine Dateien. Schalte sie wieder ein, bevor du auf „Senden“ drückst.',
  videosNotLoaded:
    'Der Teil für Videos wurde nicht geladen. Wenn deine Verbindung aus ist, schalte sie ein und setz das Häkchen noch einmal. Bilder gehen auch ohne ihn.',
  videosNotAvailable:
    'Dieser Browser kann hier keine Videos lesen. Bilder gehen trotzdem, und für deine Anfrage genügt ein Link zum Video.',
  readingVideo: 'Wird Bild für Bild gelesen: {at} von {of}',
  readingVideoSince: 'Wird Bild für Bild gelesen: bisher {at}',
  stop: 'Lesen anhalten',
  stopName: 'Lesen anhalten: {name}',
  doneInPart: 'Fingerabdruck von dem Teil gemacht, der lesbar ist. Danach scheint die Datei beschädigt zu sein.',
  /** Where videos are among them. */
  filesReady: {
    one: '{count} Datei ist bereit, als Fingerabdruck gesendet zu werden.',
    other: '{count} Dateien sind bereit, als Fingerabdrücke gesendet zu werden.',
  },
  whatIsSent: 'Genau ansehen, was gesendet wird',
  whatIsSentNote: 'Diese Buchstaben und Zahlen und sonst nichts von deinen Dateien. Keine Dateinamen.',
  problems: {
    unsupported:
      'Diese Art von Datei können wir nicht lesen. Bilder als JPEG, PNG, WebP und GIF gehen, in den meisten Browsern auch AVIF. Du kannst das Bild in einer dieser Arten speichern und es noch einmal versuchen.',
    heic: 'Das ist ein HEIC-Bild. Kreuz oben „Ich habe auch HEIC-Bilder“ an und wähle es dann noch einmal. Eine als JPEG gespeicherte Kopie geht auch.',
    video:
      'Das ist ein Video. Setz oben das Häkchen bei „Ich habe auch Videos“, und wähle es dann noch einmal aus. Ein Link zum Video geht auch.',
    'video-kind':
      'Diese Art von Videodatei können wir nicht lesen. MP4, MOV, WebM und MKV gehen. Für deine Anfrage genügt ein Link zum Video.',
    'video-codec':
      'Dieser Browser kann nicht lesen, wie dieses Video gespeichert ist. Ein anderer Browser kann es vielleicht. Oder speichere es als normales MP4, und wähle das aus. Ein Link geht auch.',
    hevc: 'Dieses Video ist so gespeichert, dass dieser Browser es nicht lesen kann (HEVC, viele Handys machen das so). Versuch es mit dem Browser, der auf dem Handy schon dabei war. Oder teile das Video mit dir selbst in der Einstellung „Maximale Kompatibilität“, und wähle das aus. Ein Link geht auch.',
    'sound-only': 'In dieser Datei ist nur Ton und kein Bild. Für deine Anfrage genügt ein Link dazu.',
    'video-damaged':
      'Dieses Video scheint beschädigt zu sein. Wenn du es abspielen kannst, speichere es noch einmal und wähle die neue Datei aus. Ein Link geht auch.',
    'video-too-large':
      'Dieses Video ist zu groß: über 4 GB, oder über 16 Megapixel pro Einzelbild. Speichere eine kleinere Kopie, und wähle die aus. Ein Link geht auch.',
    'video-too-long':
      'Dieses Video ist länger als 30 Minuten. Schneide den Teil aus, auf den es ankommt, und wähle den aus. Ein Link geht auch.',
    'video-plain':
      'Dieses Video ist sehr eintönig oder dunkel. Damit lassen sich nur genaue Kopien dieser Datei finden. Ein Link hilft deshalb mehr.',
    'too-many-videos': 'Zusammen sind diese Videos länger als zwei Stunden. Heb dieses für eine zweite Anfrage auf.',
    cmyk: 'Diese Datei wurde zum Drucken gemacht (CMYK), und ihr Fingerabdruck würde nicht passen. Speichere sie noch einmal als normales JPEG oder PNG, und wähle das aus.',
    damaged:
      'Diese Datei scheint beschädigt zu sein. Wenn du sie öffnen kannst, speichere sie noch einmal und wähle die neue Datei aus. Ein Link geht auch.',
    'too-large': 'Diese Datei ist größer als 100 MB. Speichere eine kleinere Kopie, und wähle die aus.',
    'too-many-pixels': 'Dieses Bild ist größer als 50 Megapixel. Speichere eine kleinere Kopie, und wähle die aus.',
    'too-plain': 'Dieses Bild ist sehr eintönig. Damit lassen sich nur genaue Kopien dieser Datei finden. Ein Link hilft deshalb mehr.',
    'too-many-pictures': 'In eine Anfrage passen 50 Bilder. Heb die anderen für eine zweite auf.',
    twice: 'Dieses Bild hast du schon hinzugefügt.',
    'out-of-memory': 'Der Arbeitsspeicher dieses Geräts reicht für dieses Bild nicht. Ein Link geht auch.',
  },
};
