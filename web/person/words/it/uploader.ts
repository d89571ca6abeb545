/** What does whoever posted something read about a decision on it: what was removed, why, and how to say that this is wrong? In Italian. */
import type { WordsOf } from '../in-each-language.ts';

export const uploader: WordsOf<'uploader'> = {
  title: 'Su un post',
  titleToCheck: 'Da controllare',
  problemsHeading: 'Guarda qui, per favore',
  keepToYourself:
    'Tieni per te l’indirizzo di questa pagina: chi ce l’ha può leggerla e fare reclamo al tuo posto. Qui nessuno conosce il tuo nome.',
  ask: {
    heading: 'Perché il mio post è stato rimosso?',
    lead: 'Il servizio ti ha mandato un indirizzo con la sua decisione. Lì trovi perché, e come puoi dire che è sbagliata.',
    opening: 'Si sta aprendo.',
    address: 'L’indirizzo che ti ha mandato il servizio',
    addressHint: 'Incolla l’indirizzo intero. Alla fine ha un # e una fila di lettere e numeri.',
    go: 'Continua',
  },
  heading: 'Il tuo post è stato rimosso',
  lead: '{service} lo ha rimosso ({day}). Qui trovi perché, e che cosa puoi fare.',
  takenBackHeading: 'Una decisione sul tuo post è stata ritirata',
  takenBackLead: '{service} lo aveva rimosso ({day}), e poi ha ritirato la decisione. Qui sotto trovi che cosa era stato detto allora.',
  beside: {
    heading: 'Una decisione sul tuo post o sul tuo account',
    lead: '{service} lo ha deciso ({day}). Qui trovi perché, e che cosa puoi fare.',
    back: '{service} lo ha deciso ({day}), e poi lo ha annullato. Sotto trovi che cosa si era detto allora.',
    textRemoved: 'Il titolo e il testo del tuo post sono stati rimossi dappertutto, senza una data di fine.',
    textHidden:
      'Il titolo e il testo del tuo post sono stati nascosti dappertutto finché il servizio non li ha guardati. Per questo non c’è un giorno fissato.',
    linkRemoved: 'Un link nel tuo post è stato rimosso dappertutto, senza una data di fine.',
    linkHidden:
      'Un link nel tuo post è stato nascosto dappertutto finché il servizio non lo ha guardato. Per questo non c’è un giorno fissato.',
    account: 'Il tuo account è stato sospeso dappertutto finché il servizio non lo ha guardato. Per questo non c’è un giorno fissato.',
    given: 'Al servizio è stato detto di restituirlo.',
  },
  limitedHeading: 'Meno persone possono vedere il tuo post',
  meanwhile: {
    heading: 'Il tuo post per ora è nascosto',
    lead: '{service} lo ha nascosto ({day}), finché qualcuno non avrà deciso. Qui trovi perché, e che cosa puoi fare.',
    backHeading: 'Il tuo post sarà mostrato di nuovo',
    back: '{service} lo aveva nascosto ({day}), e ora non più. Qui sotto trovi che cosa era stato detto allora.',
    hidden: 'È stato nascosto dappertutto finché qualcuno del servizio non avrà deciso. Per questo non c’è un giorno fissato.',
    wasHidden: 'Era stato nascosto dappertutto.',
    open: 'È arrivato ({day}). Lo esaminerà una persona del servizio che non ha nascosto il tuo post. La risposta comparirà qui: conserva l’indirizzo di questa pagina.',
    reason: 'Perché è sbagliato nasconderlo?',
    choose: 'Scegli perché è sbagliato nasconderlo, per favore.',
    decidedHeading: 'Il servizio intanto ha deciso',
    decided: 'Il tuo post è stato rimosso. I motivi sono arrivati con quella decisione. Quello che dici qui vale contro di essa.',
    decidedLimited:
      'Il tuo post resta, e meno persone possono vederlo. I motivi sono arrivati con quella decisione. Quello che dici qui vale contro di essa.',
  },
  rows: {
    post: 'Il tuo post',
    done: 'Che cosa è stato fatto',
    removed: 'È stato rimosso dappertutto, senza una data di fine.',
    hadBeenRemoved: 'Era stato rimosso dappertutto.',
    facts: 'In base a quali fatti',
    automatic: 'Che cosa era automatico',
    againstLaw: 'Contro quale legge',
    againstRules: 'Contro quali regole',
    byRules: 'Secondo quali regole',
    saidAgainstLaw: 'Contro quale legge, come si era detto',
    saidAgainstRules: 'Contro quali regole, come si era detto',
  },
  redress: {
    heading: 'Se pensi che sia sbagliato',
    until: 'Hai tempo fino a questo giorno: {day}.',
  },
  news: {
    answerHeading: 'La risposta al tuo reclamo',
    others: 'Puoi ancora rivolgerti agli altri indicati qui sotto.',
    filedHeading: 'Il tuo reclamo è arrivato',
    openHeading: 'Il tuo reclamo è aperto',
    open: 'È arrivato ({day}). Lo esaminerà una persona diversa da chi ha deciso. Può volerci più di una settimana. La risposta comparirà qui: conserva l’indirizzo di questa pagina.',
    takenBackHeading: 'La decisione è stata ritirata',
    takenBack: 'Al servizio è stato detto di mostrare di nuovo il tuo post.',
  },
  complain: {
    heading: 'Fai reclamo',
    reason: 'Perché la decisione è sbagliata?',
    text: 'Che cosa dovrebbero sapere',
    textHint: 'Non devi scrivere niente. Lo leggono solo le persone del servizio che decidono sui reclami.',
    send: 'Invia il reclamo',
  },
  problems: {
    unknown: 'Questo indirizzo non apre niente. Per favore, incollalo intero, anche con quello che sta dopo il #.',
    choose: 'Scegli perché la decisione è sbagliata, per favore.',
    tooLong: 'Per favore, accorcialo a {most} lettere e segni.',
  },
};
