/** What does she read where a request is kept to be sent later? In Spanish. */
import type { WordsOf } from '../in-each-language.ts';

export const later: WordsOf<'later'> = {
  button: 'Guardar y enviar después',
  note: '¿No quieres enviarla todavía? Pulsa «Guardar y enviar después». Entonces no se envía nada: ningún servicio lo sabe y no corre ningún plazo. Lo que pusiste queda bajo llave en este sitio durante {days}. La llave la tienen quienes están a cargo del sitio. Tú solo vuelves con tu código. Si un servicio lleva este sitio, queda en el ordenador de ese servicio.',
  notKept: 'Lo que confirmas y firmas no se guarda. Lo haces cuando la envías.',
  keeping: 'Se está guardando. Espera un momento.',
  codeWorks: 'Este código empieza a funcionar cuando pulsas Enviar, o «Guardar y enviar después».',
  form: {
    heading: 'Aún sin enviar',
    lead: 'Esto es lo que guardaste. Ningún servicio lo sabe. Lo que confirmas y firmas sigue vacío: lo haces cuando la envías.',
    leaving: 'Si dejas este formulario, se pierde lo que cambiaste aquí. Lo que guardaste antes se queda. ¿Quieres dejarlo?',
    fewer:
      'Cuando guardaste esto, tu caso tenía huellas de más imágenes o videos que ahora. Solo va lo que se nombra aquí. Puedes elegir los otros de nuevo.',
  },
  problems: {
    heading: 'Ahora no se envió ni se guardó nada',
    tooMany: 'En tu caso hay {most} solicitudes sin enviar. Ahora no se guardó nada. Primero envía o borra una de ellas.',
    sent: 'Esta solicitud ya se envió, así que no se guarda para después. Está en tu caso.',
    sentBefore: 'Este formulario ya se envió, así que no se envió otra vez. En tu caso lees qué pasó con él.',
    young:
      'Este caso trata de una imagen de alguien que quizá tenía menos de 18 años. Una solicitud así no se guarda para después. Pulsa Enviar cuando quieras.',
  },
  inCase: {
    heading: 'Aún sin enviar',
    to: 'A {services}',
    nobody: 'Ningún servicio elegido',
    untold: 'Ningún servicio lo sabe y no corre ningún plazo.',
    typedName: 'El nombre que pusiste',
    keptOn: 'La guardaste el {day}.',
    until: 'Se borra sola el {day}, si no la guardas otra vez antes.',
    goOn: 'Seguir y enviarla',
    goOnNote: 'El formulario se abre con lo que pusiste.',
    delete: 'Borrarla',
    deleteText: 'Entonces ya no está en tu caso. No se envió a nadie.',
    deleteNow: 'Borrarla ahora',
  },
};
