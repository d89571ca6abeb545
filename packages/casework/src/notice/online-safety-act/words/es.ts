/** What does she read of this law? In Spanish. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

export const spanish: Translation<typeof english> = {
  name: 'Online Safety Act 2023',
  statute: 'secciones 10(3A)-(3B), 20A y 27, según la reforma de 2026',
  instrument: 'un aviso de una imagen íntima',
  country: 'Reino Unido',
  clock: 'en un plazo de 48 horas',
  whoWillSee: 'Solo lo ven las personas del servicio que se ocupan de tu aviso. No se lo pasamos a quien publicó la imagen.',
  warnings: [],
  elements: {
    intimate: {
      short: 'que es una imagen íntima',
      asks: 'Es una imagen íntima. Se compartió sin el sí de la persona que aparece.',
      missing: 'Confirma que es una imagen íntima, compartida sin consentimiento.',
      whyWeAsk: 'La ley te pide decir qué tipo de imagen es.',
    },
    subject: {
      short: 'que eres tú, o que actúas por la persona',
      asks: 'Soy la persona que aparece, o actúo por esa persona.',
      missing: 'Confirma que eres la persona de la imagen, o que actúas por ella.',
      whyWeAsk: 'La ley es para la persona de la imagen, y para quienes actúan por ella.',
    },
    true: {
      short: 'que lo dices de buena fe',
      asks: 'Lo digo de buena fe. Hasta donde sé y creo, es verdad.',
      missing: 'Confirma que lo dices de buena fe, y que es verdad hasta donde sabes.',
      whyWeAsk: 'La ley lo pide justo con estas palabras.',
    },
    contact: {
      short: 'cómo contactar contigo',
      asks: 'Da una forma de contactar contigo. Puede ser un correo, un teléfono u otra cosa.',
      missing: 'Necesitamos una forma de contactar contigo que funcione. Puede ser un correo, un teléfono u otra cosa.',
      whyWeAsk: 'La ley pide una forma de contactar contigo, por si el servicio tiene una pregunta.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'El servicio te dio la razón y va a quitar la imagen.',
      whatNext: 'Te lo decimos aquí cuando el servicio diga que ya no está.',
    },
    'not-depicted': {
      toPerson: 'El servicio no pudo saber si la imagen te muestra a ti, o a la persona por la que actúas.',
      whatNext: 'Si es así, puedes pedirlo otra vez y decir en qué se nota.',
    },
    'not-intimate': {
      toPerson: 'Para el servicio, esta no es una imagen íntima en el sentido de la ley del Reino Unido.',
      whatNext: 'Otras normas todavía pueden ayudar. Puedes pedir al servicio que la mire según sus propias normas.',
    },
  },
  complaint: {
    name: 'Ofcom',
    sentence: 'Puedes decírselo a Ofcom. Vigila los servicios en línea en el Reino Unido. No puede quitar la imagen por sí misma.',
  },
};
