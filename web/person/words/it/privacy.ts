/** What does she read about who keeps what here, and for how long? In Italian. */
import type { WordsOf } from '../in-each-language.ts';

export const privacy: WordsOf<'privacy'> = {
  heading: 'Che cosa si conserva qui, e per quanto tempo',
  lead: 'Le tue immagini non vengono conservate qui: restano sul tuo dispositivo. Questa pagina dice che cosa si conserva, perché, e quando viene cancellato.',
  whoHeading: 'Chi ne risponde',
  nobody:
    'Le persone che gestiscono questo sito non hanno ancora detto chi sono. Finché non lo fanno, niente viene cancellato solo perché è passato del tempo.',
  contact: 'Per domande sui dati, il contatto è questo: {contact}',
  why: 'Il motivo di legge per cui possono conservarli: {reason}',
  keptHeading: 'Che cosa si conserva',
  answers:
    'Quello che scrivi in una richiesta: dove si trova l’immagine, il tuo nome, come contattarti. Viene conservato sotto chiave, e la chiave non è conservata nello stesso posto.',
  ended: '{days} dopo la fine della richiesta. Prima di allora puoi cancellare i tuoi contatti quando vuoi.',
  fingerprints:
    'Le impronte delle tue immagini. Descrivono un’immagine in modo approssimativo. Nessuno può vedere la tua immagine in un’impronta, ma con un’impronta si potrebbe riconoscere un’immagine molto simile.',
  claim:
    'Finché tu, o il servizio che ha rimosso l’immagine, volete che l’immagine resti rimossa. Dove un servizio fa attenzione se compare: fino al giorno indicato nel tuo caso.',
  letters: 'Quello che scrivi a un altro sito. Viene conservato sotto chiave, e da qui non ne viene inviato niente.',
  drafts: 'Quello che scrivi e salvi per inviarlo dopo. Viene conservato sotto chiave, e nessun servizio lo sa.',
  talks: 'Quello che scrivi a chi ti aiuta, e le risposte. È conservato sotto chiave.',
  lettersHow: 'Finché non lo cancelli o non termini il tuo caso, oppure {days} dopo la tua ultima visita al testo.',
  draftsHow: '{days} dopo che l’hai salvato l’ultima volta, o finché non lo invii, lo cancelli o termini il tuo caso.',
  uploads:
    'Quello che le persone caricano sui servizi: il suo numero lì, il suo indirizzo e le sue impronte, non l’immagine. Così si trovano le copie arrivate prima della tua richiesta.',
  uploadsHow:
    '{days}. Se somigliava a un’immagine in elenco, o se qualcuno ha fatto una richiesta in proposito: {matchedDays} dopo che la cosa è finita.',
  notes: 'Quello che le persone del servizio annotano su una decisione. Anche questo viene conservato sotto chiave.',
  notesHow: '{days} dopo la decisione.',
  ledger:
    'Un elenco di che cosa è stato fatto e quando, perché nessuno possa cambiarlo di nascosto. Non contiene nomi, né parole tue, né immagini.',
  ledgerHow: 'Non viene mai accorciato.',
  longer: 'Finché c’è qualcosa in sospeso su una richiesta o un caricamento, i dati vengono conservati più a lungo.',
  never:
    'Nessun account, nessun tracciamento, nessun conteggio delle visite. Il tuo browser conserva una breve nota mentre un modulo o il tuo caso è aperto, e nessuna dopo che esci. Quello che inserisci resta chiuso a chiave nel modulo aperto, così lo ritrovi se la pagina si ricarica. La chiave sparisce quando esci, e dopo 15 minuti senza uso.',
  link: 'Che cosa si conserva qui, e per quanto tempo',
};
