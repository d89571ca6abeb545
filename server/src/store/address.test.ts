/** Is one page one address, however it was written down, and are two pages two? */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressHash, plainAddress } from './address.ts';

const page = 'https://forum.example/posts/7?view=full';

describe('one page', () => {
  test.each([
    'https://FORUM.example/posts/7?view=full',
    'https://forum.example:443/posts/7?view=full',
    'http://forum.example:80/posts/7?view=full',
    'https://forum.example./posts/7?view=full',
    'https://forum.example/posts/7?view=full#comment-3',
    'https://forum.example/posts/7/?view=full',
    'https://forum.example/%70osts/7?view=%66ull',
    'https://forum.example/elsewhere/../posts/7?view=full',
    'https://someone:secret@forum.example/posts/7?view=full',
    '  https://forum.example/posts/7?view=full\n',
  ])('is %j too', (text) => {
    expect(plainAddress(text)).toBe(plainAddress(page));
    expect(addressHash(text)).toEqual(addressHash(page));
  });

  test('is one with small and with capital digits in its encoding, and in Unicode or encoded', () => {
    expect(plainAddress('https://forum.example/p/%c3%bc')).toBe(plainAddress('https://forum.example/p/%C3%BC'));
    expect(plainAddress('https://forum.example/p/ü')).toBe(plainAddress('https://forum.example/p/%C3%BC'));
    expect(plainAddress('https://bücher.example/')).toBe(plainAddress('https://xn--bcher-kva.example'));
  });
});

describe('two pages', () => {
  test.each([
    ['https://forum.example/posts/a', 'https://forum.example/posts/A'],
    ['https://forum.example/posts/7', 'https://forum.example/posts/8'],
    ['https://forum.example/posts?id=7', 'https://forum.example/posts?id=8'],
    ['https://forum.example/posts/7', 'https://forum.example:8443/posts/7'],
    ['https://forum.example/a%2Fb', 'https://forum.example/a/b'],
    ['https://forum.example/a%252Fb', 'https://forum.example/a%2Fb'],
    ['post-7', 'Post-7'],
  ])('%s and %s stay two', (one, other) => {
    expect(plainAddress(one)).not.toBe(plainAddress(other));
  });
});

const segment = fc.stringMatching(/^[A-Za-z0-9_~.-]{1,12}$/).filter((text) => !/^\.{1,2}$/.test(text));
const parts = fc.record({
  host: fc.stringMatching(/^[a-z]{1,10}\.example$/),
  path: fc.array(segment, { minLength: 1, maxLength: 4 }),
  query: fc.option(fc.stringMatching(/^[a-z]{1,5}=[A-Za-z0-9]{0,8}$/), { nil: undefined }),
});
const encoded = (text: string, isCapital: boolean): string =>
  [...text]
    .map((character) => {
      const digits = character.charCodeAt(0).toString(16).padStart(2, '0');
      return `%${isCapital ? digits.toUpperCase() : digits}`;
    })
    .join('');

test('any way of writing an address is that address', () => {
  fc.assert(
    fc.property(
      parts,
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      fc.webFragments(),
      ({ host, path, query }, loud, dotted, slash, fragment) => {
        const search = query === undefined ? '' : `?${query}`;
        const plain = `https://${host}/${path.join('/')}${search}`;
        const other = `https://${loud ? host.toUpperCase() : host}${dotted ? '.' : ''}:443/${path.map((one) => encoded(one, loud)).join('/')}${slash ? '/' : ''}${search}#${fragment}`;
        expect(plainAddress(other)).toBe(plainAddress(plain));
      },
    ),
  );
});

test('paths that differ, in case or otherwise, are two addresses', () => {
  fc.assert(
    fc.property(parts, segment, ({ host, path }, last) => {
      const [one, other] = [
        [...path, last],
        [...path, `${last}x`],
      ].map((all) => `https://${host}/${all.join('/')}`);
      expect(plainAddress(one ?? '')).not.toBe(plainAddress(other ?? ''));
    }),
  );
});

test('whatever is typed gives some key, and never throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((text) => `https://${text}`),
      ),
      (text) => addressHash(text).length === 32,
    ),
  );
});
