/** What does she read where services look out for a picture that is not online yet: on the form, and in her case? In Italian. */
import type { WordsOf } from '../in-each-language.ts';

export const watch: WordsOf<'watch'> = {
  heading: 'Chiedi ai servizi di fare attenzione se compare',
  lead: 'I servizi che scegli guardano i nuovi caricamenti per {days}. Poi smettono da soli, a meno che tu non torni e scelga di continuare.',
  pictures: {
    heading: 'Le tue immagini',
    text: 'Scegli le immagini o i video di cui si tratta. Il tuo dispositivo crea un’impronta di ognuno.',
    withoutScript:
      'Per le impronte serve JavaScript, che in questo browser è disattivato. Senza, nessuno può fare attenzione se l’immagine compare. Puoi comunque fare i primi passi indicati nella pagina precedente.',
  },
  services: {
    heading: 'Chi fa attenzione se compare',
    text: 'Ogni servizio che scegli riceve le impronte, e nient’altro di quello che inserisci qui.',
    legend: 'Servizi',
  },
  you: {
    heading: 'Tu',
    self: 'Sono la persona nell’immagine',
    agent: 'Agisco per la persona nell’immagine',
    confirm: 'Lo dico in buona fede. È un’immagine intima, e la persona che si vede non dà il consenso a condividerla.',
    why: 'Non ci servono il tuo nome, la tua storia, o un modo per contattarti.',
  },
  check: { to: 'Chiedi a {name} di fare attenzione se compare.' },
  means: [
    'Se un nuovo caricamento somiglia alla tua immagine, lo guarda una persona del servizio. Senza questo passo non viene rimosso niente.',
    'Chi ti minaccia non viene informato. Se un caricamento viene fermato, chi ha caricato può intuire perché.',
    'Per vedere che cosa succede, torna con il tuo codice. Nessuno ti scrive.',
  ],
  send: 'Chiedi di fare attenzione se compare',
  codeWorks: 'Questo codice funziona dopo che hai premuto il pulsante qui sotto.',
  problems: {
    pictures: 'Scegli almeno un’immagine di cui il tuo dispositivo può creare un’impronta.',
    services: 'Scegli almeno un servizio.',
    who: 'Indica se sei la persona nell’immagine, o se agisci per lei.',
    confirm: 'Per favore, conferma qui. Senza, nessuno può fare attenzione se l’immagine compare.',
  },
  case: {
    heading: 'Servizi che fanno attenzione se le tue immagini compaiono',
    until: 'Guarda i nuovi caricamenti fino a questo giorno: {day}.',
    startedOn: 'Chiesto da te: {day}.',
    endedOn: 'È finito: {day}.',
    endedText:
      'Il servizio non fa più attenzione se compare, e le impronte sono cancellate. Puoi chiederlo di nuovo, e ricevere un nuovo codice.',
    files: 'Ha le impronte di {files}.',
    none: 'Finora non è stato rimosso nessun caricamento che le somiglia.',
    removed: {
      one: 'Le persone lì hanno rimosso {count} caricamento che la mostra.',
      other: 'Le persone lì hanno rimosso {count} caricamenti che la mostrano.',
    },
    paused:
      'In questo momento non guarda: prima una persona del servizio deve fare un controllo, perché le somiglianze trovate sono più di quelle che darebbe un’immagine così.',
    longer: 'Continua per {days} da oggi',
    end: 'Fai smettere questo servizio',
    endNote: 'In quel caso, lì le impronte vengono cancellate subito.',
    isUp: 'Adesso è online? Invia una richiesta',
  },
};
