/** What does she read of this law? In Spanish. */
import type { Translation } from '../../../language/catalogue.ts';
import type { english } from './en.ts';

const whyWeAsk = 'Una orden tiene que decirlo, para que se pueda cumplir y recurrir.';

export const spanish: Translation<typeof english> = {
  name: 'orden de una autoridad',
  statute: 'la ley que nombra la orden',
  instrument: 'una orden',
  country: 'el país de la autoridad',
  clock: 'en el plazo que nombra la orden',
  whoWillSee: 'La autoridad y las personas del servicio que se ocupan de la orden.',
  warnings: [],
  elements: {
    issuer: {
      short: 'qué autoridad la da',
      asks: '¿Quién da la orden?',
      missing: 'Indica qué autoridad da la orden.',
      whyWeAsk,
    },
    reference: {
      short: 'la referencia de la orden',
      asks: 'Su referencia, por ejemplo un número de expediente.',
      missing: 'Indica la referencia de la orden.',
      whyWeAsk,
    },
    law: {
      short: 'la ley en que se apoya',
      asks: '¿En qué ley se apoya?',
      missing: 'Indica en qué ley se apoya la orden.',
      whyWeAsk,
    },
    reason: {
      short: 'por qué el contenido es ilegal',
      asks: '¿Por qué va el contenido contra esa ley?',
      missing: 'Indica por qué va el contenido contra esa ley.',
      whyWeAsk,
    },
    scope: {
      short: 'para qué lugares vale',
      asks: '¿Para qué países vale?',
      missing: 'Indica para qué países vale la orden.',
      whyWeAsk,
    },
    redress: {
      short: 'cómo se puede recurrir',
      asks: '¿Cómo se puede recurrir?',
      missing: 'Indica cómo se puede recurrir la orden.',
      whyWeAsk,
    },
    'effect-to': {
      short: 'a quién decir lo que se hizo',
      asks: '¿A quién debe decir el servicio lo que se hizo?',
      missing: 'Indica a quién debe decir el servicio lo que se hizo.',
      whyWeAsk: 'Solo si es una autoridad distinta de la que da la orden.',
    },
    'uploader-not-told': {
      short: 'que no se avise a quien lo publicó',
      asks: 'La orden prohíbe avisar a quien lo publicó.',
      missing: 'Indica si se puede avisar a quien lo publicó.',
      whyWeAsk: 'Solo si la orden lo dice. Si no, el servicio le avisa.',
    },
    locate: {
      short: 'la dirección del contenido',
      asks: '¿Dónde está el contenido? Indica su dirección.',
      missing: 'Indica la dirección exacta del contenido.',
      whyWeAsk: 'El servicio tiene que encontrarlo.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'El servicio cumple la orden.',
      whatNext: 'Confirma aquí cuando el contenido ya no está.',
    },
    'not-binding': {
      toPerson: 'El servicio considera que la orden no le obliga.',
      whatNext: 'La autoridad puede escribir otra vez al servicio.',
    },
  },
};
