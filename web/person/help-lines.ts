/**
 * Who else can help, in which country and languages, and when did somebody last read whether that is still true? Data, apart from the sentences of the pages;
 * `npm run release-check` refuses a release with a line that nobody has read for 90 days.
 */
import type { InEachLanguage, Language } from '@likeness/casework';

export interface HelpLine {
  /** As it calls itself. */
  readonly name: string;
  /** Whom it is for and what it does, in her words. */
  readonly text: InEachLanguage<string>;
  /** ISO 3166-1 codes; none for lines that serve everyone. */
  readonly countries: readonly string[];
  /** BCP 47 tags of the languages that it is known to speak. */
  readonly speaks: readonly string[];
  readonly href: string;
  readonly linkWords: string;
  readonly phone?: string;
  /** Where the facts were read. */
  readonly source: string;
  /** Day on which they were, YYYY-MM-DD. Nobody has called. */
  readonly checkedOn: string;
}

const checkedOn = '2026-11-22';

/** For pictures of people under 18. */
export const under18Lines: readonly HelpLine[] = [
  {
    name: 'Take It Down',
    text: {
      en: 'For anyone in the world whose picture was made before they turned 18. Free, no name needed, and the picture stays on your device.',
      it: 'Per chiunque nel mondo, se l’immagine è stata fatta prima dei 18 anni. È gratis, non serve il nome, e l’immagine resta sul tuo dispositivo.',
      de: 'Für alle auf der Welt, deren Bild gemacht wurde, bevor sie 18 waren. Kostenlos, ohne Namen, und das Bild bleibt auf deinem Gerät.',
      es: 'Para cualquier persona del mundo, si la imagen se hizo antes de los 18 años. Gratis, sin dar tu nombre, y la imagen se queda en tu dispositivo.',
      ar: 'لكل شخص في العالم أُخذت صورته قبل سن 18. مجاني ودون ذكر الاسم، وتبقى الصورة على جهازك.',
    },
    countries: [],
    speaks: ['en'],
    href: 'https://takeitdown.ncmec.org/',
    linkWords: 'takeitdown.ncmec.org',
    phone: '1-800-843-5678',
    source: 'https://takeitdown.ncmec.org/faq/',
    checkedOn,
  },
  {
    name: 'Report Remove (Childline, Internet Watch Foundation)',
    text: {
      en: 'For people under 18 in the United Kingdom. They look at it for you and try to have it removed. Childline also listens, day and night.',
      it: 'Per chi ha meno di 18 anni nel Regno Unito. La guardano per te e provano a farla togliere. Childline ascolta anche, giorno e notte.',
      de: 'Für Menschen unter 18 im Vereinigten Königreich. Sie sehen es für dich an und versuchen, es entfernen zu lassen. Childline hört auch zu, Tag und Nacht.',
      es: 'Para menores de 18 años en el Reino Unido. La miran por ti e intentan que se quite. Childline también escucha, de día y de noche.',
      ar: 'لمن هم دون 18 سنة في المملكة المتحدة. ينظرون فيها من أجلك ويحاولون إزالتها. Childline تستمع أيضًا، ليلًا ونهارًا.',
    },
    countries: ['GB'],
    speaks: ['en'],
    href: 'https://www.childline.org.uk/info-advice/bullying-abuse-safety/online-mobile-safety/remove-nude-image-shared-online/',
    linkWords: 'childline.org.uk',
    phone: '0800 1111',
    source: 'https://www.iwf.org.uk/what-we-do/why-we-exist/report-remove',
    checkedOn,
  },
  {
    name: 'Telefono Azzurro',
    text: {
      en: 'Listens to children and young people in Italy. Free, day and night.',
      it: 'Ascolta bambini e ragazzi in Italia. È gratis, giorno e notte.',
      de: 'Hört Kindern und Jugendlichen in Italien zu. Kostenlos, Tag und Nacht.',
      es: 'Escucha a niños y jóvenes en Italia. Gratis, de día y de noche.',
      ar: 'يستمع إلى الأطفال والشباب في إيطاليا. مجاني، ليلًا ونهارًا.',
    },
    countries: ['IT'],
    speaks: ['it'],
    href: 'https://azzurro.it/',
    linkWords: 'azzurro.it',
    phone: '19696',
    source: 'https://tg24.sky.it/cronaca/2025/04/23/telefono-azzurro-numeri-intervento-giubileo',
    checkedOn,
  },
  {
    name: 'Nummer gegen Kummer',
    text: {
      en: 'Listens to children and young people in Germany. Free, without your name, Monday to Saturday from 2 to 8 in the afternoon.',
      it: 'Ascolta bambini e ragazzi in Germania. È gratis, senza il tuo nome, dal lunedì al sabato dalle 14 alle 20.',
      de: 'Hört Kindern und Jugendlichen in Deutschland zu. Kostenlos, ohne deinen Namen, Montag bis Samstag von 14 bis 20 Uhr.',
      es: 'Escucha a niños y jóvenes en Alemania. Gratis, sin tu nombre, de lunes a sábado de 14 a 20 h.',
      ar: 'يستمع إلى الأطفال والشباب في ألمانيا. مجاني ودون ذكر الاسم، من الإثنين إلى السبت من الساعة 14 إلى 20.',
    },
    countries: ['DE'],
    speaks: ['de'],
    href: 'https://www.nummergegenkummer.de/',
    linkWords: 'nummergegenkummer.de',
    phone: '116 111',
    source: 'https://www.bmfsfj.de/bmfsfj/mediathek/anrufen-mailen-chatten-gegen-sorgen-154556',
    checkedOn: '2026-11-23',
  },
  {
    name: 'Teléfono ANAR',
    text: {
      en: 'Listens to children and young people in Spain. Free, day and night.',
      it: 'Ascolta bambini e ragazzi in Spagna. È gratis, giorno e notte.',
      de: 'Hört Kindern und Jugendlichen in Spanien zu. Kostenlos, Tag und Nacht.',
      es: 'Escucha a niños y jóvenes en España. Gratis, de día y de noche.',
      ar: 'يستمع إلى الأطفال والشباب في إسبانيا. مجاني، ليلًا ونهارًا.',
    },
    countries: ['ES'],
    speaks: ['es'],
    href: 'https://www.anar.org/',
    linkWords: 'anar.org',
    phone: '900 20 20 10',
    source: 'https://www.hacerfamilia.com/ninos/noticia-puedes-contar-nosotros-nuevo-video-telefono-anar-20150415091241.html',
    checkedOn: '2026-11-23',
  },
  {
    name: 'INHOPE',
    text: {
      en: 'Leads to the hotline of your country: there are some in about 50. They take reports without your name and work to have such pictures removed.',
      it: 'Porta alla linea del tuo Paese: ce ne sono in circa 50. Ricevono segnalazioni senza il tuo nome e lavorano per far togliere queste immagini.',
      de: 'Führt zur Meldestelle deines Landes: Es gibt sie in etwa 50 Ländern. Sie nehmen Meldungen ohne deinen Namen an und arbeiten daran, dass solche Bilder entfernt werden.',
      es: 'Lleva a la línea de tu país: las hay en unos 50. Reciben avisos sin tu nombre y trabajan para que se quiten esas imágenes.',
      ar: 'يوصلك إلى خط الإبلاغ في بلدك: توجد خطوط في نحو 50 بلدًا. تتلقى البلاغات دون اسمك وتعمل على إزالة مثل هذه الصور.',
    },
    countries: [],
    speaks: ['en'],
    href: 'https://www.inhope.org/EN',
    linkWords: 'inhope.org',
    source: 'https://www.icmec.org/education-portal/reporting-mechanisms/',
    checkedOn,
  },
];

const freeDayAndNight: InEachLanguage<string> = {
  en: 'Free, day and night.',
  it: 'È gratis, giorno e notte.',
  de: 'Kostenlos, Tag und Nacht.',
  es: 'Gratis, de día y de noche.',
  ar: 'مجاني، ليلًا ونهارًا.',
};

/** For whoever cannot bear it any more, at any hour, or until midnight where a country has no other. */
export const crisisLines: readonly HelpLine[] = [
  {
    name: '988 Lifeline',
    text: {
      en: 'Call or text, free, day and night.',
      it: 'Chiama o scrivi un messaggio, gratis, giorno e notte.',
      de: 'Anrufen oder eine Nachricht schreiben, kostenlos, Tag und Nacht.',
      es: 'Llama o escribe un mensaje, gratis, de día y de noche.',
      ar: 'اتصال أو رسالة نصية، مجانًا، ليلًا ونهارًا.',
    },
    countries: ['US'],
    speaks: ['en'],
    href: 'https://988lifeline.org/',
    linkWords: '988lifeline.org',
    phone: '988',
    source: 'https://familyandcaregivertoolkit.org/988-crisis-lifeline',
    checkedOn,
  },
  {
    name: 'Samaritans',
    text: freeDayAndNight,
    countries: ['GB', 'IE'],
    speaks: ['en'],
    href: 'https://www.samaritans.org/',
    linkWords: 'samaritans.org',
    phone: '116 123',
    source: 'https://www.samaritans.org/how-we-can-help/contact-samaritan/talk-us-phone/',
    checkedOn,
  },
  {
    name: 'TelefonSeelsorge',
    text: freeDayAndNight,
    countries: ['DE'],
    speaks: ['de'],
    href: 'https://www.telefonseelsorge.de/',
    linkWords: 'telefonseelsorge.de',
    phone: '0800 1110111',
    source: 'https://www.spektrum.de/news/telefonseelsorge-erste-hilfe-fuer-die-seele/2055834',
    checkedOn,
  },
  {
    name: 'Línea 024',
    text: freeDayAndNight,
    countries: ['ES'],
    speaks: ['es'],
    href: 'https://www.sanidad.gob.es/linea024/home.htm',
    linkWords: 'sanidad.gob.es',
    phone: '024',
    source: 'https://www.farodevigo.es/galicia/2025/10/11/medio-millar-gallegos-mes-024-linea-suicidio-122499662.html',
    checkedOn,
  },
  {
    name: 'Telefono Amico Italia',
    text: {
      en: 'Every day until midnight, without your name, at the price of a call.',
      it: 'Ogni giorno fino a mezzanotte, senza il tuo nome, al costo di una telefonata.',
      de: 'Jeden Tag bis Mitternacht, ohne deinen Namen, zum Preis eines Anrufs.',
      es: 'Todos los días hasta medianoche, sin tu nombre, al precio de una llamada.',
      ar: 'كل يوم حتى منتصف الليل، دون ذكر الاسم، بسعر المكالمة.',
    },
    countries: ['IT'],
    speaks: ['it'],
    href: 'https://www.telefonoamico.it/',
    linkWords: 'telefonoamico.it',
    phone: '02 2327 2327',
    source: 'https://www.fanpage.it/attualita/cose-e-come-funziona-telefono-amico-portato-sul-palco-di-sanremo-da-la-sad/',
    checkedOn,
  },
  {
    name: 'Find A Helpline',
    text: {
      en: 'Names free lines in many countries.',
      it: 'Indica linee gratuite in molti Paesi.',
      de: 'Nennt kostenlose Nummern in vielen Ländern.',
      es: 'Indica líneas gratuitas en muchos países.',
      ar: 'يذكر خطوطًا مجانية في بلدان كثيرة.',
    },
    countries: [],
    speaks: ['en'],
    href: 'https://findahelpline.com/',
    linkWords: 'findahelpline.com',
    source: 'https://findahelpline.com/',
    checkedOn,
  },
];

/** For adults; on every page. */
export const adultLines: readonly HelpLine[] = [
  {
    name: 'CCRI Image Abuse Helpline',
    text: freeDayAndNight,
    countries: ['US'],
    speaks: ['en'],
    href: 'https://cybercivilrights.org/ccri-safety-center',
    linkWords: 'cybercivilrights.org',
    phone: '1-844-878-2274',
    source: 'https://ovc.ojp.gov/funding/awards/15povc-23-gk-01579-nonf',
    checkedOn,
  },
  {
    name: 'SWGfL Helpline',
    text: {
      en: 'For adults, Monday to Friday from 10 to 4. A call costs as much as one to a number near you.',
      it: 'Per adulti, dal lunedì al venerdì dalle 10 alle 16. La chiamata costa come una nella tua zona.',
      de: 'Für Erwachsene, Montag bis Freitag von 10 bis 16 Uhr. Ein Anruf kostet so viel wie ein Ortsgespräch.',
      es: 'Para personas adultas, de lunes a viernes de 10 a 16 h. La llamada cuesta como una local.',
      ar: 'للبالغين، من الإثنين إلى الجمعة من الساعة 10 إلى 16. كلفة المكالمة مثل مكالمة محلية.',
    },
    countries: ['GB'],
    speaks: ['en'],
    href: 'https://swgfl.org.uk/helplines/',
    linkWords: 'swgfl.org.uk',
    phone: '0345 6000 459',
    source: 'https://swgfl.org.uk/helplines/',
    checkedOn,
  },
  {
    name: 'Numero Antiviolenza e Stalking',
    text: {
      en: 'About violence and stalking. Free, day and night, without your name.',
      it: 'Contro violenza e stalking. È gratis, giorno e notte, senza il tuo nome.',
      de: 'Zu Gewalt und Stalking. Kostenlos, Tag und Nacht, ohne deinen Namen.',
      es: 'Sobre violencia y acoso. Gratis, de día y de noche, sin tu nombre.',
      ar: 'بشأن العنف والملاحقة. مجاني، ليلًا ونهارًا، دون ذكر الاسم.',
    },
    countries: ['IT'],
    speaks: ['it', 'en', 'fr', 'es', 'ar', 'fa', 'sq', 'ru', 'uk', 'pt', 'pl'],
    href: 'https://www.1522.eu/',
    linkWords: '1522.eu',
    phone: '1522',
    source: 'https://www.1522.eu/cose-1522/?lang=en',
    checkedOn,
  },
  {
    name: 'Hilfetelefon',
    text: {
      en: 'About violence against women, also for those who stand by them. Free, day and night, without your name.',
      it: 'Sulla violenza contro le donne, anche per chi sta loro vicino. È gratis, giorno e notte, senza il tuo nome.',
      de: 'Zu Gewalt gegen Frauen, auch für alle, die ihnen beistehen. Kostenlos, Tag und Nacht, ohne deinen Namen.',
      es: 'Sobre violencia contra las mujeres, también para quienes las apoyan. Gratis, de día y de noche, sin tu nombre.',
      ar: 'بشأن العنف ضد النساء، ولمن يقف إلى جانبهن أيضًا. مجاني، ليلًا ونهارًا، دون ذكر الاسم.',
    },
    countries: ['DE'],
    speaks: ['de', 'en', 'pl', 'ru', 'uk'],
    href: 'https://www.hilfetelefon.de/',
    linkWords: 'hilfetelefon.de',
    phone: '116 016',
    source: 'https://www.hilfetelefon.de/das-hilfetelefon/angebot-im-ueberblick.html',
    checkedOn,
  },
  {
    name: 'Servicio 016',
    text: {
      en: 'About violence against women, also for those around them. Free, day and night, in many languages.',
      it: 'Sulla violenza contro le donne, anche per chi sta loro vicino. È gratis, giorno e notte, in molte lingue.',
      de: 'Zu Gewalt gegen Frauen, auch für ihr Umfeld. Kostenlos, Tag und Nacht, in vielen Sprachen.',
      es: 'Sobre violencia contra las mujeres, también para su entorno. Gratis, de día y de noche, en muchos idiomas.',
      ar: 'بشأن العنف ضد النساء، ولمن حولهن أيضًا. مجاني، ليلًا ونهارًا، بلغات كثيرة.',
    },
    countries: ['ES'],
    speaks: ['es'],
    href: 'https://violenciagenero.igualdad.gob.es/',
    linkWords: 'violenciagenero.igualdad.gob.es',
    phone: '016',
    source: 'https://asturi.as/?p=36140463764',
    checkedOn,
  },
  {
    name: 'StopNCII.org',
    text: {
      en: 'Sends fingerprints of your pictures to many large services at once. For adults.',
      it: 'Invia le impronte delle tue immagini a molti grandi servizi in una volta. Per adulti.',
      de: 'Sendet Fingerabdrücke deiner Bilder an viele große Dienste auf einmal. Für Erwachsene.',
      es: 'Envía huellas de tus imágenes a muchos servicios grandes a la vez. Para personas adultas.',
      ar: 'يرسل بصمات صورك إلى خدمات كبيرة كثيرة دفعة واحدة. للبالغين.',
    },
    countries: [],
    speaks: ['en'],
    href: 'https://stopncii.org/',
    linkWords: 'stopncii.org',
    source: 'https://talkheart2heart.org/resources/take-it-down/',
    checkedOn,
  },
];

/** Where each language is most at home, as far as a line here is for such a country. */
const homes: Readonly<Record<Language, readonly string[]>> = { en: ['US', 'GB', 'IE'], it: ['IT'], de: ['DE'], es: ['ES'], ar: [] };

/** All of them: first those of a country where her language is at home, then those that speak it, then those that serve everyone. */
export function herLinesFirst(language: Language, lines: readonly HelpLine[]): readonly HelpLine[] {
  const distance = ({ countries, speaks }: HelpLine): number => {
    if (countries.some((country) => homes[language].includes(country))) return 0;
    if (speaks.includes(language) && countries.length > 0) return 1;
    return countries.length === 0 ? 2 : 3;
  };
  return lines.toSorted((a, b) => distance(a) - distance(b));
}
