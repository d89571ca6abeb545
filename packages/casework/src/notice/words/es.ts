/** What does she read under several laws in the same words? In Spanish. */
import type { Translation } from '../../language/catalogue.ts';
import type { english } from './en.ts';

export const spanish: Translation<typeof english> = {
  elements: {
    locate: {
      short: 'dónde está la imagen',
      asks: 'Dinos dónde está la imagen. Un enlace está bien. También valen unas palabras sobre cómo encontrarla.',
      missing: 'Todavía no sabemos dónde está la imagen. Ayuda un enlace, o unas palabras sobre cómo encontrarla.',
      whyWeAsk: 'El servicio tiene que encontrar la imagen antes de poder quitarla.',
    },
  },
  grounds: {
    'own-rules': {
      toPerson: 'La imagen incumple las normas del servicio. Se va a quitar.',
      whatNext: 'Te lo decimos aquí cuando el servicio diga que ya no está.',
    },
    'not-depicted': {
      toPerson: 'El servicio no pudo saber si la imagen te muestra a ti, o a la persona por la que actúas.',
      whatNext: 'Si es así, puedes pedirlo otra vez y decir en qué se nota.',
    },
    'consented-publication': {
      toPerson: 'El servicio tiene motivo para pensar que hubo acuerdo para compartir esta imagen.',
      whatNext: 'Si no es verdad, puedes pedirlo otra vez y decir por qué. Dejar que te hagan una foto no es un sí a compartirla.',
    },
    'cannot-locate': {
      toPerson: 'El servicio no pudo encontrar la imagen con lo que tiene.',
      whatNext: 'Puedes pedirlo otra vez con un enlace, o con más palabras sobre cómo encontrarla.',
    },
    'not-authorised': {
      toPerson: 'El servicio todavía no sabe si puedes actuar por la persona que aparece.',
      whatNext: 'Puedes pedirlo otra vez y decir por qué puedes actuar por ella. Ella también puede pedirlo por su cuenta.',
    },
  },
};
