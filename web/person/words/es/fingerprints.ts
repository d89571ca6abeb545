/** What does she read while her device makes fingerprints, and when it cannot? In Spanish. */
import type { WordsOf } from '../in-each-language.ts';

export const fingerprintPanel: WordsOf<'fingerprintPanel'> = {
  gettingReady: 'Preparando. Tarda un momento.',
  ready: 'Todo listo. Si quieres, apaga ahora tu conexión y después elige tus imágenes. Vuelve a encenderla antes de pulsar Enviar.',
  readySlow:
    'Listo. Este navegador va despacio: una imagen grande puede tardar un minuto. Las imágenes HEIC y los vídeos no funcionan en él. Si quieres, apaga ahora la conexión y elige después tus imágenes. Enciéndela de nuevo antes de pulsar Enviar.',
  problemsSlow: {
    heic: 'Esta es una imagen HEIC. Este navegador no puede leerla aquí. Sirve una copia guardada como JPEG, o un enlace.',
    video: 'Esto es un vídeo. Este navegador no puede leerlo aquí. Para tu solicitud basta un enlace.',
  },
  notAvailable: 'Este navegador no puede crear huellas aquí. No pasa nada: puedes enviar tu solicitud solo con enlaces.',
  distorted:
    'Este navegador cambia las imágenes que lee una página, para proteger tu privacidad. Las huellas creadas aquí no coincidirían. Usa enlaces, u otro navegador en un dispositivo de confianza.',
  choose: 'Elegir imágenes',
  chooseMore: 'Elegir más imágenes',
  listLabel: 'Tus imágenes',
  waiting: 'En espera',
  reading: 'Leyendo',
  done: 'Huella creada',
  /** On the button; `removeName` is read out. */
  remove: 'Quitar',
  removeName: 'Quitar {name}',
  pictures: {
    one: '{count} imagen está lista para enviarse como huella.',
    other: '{count} imágenes están listas para enviarse como huellas.',
  },
  stillReading: 'Algunas imágenes todavía se están leyendo. Espera un momento, o quítalas, y después pulsa el botón de nuevo.',
  keptName: 'Imagen {number}, de antes',
  keptVideoName: 'Video {number}, de antes',
  heic: 'También tengo imágenes HEIC',
  heicHint:
    'Muchos iPhone guardan las imágenes como HEIC. Carga un programa de {size} que las lee en tu dispositivo. Marca esta casilla mientras tengas conexión.',
  heicLoading: 'El programa que lee imágenes HEIC se está cargando.',
  loadingOther: 'Se está cargando otro programa. Mantén la conexión un momento.',
  heicReady:
    'Listo, también para imágenes HEIC. Si quieres, apaga ahora la conexión y después elige tus imágenes. Enciéndela de nuevo antes de pulsar Enviar.',
  heicNotLoaded:
    'La parte para imágenes HEIC no se cargó. Si la conexión está apagada, enciéndela y marca la casilla otra vez. Las otras imágenes funcionan sin ella.',
  videos: 'También tengo videos',
  videosHint:
    'Carga un programa de {size} que lee videos en tu dispositivo. Marca esto mientras tienes conexión. Un servicio puede encontrar copias de un video por su huella, pero se le escapan las recortadas, con marco o giradas.',
  chooseFiles: 'Elegir imágenes o videos',
  chooseMoreFiles: 'Elegir más archivos',
  videosLoading: 'El programa que lee videos se está cargando.',
  videosReady:
    'Todo listo, también para videos. Si quieres, apaga ahora tu conexión y después elige tus archivos. Vuelve a encenderla antes de pulsar Enviar.',
  videosNotLoaded:
    'La parte para videos no se cargó. Si tu conexión está apagada, enciéndela y marca esto de nuevo. Las imágenes funcionan sin ella.',
  videosNotAvailable: 'Este navegador no puede leer videos aquí. Las imágenes sí funcionan, y para tu solicitud basta un enlace al video.',
  readingVideo: 'Leyendo fotograma a fotograma: {at} de {of}',
  readingVideoSince: 'Leyendo fotograma a fotograma: {at} hasta ahora',
  stop: 'Dejar de leer',
  stopName: 'Dejar de leer {name}',
  doneInPart: 'Huella creada de la parte que se puede leer. A partir de ahí, el archivo parece dañado.',
  /** Where videos are among them. */
  filesReady: {
    one: '{count} archivo está listo para enviarse como huella.',
    other: '{count} archivos están listos para enviarse como huellas.',
  },
  whatIsSent: 'Ver exactamente qué se enviará',
  whatIsSentNote: 'Estas letras y números, y nada más de tus archivos. Ningún nombre de archivo.',
  problems: {
    unsupported:
      'No podemos leer este tipo de archivo. Funcionan las imágenes JPEG, PNG, WebP y GIF, y en casi todos los navegadores AVIF. Puedes guardar la imagen de una de esas formas e intentarlo de nuevo.',
    heic: 'Esta es una imagen HEIC. Marca arriba «También tengo imágenes HEIC» y elígela otra vez. También sirve una copia guardada como JPEG.',
    video: 'Esto es un video. Marca arriba "También tengo videos" y elígelo de nuevo. Un enlace al video también sirve.',
    'video-kind':
      'No podemos leer este tipo de archivo de video. Funcionan MP4, MOV, WebM y MKV. Para tu solicitud basta un enlace al video.',
    'video-codec':
      'Este navegador no puede leer la forma en que se guardó este video. Puede que otro navegador sí. O guárdalo como un MP4 normal y elige ese. Un enlace también sirve.',
    hevc: 'Este video se guardó de una forma que este navegador no puede leer (HEVC, que usan muchos teléfonos). Prueba con el navegador que venía con el teléfono, o envíate el video con la opción "más compatible" y elige ese. Un enlace también sirve.',
    'sound-only': 'En este archivo solo hay sonido, y ninguna imagen. Para tu solicitud basta un enlace a él.',
    'video-damaged':
      'Este video parece dañado. Si puedes reproducirlo, guárdalo de nuevo y elige el archivo nuevo. Un enlace también sirve.',
    'video-too-large':
      'Este video es demasiado grande: más de 4 GB, o más de 16 megapíxeles por fotograma. Guarda una copia más pequeña y elige esa. Un enlace también sirve.',
    'video-too-long': 'Este video dura más de 30 minutos. Recorta la parte que importa y elige esa. Un enlace también sirve.',
    'video-plain':
      'Este video es muy liso u oscuro. Con él solo se pueden encontrar copias exactas de este archivo, así que un enlace ayuda más.',
    'too-many-videos': 'Juntos, estos videos duran más de dos horas. Deja este para una segunda solicitud.',
    cmyk: 'Este archivo se hizo para imprimir (CMYK), y su huella no coincidiría. Guárdalo de nuevo como JPEG o PNG normal y elige ese.',
    damaged: 'Este archivo parece dañado. Si puedes abrirlo, guárdalo de nuevo y elige el archivo nuevo. Un enlace también sirve.',
    'too-large': 'Este archivo ocupa más de 100 MB. Guarda una copia más pequeña y elige esa.',
    'too-many-pixels': 'Esta imagen tiene más de 50 megapíxeles. Guarda una copia más pequeña y elige esa.',
    'too-plain': 'Esta imagen es muy lisa. Con ella solo se pueden encontrar copias exactas de este archivo, así que un enlace ayuda más.',
    'too-many-pictures': 'Puedes añadir 50 imágenes a una solicitud. Deja las demás para una segunda.',
    twice: 'Ya has añadido esta imagen.',
    'out-of-memory': 'Este dispositivo no tiene memoria suficiente para esta imagen. Un enlace también sirve.',
  },
};
