/** What does she read of this law? In Spanish. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

export const spanish: Translation<typeof english> = {
  name: 'notificación por derechos de autor (DMCA)',
  statute: '17 U.S.C. 512(c)(3)',
  instrument: 'una notificación por derechos de autor',
  country: 'Estados Unidos',
  clock: 'sin demora',
  whoWillSee: 'Lo ve el servicio. Puede pasar tu nombre a quien publicó la imagen, y puede publicarlo.',
  warnings: [
    'Esto es solo para imágenes que hiciste tú, o cuyos derechos son tuyos. Una imagen que otra persona te hizo casi nunca es tuya en este sentido.',
    'Tu nombre puede llegar a quien publicó la imagen. También se puede publicar.',
    'Quien la publicó puede oponerse. Entonces el servicio vuelve a ponerla después de 10 a 14 días laborables, a no ser que vayas a un tribunal.',
    'Una parte se dice bajo pena de perjurio. Si dices algo que sabes que es falso, puede que tengas que pagar por ello.',
  ],
  elements: {
    signature: {
      short: 'tu nombre en la notificación por derechos de autor',
      asks: 'Firma la notificación por derechos de autor: escribe tu nombre también aquí.',
      missing: 'La notificación por derechos de autor necesita su propia firma. Basta con escribir tu nombre.',
      whyWeAsk: 'La ley pide una firma. Un nombre escrito vale.',
    },
    work: {
      short: 'qué imagen es tuya',
      asks: 'Di en pocas palabras qué imagen es tuya, por ejemplo: una foto que me hice en mayo.',
      missing: 'Di en pocas palabras qué imagen es tuya.',
      whyWeAsk: 'La ley pregunta cuál es la obra.',
    },
    locate: {
      short: 'dónde está la imagen',
      asks: 'Dinos dónde está la imagen. Lo mejor es un enlace.',
      missing: 'Todavía no sabemos dónde está la imagen. Ayuda un enlace, o unas palabras sobre cómo encontrarla.',
      whyWeAsk: 'El servicio tiene que encontrar la imagen antes de poder quitarla.',
    },
    contact: {
      short: 'cómo contactar contigo',
      asks: 'Da una forma de contactar contigo. Puede ser un correo, un teléfono u otra cosa.',
      missing: 'Necesitamos una forma de contactar contigo que funcione.',
      whyWeAsk: 'La ley pide una forma de contactar contigo.',
    },
    'not-authorised-use': {
      short: 'que nadie permitió este uso',
      asks: 'Creo de buena fe que este uso de la imagen no está permitido. Ni por quien tiene los derechos, ni por quien actúa en su nombre, ni por la ley.',
      missing: 'Confirma que nadie con derechos sobre la imagen permitió este uso.',
      whyWeAsk: 'La ley lo pide justo con estas palabras.',
    },
    perjury: {
      short: 'que es correcto, y que los derechos son tuyos',
      asks: 'Lo que digo aquí es correcto. Bajo pena de perjurio: los derechos de la imagen son míos, o puedo actuar por quien los tiene.',
      missing: 'Confirma que es correcto, y que los derechos son tuyos. Esta parte se dice bajo pena de perjurio.',
      whyWeAsk: 'La ley lo pide justo con estas palabras.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'El servicio te dio la razón y va a quitar la imagen.',
      whatNext: 'Te lo decimos aquí cuando el servicio diga que ya no está. Quien la publicó puede oponerse.',
    },
    'not-the-work': {
      toPerson: 'Para el servicio, esta no es la imagen que nombra la notificación por derechos de autor.',
      whatNext: 'Puedes pedirlo otra vez y decir más. Otras leyes todavía pueden ayudar.',
    },
  },
};
