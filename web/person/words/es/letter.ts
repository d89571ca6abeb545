/** What does she read where she writes to a service elsewhere: on the form, beside the finished text, and in her case? In Spanish. */
import type { WordsOf } from '../in-each-language.ts';

export const letter: WordsOf<'letter'> = {
  heading: 'Escribe a otro sitio',
  lead: 'Lo dices una sola vez. Recibes un texto listo para el sitio, según cada ley que elijas. Lo envías tú, ahora o más tarde.',
  again: 'Lo que dijiste antes ya está puesto. Cambia lo que sea distinto para este sitio.',
  service: {
    heading: 'Qué sitio',
    legend: '¿A dónde quieres escribir?',
    other: 'Otro sitio u otra aplicación',
    name: 'Su nombre',
    nameHint: 'Por ejemplo, el nombre que aparece arriba en sus páginas.',
    sendTo: 'A dónde enviarlo',
    sendToHint:
      'Busca al final de sus páginas Denunciar, Contacto o Aviso legal. Copia aquí la dirección de correo electrónico o el enlace. Puedes dejar esto vacío y buscarlo más tarde.',
  },
  laws: {
    heading: 'Qué leyes',
    text: 'Elige todas las que encajen. Si no lo sabes con certeza, elige todas las que puedan encajar: un servicio tiene que mirar cada una. Si no eliges ninguna, el texto lo pide según las reglas del sitio. A un buscador, el texto le nombra solo las que valen para él.',
    places: {
      'take-it-down':
        'Estados Unidos: para sitios y aplicaciones donde la gente de allí puede publicar, no para buscadores. Les da 48 horas.',
      'online-safety-act': 'Reino Unido: para sitios y buscadores que usa la gente de allí. Les da 48 horas.',
      'digital-services-act':
        'Unión Europea: para sitios que usa la gente de allí, no para buscadores. No fija horas, y pide una dirección de correo electrónico.',
    },
    unconfirmed: 'No hemos confirmado desde qué día se aplica esta ley. El texto lo dice.',
    told: 'Según esta ley, el sitio tiene que decir a la persona que la publicó que se retiró, y por qué. No debería decir quién lo pidió.',
    notTold:
      'Esta ley no pide al sitio que avise a la persona que la publicó. Un sitio puede hacerlo por sus propias reglas. El texto le pide que no diga quién eres.',
    sees: 'El sitio recibe con el texto tu nombre y tus datos de contacto.',
  },
  language: {
    legend: '¿En qué idioma debe estar el texto?',
    hint: 'En inglés, si no eliges. Un texto según una ley de Estados Unidos o del Reino Unido está en inglés. También puedes leerlo entero en tu idioma.',
  },
  beside: 'Si quieres. Se escribe en el texto, y se pide al servicio que mire cada cosa.',
  check: {
    to: 'El texto es para {name}. Desde aquí no se le envía nada.',
    later: 'Una parte puede quedar vacía. Puedes añadir más ahora, o más tarde en tu caso.',
  },
  sendNote: 'Desde aquí no se envía nada. El texto se guarda en tu caso, bajo llave, hasta que lo termines.',
  save: 'Crear el texto',
  codeWorks: 'Este código empieza a funcionar cuando pulsas Crear el texto.',
  problems: {
    heading: 'Todavía no se guardó nada',
    service: 'Elige a dónde quieres escribir.',
    name: 'Da el nombre del sitio.',
    tooMany: 'En un caso caben 50 de estos textos. Por favor, quita uno que ya no necesites.',
    sent: 'Este ya se envió. Por favor, escribe uno nuevo.',
  },
  page: {
    heading: 'Tu texto para {service}',
    missingHeading: 'Todavía falta',
    missing: 'Puedes enviarlo como está. Con esto tiene todo lo que pide la ley:',
    change: 'Cambiar o añadir algo',
    textHeading: 'El texto',
    textLabel: '{title}: selecciónalo todo y cópialo',
    inYourLanguage: 'Qué dice, en tu idioma',
    file: 'Guardar como archivo (PDF)',
    fileOfYours: 'Guardar esta traducción como archivo (PDF)',
    noFileOfYours:
      'De esta traducción no hay archivo: el archivo no sabe escribir de derecha a izquierda, o le faltan letras. Puedes leerla aquí.',
    fileOfYoursNote: 'Esto es una traducción, para que la leas tú. Envía el texto del otro archivo.',
    notCopied: 'El texto está marcado. Cópialo con el teclado o dejando el dedo encima.',
    fileNote: 'Se llama document.pdf. Cualquiera que use este dispositivo puede abrirlo.',
    fileLacks:
      'El archivo no puede mostrar algunas letras de este texto, por ejemplo las árabes o las chinas. Copia el texto en lugar del archivo.',
    inYoursNote: 'Esto es para que lo leas. Envía el texto de arriba.',
    sendHeading: 'A dónde enviarlo',
    sendUnknown: 'No dijiste a dónde va. Busca al final de las páginas del sitio Denunciar, Contacto o Aviso legal.',
    formOf: 'El formulario de {service}',
    alone:
      'Envía el aviso de derechos de autor por separado. Puede que el sitio lo pase a la persona que publicó la imagen, con tu nombre.',
    answersHeading: 'Respuestas para su formulario',
    answersNote: 'Su formulario pide esto. Puedes copiar cada respuesta.',
    means: 'Significa: {answer}',
    herself: 'Esto solo puedes responderlo tú.',
    timeHeading: 'Cuánto tarda',
    hours: {
      one: 'La ley da al sitio {count} hora desde que recibe el texto. El día y la hora aparecen en tu caso cuando anotes que lo enviaste.',
      other:
        'La ley da al sitio {count} horas desde que recibe el texto. El día y la hora aparecen en tu caso cuando anotes que lo enviaste.',
    },
    noHours: 'Ninguna ley de este texto fija horas. Lo normal son unos días.',
    afterHeading: 'Si no pasa nada, o dice que no',
    after: 'Vuelve con tu código y anótalo. Después ves qué más puedes hacer. Aquí pueden ayudarte:',
    search: 'Pide también a los buscadores que no la muestren.',
    site: 'Escribe al sitio donde está la imagen. Lo que ya no está allí desaparece también de los buscadores.',
    helpers: 'Quienes ayudan con esto están al final de esta página.',
    leftOut: 'No está en este texto, porque vale para sitios que guardan lo que la gente publica y no para buscadores: {laws}.',
    record:
      'Guarda una nota con la dirección, la cuenta, el día y la hora, antes de que la imagen desaparezca. Para eso no necesitas la imagen. No guardes la nota en un dispositivo que usen otras personas.',
    sent: 'Ya lo envié',
    back: 'Volver a tus solicitudes',
  },
  case: {
    heading: 'Lo que envías tú',
    none: '¿Está también en otro sitio?',
    write: 'Escribir a otro sitio',
    open: 'Abrir el texto',
    until: 'Tiene hasta el {moment}.',
    hadUntil: 'Tenía hasta el {moment}.',
    sentOn: 'Lo enviaste el {day}.',
    madeOn: 'Lo escribiste el {day}.',
    sent: 'Ya lo envié',
    gone: 'Allí ya no está',
    refused: 'Dijeron que no',
    delete: 'Borrar este texto',
    next: 'Lo que puedes hacer ahora:',
    incomplete: 'Todavía le falta algo que pide la ley.',
    tags: {
      'to-send': 'Aún sin enviar',
      sent: 'Enviado por ti',
      overdue: 'Sin respuesta a tiempo',
      gone: 'Ya no está',
      refused: 'Dijeron que no',
    },
  },
};
