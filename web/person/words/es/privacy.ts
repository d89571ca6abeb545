/** What does she read about who keeps what here, and for how long? In Spanish. */
import type { WordsOf } from '../in-each-language.ts';

export const privacy: WordsOf<'privacy'> = {
  heading: 'Qué se guarda aquí, y por cuánto tiempo',
  lead: 'Tus imágenes no se guardan aquí: se quedan en tu dispositivo. Esta página dice qué se guarda, por qué y cuándo se borra.',
  whoHeading: 'Quién responde de ello',
  nobody: 'Quienes están a cargo de este sitio todavía no han dicho quiénes son. Hasta que lo digan, no se borra nada por su antigüedad.',
  /** An address, as a link. */
  contact: 'Para preguntar por los datos, aquí puedes contactar: {contact}',
  /** In the operator's own words. */
  why: 'El motivo legal por el que pueden guardarlo: {reason}',
  keptHeading: 'Qué se guarda',
  answers:
    'Lo que escribes en una solicitud: los lugares, tu nombre, cómo contactarte. Se guarda bajo llave, y la llave no se guarda al lado.',
  ended: '{days} después de que termine la solicitud. Antes puedes borrar tus datos de contacto cuando quieras.',
  fingerprints:
    'Las huellas de tus imágenes. Describen una imagen de forma aproximada. Nadie puede ver tu imagen en una huella, pero con ella se podría reconocer una imagen muy parecida.',
  claim:
    'Mientras tú quieras que la imagen siga retirada, o lo quiera el servicio que la retiró. Si un servicio está atento por si aparece: hasta el día que muestra tu caso.',
  letters: 'Lo que escribes a otro sitio. Se guarda bajo llave, y desde aquí no se envía nada de ello.',
  drafts: 'Lo que pones y guardas para enviarlo después. Se guarda bajo llave, y ningún servicio lo sabe.',
  talks: 'Lo que escribes a quien te ayuda, y las respuestas. Se guarda bajo llave.',
  lettersHow: 'Hasta que lo borres o termines tu caso, o {days} después de la última vez que volviste a ello.',
  draftsHow: '{days} después de la última vez que lo guardaste, o hasta que lo envíes, lo borres o termines tu caso.',
  uploads:
    'Lo que la gente sube a los servicios: su número allí, su dirección y su huella, no la imagen. Así se encuentran las copias que llegaron antes de que lo pidieras.',
  uploadsHow: '{days}. Si se parecía a una imagen de la lista o alguien preguntó por ello: {matchedDays} después de que eso terminara.',
  notes: 'Lo que las personas del servicio anotan sobre una decisión. También se guarda bajo llave.',
  notesHow: '{days} después de la decisión.',
  ledger:
    'Una lista de lo que se hizo y cuándo, para que nadie pueda cambiarlo sin que se vea. No tiene nombres, ni palabras tuyas, ni imágenes.',
  ledgerHow: 'Nunca se acorta.',
  longer: 'Mientras siga abierto algo de una solicitud o de una subida, se guarda más tiempo.',
  never:
    'Sin cuenta, sin rastreo, sin contar las visitas. Tu navegador guarda una nota corta mientras un formulario o tu caso está abierto, y ninguna después de que salgas. Lo que rellenas queda cerrado con llave en el formulario abierto, para que siga ahí si la página se carga de nuevo. La llave desaparece cuando sales, y después de 15 minutos sin uso.',
  link: 'Qué se guarda aquí, y por cuánto tiempo',
};
