/** What does she read where services look out for a picture that is not online yet: on the form, and in her case? In Spanish. */
import type { WordsOf } from '../in-each-language.ts';

export const watch: WordsOf<'watch'> = {
  heading: 'Pide a servicios que estén atentos por si aparece',
  lead: 'Durante {days}, los servicios que elijas miran lo nuevo que se sube. Después esto se para por sí solo, a menos que vuelvas y sigas con ello.',
  pictures: {
    heading: 'Tus imágenes',
    text: 'Elige las imágenes o los videos de los que se trata. Tu dispositivo crea una huella de cada archivo.',
    withoutScript:
      'Las huellas necesitan JavaScript, que está apagado en este navegador. Sin él, nadie puede estar atento por si aparece la imagen. Sí puedes dar los primeros pasos de la página anterior.',
  },
  services: {
    heading: 'Quién está atento por si aparece',
    text: 'Cada servicio que elijas recibe las huellas, y nada más de lo que rellenas aquí.',
    legend: 'Servicios',
  },
  you: {
    heading: 'Tú',
    self: 'Soy la persona de la imagen',
    agent: 'Actúo en nombre de la persona de la imagen',
    confirm: 'Lo digo de buena fe. La imagen es íntima, y la persona que aparece en ella no está de acuerdo con que se comparta.',
    why: 'No necesitamos tu nombre, ni tu historia, ni una forma de contactarte.',
  },
  check: { to: 'Quién va a estar atento por si aparece: {name}.' },
  means: [
    'Si algo nuevo que se sube se parece a tu imagen, una persona del servicio lo mira. Sin eso no se retira nada.',
    'No se avisa a la persona que te amenaza. Si se detiene algo que se sube, quien lo subió puede imaginar por qué.',
    'Para ver qué pasa, vuelve con tu código. Nadie te escribe.',
  ],
  send: 'Pedirles que estén atentos',
  codeWorks: 'Este código empieza a funcionar cuando pulsas el botón de abajo.',
  problems: {
    pictures: 'Elige al menos una imagen de la que tu dispositivo pueda crear una huella.',
    services: 'Elige al menos un servicio.',
    who: 'Di si eres la persona de la imagen, o si actúas en su nombre.',
    confirm: 'Por favor, confirma esto. Sin ello, nadie puede estar atento por si aparece la imagen.',
  },
  case: {
    heading: 'Servicios que están atentos por si aparecen tus imágenes',
    until: 'Mira lo nuevo que se sube hasta el {day}.',
    startedOn: 'Lo pediste el {day}.',
    endedOn: 'Esto terminó el {day}.',
    endedText:
      'El servicio ya no está atento por si aparece, y las huellas se borraron. Puedes pedirlo de nuevo, y recibes un código nuevo para ello.',
    files: 'Tiene huellas de {files}.',
    none: 'Hasta ahora no se ha retirado nada que se le parezca.',
    removed: {
      one: 'Las personas del servicio retiraron {count} subida que la muestra.',
      other: 'Las personas del servicio retiraron {count} subidas que la muestran.',
    },
    paused:
      'Ahora mismo no está mirando: antes una persona del servicio tiene que revisar esto, porque encontró más de lo que encontraría una imagen así.',
    longer: 'Seguir durante {days} desde hoy',
    end: 'Dejar de estar atentos',
    endNote: 'Entonces las huellas se borran allí al instante.',
    isUp: '¿Ya está en internet? Envía una solicitud',
  },
};
