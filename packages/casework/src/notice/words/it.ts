/** What does she read under several laws in the same words? In Italian. */
import type { Translation } from '../../language/catalogue.ts';
import type { english } from './en.ts';

export const italian: Translation<typeof english> = {
  elements: {
    locate: {
      short: 'dove si trova l’immagine',
      asks: 'Dicci dove si trova l’immagine. Un link va bene. Vanno bene anche poche parole su come trovarla.',
      missing: 'Non sappiamo ancora dove si trova l’immagine. Aiuta un link, o poche parole su come trovarla.',
      whyWeAsk: 'Il servizio deve trovare l’immagine prima di poterla togliere.',
    },
  },
  grounds: {
    'own-rules': {
      toPerson: 'L’immagine va contro le regole del servizio. Sarà tolta.',
      whatNext: 'Te lo diciamo qui quando il servizio dice che non c’è più.',
    },
    'not-depicted': {
      toPerson: 'Il servizio non è riuscito a capire se l’immagine mostra te, o la persona per cui agisci.',
      whatNext: 'Se è così, puoi chiedere di nuovo e dire da che cosa si può riconoscere.',
    },
    'consented-publication': {
      toPerson: 'Il servizio ha motivo di pensare che ci fosse accordo per condividere questa immagine.',
      whatNext: 'Se non è vero, puoi chiedere di nuovo e dire perché. Lasciarsi fotografare non è un sì alla condivisione.',
    },
    'cannot-locate': {
      toPerson: 'Il servizio non è riuscito a trovare l’immagine con quello che ha.',
      whatNext: 'Puoi chiedere di nuovo con un link, o con più parole su come trovarla.',
    },
    'not-authorised': {
      toPerson: 'Il servizio non sa ancora se puoi agire per la persona mostrata.',
      whatNext: 'Puoi chiedere di nuovo e dire perché puoi agire per lei. Anche lei può chiedere da sé.',
    },
  },
};
