/** Which words does a page show or read out? The text between its tags and in the attributes that are read, piece by piece. */

const entities: Readonly<Record<string, string>> = { '&#39;': "'", '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const decoded = (text: string): string => text.replace(/&(?:#39|quot|amp|lt|gt);/g, (entity) => entities[entity] ?? entity);

/** Every piece without blanks around it; what is marked as another language, such as a letter to a service, is left out. */
export function piecesOf(html: string): readonly string[] {
  const visible = html
    .replace(/<script[\s\S]*?<\/script>/g, ' ')
    .replace(/<nav class="languages"[\s\S]*?<\/nav>/g, ' ')
    .replace(/<(div|textarea|span)(?=[^>]*\slang=)[^>]*>[\s\S]*?<\/\1>/g, ' ');
  const inAttributes = [
    ...visible.matchAll(/\s(?:aria-label|placeholder|alt|data-(?:opening|copied|not-copied|saved|offline|unreachable))="([^"]*)"/g),
  ];
  const inWords = [...visible.matchAll(/\sdata-words="([^"]*)"/g)].flatMap(([, json = '{}']) => [...leavesOf(JSON.parse(decoded(json)))]);
  return [...visible.split(/<[^>]*>/).map(decoded), ...inAttributes.map(([, value = '']) => decoded(value)), ...inWords]
    .map((piece) =>
      piece
        .replace(/[\u2066-\u2069]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((piece) => /\p{L}/u.test(piece));
}

function* leavesOf(part: unknown): Generator<string> {
  if (typeof part === 'string') yield part;
  else if (typeof part === 'object' && part !== null) for (const each of Object.values(part)) yield* leavesOf(each);
}
