/** What does whoever posted something read about a decision on it: what was removed, why, and how to say that this is wrong? In Spanish. */
import type { WordsOf } from '../in-each-language.ts';

export const uploader: WordsOf<'uploader'> = {
  title: 'Sobre una publicación',
  titleToCheck: 'Por favor, revisa',
  problemsHeading: 'Por favor, revisa esto',
  keepToYourself:
    'No compartas la dirección de esta página: quien la tenga puede leer esto y reclamar en tu lugar. Aquí nadie sabe tu nombre.',
  ask: {
    heading: '¿Por qué se eliminó mi publicación?',
    lead: 'El servicio te envió una dirección con su decisión. Allí está el porqué, y cómo puedes decir que es incorrecta.',
    opening: 'Abriendo.',
    address: 'La dirección que te envió el servicio',
    addressHint: 'Pega la dirección entera. Termina con un # y una serie de letras y números.',
    go: 'Continuar',
  },
  heading: 'Tu publicación se eliminó',
  lead: '{service} la eliminó el {day}. Aquí está el porqué, y lo que puedes hacer.',
  takenBackHeading: 'Una decisión sobre tu publicación se anuló',
  takenBackLead: '{service} la eliminó el {day}, y ha anulado esa decisión. Abajo está lo que se dijo entonces.',
  beside: {
    heading: 'Una decisión sobre tu publicación o tu cuenta',
    lead: '{service} lo decidió el {day}. Aquí está el porqué, y lo que puedes hacer.',
    back: '{service} lo decidió el {day}, y después lo anuló. Abajo está lo que se dijo entonces.',
    textRemoved: 'El título y el texto de tu publicación se eliminaron en todas partes, sin fecha de fin.',
    textHidden:
      'El título y el texto de tu publicación se ocultaron en todas partes hasta que el servicio los haya mirado. No hay un día fijado para eso.',
    linkRemoved: 'Un enlace de tu publicación se eliminó en todas partes, sin fecha de fin.',
    linkHidden:
      'Un enlace de tu publicación se ocultó en todas partes hasta que el servicio lo haya mirado. No hay un día fijado para eso.',
    account: 'Tu cuenta se suspendió en todas partes hasta que el servicio la haya mirado. No hay un día fijado para eso.',
    given: 'Se le dijo al servicio que lo devuelva.',
  },
  limitedHeading: 'Menos personas pueden ver tu publicación',
  meanwhile: {
    heading: 'Tu publicación está oculta por ahora',
    lead: '{service} la ocultó el {day}, hasta que alguien decida. Aquí está el porqué, y lo que puedes hacer.',
    backHeading: 'Tu publicación se va a mostrar de nuevo',
    back: '{service} la ocultó el {day}, y ha terminado con eso. Abajo está lo que se dijo entonces.',
    hidden: 'Se ocultó en todas partes hasta que alguien del servicio haya decidido. No hay un día fijado para eso.',
    wasHidden: 'Se había ocultado en todas partes.',
    open: 'Llegó el {day}. La mirará una persona del servicio que no ocultó tu publicación. La respuesta estará aquí: conserva la dirección de esta página.',
    reason: '¿Por qué es incorrecto ocultarla?',
    choose: 'Por favor, elige por qué es incorrecto ocultarla.',
    decidedHeading: 'El servicio ya ha decidido',
    decided: 'Tu publicación se eliminó. Las razones llegaron con esa decisión. Lo que digas aquí cuenta contra ella.',
    decidedLimited:
      'Tu publicación se queda, y menos personas pueden verla. Las razones llegaron con esa decisión. Lo que digas aquí cuenta contra ella.',
  },
  rows: {
    post: 'Tu publicación',
    done: 'Qué se hizo',
    removed: 'Se eliminó en todas partes, sin fecha de fin.',
    hadBeenRemoved: 'Se había eliminado en todas partes.',
    facts: 'En qué hechos se basa',
    automatic: 'Qué fue automático',
    againstLaw: 'Contra qué ley va',
    againstRules: 'Contra qué reglas va',
    byRules: 'Según qué reglas',
    saidAgainstLaw: 'Contra qué ley se dijo que iba',
    saidAgainstRules: 'Contra qué reglas se dijo que iba',
  },
  redress: {
    heading: 'Si crees que esto es incorrecto',
    until: 'Tienes hasta el {day}.',
  },
  news: {
    answerHeading: 'La respuesta a tu reclamación',
    others: 'Todavía puedes acudir a los demás que se nombran abajo.',
    filedHeading: 'Tu reclamación llegó',
    openHeading: 'Tu reclamación está abierta',
    open: 'Llegó el {day}. La mirará otra persona, no la que decidió. Puede tardar más de una semana. La respuesta estará aquí: conserva la dirección de esta página.',
    takenBackHeading: 'La decisión se anuló',
    takenBack: 'Se indicó al servicio que muestre de nuevo tu publicación.',
  },
  complain: {
    heading: 'Reclamar',
    reason: '¿Por qué es incorrecta la decisión?',
    text: 'Lo que deberían saber',
    textHint: 'No tienes que escribir nada. Solo lo leen las personas del servicio que deciden sobre las reclamaciones.',
    send: 'Enviar la reclamación',
  },
  problems: {
    unknown: 'Esta dirección no abre nada. Por favor, pégala entera, con lo que va después del #.',
    choose: 'Por favor, elige por qué es incorrecta la decisión.',
    tooLong: 'Por favor, acórtalo a {most} letras y signos.',
  },
};
