/** Are the lists of others read as they were meant, are ours read back as they were written, and is every bad line named without stopping? */
import { existsSync, readFileSync } from 'node:fs';
import { isValueOf, kinds, turns, type VideoFrame, vpdqJson, vpdqLine, vpdqText } from '@likeness/fingerprint';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  csvHeader,
  csvText,
  isBad,
  jsonLine,
  type ListedFingerprint,
  pdqLine,
  type ReadLine,
  readCsv,
  readExactList,
  readJsonLines,
  readPdqText,
  readVpdqJsonStream,
  readVpdqLines,
  type TextSource,
} from '../index.ts';

type Reader<Entry> = (source: TextSource) => AsyncIterable<ReadLine<Entry>>;

/** What was read: the entries, and the bad lines as `number: message`. */
async function all<Entry>(reader: Reader<Entry>, source: TextSource): Promise<{ entries: Entry[]; bad: string[] }> {
  const entries: Entry[] = [];
  const bad: string[] = [];
  for await (const read of reader(source)) {
    if (isBad(read)) bad.push(`${read.line}: ${read.message}`);
    else entries.push(read.entry);
  }
  return { entries, bad };
}

const pdq = 'f162eb9daab170c0567fe3632d9a5548c5612982dd5e374a7424ebbc8a835c95';
const md5 = 'd41d8cd98f00b204e9800998ecf8427e';
const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const hex = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length }).map((digits) => digits.join(''));
const text = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }).filter((one) => !/(?![\t\n\r])\p{Cc}/u.test(one));
const quality = fc.integer({ min: 0, max: 100 });
const optional = <Value>(key: string, value: fc.Arbitrary<Value>): fc.Arbitrary<object> =>
  fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [key]: one }));

const anyEntry: fc.Arbitrary<ListedFingerprint> = fc.constantFrom('pdq' as const, 'sha256' as const, 'md5' as const).chain((kind) =>
  fc
    .tuple(
      hex(kinds[kind].hexLength),
      kind === 'pdq' ? fc.constantFrom('whole' as const, ...turns) : fc.constant('whole' as const),
      kind === 'pdq' ? optional('quality', quality) : fc.constant({}),
      optional('source', text),
      optional('note', text),
      optional('item', text),
      optional(
        'expiresAt',
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
      ),
    )
    .map(
      ([value, variant, ...parts]): ListedFingerprint => ({
        kind,
        value,
        variant,
        ...parts[0],
        ...parts[1],
        ...parts[2],
        ...parts[3],
        ...parts[4],
      }),
    ),
);

/** The text in pieces of the lengths given, again and again. */
async function* inPieces(whole: string, lengths: readonly number[]): AsyncGenerator<string> {
  for (let at = 0, i = 0; at < whole.length; i++) {
    const length = lengths[i % lengths.length] ?? 1;
    yield whole.slice(at, at + length);
    at += length;
  }
}
const lengths = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 });

describe('CSV', () => {
  test('what is written is read back as it was, however the text is cut into pieces', () =>
    fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { maxLength: 8 }), lengths, async (entries, pieces) => {
        const written = [...csvText(entries)].join('');
        expect(await all(readCsv, inPieces(written, pieces))).toEqual({ entries, bad: [] });
      }),
    ));

  test('a text that comes whole is read as one that comes letter by letter, whatever it is', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', '"', '""', ',', '\n', '\r\n', '\r', 'md5', ' ', '\u{1f600}'), { maxLength: 40 }),
        async (parts) => {
          const text = `kind,value\n${parts.join('')}`;
          expect(await all(readCsv, text)).toEqual(await all(readCsv, inPieces(text, [1])));
        },
      ),
    ));

  test('columns may stand in any order and be missing, quotes hold commas and line ends, empty lines are passed over', async () => {
    const list = `value,note,kind\r\n${pdq.toUpperCase()},"from ""Harbour"", 2026\nsecond line",pdq\r\n\r\n${md5},,md5\n`;
    expect(await all(readCsv, `\ufeff${list}`)).toEqual({
      entries: [
        { kind: 'pdq', variant: 'whole', value: pdq, note: 'from "Harbour", 2026\nsecond line' },
        { kind: 'md5', variant: 'whole', value: md5 },
      ],
      bad: [],
    });
  });

  test('every bad line is named by the line that it begins on, and the others are read', async () => {
    const list = [
      csvHeader,
      `pdq,${pdq},100,,,,,`,
      'pdq,abc,100,,,,,',
      `phash,${pdq},,,,,,`,
      `pdq,${pdq},101,,,,,`,
      `sha256,${sha256},100,,,,,`,
      `pdq,${pdq},100`,
      `pdq,${pdq},100,,say "hello",,,`,
      `pdq,${pdq},100,,"two`,
      `lines",,,`,
      `pdq,${pdq},100,,"closed"too late,,,`,
      `pdq,${pdq},100,,,,complement,`,
      `pdq,${pdq},100,,,,sideways,`,
      `pdq,${pdq},100,,,,,2027-02-30T00:00:00Z`,
      `pdq,${pdq},100,,${'x'.repeat(1025)},,,`,
      `md5,${md5},,,,,,2027-02-28T00:00:00Z`,
      ...['bell\u0007,,', ',zero\0,', ',,c1\u009b'].map((texts) => `md5,${md5},,${texts},,`),
      `md5,${md5},,,a\tb,,,`,
      `sha256,${sha256},,,,,flipX,`,
      `pdq,${pdq},100,,"never closed`,
    ].join('\n');
    const { entries, bad } = await all(readCsv, list);
    expect(entries.map(({ kind, note }) => [kind, note])).toEqual([
      ['pdq', undefined],
      ['pdq', 'two\nlines'],
      ['md5', undefined],
      ['md5', 'a\tb'],
    ]);
    expect(bad).toEqual([
      '3: A pdq value is 64 hex digits.',
      '4: The kind must be one of pdq, vpdq, sha256, md5.',
      '5: The quality must be a whole number from 0 to 100.',
      '6: A sha256 value has no quality.',
      '7: This line has 3 fields, the first has 8.',
      '8: A field with a quote in it must be quoted as a whole.',
      '11: After the closing quote of a field comes a comma or the end of the line.',
      '12: The variant is not one that can be listed.',
      '13: The variant is not one that can be listed.',
      '14: The time of expiry must be UTC, such as 2027-01-31T00:00:00Z.',
      '15: Source, note and item may have 1024 characters each.',
      ...[17, 18, 19].map((line) => `${line}: Source, note and item may hold no control signs other than tab and line end.`),
      '21: A sha256 value is of the whole file: leave the variant empty.',
      '22: The quoted field that begins here has no end.',
    ]);
  });

  test.each([`kind,hash\n${pdq}`, `pdq,${pdq}\n`, 'kind,value,kind\n', 'kind\n'])(
    'a first line that does not name the columns is all that is said: %j',
    async (list) => {
      expect(await all(readCsv, list)).toEqual({
        entries: [],
        bad: ['1: The first line must name the columns, kind and value among them: kind,value,quality,source,note,item,variant,expiresAt.'],
      });
    },
  );

  test('a missing quote costs the records behind it up to a bound, not the list', async () => {
    const line = `pdq,${pdq}\n`;
    const { entries, bad } = await all(readCsv, `kind,value\npdq,"${pdq}\n${line.repeat(1000)}`);
    expect(bad).toEqual(['2: The record that begins here has more than 16384 characters; is a quote missing?']);
    expect(entries.length).toBeGreaterThan(700);
  });
});

describe('JSON lines', () => {
  test('what is written is read back as it was', () =>
    fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { maxLength: 8 }), lengths, async (entries, pieces) => {
        const written = entries.map((entry) => `${jsonLine(entry)}\n`).join('');
        expect(await all(readJsonLines, inPieces(written, pieces))).toEqual({ entries, bad: [] });
      }),
    ));

  test('keys of others are passed over, and each bad line is named', async () => {
    const lines = [
      JSON.stringify({ kind: 'pdq', value: pdq, quality: 90, addedBy: 'somebody', note: null }),
      '{"kind":',
      '[1]',
      JSON.stringify({ kind: 'pdq', value: pdq, quality: '90' }),
      JSON.stringify({ kind: 'pdq', value: 7 }),
      JSON.stringify({ kind: 'pdq', value: pdq, quality: 12.5 }),
      'x'.repeat(70_000),
      JSON.stringify({ kind: 'md5', value: md5 }),
    ];
    expect(await all(readJsonLines, lines.join('\n'))).toEqual({
      entries: [
        { kind: 'pdq', variant: 'whole', value: pdq, quality: 90 },
        { kind: 'md5', variant: 'whole', value: md5 },
      ],
      bad: [
        '2: This line is not JSON.',
        '3: This line is not a JSON object.',
        '4: The quality must be a number.',
        '5: The value must be text.',
        '6: The quality must be a whole number from 0 to 100.',
        '7: The line has more than 65,536 characters.',
      ],
    });
  });
});

describe('PDQ text', () => {
  const note = text.map((note) => note.replaceAll(/[\r\n]/g, '-').trim()).filter((note) => note !== '');
  const anyPdq = fc
    .tuple(hex(64), optional('quality', quality), optional('note', note))
    .map(([value, ...parts]): ListedFingerprint => ({ kind: 'pdq', variant: 'whole', value, ...parts[0], ...parts[1] }));

  test('what is written is read back as it was', () =>
    fc.assert(
      fc.asyncProperty(fc.array(anyPdq, { maxLength: 8 }), lengths, async (entries, pieces) => {
        const written = entries.map((entry) => `${pdqLine(entry)}\n`).join('');
        expect(await all(readPdqText, inPieces(written, pieces))).toEqual({ entries, bad: [] });
      }),
    ));

  test.each([
    [pdq, {}],
    [`${pdq.toUpperCase()}\r`, {}],
    [`${pdq},87`, { quality: 87 }],
    [`${pdq},87,bridge, north side.jpg`, { quality: 87, note: 'bridge, north side.jpg' }],
    [`${pdq},idx=3`, { note: 'idx=3' }],
    [`${pdq},2041`, { note: '2041' }],
    [`${pdq},101,bridge.jpg`, { note: '101,bridge.jpg' }],
    [`hash=${pdq},norm=128,delta=17,quality=99,filename=a,b.jpg`, { quality: 99, note: 'a,b.jpg' }],
  ])('%s is read', async (line, rest) => {
    expect(await all(readPdqText, line)).toEqual({ entries: [{ kind: 'pdq', variant: 'whole', value: pdq, ...rest }], bad: [] });
  });

  test('bad lines are named; comments and empty lines are not', async () => {
    const message = 'This is not a line of 64 hex digits, optionally followed by a comma and more.';
    expect(await all(readPdqText, `# a list\n\n${pdq}\n${pdq.slice(1)}\n${pdq}0\nhash=7,quality=3\n${pdq} 87\n${pdq}`)).toMatchObject({
      entries: [{ value: pdq }, { value: pdq }],
      bad: [4, 5, 6, 7].map((line) => `${line}: ${message}`),
    });
  });
});

describe('MD5 and SHA-256', () => {
  test.each([
    [md5, {}],
    [sha256.toUpperCase(), {}],
    [`${md5}  holiday photo.jpg`, { note: 'holiday photo.jpg' }],
    [`${sha256} *holiday.jpg`, { note: 'holiday.jpg' }],
    [`\\${md5}  odd\\nname\\\\.jpg`, { note: 'odd name\\.jpg' }],
    [`MD5 (holiday (1).jpg) = ${md5}`, { note: 'holiday (1).jpg' }],
    [`SHA256(holiday.jpg)= ${sha256}`, { note: 'holiday.jpg' }],
  ])('%s is read', async (line, rest) => {
    const { entries, bad } = await all(readExactList, line);
    expect(bad).toEqual([]);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject(rest);
    expect(entries.every(({ kind, value }) => isValueOf(kind, value))).toBe(true);
  });

  test('values of other kinds are named by their length', async () => {
    expect(await all(readExactList, ['# list', 'a'.repeat(40), 'a'.repeat(33), 'hello', md5, 'f'.repeat(128)].join('\n'))).toMatchObject({
      entries: [{ kind: 'md5', value: md5 }],
      bad: [
        '2: This is as long as SHA-1; MD5 and SHA-256 are read.',
        '3: MD5 has 32 hex digits and SHA-256 has 64.',
        '4: This is not a value, a value and a file name, or a name and its value.',
        '6: This is as long as SHA-512; MD5 and SHA-256 are read.',
      ],
    });
  });
});

describe('vPDQ', () => {
  const anyFrame: fc.Arbitrary<VideoFrame> = fc.record({
    number: fc.nat(10_000_000),
    quality,
    value: hex(64),
    atSeconds: fc.nat(36_000_000).map((ms) => ms / 1000),
  });

  test('what is written is read back as it was, as text and as JSON, however it is cut into pieces', () =>
    fc.assert(
      fc.asyncProperty(fc.array(anyFrame, { maxLength: 8 }), lengths, async (frames, pieces) => {
        expect(await all(readVpdqLines, inPieces(vpdqText(frames), pieces))).toEqual({ entries: frames, bad: [] });
        const numbered = frames.map((frame, number) => ({ ...frame, number }));
        expect(await all(readVpdqJsonStream, inPieces(vpdqJson(frames), pieces))).toEqual({ entries: numbered, bad: [] });
      }),
    ));

  test('the older JSON form is read, spread over lines, and a bad entry is named by its line', async () => {
    const json = JSON.stringify(
      {
        0: { quality: 100, hash: pdq, timestamp: 0 },
        7: { quality: 300, hash: pdq, timestamp: 1 },
        9: { quality: 9, hash: pdq, timestamp: 2.5 },
      },
      null,
      2,
    );
    expect(await all(readVpdqJsonStream, json)).toEqual({
      entries: [
        { number: 0, quality: 100, value: pdq, atSeconds: 0 },
        { number: 9, quality: 9, value: pdq, atSeconds: 2.5 },
      ],
      bad: ['11: This entry is not of the form "frame number": {"quality", "hash", "timestamp"}.'],
    });
  });

  test.each([
    ['hello', '1: A vPDQ is a JSON list or object.'],
    ['', '1: The vPDQ ends before its end.'],
    [`["${pdq},1,0"`, '1: The vPDQ ends before its end.'],
    ['[] []', '1: After the end of the vPDQ comes something else.'],
    [`[\n"${pdq},1,0",\n]`, '3: This entry is not of the form "64 hex digits,quality,seconds".'],
    [`["${pdq},1,0" "${pdq},1,0"]`, '1: This entry is not of the form "64 hex digits,quality,seconds".'],
    [`["${'x'.repeat(5000)}"]`, '1: This entry is not of the form "64 hex digits,quality,seconds".'],
  ])('%j is one bad line', async (json, message) => {
    expect((await all(readVpdqJsonStream, json)).bad).toEqual([message]);
  });

  test('a bad line of the text form is named', async () => {
    const frame = { number: 3, quality: 50, value: pdq, atSeconds: 1.5 };
    expect(await all(readVpdqLines, `${vpdqLine(frame)}\r\n\r\n3,50,${pdq}\n`)).toEqual({
      entries: [frame],
      bad: ['3: This is not a line of frame number, quality, 64 hex digits and seconds.'],
    });
  });
});

test('nothing makes a reader fail or hold more than it may, whatever the text', () =>
  fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), lengths, async (noise, pieces) => {
      for (const reader of [readCsv, readJsonLines, readPdqText, readExactList, readVpdqLines, readVpdqJsonStream]) {
        for await (const read of reader(inPieces(noise, pieces))) expect(read.line).toBeGreaterThan(0);
        for await (const read of reader(inPieces(`${csvHeader}\n["${noise}`, pieces))) expect(read.line).toBeGreaterThan(0);
      }
    }),
  ));

test('a list that comes in large pieces is read to its end', async () => {
  function* lines(): Generator<string> {
    yield `${csvHeader}\n`;
    for (let i = 0; i < 40; i++) yield `pdq,${pdq},100,hub,,,,\n`.repeat(1000);
  }
  let read = 0;
  for await (const one of readCsv(lines())) if (!isBad(one)) read++;
  expect(read).toBe(40_000);
});

const samples = new URL('../../../../../shared/vectors/', import.meta.url);
test.runIf(existsSync(samples))('the sample lists of the reference are read without a bad line', async () => {
  for (const [name, count] of [
    ['pdq/text/haystack.txt', 1350],
    ['pdq/text/needles.txt', 100],
    ['pdq/text/long256.dat', 50],
    ['pdq/text/short256.dat', 6],
  ] as const) {
    const { entries, bad } = await all(readPdqText, readFileSync(new URL(name, samples), 'utf8'));
    expect([name, entries.length, bad]).toEqual([name, count, []]);
  }
  const { entries, bad } = await all(readVpdqLines, readFileSync(new URL('vpdq/doorknob-hd-no-bar.txt', samples), 'utf8'));
  expect([entries.length > 100, bad]).toEqual([true, []]);
});
