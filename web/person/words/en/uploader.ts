/** What does whoever posted something read about a decision on it: what was removed, why, and how to say that this is wrong? */

export const uploader = {
  title: 'About a post',
  titleToCheck: 'Please check',
  problemsHeading: 'Please look at this',
  keepToYourself:
    'Keep the address of this page to yourself: whoever has it can read this and complain in your place. Nobody here knows your name.',
  ask: {
    heading: 'Why was my post removed?',
    lead: 'The service sent you an address with its decision. Behind it stands why, and how you can say that it is wrong.',
    opening: 'Opening it.',
    address: 'The address that the service sent you',
    addressHint: 'Paste the whole address. It ends with a # and a row of letters and numbers.',
    go: 'Go on',
  },
  heading: 'Your post was removed',
  lead: '{service} removed it on {day}. Here is why, and what you can do.',
  takenBackHeading: 'A decision about your post was taken back',
  takenBackLead: '{service} removed it on {day}, and has taken that back. Below is what was said then.',
  rows: {
    post: 'Your post',
    done: 'What was done',
    removed: 'It was removed everywhere, with no end date.',
    hadBeenRemoved: 'It had been removed everywhere.',
    facts: 'On what facts',
    automatic: 'What was automatic',
    againstLaw: 'Against which law',
    againstRules: 'Against which rules',
    saidAgainstLaw: 'Said to be against which law',
    saidAgainstRules: 'Said to be against which rules',
  },
  redress: {
    heading: 'If you think that this is wrong',
    until: 'You have until {day}.',
  },
  news: {
    answerHeading: 'The answer to your complaint',
    others: 'You can still turn to the others that are named below.',
    filedHeading: 'Your complaint came in',
    openHeading: 'Your complaint is open',
    open: 'It came in on {day}. Somebody else than who decided will look at it. It can take more than a week. The answer will stand here: keep the address of this page.',
    takenBackHeading: 'The decision was taken back',
    takenBack: 'The service was told to show your post again.',
  },
  complain: {
    heading: 'Complain',
    reason: 'Why is the decision wrong?',
    text: 'What they should know',
    textHint: 'You do not have to write anything. Only the people at the service who decide about complaints read it.',
    send: 'Send the complaint',
  },
  problems: {
    unknown: 'This address opens nothing. Please paste the whole of it, with what stands after the #.',
    choose: 'Please choose why the decision is wrong.',
    tooLong: 'Please shorten it to {most} letters and signs.',
  },
} as const;
