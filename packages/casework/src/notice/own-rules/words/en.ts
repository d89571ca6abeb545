/** What does she read of this law? English; the same in each language beside this file. */

export const english = {
  name: 'rules of the service',
  statute: 'its terms',
  instrument: 'a request',
  country: 'everywhere',
  clock: 'as soon as it can',
  whoWillSee: 'Only the people at the service who deal with your request see this.',
  warnings: [],
  elements: {},
  grounds: {},
} as const;
