/** What does she read when she takes one request, picture or link out of her case? Spanish. */
import type { WordsOf } from '../in-each-language.ts';

export const takeOut: WordsOf<'takeOut'> = {
  summary: 'Sacar algo',
  note: '¿Un enlace o una imagen no es correcto? Primero añade el correcto. Después saca aquí el otro.',
  request: 'Toda la solicitud a {service}',
  requestUnder: 'La solicitud a {service} según esta ley: {law}',
  picture: 'Imagen o video {number}',
  link: 'El enlace {link}',
  fingerprint: 'Su huella empieza por {start}.',
  take: 'Sacar esto',
  until: 'Se saca {moment}.',
  waiting: 'Alguien con tu código lo pidió. Hasta entonces todo sigue como antes. ¿No fuiste tú, o has cambiado de idea?',
  keep: 'Dejarlo',
  sooner: 'Sacarlo al instante con mi PIN',
  heading: {
    request: 'Retirar la solicitud',
    picture: 'Sacar una imagen o un video',
    link: 'Sacar un enlace',
  },
  means: {
    request: 'En {service} ya no se hará nada más por ti en esta solicitud.',
    picture: 'En {service} ya no se buscará esta imagen o este video por ti. La huella que enviaste se borra aquí.',
    link: 'Ya no preguntas a {service} por este enlace. Se borra en tu solicitud.',
  },
  meansLaw: 'Según esta ley, en {service} ya no se hará nada más por ti: {law}.',
  toldLaw: 'Avisamos a {service} de que la retiras según esta ley. El plazo de esta ley ya no cuenta para ti.',
  otherLaws: 'Según las otras leyes tu solicitud sigue como antes, con todo lo que enviaste.',
  told: 'Avisamos a {service} de que la retiras: ya no tiene que responder. Lo que escribiste y las huellas se borran aquí.',
  toldPart: 'Las personas de {service} leen en tu solicitud que se sacó algo, y cuándo. Quizá ya lo vieron antes.',
  mayStay: {
    request: 'Por esta solicitud ya no se retira nada. Las copias pueden quedarse o volver.',
    picture: 'Las copias pueden quedarse o volver. Quizá otra persona pidió lo mismo.',
    link: 'La imagen puede quedarse en este enlace.',
  },
  answerStays: 'Lo que {service} respondió no cambia. Esto no hace volver nada.',
  ownFingerprint:
    'Si {service} guarda una huella propia, sigue reteniendo copias hasta que una persona las haya mirado. Si no la guarda, las copias pueden volver.',
  last: 'Entonces la solicitud ya no nombra nada. Por eso se retira entera, y avisamos a {service}.',
  beside: 'También se va lo que nombraste junto a la imagen en este enlace.',
  young: 'Dijiste que la persona podía tener menos de 18 años. El servicio lo sabe, y lo que nombraste allí sigue marcado así.',
  rest: 'Todo lo demás de tu caso sigue igual. Tu código sigue funcionando.',
  undo: 'Una vez fuera, nadie puede traerlo de vuelta. Puedes enviarlo otra vez.',
  withPin: 'Con tu PIN pasa al instante. Sin él, pasa después de 72 horas.',
  withoutPin:
    'Pasa después de 72 horas. Hasta entonces todo sigue como antes, y puedes cambiar de idea con tu código. Esperamos porque otra persona podría haber encontrado tu código.',
  confirm: {
    request: 'Retirar la solicitud',
    picture: 'Sacar la imagen o el video',
    link: 'Sacar el enlace',
  },
  back: 'Volver sin cambiar nada',
  problemsHeading: 'No se sacó nada',
  pinLeftEmpty: {
    lead: 'Todavía no se sacó nada. Con tu PIN pasa al instante.',
    confirm: 'Hacerlo al instante',
    without:
      'También se puede sin él, después de 72 horas. Hasta entonces todo sigue como antes, y puedes cambiar de idea con tu código. Esperamos porque otra persona podría haber encontrado tu código.',
    withoutConfirm: 'Hacerlo después de 72 horas',
  },
  soonerStep: {
    heading: 'Sacarlo al instante',
    than: 'Pasa por sí solo {moment}.',
    lead: 'Con tu PIN pasa al instante.',
  },
};
