/** What is said about a decision, to her and to whoever posted it? In Spanish. */
import type { Translation } from '../../language/catalogue.ts';
import type { decisionWords as english } from '../en/decision.ts';

export const decisionWords: Translation<typeof english> = {
  grounds: {
    refer: {
      toPerson:
        'El servicio oculta la imagen ahora mismo. Puede mostrar a alguien de menos de 18 años. Por eso el servicio lo dice también a personas cuyo trabajo es proteger a la gente joven.',
      whatNext:
        'No tienes que hacer nada. Se guardan datos sobre la imagen para esas personas hasta que acaben su trabajo, también si terminas tu caso.',
    },
    restrict: {
      rules: {
        'age-gate': 'El servicio decidió mostrar la imagen solo a personas cuya edad ha comprobado. Sus reglas la permiten de ese modo.',
        'not-recommended':
          'El servicio decidió dejar la imagen fuera de su búsqueda y de lo que sugiere. Eso no frena a quien tiene el enlace. Sus reglas la permiten de ese modo.',
      },
      'illegal-there': 'La ley de un país no permite la imagen. El servicio decidió no mostrarla más allí: {country}.',
      'ordered-there': 'La orden vale para un país. El servicio decidió no mostrar más la imagen allí: {country}.',
      whatNext: 'Si no basta, puedes decirle al servicio que no estás de acuerdo. También puedes enviar una nueva solicitud y decir más.',
      whatNextOtherwise: 'Puedes enviar una nueva solicitud y decir más.',
    },
    afterComplaint: {
      toPerson: 'Otra persona del servicio lo miró otra vez. No ve motivo para quitar la imagen ni para limitar quién puede verla.',
      whatNext: 'Puedes acudir a quien se indica aquí, o enviar una solicitud nueva y decir más.',
    },
    setAside: {
      toPerson: 'Por esta solicitud el servicio ya no quita la imagen ni limita quién puede verla.',
      whatNext: 'Puedes pedir ayuda sobre qué hacer ahora, o enviar una solicitud nueva y decir más.',
    },
    counterNotice: {
      toPerson: 'Quien publicó la imagen se opuso como prevé la ley de derechos de autor. El servicio no supo de ningún juicio.',
      whatNext: 'Puedes enviar una solicitud nueva según otra ley, o pedir ayuda sobre qué hacer ahora.',
    },
    underAnotherLaw: {
      toPerson: 'La imagen se quitó por tu solicitud según otra ley. A esta todavía le faltaba algo.',
      whatNext: 'Aquí no tienes que hacer nada más.',
    },
  },
  complaint: {
    reasons: {
      uploader: {
        rights: 'Tengo los derechos sobre ella, o puedo usarla',
        depicted: 'Soy la persona de la imagen',
        agreed: 'La persona de la imagen estuvo de acuerdo con publicarla',
        'not-intimate': 'No muestra a nadie de forma íntima',
        'other-picture': 'Se confundió con otra imagen',
        'public-interest': 'Es noticia, arte, ciencia o sátira',
        other: 'Otra cosa',
      },
      requester: {
        shown: 'Sí me muestra a mí, o a la persona por la que actúo',
        intimate: 'Es íntima, o va contra la ley o las normas',
        'not-agreed': 'Nadie estuvo de acuerdo con compartirla',
        'can-be-found': 'La imagen se puede encontrar, y digo cómo',
        'too-little': 'Un límite no basta: la imagen tiene que quitarse',
        other: 'Tengo otro motivo',
      },
    },
    sideAnswers: {
      'keep-down': 'Por favor, que no se muestre otra vez.',
      'may-be-shown': 'Se puede mostrar.',
    },
    sideAnswersLimited: {
      'keep-down': 'Por favor, que siga el límite.',
      'may-be-shown': 'Se puede mostrar a todo el mundo.',
    },
    answers: {
      uploader: {
        upheld: 'Lo miró otra vez una persona distinta de quien decidió primero. Tenías razón: la decisión se retira.',
        shownAgain: 'Se avisa al servicio para que muestre de nuevo tu publicación.',
        rejected: 'Lo miró otra vez una persona distinta de quien decidió primero. La decisión se mantiene.',
        /** Of what is hidden before anybody has decided. */
        meanwhile: {
          upheld:
            'Lo miró una persona del servicio que no ocultó tu publicación. Tenías razón: ya no debe estar oculta por esta notificación.',
          rejected:
            'Lo miró una persona del servicio que no ocultó tu publicación. Sigue oculta hasta que alguien decida sobre la notificación.',
          'nothing-new': 'Lo que dijiste no es motivo para mostrarla antes.',
        },
        held: {
          upheld: 'Una persona del servicio miró tu publicación. Tenías razón: ya no debe estar oculta por este parecido.',
          rejected: 'Una persona del servicio miró lo que dijiste. Tu publicación sigue oculta hasta que alguien decida sobre ella.',
        },
        because: {
          depicted: 'Entendemos que eres la persona de la imagen.',
          agreed: 'Hay motivo para creer que hubo acuerdo para publicarla.',
          'not-intimate': 'No muestra a nadie de forma íntima.',
          'other-picture': 'Se confundió con otra imagen.',
          'public-interest': 'Sirve a un fin que la ley protege.',
          'beside-was-wrong':
            'Lo miró otra vez una persona distinta de quien decidió primero. Tenías razón: esto se retira, y se avisa al servicio para que lo devuelva. Lo que se decidió sobre la imagen se mantiene.',
          'decided-outside':
            'Esto se resolvió fuera del servicio, así que allí nadie tuvo que juzgar ya tu reclamación. La decisión se retira.',
          'decided-anew':
            'El servicio retomó su primera decisión, así que nadie juzga ya tu reclamación contra ella. Solo la nueva decisión cambia algo. También puedes reclamar contra la nueva.',
          referred: 'Tu reclamación está cerrada, y nadie en el servicio la juzga. Para lo que publicaste no cambia nada.',
          'nothing-new': 'Lo que dijiste no cambia lo que se comprobó.',
          'no-consent': 'No hay motivo para creer que la persona de la imagen estuvo de acuerdo con publicarla.',
        },
      },
      requester: {
        'look-again': 'Otra persona del servicio lo miró otra vez. Tenías razón. Tu solicitud está abierta de nuevo.',
        'refusal-stands': 'Otra persona del servicio lo miró otra vez. Llegó a la misma respuesta.',
        referred:
          'Tu reclamación está cerrada, y nadie en el servicio la juzga. Mientras tanto se avisó al servicio de que nadie debe ver ya la imagen.',
        'decided-outside':
          'Esto se resolvió fuera del servicio, así que allí nadie tuvo que juzgar ya tu reclamación. Tu solicitud sigue cerrada.',
      },
    },
  },
  seen: {
    'age-gate': 'Se limitó a personas cuya edad ha comprobado el servicio, sin fecha de fin.',
    'not-recommended':
      'Se dejó fuera de la búsqueda, las listas y las sugerencias, sin fecha de fin. Eso no frena a quien tiene la dirección.',
    'not-there': 'Se ocultó en un país, sin fecha de fin: {country}.',
  },
  statement: {
    facts: {
      notice:
        'El servicio recibió una notificación. Dice que lo que publicaste muestra a una persona de forma íntima, y que se compartió sin su consentimiento. Una persona del servicio examinó la notificación.',
      'trusted-notice':
        'El servicio recibió una notificación de un alertador fiable. Dice que lo que publicaste muestra a una persona de forma íntima, y que se compartió sin su consentimiento. Una persona del servicio examinó la notificación.',
      /** It was named by nobody: it looks like a picture of the notice. */
      'notice-found':
        'El servicio recibió una notificación sobre otra publicación. Comparó imágenes y vio que lo que publicaste se parece a la de la notificación. Una persona del servicio lo miró y decidió.',
      match:
        'El servicio encontró por sí mismo que lo que publicaste es la misma imagen que una de sus listas, o una copia retocada. Una persona del servicio lo confirmó.',
      'match-limited':
        'El servicio comparó lo que publicaste con las imágenes de sus listas y vio que se parece a una de ellas. Una persona del servicio lo miró y decidió que puede quedarse, con un límite.',
      'match-held':
        'El servicio encontró por sí mismo que lo que publicaste se parece a una imagen de sus listas. Todavía nadie ha decidido sobre esto.',
      'exact-copy':
        'El servicio encontró por sí mismo que el archivo que publicaste es idéntico a uno que personas del servicio ya habían quitado.',
      'notice-meanwhile':
        'El servicio recibió una notificación. Dice que lo que publicaste muestra a una persona de forma íntima, y que se compartió sin su consentimiento. Todavía nadie ha decidido sobre esto.',
      'trusted-notice-meanwhile':
        'El servicio recibió una notificación de un alertador fiable. Dice que lo que publicaste muestra a una persona de forma íntima, y que se compartió sin su consentimiento. Todavía nadie ha decidido sobre esto.',
      'copyright-notice':
        'El servicio recibió una notificación. Dice que lo que publicaste es obra de otra persona, y que se publicó sin su permiso. Una persona del servicio examinó la notificación.',
      'trusted-copyright-notice':
        'El servicio recibió una notificación de un alertador fiable. Dice que lo que publicaste es obra de otra persona, y que se publicó sin su permiso. Una persona del servicio examinó la notificación.',
      'copyright-notice-meanwhile':
        'El servicio recibió una notificación. Dice que lo que publicaste es obra de otra persona, y que se publicó sin su permiso. Todavía nadie ha decidido sobre esto.',
      'trusted-copyright-notice-meanwhile':
        'El servicio recibió una notificación de un alertador fiable. Dice que lo que publicaste es obra de otra persona, y que se publicó sin su permiso. Todavía nadie ha decidido sobre esto.',
    },
    automation: {
      none: 'No se usó nada automático, ni para encontrarlo ni para decidir.',
      found: 'Se encontró de forma automática, por su huella. Decidió una persona.',
      decided:
        'Se encontró de forma automática, por su huella, y se quitó de forma automática, porque el archivo es idéntico. Ninguna persona miró esta copia.',
      meanwhile:
        'Se ocultó de forma automática, porque nadie había decidido sobre la notificación a la hora que el servicio tiene fijada. Ninguna persona lo eligió. Lo que pase con ello lo decide una persona.',
      held: 'Se encontró de forma automática, por su huella, y se ocultó de forma automática. Ninguna persona lo eligió. Lo que pase con ello lo decide una persona.',
    },
    ground: {
      terms: {
        reference: 'Las normas del servicio sobre imágenes íntimas de otras personas',
        text: 'El servicio comprobó que incumple estas normas: no admiten imágenes que muestran a una persona de forma íntima sin su consentimiento.',
      },
      beside: {
        namesThePerson:
          'El servicio comprobó que este texto dice quién es la persona de la imagen, o cómo encontrarla, y así difunde más la imagen sin su consentimiento. La ley que aquí se nombra no lo permite.',
        leadsToIt:
          'El servicio comprobó que esta dirección lleva a la imagen que se eliminó, o a más imágenes así, y así la da a conocer sin el consentimiento de la persona que aparece. La ley que aquí se nombra no lo permite.',
        rules:
          'El servicio comprobó que incumple estas normas: no permiten exponer a una persona de forma íntima, ni ayudar a otros a hacerlo.',
        postsSuchPictures:
          'El servicio comprobó que esta cuenta sigue publicando imágenes íntimas de personas que no dieron su consentimiento. Estas normas no lo permiten.',
        postedSuchAPicture:
          'El servicio comprobó que esta cuenta publicó una imagen íntima de una persona que no dio su consentimiento. Estas normas no lo permiten.',
        posesAsThePerson: 'El servicio comprobó que esta cuenta se hace pasar por la persona de la imagen. Estas normas no lo permiten.',
      },
      limited: 'El servicio concluyó que estas reglas lo permiten y limitan quién puede verlo.',
      meanwhile: {
        law: 'La notificación dice que muestra a una persona de forma íntima, y que esta persona no estuvo de acuerdo con publicarlo. Si es así, la ley que se indica aquí no lo permite. Está oculto hasta que el servicio lo haya aclarado.',
        rules:
          'La notificación dice que muestra a una persona de forma íntima sin su consentimiento. Si es así, estas normas no lo admiten. Está oculto hasta que el servicio lo haya aclarado.',
      },
      held: 'Se vio que se parece a una imagen que está en una lista porque muestra a una persona de forma íntima, sin su consentimiento. Si es la misma imagen, la ley que se indica aquí no lo permite. Está oculto hasta que el servicio lo haya aclarado.',
      memberStates: 'Las leyes de los Estados miembros sobre imágenes íntimas compartidas sin consentimiento',
      consent:
        'El servicio comprobó que muestra a una persona de forma íntima, y que hay motivo para creer que esta persona no estuvo de acuerdo con publicarlo. La ley que se indica aquí no lo permite.',
      copyright: 'Alguien declaró según esta ley que es su obra y que se publicó sin su permiso.',
    },
    redress: {
      complaint:
        'Puedes reclamar ante el servicio en la dirección que llegó con esta declaración. Es gratis. Mira tu reclamación una persona distinta de quien decidió.',
      complaintMeanwhile:
        'Puedes reclamar ante el servicio en la dirección que llegó con esta declaración. Es gratis. Mira tu reclamación una persona, y nunca la que ocultó tu publicación.',
      outOfCourt:
        'Puedes acudir a un órgano de resolución extrajudicial certificado por un coordinador de servicios digitales. Es gratis, o cuesta poco: https://digital-strategy.ec.europa.eu/en/policies/dsa-out-court-dispute-settlement',
      court: 'Puedes acudir a un tribunal, en cualquier momento.',
      courtAfterCopyright:
        'También puedes enviar una contranotificación (counter-notice, 17 U.S.C. 512(g)) a quien en el servicio se ocupa de los derechos de autor. Fírmala. Da tu nombre, dirección y teléfono. Di qué se quitó y dónde estaba. Declara bajo juramento que crees de buena fe que fue un error, o que se confundió con otra cosa. Di que aceptas el tribunal federal (Federal District Court) del lugar donde vives. Si vives fuera de Estados Unidos, di que aceptas el de cualquier lugar donde se encuentre el servicio. Di que aceptas los papeles del tribunal de quien notificó, o de quien actúa en su nombre. Después de 10 a 14 días hábiles tu publicación se muestra otra vez, salvo que quien notificó vaya a un tribunal. Puedes acudir a un tribunal, en cualquier momento.',
    },
  },
};
