/** What does she read of this law? In Spanish. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

export const spanish: Translation<typeof english> = {
  name: 'Reglamento de Servicios Digitales (DSA)',
  statute: 'Reglamento (UE) 2022/2065, artículo 16',
  instrument: 'una notificación',
  country: 'Unión Europea',
  clock: 'sin dilación indebida',
  whoWillSee: 'Solo lo ven las personas del servicio que se ocupan de tu notificación. A quien publicó la imagen no se le dice quién eres.',
  warnings: [],
  elements: {
    explanation: {
      short: 'por qué hay que quitarla',
      asks: 'Di por qué hay que quitarla. Basta con confirmar que se compartió sin consentimiento.',
      missing: 'Di por qué hay que quitarla. Basta con confirmar que se compartió sin consentimiento.',
      whyWeAsk: 'La ley pide un motivo. No tienes que contar tu historia.',
    },
    locate: {
      short: 'un enlace a la imagen',
      asks: 'Da un enlace a la imagen. También ayudan más palabras sobre cómo encontrarla.',
      missing: 'Necesitamos un enlace a la imagen, o su dirección. Puedes copiarla de la barra de arriba del navegador.',
      whyWeAsk: 'La ley pide el lugar exacto.',
    },
    'name-and-email': {
      short: 'tu nombre y tu correo electrónico',
      asks: 'Da tu nombre y un correo electrónico.',
      missing: 'Necesitamos tu nombre y un correo electrónico que funcione.',
      missingAlone: { name: 'Necesitamos tu nombre.', email: 'Necesitamos un correo electrónico que funcione. Lo pide esta ley.' },
      whyWeAsk: 'La ley pide las dos cosas, para que el servicio pueda decirte qué decidió.',
    },
    accurate: {
      short: 'que lo que dices es correcto y completo',
      asks: 'Creo de buena fe que lo que digo aquí es correcto y completo.',
      missing: 'Confirma que lo que dices aquí es correcto y completo, hasta donde sabes.',
      whyWeAsk: 'La ley lo pide justo con estas palabras.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'El servicio te dio la razón y va a quitar la imagen.',
      whatNext: 'Te lo decimos aquí cuando el servicio diga que ya no está.',
    },
    'not-intimate': {
      toPerson: 'Para el servicio, esto no va contra la ley ni contra sus propias normas.',
      whatNext: 'Puedes pedirlo otra vez y decir más.',
    },
  },
  complaint: {
    name: 'tu coordinador de servicios digitales',
    sentence:
      'Puedes decírselo al coordinador de servicios digitales de tu país. Vigila los servicios en línea. Es gratis. También puedes acudir a un órgano de resolución extrajudicial que ha certificado, o a un tribunal.',
  },
};
