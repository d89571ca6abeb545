/** What does she read while her device makes fingerprints, and when it cannot? In Italian. */
import type { WordsOf } from '../in-each-language.ts';

export const fingerprintPanel: WordsOf<'fingerprintPanel'> = {
  gettingReady: 'Preparazione in corso. Ci vuole un momento.',
  ready: 'Tutto pronto. Se vuoi, adesso spegni la connessione, poi scegli le tue immagini. Riaccendila prima di premere Invia.',
  readySlow:
    'Pronto. Questo browser è lento: per un’immagine grande può volerci un minuto. Le immagini HEIC e i video qui non funzionano. Se vuoi, ora spegni la connessione, poi scegli le immagini. Riaccendila prima di premere Invia.',
  problemsSlow: {
    heic: 'Questa è un’immagine HEIC. Questo browser non può leggerla qui. Va bene una copia salvata come JPEG, o un link.',
    video: 'Questo è un video. Questo browser non può leggerlo qui. Per la richiesta basta un link al video.',
  },
  notAvailable: 'Qui questo browser non può creare impronte. Va bene lo stesso: puoi inviare la richiesta solo con i link.',
  distorted:
    'Questo browser modifica le immagini che una pagina legge, per proteggere la tua privacy. Le impronte create qui non corrisponderebbero. Usa i link, o un altro browser su un dispositivo di cui ti fidi.',
  choose: 'Scegli immagini',
  chooseMore: 'Scegli altre immagini',
  listLabel: 'Le tue immagini',
  waiting: 'In attesa',
  reading: 'Lettura in corso',
  done: 'Impronta creata',
  remove: 'Togli',
  removeName: 'Togli {name}',
  pictures: {
    one: '{count} immagine è pronta da inviare come impronta.',
    other: '{count} immagini sono pronte da inviare come impronte.',
  },
  stillReading: 'Alcune immagini sono ancora in lettura. Aspetta un momento, o toglile, poi premi di nuovo il pulsante.',
  keptName: 'Immagine {number}, di prima',
  keptVideoName: 'Video {number}, di prima',
  heic: 'Ho anche immagini HEIC',
  heicHint:
    'Molti iPhone salvano le immagini come HEIC. Carica un programma di {size} che le legge sul tuo dispositivo. Seleziona questa casella finché hai la connessione.',
  heicLoading: 'Il programma che legge le immagini HEIC si sta caricando.',
  loadingOther: 'Si sta caricando un altro programma. Tieni accesa la connessione ancora un momento.',
  heicReady:
    'È pronto, anche per le immagini HEIC. Se vuoi, spegni ora la connessione e poi scegli le tue immagini. Riaccendila prima di premere Invia.',
  heicNotLoaded:
    'La parte per le immagini HEIC non si è caricata. Se la connessione è spenta, accendila e seleziona di nuovo la casella. Le altre immagini funzionano anche senza.',
  videos: 'Ho anche dei video',
  videosHint:
    'Carica un programma di {size} che legge i video sul tuo dispositivo. Spunta questa casella mentre la connessione è accesa. Un servizio può trovare le copie di un video dalla sua impronta, ma non trova quelle ritagliate, con una cornice o girate.',
  chooseFiles: 'Scegli immagini o video',
  chooseMoreFiles: 'Scegli altri file',
  videosLoading: 'Il programma che legge i video si sta caricando.',
  videosReady:
    'Tutto pronto, anche per i video. Se vuoi, adesso spegni la connessione, poi scegli i tuoi file. Riaccendila prima di premere Invia.',
  videosNotLoaded:
    'La parte per i video non si è caricata. Se la connessione è spenta, accendila e spunta di nuovo questa casella. Le immagini funzionano anche senza.',
  videosNotAvailable:
    'Qui questo browser non può leggere i video. Le immagini funzionano lo stesso, e per la tua richiesta basta un link al video.',
  readingVideo: 'Lettura fotogramma per fotogramma: {at} di {of}',
  readingVideoSince: 'Lettura fotogramma per fotogramma: {at} finora',
  stop: 'Ferma la lettura',
  stopName: 'Ferma la lettura di {name}',
  doneInPart: 'Impronta creata dalla parte che si può leggere. Dopo quel punto il file sembra danneggiato.',
  filesReady: {
    one: '{count} file è pronto da inviare come impronta.',
    other: '{count} file sono pronti da inviare come impronte.',
  },
  whatIsSent: 'Vedi esattamente che cosa verrà inviato',
  whatIsSentNote: 'Queste lettere e questi numeri, e nient’altro dei tuoi file. Nessun nome di file.',
  problems: {
    unsupported:
      'Non possiamo leggere questo tipo di file. Funzionano le immagini JPEG, PNG, WebP e GIF, e in quasi tutti i browser AVIF. Puoi salvare l’immagine in uno di questi formati e riprovare.',
    heic: 'Questa è un’immagine HEIC. Seleziona qui sopra «Ho anche immagini HEIC», poi sceglila di nuovo. Va bene anche una copia salvata come JPEG.',
    video: 'Questo è un video. Spunta «Ho anche dei video» qui sopra, poi sceglilo di nuovo. Va bene anche un link al video.',
    'video-kind':
      'Non possiamo leggere questo tipo di file video. Funzionano MP4, MOV, WebM e MKV. Per la tua richiesta basta un link al video.',
    'video-codec':
      'Questo browser non può leggere il modo in cui è stato salvato questo video. Forse un altro browser può. Oppure salvalo come normale MP4 e scegli quello. Va bene anche un link.',
    hevc: 'Questo video è stato salvato in un modo che questo browser non può leggere (HEVC, usato da molti telefoni). Prova il browser che c’era già sul telefono, o condividi il video con te come «Più compatibile» e scegli quello. Va bene anche un link.',
    'sound-only': 'In questo file c’è solo audio, e nessuna immagine. Per la tua richiesta basta un link al file.',
    'video-damaged':
      'Questo video sembra danneggiato. Se riesci a guardarlo, salvalo di nuovo e scegli il nuovo file. Va bene anche un link.',
    'video-too-large':
      'Questo video è troppo grande: più di 4 GB, o più di 16 megapixel per fotogramma. Salvane una copia più piccola e scegli quella. Va bene anche un link.',
    'video-too-long': 'Questo video dura più di 30 minuti. Ritaglia la parte che conta e scegli quella. Va bene anche un link.',
    'video-plain':
      'Questo video è molto uniforme o scuro. Con la sua impronta si possono trovare solo copie esatte di questo file, quindi un link aiuta di più.',
    'too-many-videos': 'Insieme questi video durano più di due ore. Lascia questo per una seconda richiesta.',
    cmyk: 'Questo file è stato fatto per la stampa (CMYK), e la sua impronta non corrisponderebbe. Salvalo di nuovo come normale JPEG o PNG e scegli quello.',
    damaged: 'Questo file sembra danneggiato. Se riesci ad aprirlo, salvalo di nuovo e scegli il nuovo file. Va bene anche un link.',
    'too-large': 'Questo file è più grande di 100 MB. Salvane una copia più piccola e scegli quella.',
    'too-many-pixels': 'Questa immagine è più grande di 50 megapixel. Salvane una copia più piccola e scegli quella.',
    'too-plain':
      'Questa immagine è molto uniforme. Con la sua impronta si possono trovare solo copie esatte di questo file, quindi un link aiuta di più.',
    'too-many-pictures': 'In una richiesta puoi aggiungere 50 immagini. Lascia le altre per una seconda.',
    twice: 'Hai già aggiunto questa immagine.',
    'out-of-memory': 'Questo dispositivo non ha abbastanza memoria per questa immagine. Va bene anche un link.',
  },
};
