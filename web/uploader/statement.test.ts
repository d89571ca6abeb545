/** Does the uploader's page say only what can still be done with its address? */
import { expect, test } from 'vitest';
import { speechIn } from '../person/words.ts';
import { examplePages } from './examples.ts';

const { keepToYourself, keepToYourselfToRead } = speechIn('en').words.uploader;

test('that somebody else could complain with the address is said only while a complaint is taken', () => {
  const shown = (name: string): string => examplePages[name]?.() ?? '';
  for (const name of ['statement', 'complaint to correct', 'address asked for']) expect(shown(name)).toContain(keepToYourself);
  for (const name of ['complaint came in', 'complaint open', 'complaint rejected', 'six months later']) {
    expect(shown(name)).toContain(keepToYourselfToRead);
    expect(shown(name)).not.toContain(keepToYourself);
  }
});
