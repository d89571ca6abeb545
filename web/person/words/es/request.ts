/** What does she read on the form: what is asked, why, and what becomes of it? In Spanish. */
import type { WordsOf } from '../in-each-language.ts';

export const request: WordsOf<'request'> = {
  heading: 'Tu solicitud',
  lead: 'Cinco partes cortas. Puedes enviarla aunque falte algo, y añadir el resto después con tu código.',
  adultOnly: 'Esta página es para imágenes de una persona que tenía 18 años o más.',
  notAdult: '¿Tenía menos de 18, o no lo sabes con certeza?',
  young: {
    lead: 'Cuatro partes cortas. Puedes enviarla aunque falte algo, y añadir el resto después con tu código.',
    about:
      'Esta página es para una imagen de una persona que tenía, o quizá tenía, menos de 18 años. Aquí no se elige ninguna imagen, y no se mira ninguna. Por favor, no la guardes ni la envíes.',
    posterNotTold: 'Tampoco debe avisarle el servicio cuando oculta la imagen porque la persona tenía, o quizá tenía, menos de 18 años.',
    notConsensual: 'La persona de la imagen tenía, o quizá tenía, menos de 18 años. No se debía compartir, y ningún sí valdría.',
    intimate: 'Es una imagen íntima de una persona que tenía, o quizá tenía, menos de 18 años. Ningún sí a compartirla valdría.',
    missing: 'Confirma que la persona de la imagen tenía, o quizá tenía, menos de 18 años.',
    helpers: 'Quién más puede ayudar',
    adult: 'La persona tenía 18 años o más',
  },
  part: 'Parte {number} de {parts}',
  optional: '(si quieres)',
  pictures: {
    heading: 'Tus imágenes',
    text: '¿No tienes la imagen? Sigue en la parte 2. Los enlaces bastan.',
    more: 'Qué es una huella, y qué hace',
    moreText:
      'Una huella es una fila de números que tu dispositivo saca de la imagen. Ayuda al servicio a encontrar otra vez la misma imagen. Para un vídeo añade también enlaces: a su huella se le escapan algunas copias.',
    limits: [
      'La imagen se queda en tu dispositivo. No se muestra en la pantalla.',
      'Solo se envía la huella, y solo cuando pulsas Enviar. Dice de forma aproximada dónde la imagen es clara y dónde es oscura. Alguien con conocimientos técnicos podría deducir de ella formas aproximadas.',
      'Una huella no retira nada por sí sola. Una persona la compara con lo que está en internet.',
    ],
    label: 'Elige imágenes: JPEG, PNG, WebP, GIF o AVIF',
    withoutScript: 'Las huellas necesitan JavaScript, que está apagado en este navegador. No pasa nada: bastan los enlaces.',
  },
  where: {
    heading: 'Dónde está',
    service: '¿En qué servicios está?',
    serviceHint: 'Cada uno recibe su propia solicitud, y no lee nada de lo que llega a otro.',
    onlyServices: 'Cada uno de estos servicios recibe su propia solicitud, y nadie más: {name}.',
    elsewhere: 'Está en otro sitio, o la encuentra un buscador',
    haveThePicture: '¿Tienes la imagen? Tu dispositivo puede crear una huella de ella.',
    onlyService: 'Tu solicitud llega a {name} y a ningún otro servicio.',
    links: 'Enlaces a la imagen',
    linksHint: 'Uno en cada línea. Puedes copiar un enlace de la barra de arriba del navegador, o con Compartir.',
    howToFind: '¿No tienes un enlace? Di cómo encontrarla',
    howToFindHint: 'Por ejemplo, el nombre de la cuenta o del grupo, y el día en que se publicó.',
  },
  beside: {
    summary: '¿Hay algo más junto a la imagen?',
    text: 'Si quieres. Una persona del servicio mira cada cosa, y decide sobre cada una.',
    /** Where the service acts on nothing of it. */
    picturesOnly: 'Si quieres. Lo leen las personas que deciden. El servicio dice que aquí actúa solo sobre imágenes.',
    /** Before a list of services, each with its kinds. */
    some: 'Si quieres. Lo leen las personas que deciden. Además de las imágenes, un servicio puede actuar sobre esto, cada cosa por separado:',
    noKinds: 'nada más',
    kinds: { text: 'palabras', link: 'enlaces', account: 'cuentas' },
    words: 'Palabras en el título o debajo de la imagen',
    wordsHint: 'Cópialas como están allí. Por ejemplo un nombre, o dónde vive alguien.',
    links: 'Enlaces que están al lado',
    linksHint: 'Por ejemplo a más imágenes, o a una página sobre la persona de la imagen. Uno en cada línea.',
    accounts: 'Cuentas que la publican, o que se hacen pasar por la persona de la imagen',
    accountsHint: 'El nombre de la cuenta como está allí. Uno en cada línea. Por favor, no intentes adivinar quién está detrás.',
  },
  statement: {
    heading: 'Tu declaración',
    onBehalfOf: '¿Quién lo pide?',
    self: 'Soy la persona de la imagen',
    agent: 'Actúo en nombre de la persona de la imagen',
    user: 'Soy otra persona: he visto la imagen',
    forSomeone: 'Actúas en nombre de la persona de la imagen.',
    notForSomeone: '¿Eres tú quien está en la imagen?',
    agentAuthority: '¿Por qué puedes actuar en nombre de la persona?',
    agentAuthorityHint: 'Basta una línea, como: me lo pidió ella, o: soy su abogada.',
    agentsOnly: 'Deja esto vacío si eres la persona de la imagen.',
    confirm: 'Por favor, confirma las dos cosas',
    /** Where the other is said to each service by itself. */
    confirmOne: 'Por favor, confirma esto',
    notConsensual: 'La imagen se compartió sin el consentimiento de la persona que aparece en ella.',
    goodFaith: 'Lo digo de buena fe. Es verdad, hasta donde sé.',
    details: 'Algo más que el servicio debería saber',
    detailsHint: 'No tienes que contar tu historia. Por favor, no nombres a la persona que la compartió.',
  },
  laws: {
    /** After the promise that we do not tell whoever shared it. */
    posterTold: 'Donde una ley lo pide, el servicio tiene que decirle que se retiró, y por qué. No debería decir quién lo pidió.',
    under: 'Lo que pide la ley ({country})',
    ownWords: 'Esta ley lo pide con sus propias palabras. Por eso puede repetirse algo que ya confirmaste arriba.',
    onlyFor: 'Solo si tu solicitud llega a {services}.',
    /** Beside the fields, where the sentence before them has said what is missing. */
    emailForOne:
      'Una de las leyes pide una dirección de correo electrónico. Según otras leyes, basta una de las tres formas. Elige una que no lea nadie más.',
    emailToo:
      'Una de las leyes ({country}) pide una dirección de correo electrónico. Según otras leyes, basta una de las tres formas. Elige una que no lea nadie más.',
    choice: '¿Hiciste tú la foto o el video? Puedes añadir también: {name}',
    choiceIntro: 'La mayoría no lo necesita. Por favor, lee esto primero:',
    choose: 'He leído esto y también quiero enviar: {name}.',
  },
  /** Where several services are connected here: each is asked apart. */
  several: {
    name: 'Lo escribes una sola vez, y firmas abajo para cada servicio.',
    declare: 'Lo que declaras ante {service}',
    law: '{service}, para la ley: {country}',
    sign: 'Tu firma para {service}',
    gets: '{service} recibe tu nombre y cómo contactar contigo. Quienes se ocupan allí de tu solicitud pueden leer las dos cosas.',
    signed: 'Firmo mi solicitud a {service} con mi nombre.',
    signMissing: '{service}: confirma que firmas tu solicitud con tu nombre.',
    sendNote:
      'Cuando pulsas Enviar, cada servicio que elegiste recibe su propia solicitud. No avisamos a la persona que compartió la imagen.',
    goesTo:
      'Cada servicio que elegiste recibe lo que es para él. Quienes se ocupan allí de tu solicitud pueden leerlo. La persona que compartió la imagen no puede.',
  },
  /** From an open case, to a service that was not asked in it. */
  another: {
    heading: 'Pedirlo también a otro servicio',
    lead: 'Lo que ya dijiste en este caso ya está puesto. Solo te preguntamos lo que es nuevo para el servicio.',
    pictures:
      'Tu caso tiene huellas de {files}. Llegan también a los servicios que elijas aquí. Puedes añadir otras en tu caso después de enviar esto.',
    withoutPictures: 'No enviar las huellas con esta solicitud',
    leaving: 'Si dejas este formulario, se pierde lo que pusiste aquí. ¿Quieres dejarlo?',
    inCase: {
      heading: '¿Está también en otro servicio de aquí?',
      text: 'También puedes pedirlo a {services}. Lo que ya dijiste ya está puesto.',
      link: 'Pedirlo a otro servicio',
    },
  },
  contact: {
    heading: 'Tu nombre y cómo contactarte',
    signature: 'Escribe tu nombre',
    reach: 'Una forma de contactarte',
    reachOne: 'Basta una de estas tres. Elige una que no lea nadie más.',
    reachUnderLaws: 'Basta una de estas tres. Para una ley de la Unión Europea tiene que ser el correo. Elige una que no lea nadie más.',
    email: 'Dirección de correo electrónico',
    phone: 'Número de teléfono',
    other: 'Otra forma',
    otherHint: 'Por ejemplo, una abogada, un abogado u otra persona que te apoye y pueda pasarte un mensaje.',
  },
  code: {
    heading: 'Tu código',
    text: 'Este código es el único camino de vuelta a tu solicitud. Nadie puede encontrarlo por ti, ni siquiera quienes llevamos este sitio: no lo guardamos de una forma que podamos leer.',
    keep: 'Guárdalo donde solo tú lo encuentres. Quien lo tenga puede leer lo que enviaste.',
    works: 'Este código empieza a funcionar cuando pulsas Enviar.',
    label: 'Tu código',
    display: {
      copy: 'Copiar',
      copied: 'Copiado. Otras aplicaciones de este dispositivo pueden leer lo último que se copió.',
      notCopied: 'El código está seleccionado. Cópialo con el teclado, o mantén el dedo sobre él.',
      print: 'Imprimir',
      save: 'Guardar como archivo',
      saved: 'Se guardó como note.txt en tus descargas.',
      fileName: 'note.txt',
    },
    pin: 'Elige un PIN',
    pinHint:
      'Así tu código no abre nada sin el PIN, y puedes terminar tu caso al instante. Sin un PIN, terminarlo tarda 72 horas. Al menos 6 letras, cifras o signos; no es igual mayúscula que minúscula. Tampoco un PIN perdido lo puede encontrar nadie por ti.',
    pinAgain: 'Habías elegido un PIN. No se guarda cuando la página se carga de nuevo. Escríbelo otra vez, o envía sin PIN.',
  },
  leaving: 'Si sales de este formulario, se pierde lo que has escrito y el código cambia. ¿Quieres salir?',
  moves: { next: 'Siguiente', back: 'Atrás', check: 'Revisar tus respuestas' },
  check: {
    heading: 'Revisa tus respuestas',
    nothing: 'No has rellenado nada.',
    lacks: 'Todavía falta esto. Puedes añadirlo ahora, o después con tu código.',
    later: 'Una parte puede quedar vacía. Puedes añadir más después con tu código.',
    change: 'Cambiar',
    changeName: 'Cambiar: {name}',
  },
  send: 'Enviar',
  sendNote: 'Cuando pulsas Enviar, lo que rellenaste llega al servicio que elegiste. No avisamos a la persona que compartió la imagen.',
  poster: {
    summary: '¿Se avisará a la persona que la publicó?',
    told: '{services}: sí. Una ley pide que el servicio le avise cuando oculta o retira la imagen, y no antes. Lee, por ejemplo:',
    notAsked: '{services}: ninguna ley lo pide. El servicio puede hacerlo, según sus propias reglas.',
    never: 'Tu nombre, cómo contactarte y lo que escribes nunca aparecen ahí.',
  },
  record: {
    summary: 'Guarda una nota para ti',
    later: 'Cuando esto se envíe, tu caso tendrá un archivo con los enlaces y las horas. No contiene ninguna imagen.',
  },
  afterwards: {
    summary: '¿Qué pasa con lo que relleno?',
    goesTo:
      'Llega al servicio que elegiste. Las personas que allí se ocupan de tu solicitud pueden leerlo. La persona que compartió la imagen no puede.',
    lines: [
      'Se guarda bajo llave. La llave la tienen, en otro lugar, quienes están a cargo de este sitio.',
      'Se guarda hasta que termines tu caso, o el tiempo que dice la página sobre lo que se guarda aquí.',
      'Con tu código puedes terminar tu caso: con un PIN, al instante; sin PIN, después de 72 horas. Entonces se borra todo lo que rellenaste, y con ello tus huellas. Tus datos de contacto se pueden borrar en cuanto lo pidas.',
      'Quedan el número de tu solicitud, los días y lo que decidió el servicio. Un servicio que retiró la imagen guarda una huella propia. Puede que copias de seguridad antiguas del sitio tengan durante un tiempo una copia bajo llave.',
    ],
  },
  keptNote:
    'Si esta página se carga de nuevo en este dispositivo, lo que rellenaste sigue ahí, menos el PIN y los archivos que aún se están leyendo. Queda cerrado con llave en este navegador, y la llave desaparece cuando sales o después de 15 minutos sin uso.',
  keptNoteNoPin:
    'Si esta página se carga de nuevo en este dispositivo, lo que rellenaste sigue ahí, menos los archivos que aún se están leyendo. Queda cerrado con llave en este navegador, y la llave desaparece cuando sales o después de 15 minutos sin uso.',
  keptWaits:
    'Lo que rellenaste aquí sigue cerrado con llave en este navegador. Se está recuperando, y no se pierde nada. Si en un minuto no está aquí, carga esta página de nuevo.',
  offline: 'No tienes conexión, así que no se envió nada. Todo lo que rellenaste sigue aquí. Activa la conexión y pulsa el botón de nuevo.',
  sending: 'Se está enviando. Espera un momento.',
  unreachable:
    'Ahora mismo no podemos llegar al sitio. No se envió nada, y todo lo que rellenaste sigue aquí. Inténtalo de nuevo en un minuto.',
  problems: {
    heading: 'Todavía no se envió nada',
    intro: 'Todo lo que rellenaste sigue aquí. Por favor, revisa esto:',
    service: 'Elige el servicio en el que está la imagen.',
    onBehalfOf: 'Di si eres la persona de la imagen, si actúas en su nombre o si eres otra persona.',
    tooManyLinks:
      'En una solicitud caben {most} enlaces, y estos son {given}. No se ha perdido nada: por favor, corta los que sobran, envía esta y pon el resto en una segunda solicitud.',
    requestFull:
      'En una solicitud caben {most} enlaces, contando los que ya tiene. Por favor, pon el resto en una segunda solicitud, con un código nuevo.',
    linksTooLong:
      'Es demasiado texto para una solicitud: caben como máximo {most} letras y signos. No se ha perdido nada: por favor, corta una parte, envía esta y pon el resto en una segunda solicitud.',
    textTooLong: 'Por favor, acorta esto a {most} letras y signos.',
    otherLinesTooLong:
      'Algunas líneas de aquí no son enlaces, como “{first}”. Junto con cómo encontrarla pueden tener {most} letras y signos. Por favor, acórtalas o quítalas.',
    notALink: '“{first}” no es un enlace. Por favor, copia el enlace entero o quita esta línea.',
    notLinks: 'Estas líneas no son enlaces: {lines}. Por favor, copia cada enlace entero o quita estas líneas.',
    tooManyBeside: 'En una solicitud puedes indicar {most} cosas así. Por favor, quita algunas.',
    otherAddress:
      'Abriste este sitio con una dirección que no es la suya, así que no se envió nada. Todo lo que rellenaste sigue aquí. Abre {address} y rellénalo allí; puedes copiarlo de esta página.',
    newCode:
      'Tu código no llegó entero, así que en esta página hay uno nuevo. Por favor, anótalo en lugar del anterior y envía esto de nuevo.',
    fingerprints: 'No se pudieron leer las huellas. Por favor, elige tus imágenes de nuevo, o sigue solo con enlaces.',
  },
};
