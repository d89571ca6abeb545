/** What does she read of one case? In Spanish. */
import type { Translation } from '../../language/catalogue.ts';
import type { caseWords as english } from '../en/case.ts';

export const caseWords: Translation<typeof english> = {
  timeline: {
    received: 'Tu solicitud llegó al servicio.',
    isComplete: 'Tiene todo lo que pide la ley.',
    nowComplete: 'Tu solicitud tiene ahora todo lo que pide la ley.',
    stillMissing: 'Todavía falta: {things}.',
    stillMissingThen: 'En ese momento todavía faltaba: {things}.',
    contactErased: 'Se borró cómo contactar contigo. El servicio ya no puede leerlo aquí.',
    answersErased: 'Lo que escribiste en esta solicitud se borró aquí, un tiempo después de que terminara. Esta lista se queda.',
    seen: 'Una persona del servicio abrió tu solicitud.',
    refused: 'El servicio dijo que no.',
    asked: 'Una persona del servicio te pregunta algo antes de decidir.',
    groundOfOld: {
      remove: 'El servicio va a quitar la imagen.',
      restrict: 'El servicio decidió dejar la imagen y limitar quién puede verla.',
      keep: 'El servicio decidió no quitar la imagen.',
      refer: 'El servicio oculta la imagen y pasa el caso a otros.',
    },
    placesLeft: {
      one: 'No hizo nada en 1 de los sitios que indicaste. Puedes pedirlo otra vez y explicar más.',
      other: 'No hizo nada en {count} de los sitios que indicaste. Puedes pedirlo otra vez y explicar más.',
    },
    foundAnotherPicture: {
      one: 'El servicio encontró además {count} publicación con una imagen parecida a la tuya. Una persona la miró. Muestra otra cosa, así que la dejó.',
      other:
        'El servicio encontró además {count} publicaciones con imágenes parecidas a la tuya. Una persona las miró. Muestran otra cosa, así que las dejó.',
    },
    foundConsented: {
      one: 'El servicio encontró además {count} publicación con la imagen. Una persona la miró. Cree que quien se ve aceptó esa publicación, así que la dejó.',
      other:
        'El servicio encontró además {count} publicaciones con la imagen. Una persona las miró. Cree que quien se ve aceptó esas publicaciones, así que las dejó.',
    },
    foundToo: {
      one: 'Lo mismo vale para {count} publicación más con tu imagen, que encontró el servicio.',
      other: 'Lo mismo vale para {count} publicaciones más con tus imágenes, que encontró el servicio.',
    },
    foundAskAgain: 'Si todavía ves la imagen allí, puedes pedirlo otra vez y enviar el enlace.',
    reversed: {
      undone:
        'El servicio retiró su respuesta: una persona había respondido por error. Tu solicitud está abierta otra vez, con el tiempo que tenía. Si ya se había quitado la imagen, puede estar ahí de nuevo hasta que una persona decida.',
      undoneLimit:
        'El servicio retiró su respuesta: una persona había respondido por error. Tu solicitud está abierta otra vez, con el tiempo que tenía. Si ya podía ver la imagen menos gente, quizá todos puedan verla otra vez hasta que una persona decida.',
      undoneRefusal:
        'El servicio retiró su respuesta: una persona había respondido por error. Tu solicitud está abierta otra vez, con el tiempo que tenía.',
      complaint: 'El servicio retiró su respuesta.',
      outside: 'El servicio tuvo que retirar su respuesta: así lo decidió una autoridad, un tribunal u otro organismo de fuera.',
    },
    complaintAsked:
      'Quien publicó la imagen no está de acuerdo con que se quitara. Sigue quitada mientras el servicio la mira otra vez. Antes puedes decir algo.',
    complaintAskedLimited:
      'Quien publicó la imagen no está de acuerdo con que menos personas puedan verla. El límite sigue mientras el servicio la mira otra vez. Antes puedes decir algo.',
    complaintAskedGone:
      'Quien publicó la imagen no está de acuerdo con que menos personas pudieran verla. La imagen ya no está, y el servicio mira otra vez lo que decidió. Antes puedes decir algo.',
    complaintAnswered: 'Dijiste lo que piensas. Otra persona del servicio lo leerá y decidirá.',
    complained: 'Le dijiste al servicio que no estás de acuerdo. Otra persona lo mirará otra vez.',
    complaintSettledOutside:
      'Quien publicó la imagen no estaba de acuerdo con que se quitara. Eso se resolvió fuera del servicio. Allí nadie tiene que juzgarlo ya, y no hace falta que respondas.',
    complaintSettledOutsideLimited:
      'Quien publicó la imagen no estaba de acuerdo con que menos personas la vieran. Eso se resolvió fuera del servicio. Allí nadie tiene que juzgarlo ya, y no hace falta que respondas.',
    complaintDecidedAnew:
      'Quien publicó la imagen no estaba de acuerdo con que menos personas la vieran. Ahora el servicio decide de nuevo. Nadie tiene que juzgarlo ya, y no hace falta que respondas.',
    complaintClosed:
      'Quien publicó la imagen no estaba de acuerdo con la decisión. Nadie tiene que juzgarlo ya, y no hace falta que respondas. Para ti no cambia nada.',
    ownComplaintClosed:
      'Dijiste al servicio que no estás de acuerdo. Mientras tanto se le avisó de que nadie debe ver ya la imagen. Por eso allí nadie tiene que juzgarlo ya.',
    ownComplaintSettledOutside:
      'Dijiste al servicio que no estás de acuerdo. Eso se resolvió fuera del servicio. Allí nadie tiene que juzgarlo ya, y tu solicitud sigue cerrada.',
    complaintDecided: {
      uploader: {
        upheld: 'Otra persona del servicio lo miró otra vez. Llegó a una respuesta distinta de la primera.',
        rejected: 'Otra persona del servicio lo miró otra vez. Para ti no cambia nada.',
      },
      requester: {
        upheld: 'Otra persona del servicio lo miró otra vez. Tenías razón: tu solicitud está abierta de nuevo.',
        rejected: 'Otra persona del servicio lo miró otra vez. Llegó a la misma respuesta.',
      },
    },
    /** Of one of several posts: whoever posted it was right. */
    complaintOfPartUpheld:
      'Otra persona del servicio miró otra vez una de las publicaciones. Para esa llegó a una respuesta distinta de la primera. Para las demás no cambia nada.',
    setAsideInPart:
      'El servicio tuvo que retirar su respuesta para una de las publicaciones: así lo decidió una autoridad, un tribunal u otro organismo de fuera. Para las demás no cambia nada.',
    counterNoticeInPart:
      'Quien subió una de las publicaciones se opuso como lo prevé la ley de derechos de autor. El servicio no supo de ningún juicio. Por eso tuvo que retirar su respuesta para esa publicación. Para las demás no cambia nada.',
    paused: 'El tiempo del servicio está parado por ahora. El motivo: {reason}',
    resumed: 'El tiempo del servicio corre de nuevo.',
    extended: 'El servicio se toma más tiempo. El motivo: {reason}',
    restricted: 'Desde ese momento la imagen está oculta, hasta que una persona del servicio decida.',
    copiesRemoved: {
      one: 'El servicio dice que también se quitó {count} copia.',
      other: 'El servicio dice que también se quitaron {count} copias.',
    },
    limited: 'El servicio dice que ha limitado quién puede ver la imagen.',
    limitedNoMore: 'El servicio ya no tiene que hacer nada más por este límite.',
    removed: 'El servicio dice que la imagen ya no está.',
    outOfView: 'El servicio dice que allí ya nadie puede ver la imagen.',
    withdrawalAsked: 'Alguien con tu código pidió terminar este caso. Hasta que termine, todo sigue como antes.',
    withdrawalCancelled: 'El caso sigue. No se va a terminar.',
    withdrawalDue: 'Tu caso termina en este momento, a no ser que elijas seguir.',
    withdrawn: 'Tu caso terminó. Ya no buscamos tu imagen por ti.',
    takingOut: {
      request: 'Alguien con tu código pidió retirar esta solicitud. Eso pasa después de 72 horas, a no ser que se detenga.',
      picture: 'Alguien con tu código pidió sacar una imagen o un video. Eso pasa después de 72 horas, a no ser que se detenga.',
      link: 'Alguien con tu código pidió sacar un enlace. Eso pasa después de 72 horas, a no ser que se detenga.',
    },
    takingOutStopped: {
      request: 'La solicitud sigue. No se retira.',
      picture: 'La imagen o el video sigue. No se saca nada.',
      link: 'El enlace sigue. No se saca.',
    },
    takingOutLapsed: {
      request: 'El servicio había respondido antes de que se retirara la solicitud. Su respuesta se mantiene.',
      picture: 'La imagen o el video ya no se podía sacar. La respuesta del servicio se mantiene.',
      link: 'El servicio había respondido antes de que se sacara el enlace. Su respuesta se mantiene.',
    },
    takenOut: {
      request: 'La solicitud se retiró. El servicio lo sabe.',
      picture: 'Se sacó una imagen o un video. Su huella ya no se usa por ti.',
      link: 'Se sacó un enlace. El servicio ya no lo mira por ti.',
    },
    due: {
      hours: {
        one: 'Aquí termina la hora del servicio. Cuenta desde que llegó tu solicitud, y nada la mueve.',
        other: 'Aquí terminan las {count} horas del servicio. Cuentan desde que llegó tu solicitud, y nada las mueve.',
      },
      ownTarget: 'Para este momento el servicio quiere haber actuado. Él mismo puso este plazo, desde que llegó tu solicitud.',
      order: 'Para este momento hay que cumplir la orden.',
    },
  },
  underLaws: {
    says: '{laws}: {sentence}',
    stillMissing: '{laws}, todavía falta: {things}.',
    stillMissingThen: '{laws}, en ese momento todavía faltaba: {things}.',
  },
  standing: {
    notSent: 'Todavía no se ha enviado nada. Puedes seguir cuando quieras.',
    withdrawn: 'Tu caso terminó. Puedes abrir uno nuevo en cualquier momento.',
    takenBack: 'Esta solicitud se retiró. El servicio ya no hace nada más por ti en esto.',
    withdrawalWaiting: 'Este caso terminará en el momento indicado. Si no lo pediste tú, o cambiaste de idea, puedes seguir con él.',
    kept: 'Por esta solicitud el servicio no quita la imagen.',
    hiddenMeanwhile: 'Aun así, se pidió al servicio que por ahora la mantenga oculta, por otro motivo, hasta que alguien decida.',
    notThereThen: 'Cuando el servicio respondió, la imagen ya no estaba ahí.',
    askAgain: 'Puedes pedirlo otra vez y decirle más al servicio.',
    outOfView: 'El servicio dice que allí ya nadie puede ver la imagen.',
    removed: 'El servicio dice que la imagen ya no está.',
    removedInPart: 'El servicio dice que la imagen ya no está donde actuó.',
    toBeOutOfView: 'Se avisó al servicio de que allí nadie debe ver ya la imagen. Todavía tiene que decirnos que está hecho.',
    partOutOfView: 'El servicio dice que aquí ya nadie puede ver la imagen: {places}.',
    partToBeOutOfView: 'Se avisó al servicio de que aquí nadie debe ver ya la imagen: {places}. Todavía tiene que decirnos que está hecho.',
    keptRest: 'En los otros sitios que indicaste, por esta solicitud el servicio no quita la imagen.',
    /** After what was taken down, of one post of several: as she named it, or so many that she did not name. */
    partShownAgain: 'Se avisó al servicio de que puede mostrar otra vez lo que hay aquí: {places}.',
    otherShownAgain: {
      one: 'Se avisó al servicio de que puede mostrar otra vez {count} publicación más, que tú no habías indicado.',
      other: 'Se avisó al servicio de que puede mostrar otra vez {count} publicaciones más, que tú no habías indicado.',
    },
    toBeHidden: 'El servicio dijo que sí. Todavía tiene que decirnos que allí nadie puede ver la imagen.',
    toBeHiddenOverdue: 'El servicio dijo que sí, pero no nos ha dicho que la imagen está oculta. El plazo para eso ya pasó.',
    limited: 'Por esta solicitud el servicio no quita la imagen. Decidió que menos personas puedan verla.',
    toBeLimited:
      'Por esta solicitud el servicio no quita la imagen. Decidió que menos personas puedan verla. Todavía tiene que decirnos que lo hizo.',
    toBeLimitedOverdue: 'El servicio decidió que menos personas puedan ver la imagen, pero no nos dijo que lo hizo. El plazo ya pasó.',
    toBeRemoved: 'El servicio dijo que sí. Todavía tiene que quitar la imagen.',
    toBeRemovedOverdue: 'El servicio dijo que sí, pero no nos ha dicho que la imagen ya no está. El plazo para eso ya pasó.',
    reopened: 'No estabas de acuerdo, y tenías razón. Tu solicitud está abierta de nuevo: el servicio tiene que dar otra respuesta.',
    overdue: 'El plazo para responder ya pasó, y el servicio no ha respondido.',
    needsAnswers: 'El servicio tiene tu solicitud, y su tiempo corre.',
    asked: 'El servicio tiene una pregunta para ti. El plazo del servicio sigue corriendo mientras respondes.',
    waiting: 'El servicio tiene tu solicitud.',
    nothingToDo: 'No tienes que hacer nada.',
    alsoOpen: 'Según otra ley, el servicio todavía tiene que darte una respuesta.',
    alsoOverdue: 'Según otra ley, el servicio no te ha dado una respuesta, y el plazo para darla ya pasó.',
    alsoRefused: 'Según otra ley, el servicio dijo que no. Más abajo puedes leer por qué.',
    limitStays: 'Hasta entonces el límite sigue, y menos personas pueden ver la imagen.',
    notThere:
      'La imagen ya no está ahí. El servicio todavía tiene que responder a tu solicitud: su respuesta puede impedir que la imagen vuelva.',
  },
  questions: {
    where: '¿Dónde está exactamente la imagen? Lo mejor es un enlace. También ayudan unas palabras sobre cómo encontrarla.',
    which: 'Allí hay más de una imagen. ¿Cuál es?',
    more: '¿Puedes decir algo más sobre por qué hay que quitar la imagen? No tienes que contar tu historia.',
    acting: '¿Por qué puedes actuar por la persona de la imagen? Basta una línea.',
  },
  additions: {
    separator: ', ',
    person: {
      linkIsRight: 'Dijiste que el enlace es correcto.',
      added: 'Añadiste: {things}.',
      beside: 'Añadiste, junto a la imagen: {things}.',
      changed: 'Cambiaste: {things}.',
      something: 'Añadiste algo a tu solicitud.',
    },
    platform: {
      added: 'El servicio añadió a tu solicitud: {things}.',
      beside: 'El servicio añadió, junto a la imagen: {things}.',
      changed: 'El servicio cambió en tu solicitud: {things}.',
      something: 'El servicio añadió algo a tu solicitud.',
    },
    links: { one: '{count} enlace', other: '{count} enlaces' },
    places: { one: '{count} sitio', other: '{count} sitios' },
    /** Named beside the picture, with the links. */
    besideWords: 'palabras',
    besideAccounts: { one: '{count} cuenta', other: '{count} cuentas' },
    fingerprints: 'huellas de {files}',
    answers: {
      onBehalfOf: 'quién lo pide',
      agentAuthority: 'por qué puedes actuar por la persona',
      locationDetails: 'cómo encontrar la imagen',
      beside: 'qué más aparece allí',
      signature: 'tu nombre',
      contact: 'cómo contactar contigo',
      statement: 'tu declaración',
      isYoung: 'qué edad tenía la persona',
      declarations: 'lo que confirmaste',
      signatures: 'tu nombre para una de las leyes',
      texts: 'más información',
    },
  },
  files: {
    pictures: { one: '{count} imagen', other: '{count} imágenes' },
    videos: { one: '{count} vídeo', other: '{count} vídeos' },
    files: { one: '{count} archivo', other: '{count} archivos' },
    others: { one: '{count} archivo más', other: '{count} archivos más' },
  },
  code: {
    empty: 'Escribe o pega tu código.',
    length: 'Un código tiene 21 letras y cifras. Este es demasiado largo o demasiado corto.',
    character: 'Un código solo tiene letras y cifras. Nunca tiene la letra U.',
    check: 'Algo no está bien en este código. Mira otra vez cada letra y cada cifra.',
  },
  pin: {
    short: 'Elige al menos 6 letras, cifras o signos.',
    long: 'Es demasiado largo. Elige como mucho 128 letras, cifras o signos.',
    weak: 'Mucha gente elige este, y por eso se adivina pronto. Elige otro, por ejemplo dos o tres palabras que solo tú pondrías juntas.',
  },
};
