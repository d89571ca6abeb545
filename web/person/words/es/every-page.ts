/** What does she read on every page: in its title, at the way out, beside a time, and when something did not work? In Spanish. */
import type { WordsOf } from '../in-each-language.ts';

export const siteTitle: WordsOf<'siteTitle'> = {
  landing: 'Inicio',
  age: 'Una pregunta',
  threat: 'Primeros pasos',
  watch: 'Formulario',
  elsewhere: 'Formulario',
  letter: 'Texto',
  under18: 'Quién puede ayudar',
  request: 'Formulario',
  openCase: 'Volver',
  case: 'Resumen',
  withdraw: 'Parar',
  withdrawDone: 'Parar',
  follow: 'Seguir',
  left: 'Hasta pronto',
  privacy: 'Qué se guarda',
  problem: 'Un momento',
  toCheck: 'Para revisar',
};

export const frame: WordsOf<'frame'> = {
  skip: 'Ir directo al texto',
  exit: 'Salir ahora',
  exitExplanation:
    'Sale de este sitio al instante, en todas sus pestañas de este navegador, y abre otra página. Pulsar tres veces la tecla Mayús (Shift) hace lo mismo.',
  exitExplanationWithoutScript: 'Sale de esta página al instante y abre otra. Las otras pestañas de este sitio se quedan abiertas.',
  helpHeading: 'Otras personas que pueden ayudar',
  helpDanger: '¿Estás en peligro ahora? Llama al número de emergencias del lugar donde estás, como el 112, el 911 o el 999.',
  helpChecked: 'Comprobamos estos números por última vez el {day}.',
  operator: 'Este sitio está a cargo de {name}.',
  operatorContact: 'Hacerles una pregunta',
  /** Read out before the list of languages. */
  languages: 'Idiomas',
};

export const left: WordsOf<'left'> = {
  exit: { heading: 'Hasta pronto', text: 'Pasando a otra página.', link: 'Continuar' },
  closed: {
    heading: 'Cerrado',
    text: 'Tu caso está cerrado en este dispositivo. Lo que se envió sigue adelante por sí solo. Con tu código se vuelve a abrir.',
  },
  idle: {
    heading: 'Cerrado',
    // The same for a case that ended elsewhere, a withdrawn one too: whoever holds this device learns nothing of it.
    text: 'Tu caso ya no está abierto en este dispositivo. Eso pasa después de 15 minutos, o cuando se cerró en otro lugar. Si el caso sigue adelante, tu código lo vuelve a abrir.',
  },
  comeBack: 'Volver con tu código',
  typed: 'Lo que habías escrito',
  typedHint: 'No se envió y no se guarda. Si quieres enviarlo más tarde, cópialo ahora.',
  history: 'Este navegador todavía sabe que estuviste aquí. Puedes borrar su historial en sus ajustes.',
};

export const unwritable: WordsOf<'unwritable'> =
  'En este texto hay un signo que no se puede guardar. Muchas veces viene al copiar el texto. Por favor, escríbelo de nuevo.';

export const problem: WordsOf<'problem'> = {
  heading: {
    400: 'Eso no funcionó',
    403: 'Esta página estuvo abierta demasiado tiempo',
    404: 'Aquí no hay nada',
    405: 'Esta dirección no es una página',
    413: 'Era demasiado de una vez',
    429: 'Espera un momento, por favor',
    500: 'Algo falló de nuestro lado',
    503: 'Todavía no está todo listo',
  },
  text: {
    400: 'No pudimos leer lo que se envió. Por favor, vuelve atrás e inténtalo de nuevo.',
    403: 'Por tu seguridad, esta página deja de funcionar después de un rato. Por favor, abre tu caso de nuevo con tu código.',
    404: 'Puede que la dirección esté mal escrita, o que la página ya no exista.',
    405: 'Tu navegador pidió algo que no es una página. No se cambió nada. Por favor, sigue desde aquí.',
    413: 'Por favor, envía menos imágenes o textos más cortos. Puedes enviar el resto en una segunda solicitud.',
    429: 'Hubo muchos intentos en poco tiempo. Esta espera protege los códigos de otras personas.',
    500: 'No es culpa tuya. Nada quedó a medias. Por favor, inténtalo de nuevo en unos minutos.',
    503: 'Por favor, inténtalo de nuevo en unos minutos. Lo que enviaste antes está a salvo.',
  },
  /** Minutes. */
  wait: { one: 'Puedes intentarlo de nuevo en un minuto.', other: 'Puedes intentarlo de nuevo en {count} minutos.' },
  start: 'Ir al inicio',
  comeBack: 'Volver con tu código',
};

export const time: WordsOf<'time'> = {
  /** "domingo, 22 de noviembre" and "14:05". */
  moment: '{day}, {hour}',
  /** Set after a time in the site's zone. */
  inZone: '({zone})',
  /** Set by script after a time in the device's own zone. */
  yourTime: 'tu hora',
  days: { one: '{count} día', other: '{count} días' },
};
