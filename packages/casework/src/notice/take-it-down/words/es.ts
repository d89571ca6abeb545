/** What does she read of this law? In Spanish. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

export const spanish: Translation<typeof english> = {
  name: 'TAKE IT DOWN Act',
  statute: '47 U.S.C. 223a(a)',
  instrument: 'una solicitud de retirada',
  country: 'Estados Unidos',
  clock: 'en un plazo de 48 horas',
  whoWillSee: 'Solo lo ven las personas del servicio que se ocupan de tu solicitud. No se lo pasamos a quien publicó la imagen.',
  warnings: [],
  elements: {
    signature: {
      short: 'tu nombre',
      asks: 'Escribe tu nombre. Vale como firma.',
      missing: 'Tu firma todavía no está. Basta con escribir tu nombre.',
      whyWeAsk: 'La ley pide una firma. Un nombre escrito vale.',
    },
    statement: {
      short: 'tu declaración',
      asks: 'Confirma dos cosas. La imagen se compartió sin el consentimiento de la persona que aparece. Lo dices de buena fe.',
      missing: 'Confirma que la imagen se compartió sin consentimiento, y que lo dices de buena fe.',
      whyWeAsk: 'La ley pide esta declaración breve. Puedes añadir más si ayuda, pero no tienes que contar tu historia.',
    },
    contact: {
      short: 'cómo contactar contigo',
      asks: 'Da una forma de contactar contigo. Puede ser un correo, un teléfono u otra cosa.',
      missing: 'Necesitamos una forma de contactar contigo que funcione. Puede ser un correo, un teléfono u otra cosa.',
      whyWeAsk: 'La ley pide una forma de contactar contigo, por si el servicio tiene una pregunta.',
    },
    authority: {
      short: 'por qué puedes actuar por la persona',
      asks: 'Dinos por qué puedes actuar por la persona que aparece. Basta una línea.',
      missing: 'Di por qué puedes actuar por la persona que aparece. Basta una línea.',
      whyWeAsk: 'La ley te deja pedirlo por otra persona solo si puedes actuar por ella. Basta tu palabra.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'El servicio te dio la razón y va a quitar la imagen.',
      whatNext: 'Te lo decimos aquí cuando el servicio diga que ya no está.',
    },
    'not-intimate': {
      toPerson: 'Para el servicio, esta no es una imagen íntima en el sentido de la ley.',
      whatNext: 'Otras normas todavía pueden ayudar. Puedes pedir al servicio que la mire según sus propias normas.',
    },
  },
  complaint: {
    name: 'Federal Trade Commission (FTC)',
    sentence: 'Puedes decírselo a la FTC en TakeItDown.ftc.gov. Comprueba que los servicios cumplen esta ley. Es gratis.',
  },
};
