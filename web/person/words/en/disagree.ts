/** What does she read when she, or whoever posted the picture, does not agree with the service? */
export const disagree = {
  questionHeading: 'You are asked something',
  question:
    'Whoever posted the picture does not agree that it was taken down. It stays down while another person at the service looks at it again. That person would like to know what you think. You do not have to answer.',
  questionLimited:
    'Whoever posted the picture does not agree that fewer people can see it. The limit stays while another person at the service looks at it again. That person would like to know what you think. You do not have to answer.',
  questionGone:
    'Whoever posted the picture does not agree that fewer people were to see it. The picture is gone since. Another person at the service looks again at what was decided, and would like to know what you think. You do not have to answer.',
  /** Above those of her links that it is about, where she gave several; by how many. */
  questionAbout: { one: 'It is about this link that you gave:', other: 'It is about these links that you gave:' },
  questionUntil: 'They wait for you until {moment}.',
  questionChoice: 'What would you like to say?',
  questionText: 'In your own words, if you like',
  questionTextHint: 'Only the people at the service who decide read this. Whoever posted the picture never does.',
  questionSend: 'Send my answer',
  complainSummary: 'I do not agree with this answer',
  complainUnder: 'I do not agree with the answer under this law: {law}',
  complain:
    'You can tell the service that its answer is wrong. It is free. Another person there looks at it again. You read the new answer here.',
  complainTime: 'No law names a day for the new answer. After two weeks it is late.',
  complainOnce: 'If you are right, your request is open again under each of its laws.',
  complainUntil: 'You can do this until {moment}.',
  complainChoice: 'Why is the answer wrong?',
  complainText: 'What they should know, if you like',
  complainSend: 'Tell the service',
  complained:
    'You told the service on {day} that you do not agree. Another person there will look at it again. You read the new answer here.',
  complainedDue: 'It is not here by {day}? Then it is late. No law names a day.',
  complainedAnswered:
    'You told the service on {day} that you do not agree. Another person there looked at it again. They came to the same answer.',
  choose: 'Please choose one of these.',
  tooLong: 'This text is too long. Please make it shorter.',
} as const;
