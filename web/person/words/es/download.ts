/** What does she read in the file that she takes with her, and beside the link to it? In Spanish. */
import type { WordsOf } from '../in-each-language.ts';

export const download: WordsOf<'download'> = {
  /** Neutral: it is seen in the list of downloads. */
  title: 'Resumen',
  heading: 'Tu caso, tal como estaba el {moment}',
  intro:
    'Este archivo contiene lo que enviaste o guardaste, lo que ha pasado hasta ahora y un comprobante de cada solicitud enviada. Es solo para ti. No contiene ninguna imagen.',
  link: 'Guardar todo en un solo archivo',
  note: 'El archivo contiene lo que escribiste y los enlaces. Cualquiera que use este dispositivo puede abrirlo. Si eso es un riesgo, imprímelo o guárdalo en otro lugar.',
  saved: 'Se llama overview.html.',
  receipts: 'Comprobantes',
  receiptsNote:
    'Un comprobante lleva la firma de este sitio. Prueba que llegó una solicitud, y cuándo. No prueba quién la envió, ni que sea verdad: eso no lo comprobó nadie. Alguien de confianza, o una autoridad, puede comprobar la firma sin este sitio, con el programa Likeness: likeness receipt verify.',
  data: 'Lo mismo para un programa',
  dataNote: 'Aquí está lo mismo otra vez, en una forma que pueden leer los programas. Un navegador no lo muestra.',
  printed: 'Las horas están en {zone}.',
};
