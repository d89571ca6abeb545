/** What does she read where she writes with a helper? In Spanish. */
import type { WordsOf } from '../in-each-language.ts';

export const talk: WordsOf<'talk'> = {
  heading: 'Escribe a quien puede ayudarte',
  case: {
    text: 'Aquí puedes hacer preguntas. Responde: {name}. No decide sobre tu solicitud.',
    open: 'Escribir un mensaje',
    goOn: 'Leer o seguir escribiendo',
    read: 'Leer',
    unread: 'Hay una respuesta para ti.',
  },
  crisisHeading: 'Si no puede esperar: aquí te responden enseguida',
  who: 'Escribes a: {name}.',
  hours: 'Responden a estas horas: {hours}.',
  reply: { one: 'Quieren responder en {count} hora.', other: 'Quieren responder en {count} horas.' },
  private:
    'Aquí solo lo leen estas personas. Quienes deciden sobre tu solicitud no pueden leerlo. Se guarda bajo llave; la llave la tiene quien lleva este sitio.',
  nobody: 'Aquí ya no responde nadie. Lo escrito se puede leer hasta que lo borres.',
  written: 'Lo que se ha escrito',
  none: 'Todavía nada.',
  you: 'Tú',
  helper: 'Quien te ayuda',
  again: 'No enviamos correos. Para ver una respuesta nueva, abre esta página otra vez.',
  label: 'Tu mensaje',
  hint: 'No tienes que contar tu historia. Los enlaces a la imagen van en tu solicitud, no aquí.',
  send: 'Enviar el mensaje',
  deleteSummary: 'Borrarlo todo',
  deleteText: 'Lo que se ha escrito aquí se borra enseguida, para ambas partes. Nadie puede recuperarlo.',
  delete: 'Borrar ahora',
  back: 'Volver a tu caso',
  news: { sent: 'Tu mensaje ha llegado.', deleted: 'Se ha borrado.' },
  problems: {
    heading: 'Mira esto, por favor',
    empty: 'Primero escribe algo, por favor.',
    stale: 'Esta página estuvo abierta demasiado tiempo, así que no se envió nada. Lo que escribiste sigue aquí. Pulsa Enviar otra vez.',
    tooMany: 'Hoy ya no se puede enviar más. Sigue mañana, o llama a una de las personas de arriba.',
  },
};
