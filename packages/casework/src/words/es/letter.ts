/** What does a letter to a service elsewhere say, and what stands beside it? In Spanish. */
import type { Translation } from '../../language/catalogue.ts';
import type { letterWords as english } from '../en/letter.ts';

export const letterWords: Translation<typeof english> = {
  title: {
    copyright: 'Notificación por derechos de autor',
    request: 'Solicitud para quitar una imagen íntima compartida sin consentimiento',
  },
  to: 'Para: {whom}',
  date: 'Fecha: {day}',
  opening: {
    self: 'Soy la persona de la imagen.',
    agent: 'Actúo por la persona de la imagen.',
    intimate: 'Su servicio muestra una imagen íntima.',
    copyright: 'Su servicio muestra una imagen cuyos derechos son míos, o de la persona por la que actúo.',
    noConsent: 'Se compartió sin el consentimiento de la persona que aparece en ella.',
  },
  places: 'Dónde está',
  beside: {
    heading: 'Qué más hay allí',
    ask: 'Por favor, miren también cada una de estas cosas, y decidan sobre ella.',
    text: 'Palabras en el título o al lado: {says}',
    link: 'Enlace: {says}',
    account: 'Cuenta que la publica, o que se hace pasar por la persona de la imagen: {says}',
  },
  law: {
    heading: '{name}, {statute}',
    under: 'Esto es {instrument} según esta ley.',
    asFar: 'Vale en la medida en que esta ley se les aplica hoy.',
    illegal:
      'En la Unión Europea esto es un contenido ilícito: las leyes de sus Estados miembros prohíben compartir una imagen íntima sin el consentimiento de la persona que aparece en ella. Entre ellas están:',
    goodFaith: 'Creo de buena fe que la imagen se compartió sin consentimiento.',
    signed: 'Firmado: {name}',
  },
  wishes: {
    heading: 'Lo que les pido',
    withoutDelay: 'Por favor, quiten la imagen sin demora.',
    withinHours: {
      one: 'Por favor, quiten la imagen lo antes posible, y en un plazo de {count} hora desde que reciban este texto.',
      other: 'Por favor, quiten la imagen lo antes posible, y en un plazo de {count} horas desde que reciban este texto.',
    },
    wideCopies: 'Por favor, quiten también las copias iguales o sustancialmente iguales.',
    sameCopies: 'Por favor, quiten también las copias iguales que conozcan.',
    confirm: 'Por favor, confirmen que este texto llegó, y denle un número.',
    tellMe: 'Por favor, díganme qué decidieron. Si dicen que no, díganme por qué, y dónde puedo reclamar.',
    quiet: 'Por favor, no digan a quien la publicó quién soy, ni cómo contactar conmigo.',
  },

  search: {
    title: 'Solicitud para no mostrar en el buscador una imagen íntima compartida sin consentimiento',
    intimate: 'Su buscador lleva a una imagen íntima.',
    copyright: 'Su buscador lleva a una imagen cuyos derechos son míos, o de la persona por la que actúo.',
    withoutDelay: 'Por favor, quiten estos resultados de su buscador sin demora.',
    withinHours: {
      one: 'Por favor, quiten estos resultados de su buscador lo antes posible, y en un plazo de {count} hora desde que reciban este texto.',
      other:
        'Por favor, quiten estos resultados de su buscador lo antes posible, y en un plazo de {count} horas desde que reciban este texto.',
    },
    copies: 'Por favor, quiten también otros resultados que conozcan y que muestren la misma imagen.',
    refused: 'El buscador dijo que no. No es el final: hay otros caminos.',
    gone: 'Anotaste que el buscador ya no la muestra.',
  },

  searchRoutes: {
    again: { name: '{service}, el mismo formulario', sentence: 'Pide que lo miren otra vez. Di qué falta en su respuesta.' },
    european: {
      name: '{service}, el formulario para Europa',
      sentence:
        'Para quien vive en la Unión Europea, Noruega, Islandia, Liechtenstein o el Reino Unido. Allí puedes oponerte a los resultados sobre ti (RGPD, artículos 17 y 21). Es gratis.',
    },
    authority: {
      name: 'Autoridades de protección de datos en Europa',
      sentence: 'Si un buscador dice que no a ese formulario, la de tu país puede mirarlo. Es gratis.',
    },
    ico: {
      name: 'Information Commissioner (ICO), Reino Unido',
      sentence: 'Si un buscador dice que no en el Reino Unido, puede mirarlo. Es gratis.',
    },
  },
  signature: 'Firma y contacto',
  answers: {
    consent: 'Se compartió una imagen íntima sin el consentimiento de la persona que aparece en ella.',
    kind: 'Una imagen íntima: desnuda, sexual o privada.',
  },
  standing: {
    toSend: 'Está listo para ti. Todavía no se ha enviado.',
    sent: 'Lo enviaste. El servicio todavía tiene tiempo.',
    sentWithoutHours: 'Lo enviaste. Las leyes que nombra no fijan horas. Si en unos días no pasa nada, pregunta otra vez al servicio.',
    overdue: 'El plazo del servicio ya pasó. Puedes pedirlo una vez más, y decírselo a otros.',
    gone: 'Anotaste que la imagen ya no está allí.',
    refused: 'El servicio dijo que no. No es el final: hay otros caminos.',
  },
  services: {
    'google-search': {
      does: 'La quita de lo que la gente encuentra con Google. Sigue en la página donde está.',
      questions: {
        who: 'Quién lo pide, y por quién',
        kind: 'Qué muestra la imagen',
        consent: 'Si se compartió con consentimiento',
        links: 'La dirección de cada página y de cada imagen',
        name: 'Nombre legal',
        email: 'Dirección de correo',
        paid: 'Si ahora te pagan por ella',
        real: 'Real, o hecha por un ordenador',
        screenshots: 'Capturas de pantalla',
      },
      help: {
        paid: 'Lo pregunta Google. No quita imágenes por las que te pagan ahora.',
        real: 'Elige lo que sea cierto. Se quitan las dos.',
        screenshots: 'Google pide imágenes de lo que muestra la búsqueda. Puedes tapar en ellas lo que sea privado.',
      },
    },
    bing: {
      does: 'La quita de lo que la gente encuentra con Bing. Sigue en la página donde está.',
      questions: {
        service: 'El servicio',
        concern: 'El tipo de problema',
        links: 'La dirección de cada página y de cada imagen',
        consent: 'Qué está mal',
      },
      help: {
        service: 'Elige Bing.',
        concern: 'Elige la línea sobre imágenes desnudas o sexuales que no debían compartirse.',
      },
    },
  },
};
