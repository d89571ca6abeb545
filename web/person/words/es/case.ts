/** What does she read when she comes back: how her case opens, where it stands, and how it ends? In Spanish. */
import type { WordsOf } from '../in-each-language.ts';

export const openCase: WordsOf<'openCase'> = {
  heading: 'Vuelve con tu código',
  code: 'Tu código',
  codeHint: '21 letras y números. Puedes usar minúsculas, y puedes omitir los guiones.',
  pin: 'Tu PIN',
  pinHint: 'Elegiste un PIN cuando recibiste tu código. No es igual mayúscula que minúscula.',
  open: 'Abrir',
  lost: '¿Perdiste tu código?',
  lostText:
    'Nadie puede encontrarlo por ti. Lo que enviaste sigue adelante por sí solo: el servicio tiene que responder igualmente. También puedes enviar una solicitud nueva, que recibe un código nuevo.',
  problemsHeading: 'No se abrió',
  /** The same for a code that was never given, one whose case has ended, and one with two mistakes that cancel out. */
  unknown:
    'Este código no abre nada. Por favor, compara cada letra y cada número con lo que guardaste. Un código empieza a funcionar cuando se envía o se guarda su solicitud, y deja de funcionar cuando termina su caso.',
  wrongPin: 'El código y el PIN no encajan.',
  notKeptHeading: 'Este navegador no mantuvo abierto tu caso',
  notKept: 'No acepta cookies de este sitio. Permítelas aquí, o usa otro navegador. ¿Acabas de enviar algo? Entonces ha llegado.',
};

const theCase: WordsOf<'case'> = {
  heading: 'Tus solicitudes',
  news: {
    filed: {
      heading: 'Enviado',
      text: 'Ha llegado. Tu código abre de nuevo esta página. Por favor, asegúrate de haberlo guardado: no se vuelve a mostrar.',
    },
    added: { heading: 'Añadido', text: 'Gracias. Lo que añadiste ha llegado al servicio.' },
    'added-in-part': {
      heading: 'Añadido en parte',
      text: 'No todos los servicios lo recibieron: puede que uno ya haya decidido. Abajo puedes leer cuál lo tiene.',
    },
    'taken-out': { heading: 'Se sacó', text: 'Todo lo demás de tu caso sigue adelante.' },
    'taking-out': {
      heading: 'Se va a sacar',
      text: 'Pasa después de 72 horas. Hasta entonces todo sigue como antes, y abajo todavía puedes dejarlo.',
    },
    'kept-in': { heading: 'Se queda', text: 'No se saca nada.' },
    'out-already': { heading: 'No cambió nada', text: 'Ya no está ahí, o el servicio respondió mientras tanto.' },
    'goes-on': { heading: 'Tu caso sigue adelante', text: 'No se va a terminar.' },
    watching: {
      heading: 'Están atentos por si aparece',
      text: 'Por favor, asegúrate de haber guardado tu código. No se vuelve a mostrar.',
    },
    answered: { heading: 'Tu respuesta se ha enviado', text: 'Gracias. Una persona del servicio la lee antes de decidir.' },
    complained: { heading: 'Enviado', text: 'Otra persona del servicio lo mira de nuevo. Podrás leer la respuesta aquí.' },
    'answered-late': { heading: 'Ya se había decidido', text: 'Lo que enviaste ahora llegó tarde y no se añadió.' },
    'complained-before': {
      heading: 'Ya has reclamado',
      text: 'Vale lo que enviaste primero. Lo que enviaste ahora no se añadió. Podrás leer la respuesta aquí.',
    },
    kept: {
      heading: 'Está guardada y sin enviar',
      text: 'Ningún servicio lo sabe. Tu código abre de nuevo esta página. Por favor, asegúrate de haber guardado el código: no se vuelve a mostrar.',
    },
    'kept-deleted': { heading: 'Está borrada', text: 'No se envió nada de ella.' },
    'kept-sent': { heading: 'Ya se envió', text: 'Por eso no se pudo borrar. Abajo puedes quitar algo o terminar tu caso.' },
    erased: { heading: 'Borrado', text: 'Tus datos de contacto se borraron. Tu caso sigue adelante sin ellos.' },
  },
  erasedUnsent: 'Tus datos de contacto se borraron de lo que guardaste aquí.',
  number: 'Número de tu solicitud',
  numberNote:
    'Puedes dar este número al servicio o a una autoridad. No abre nada. Muestra que tu solicitud llegó, y cuándo. No muestra quién tiene razón.',
  lawsHeading: 'Las leyes con las que puedes contar aquí',
  lawsText: 'Lo pediste una sola vez. Eso vale para cada una de estas leyes, y cada una tiene su propio número y su propio plazo.',
  until: 'El servicio tiene hasta el {moment}.',
  missingHeading: 'Lo que todavía falta',
  missingIntro: 'Si añades esto, tu solicitud queda completa.',
  add: 'Añadir',
  alone: 'Este botón envía solo lo que está encima de él. Lo que escribiste en otro formulario de esta página se pierde.',
  aloneHeld:
    'Escribiste algo en otro formulario de esta página. No va con este, y se pierde al enviar este. Si lo necesitas, cópialo antes. Para enviar solo este, pulsa el botón otra vez.',
  moreSummary: 'Añadir o corregir algo',
  moreNote: 'Puedes hacerlo hasta que el servicio haya decidido. Allí lo lee una persona. No cambia ningún plazo.',
  moreLinks: 'Más enlaces a la imagen',
  moreReplaces: 'Lo que escribas aquí ocupa el lugar de lo que había.',
  moreBeside: 'Lo que hay junto a la imagen',
  /** In place of that form, before the link to a new request. */
  noMore:
    'El servicio ya ha decidido, así que aquí no se puede añadir nada más. ¿La imagen está también en otro sitio, o hay algo más a su lado?',
  askedHeading: 'El servicio te pregunta',
  askedNote: 'No tienes que responder, y una respuesta no cambia ningún plazo. Sin ella, el servicio decide con lo que tiene.',
  linkIsRight: 'El enlace que di es correcto',
  askedSend: 'Enviar mi respuesta',
  whichOne: '¿Cuál es la imagen?',
  whichOneHint: 'Por ejemplo: la segunda por la izquierda, o la última del álbum. Aquí también puedes escribir cómo encontrarla.',
  addProblems: 'Por favor, revisa esto',
  stale: 'Esta página estuvo abierta demasiado tiempo, así que no se envió nada. Lo que escribiste sigue aquí. Envíalo otra vez.',
  otherCase: 'Esta página era de otro caso. Ahora hay un caso distinto abierto en este navegador, así que no se envió nada.',
  nothingNew: 'No había nada nuevo en el formulario, así que no se añadió nada.',
  notAnEmail: 'Esto todavía no es una dirección de correo electrónico. Debería parecerse a name@example.org.',
  notAPhone: 'Esto todavía no es un número de teléfono. Necesita al menos cinco cifras.',
  /** In place of the list that stands right below. */
  needsAnswers: 'El servicio tiene tu solicitud, y su plazo ya corre. Todavía falta algo.',
  /** Where one law lacks something, and another has all that it needs. */
  oneLawLacks: 'El servicio tiene tu solicitud. Una de las leyes pide algo más, que puedes añadir abajo.',
  tags: {
    'not-sent': 'Aún sin enviar',
    'needs-answers': 'Falta algo',
    asked: 'Una pregunta para ti',
    waiting: 'En manos del servicio',
    'being-removed': 'El servicio dijo que sí',
    overdue: 'Sin respuesta a tiempo',
    'removal-overdue': 'No se hizo a tiempo',
    removed: 'Retirada',
    'removed-in-part': 'Retirada en parte',
    'being-hidden': 'Se retira de la vista',
    'out-of-view': 'Fuera de la vista',
    'being-limited': 'El servicio pone un límite',
    limited: 'El servicio puso un límite',
    gone: 'Ya no está',
    'not-there': 'Ya no está',
    kept: 'El servicio dijo que no',
    'withdrawal-waiting': 'Va a terminar',
    withdrawn: 'Terminado',
  },
  timelineHeading: 'Qué ha pasado',
  next: 'Lo que viene:',
  sentHeading: 'Lo que enviaste',
  sentLinks: 'Enlaces',
  sentHowToFind: 'Cómo encontrarla',
  sentBeside: 'También se refiere a',
  besideKinds: { text: 'Palabras', link: 'Enlace', account: 'Cuenta' },
  besideDecided: {
    open: 'Aún sin decidir.',
    removed: 'El servicio decidió que se quita.',
    hidden: 'El servicio decidió: no se ve hasta que lo haya revisado.',
    suspended: 'El servicio decidió: suspendida hasta que la haya revisado.',
    left: 'El servicio no hizo nada sobre esto por separado.',
    unheeded: 'El servicio no actúa sobre esto aquí. Lo leen las personas que deciden.',
  },
  sentPictures: 'Huellas',
  sentPicturesOf: 'de {files}',
  sentSignature: 'Firma',
  sentContact: 'Cómo contactarte',
  contactHeading: 'Cómo contactarte',
  contactErased:
    'Tus datos de contacto se borraron. Tu solicitud sigue adelante sin ellos. Si quieres, da aquí una forma nueva de contactarte, para que el servicio pueda preguntarte algo.',
  contactAdd: 'Añadir cómo contactarme',
  notReachable: 'Con esto todavía nadie puede contactarte. Un número de teléfono necesita al menos cinco cifras.',
  erase: 'Borrar mis datos de contacto',
  eraseText:
    'Entonces el servicio ya no puede leerlos aquí, y no puede preguntarte nada. No cambia nada más de tu solicitud. Puede que el servicio todavía tenga lo que anotó antes.',
  eraseTextSaved:
    'Entonces ya no están en lo que guardaste aquí. No cambia nada más. Si enviaste tú una carta, quien la recibió la tiene todavía.',
  nothing: 'Aquí ya no hay ninguna solicitud. Lo que guardaste y no enviaste se borra cuando llega su día.',
  askAgain: 'Enviar una solicitud nueva',
  askAgainNote: 'Recibe su propio código.',
  canDoHeading: 'Qué puedes hacer',
  afterNo: 'Esta respuesta no dice nada de ti. Dice lo que ellos pudieron ver. Puedes hablarlo con alguien: {help}.',
  afterNoHelp: 'personas que ayudan',
  whereToTurn: 'A quién puedes acudir',
  hiddenUntilDecided: 'Ahora la imagen está oculta, hasta que una persona decida.',
  staysDown:
    'Si hay una huella de la imagen, el servicio también retiene lo nuevo que se sube y se le parece, hasta que una persona lo haya mirado. Así se encuentra la misma imagen y muchas con cambios, no todas.',
  copiesAreAskedAbout:
    'Si hay una huella de la imagen, una persona del servicio mira también lo nuevo que se sube y se le parece. Mientras tanto se puede ver. Así se encuentra la misma imagen y muchas con cambios, no todas.',
  withdrawalHeading: 'Este caso va a terminar',
  withdrawalText: 'Alguien con tu código pidió terminarlo. Hasta entonces todo sigue como antes. ¿No fuiste tú, o has cambiado de idea?',
  withdrawalCancel: 'Seguir con mi caso',
  withdrawalSooner: 'Terminarlo al instante con mi PIN',
  keepHeading: 'Guarda una copia',
  endHeading: 'Cerrar o terminar',
  end: 'Terminar mi caso',
  close: 'Cerrar en este dispositivo',
  closeNote: 'Cerrar no termina nada. Tu código abre de nuevo esta página.',
  closesByItself: 'Tras 15 minutos sin uso, esta página se vacía sola. Lo que no habías enviado ni guardado se pierde entonces.',
};

export const addPictures: WordsOf<'addPictures'> = {
  caseHeading: 'Más imágenes o videos',
  heading: 'Añadir imágenes o videos',
  note: 'Puedes hacerlo hasta que el servicio haya decidido. Tu dispositivo crea una huella de cada archivo, y solo eso se envía.',
  text: 'Elige las imágenes o los videos que son parte de tu solicitud. Tu dispositivo crea una huella de cada archivo. Si es un video, añade también enlaces: a su huella se le escapan algunas copias.',
  withoutScript:
    'Las huellas necesitan JavaScript, que está apagado en este navegador. Aun así puedes añadir enlaces: vuelve a tus solicitudes.',
  only: 'Las huellas llegan a {name} y a ningún otro servicio.',
  legend: '¿Quién recibe las huellas?',
  problems: {
    known: 'El servicio ya tiene estas imágenes, así que no se añadió nada.',
    decided: 'El servicio ya ha decidido, así que ahí no se puede añadir nada más.',
    full: 'En esta solicitud no cabe más. Para estas imágenes puedes enviar una solicitud nueva.',
  },
};

export const withdraw: WordsOf<'withdraw'> = {
  heading: 'Termina tu caso',
  means: 'Esto termina tu caso. En {services} ya no se hará nada más por ti en este caso, ni se buscará la imagen por ti.',
  meansAlone: 'Esto termina tu caso.',
  saved: 'Lo que guardaste y no enviaste se borra entonces.',
  letters:
    'Los textos que envías tú a otros sitios se borran aquí entonces. Guarda antes lo que todavía necesites. Lo que enviaste lo sigue teniendo quien lo recibió.',
  own: 'Si un servicio ya ha decidido por su cuenta que la imagen no debe volver, mantiene esa decisión y lo que anotó sobre ella.',
  removalStands:
    'Un servicio ya ha dicho que sí. Eso no cambia: todavía tiene que retirar la imagen, y puede guardar una huella propia. Aquí no verás cuándo lo hace.',
  staysDown:
    'Terminar tu caso no hace volver nada. Si el servicio guarda una huella de la imagen, sigue reteniendo copias de ella hasta que una persona las haya mirado.',
  limitStands: 'Un servicio decidió limitar quién puede ver la imagen. Eso no cambia.',
  referred:
    'Un servicio quitó la imagen de la vista y la pasó a personas cuyo trabajo es proteger a menores de edad. Eso no cambia. Se guardan para ellas datos sobre la imagen hasta que terminen su trabajo.',
  after: 'Después, tu código no abre nada. Puedes enviar una solicitud nueva cuando quieras.',
  withoutPin:
    'Termina después de 72 horas. Hasta entonces todo sigue como antes, y puedes cambiar de idea con tu código. Esperamos porque otra persona podría haber encontrado tu código.',
  withPin: 'Con tu PIN termina al instante. Sin él, termina después de 72 horas.',
  pin: 'Tu PIN',
  pinHint: 'Si ya no lo tienes, deja esto vacío. La página siguiente te dice qué puedes hacer.',
  eraseContact: 'Borrar también mis datos de contacto, ahora',
  eraseContactHint: 'Entonces el servicio ya no puede preguntarte nada.',
  confirm: 'Terminar mi caso',
  back: 'Volver sin terminarlo',
  problemsHeading: 'No se terminó nada',
  wrongPin: 'Este PIN no encaja. Por favor, inténtalo de nuevo.',
  noPin: 'Por favor, escribe tu PIN.',
  pinLeftEmpty: {
    heading: 'Dejaste tu PIN vacío',
    lead: 'Todavía no ha terminado nada. Con tu PIN, tu caso termina al instante.',
    confirm: 'Terminarlo al instante',
    withoutHeading: '¿Ya no tienes tu PIN?',
    without:
      'Tu caso también puede terminar sin él, después de 72 horas. Hasta entonces todo sigue como antes, y puedes cambiar de idea con tu código. Esperamos porque otra persona podría haber encontrado tu código.',
    withoutConfirm: 'Terminarlo después de 72 horas',
    eraseContact: 'Tus datos de contacto se borran entonces al instante, como pediste.',
  },
  sooner: {
    heading: 'Termina tu caso al instante',
    than: 'Tu caso termina por sí solo el {moment}.',
    lead: 'Con tu PIN termina al instante.',
    confirm: 'Terminarlo al instante',
    back: 'Volver',
  },
};

export const withdrawDone: WordsOf<'withdrawDone'> = {
  endedHeading: 'Tu caso ha terminado',
  /** By how many services there are. */
  told: { one: 'Se está avisando a {services}.', other: 'Se está avisando a {services}.' },
  ended: 'Tu código ya no abre nada.',
  removalStands: 'Un servicio había dicho antes que sí. Eso no cambia: todavía tiene que retirar la imagen.',
  limitStands: 'Un servicio decidió limitar quién puede ver la imagen. Eso no cambia.',
  endedNext: 'Puedes enviar una solicitud nueva cuando quieras. Abre para ella un formulario nuevo, así tiene un código nuevo.',
  waitingHeading: 'Tu caso va a terminar',
  waitingUntil: 'Termina el {moment}.',
  waiting: 'Hasta entonces todo sigue como antes. Si cambias de idea, vuelve con tu código, o pulsa el botón ahora.',
  contactErased: 'Tus datos de contacto se borraron.',
  sooner: 'Terminarlo al instante con mi PIN',
  cancel: 'Seguir con mi caso',
  back: 'Volver a tus solicitudes',
};

export const follow: WordsOf<'follow'> = {
  heading: 'Sigue tu solicitud',
  text: 'Pediste a un servicio que retirara una imagen, y te dio un enlace. Con él creas tu propio código y ves qué pasa. Después el enlace deja de funcionar.',
  opening: 'Abriendo tu solicitud.',
  link: 'El enlace que te dio el servicio',
  linkHint: 'Pega el enlace entero. Termina con un # y una serie de letras y números.',
  go: 'Continuar',
  problemsHeading: 'No se abrió',
  unknown: 'Este enlace no abre nada. Puede que ya se haya usado. Si creaste un código con él, vuelve con el código.',
  codeHeading: 'Haz tuya esta solicitud',
  codeText: 'Esta es tu solicitud a {service}. Desde ahora la abre tu propio código. El servicio nunca ve el código.',
  codeWorks: 'Este código empieza a funcionar cuando pulsas el botón de abajo.',
  codeGo: 'Usar este código y continuar',
  codeProblemsHeading: 'Por favor, revisa esto',
};

export { theCase as case };
