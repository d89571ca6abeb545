/** What does she read when she, or whoever posted the picture, does not agree with the service? In Spanish. */
import type { WordsOf } from '../in-each-language.ts';

export const disagree: WordsOf<'disagree'> = {
  questionHeading: 'Te hacen una pregunta',
  question:
    'Quien publicó la imagen no está de acuerdo con que se haya retirado. Sigue retirada mientras otra persona del servicio lo mira de nuevo. A esa persona le gustaría saber qué piensas. No tienes que responder.',
  questionLimited:
    'Quien publicó la imagen no está de acuerdo con que menos personas puedan verla. El límite sigue mientras otra persona del servicio la mira de nuevo. Esa persona quiere saber qué piensas. No tienes que responder.',
  questionGone:
    'Quien publicó la imagen no está de acuerdo con que menos personas pudieran verla. La imagen ya no está. Otra persona del servicio mira de nuevo lo que se decidió y quiere saber qué piensas. No tienes que responder.',
  questionAbout: { one: 'Se trata de este enlace que diste:', other: 'Se trata de estos enlaces que diste:' },
  questionUntil: 'Te esperan hasta el {moment}.',
  questionChoice: '¿Qué te gustaría decir?',
  questionText: 'Con tus palabras, si quieres',
  questionTextHint: 'Esto solo lo leen las personas del servicio que deciden. Quien publicó la imagen no lo lee nunca.',
  questionSend: 'Enviar mi respuesta',
  complainSummary: 'No estoy de acuerdo con esta respuesta',
  complainUnder: 'No estoy de acuerdo con la respuesta según esta ley: {law}',
  complain:
    'Puedes decir al servicio que su respuesta es incorrecta. Es gratis. Otra persona del servicio lo mira de nuevo. La nueva respuesta la lees aquí.',
  complainTime: 'Ninguna ley fija un día para la nueva respuesta. Después de dos semanas llega tarde.',
  complainOnce: 'Si tienes razón, tu solicitud se abre otra vez según cada una de sus leyes.',
  complainUntil: 'Puedes hacerlo hasta el {moment}.',
  complainChoice: '¿Por qué es incorrecta la respuesta?',
  complainText: 'Lo que deberían saber, si quieres',
  complainSend: 'Decirlo al servicio',
  complained: 'El {day} le dijiste al servicio que no estás de acuerdo. Otra persona lo mirará otra vez. La nueva respuesta la lees aquí.',
  complainedDue: '¿No está aquí antes del {day}? Entonces llega tarde. Ninguna ley fija un día.',
  complainedAnswered: 'El {day} le dijiste al servicio que no estás de acuerdo. Otra persona lo miró otra vez. Llegó a la misma respuesta.',
  choose: 'Por favor, elige una de estas opciones.',
  tooLong: 'Este texto es demasiado largo. Por favor, acórtalo.',
};
