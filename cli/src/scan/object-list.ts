/** What does one page of ListObjectsV2 say? https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */

export interface ListedObject {
  readonly key: string;
  readonly sizeBytes: number;
}

export interface ObjectPage {
  readonly objects: readonly ListedObject[];
  /** What to ask the next page with; undefined on the last one. */
  readonly next: string | undefined;
}

/** Reads the XML of a page; undefined when it is something else. */
export function readObjectPage(xml: string): ObjectPage | undefined {
  if (!/<ListBucketResult[\s>]/.test(xml)) return undefined;
  // Keys may hold characters that XML cannot, so they are asked for in URL form; a storage that does not know this says nothing of it.
  const isEncoded = fieldOf(xml, 'EncodingType') === 'url';
  const objects: ListedObject[] = [];
  for (const [, content = ''] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
    const key = fieldOf(content, 'Key');
    const sizeBytes = Number(fieldOf(content, 'Size') ?? Number.NaN);
    if (key === undefined || !Number.isSafeInteger(sizeBytes)) return undefined;
    objects.push({ key: isEncoded ? decodeURIComponent(key.replaceAll('+', ' ')) : key, sizeBytes });
  }
  const next = fieldOf(xml, 'NextContinuationToken');
  if (fieldOf(xml, 'IsTruncated') !== 'true') return { objects, next: undefined };
  return next === undefined ? undefined : { objects, next };
}

/** The code of an error answer, such as `NoSuchBucket`, and where the bucket is said to be, if it says so. */
export function readStorageError(xml: string): { readonly code: string | undefined; readonly region: string | undefined } {
  const word = (name: string): string | undefined => /^[\w.-]{1,64}$/.exec(fieldOf(xml, name) ?? '')?.[0];
  return { code: word('Code'), region: word('Region') };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function fieldOf(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return text?.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, named?: string) => {
    if (named !== undefined) return entities[named] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
