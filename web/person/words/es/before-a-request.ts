/** What does she read before she decides to ask: on the first page, at the question of age, and where others help better? In Spanish. */
import type { WordsOf } from '../in-each-language.ts';

export const landing: WordsOf<'landing'> = {
  heading: 'Pide que se retire una imagen íntima',
  lead: 'Alguien compartió una imagen íntima tuya, o creó una falsa. No es culpa tuya. Aquí puedes pedir que se retire.',
  startHeading: '¿Qué ha pasado?',
  startNote: 'Unos cinco minutos. No necesitas una cuenta.',
  ways: {
    picture: 'Tengo la imagen o el video',
    link: 'Solo sé dónde está',
    threat: 'Alguien amenaza con compartirla',
    'for-someone': 'Lo hago en nombre de otra persona',
    young: 'La persona tenía menos de 18 años, o no lo sé con certeza',
  },
  watched: '¿Alguien te vigila? Lee esto.',
  comeBack: 'Tengo un código',
  comeBackNote: 'Mira qué ha pasado, añade algo o termina tu caso.',
  howHeading: 'Cómo funciona',
  how: [
    'Dices dónde está la imagen. Si la tienes, tu propio dispositivo puede crear una huella de ella. La imagen misma se queda contigo.',
    'Tu solicitud llega al servicio que elijas. En Estados Unidos, un servicio tiene 48 horas para retirar la imagen. El plazo corre desde que llega tu solicitud.',
    'Recibes un código. Con él vuelves cuando quieras y ves qué ha pasado.',
  ],
  limitsHeading: 'Lo que no puede hacer',
  limitsServices: 'Desde aquí, tu solicitud llega solo a estos servicios: {names}. Para otros sitios recibes un texto listo para enviar.',
  limitsNoServices:
    'Todavía no hay ningún servicio conectado aquí, así que desde esta página no se puede enviar una solicitud. Las personas de abajo sí pueden ayudar.',
  elsewhere: 'Escribir a otro sitio o a un buscador',
  limits: [
    'Decide una persona del servicio. Puede decir que no. En ese caso ves por qué, y a quién puedes acudir.',
    'Las huellas encuentran la misma imagen y muchas con cambios, pero no todas.',
    'No llega a las imágenes que alguien ha guardado en su propio teléfono o envía en mensajes privados.',
  ],
  privacyHeading: 'Si alguien vigila tu teléfono u otro dispositivo',
  leaving: 'Salir ahora, arriba en cada página, cierra esta página al instante y abre otra.',
  leavingWithScript:
    'Las otras pestañas de este sitio se van también. Pulsar tres veces la tecla Mayús (Shift) hace lo mismo. Un caso abierto se cierra solo tras 15 minutos sin uso.',
  leavingWithoutScript: 'Las otras pestañas de este sitio se quedan como están: ciérralas tú. También vale para un caso abierto.',
  privacy: [
    'No borra tu historial. No puede ocultarte de una aplicación que alguien haya puesto en tu dispositivo para vigilarte.',
    'Si puedes, usa una ventana privada, o un dispositivo que no use nadie más.',
  ],
};

export const age: WordsOf<'age'> = {
  heading: '¿Qué edad tenía la persona de la imagen cuando se hizo?',
  lead: 'Sea cual sea la respuesta, aquí nadie te culpa. Tu respuesta muestra quién puede ayudar mejor.',
  adult: '18 años o más',
  young: 'Menos de 18, o no lo sé con certeza',
};

/** What to do first about a threat; how services look out for a picture stands with its form. */
export const threat: WordsOf<'threat'> = {
  heading: 'Alguien amenaza con compartir una imagen',
  lead: 'No es culpa tuya. No tienes que hacer lo que te piden. Ve paso a paso.',
  firstHeading: 'Qué hacer primero',
  first: [
    'No pagues y no envíes más imágenes. A la mayoría de quienes pagan les piden más dinero poco después.',
    'Deja de responder. No tienes que explicar por qué.',
    'Guarda los mensajes. Anota el nombre y la dirección de la cuenta, el día y la hora. Para eso no necesitas una copia de la imagen.',
    'Avisa a la policía, si puedes. Una amenaza así es delito en muchos países. Puedes ir con alguien que te acompañe.',
    'Cuéntaselo a una persona de confianza. No tienes que pasar por esto a solas.',
  ],
  keepNote:
    'Quien pueda mirar en este dispositivo puede leer lo que guardes en él. Puedes anotarlo en papel, o dárselo a alguien de confianza.',
  crisisHeading: '¿Es demasiado en este momento?',
  crisis: 'Por favor, habla con alguien. No tienes que dar tu nombre. Casi todas estas líneas son gratis y atienden de día y de noche.',
  watchHeading: 'Servicios que pueden estar atentos por si aparece',
  watch:
    '¿Tienes la imagen? Estos servicios pueden estar atentos por si aparece: {names}. La imagen se queda en tu dispositivo. Si alguien sube algo que se le parece, una persona del servicio lo mira.',
  watchNone: 'Servicios que hoy, desde aquí, están atentos por si aparecen imágenes así: ninguno. Las personas de abajo sí pueden ayudar.',
  watchLimits: 'Ningún otro sitio ni aplicación la ve. Así se encuentra la misma imagen y muchas con cambios, no todas.',
  watchStart: 'Pedirles que estén atentos',
  young: 'La persona de la imagen tenía, o quizá tenía, menos de 18 años',
  isUp: 'Ya está en internet',
};

export const under18: WordsOf<'under18'> = {
  heading: 'Estas personas pueden ayudar mejor',
  lead: 'Cuando la persona de una imagen tenía menos de 18 años, hay otras personas con medios más fuertes para que se retire. Es gratis, y allí nadie te culpará.',
  noFile:
    'Por favor, no envíes la imagen a nadie más, ni siquiera para mostrársela a alguien que quiere ayudar. En esta página no se elige ni se lee ninguna imagen.',
  ownForm:
    'También puedes usar el formulario de denuncia del servicio donde está la imagen. Si ofrece un motivo para menores de 18 años, elige ese.',
  here: 'También puedes pedir a un servicio conectado aquí que la retire. Solo dices dónde está. Después se ocupan personas que conocen estos casos.',
  askHere: 'Pedirlo al servicio, solo con un enlace',
  danger:
    'Si alguien te amenaza o te pide dinero o más imágenes: no tienes que responder ni pagar. Cuéntaselo a una persona adulta de confianza, o a la policía.',
  changeAnswer: 'La persona tenía 18 años o más',
  checked: 'Leímos sus páginas: {day}. Nadie de aquí ha llamado todavía.',
  countries: 'Las líneas de denuncia, país por país',
  countriesNote: 'Tampoco a estas líneas ha llamado nadie de aquí, ni las ha probado. Si una no responde, ve a inhope.org.',
};
