/** What that a law asks for does her form leave empty? Read from the page by script, which names it before Send. */

/** One thing that a law asks for. */
export interface Lack {
  /** What she reads while it is missing. */
  readonly sentence: string;
  /** What she reads instead where one group alone says nothing, in the order of the groups. */
  readonly alone?: readonly string[];
  /** Services whose law asks for it. */
  readonly services: readonly string[];
  /** Names of fields in groups: of each group one has to say something. */
  readonly wants: readonly (readonly string[])[];
  /** What it fills in the request: what another fills too is asked once. */
  readonly fills: readonly string[];
  /** Of a law that she may choose: the box that chooses it. */
  readonly ifTicked?: { readonly field: string; readonly value: string };
}

/**
 * Those that one of these services asks for and the form leaves empty, each thing once. `isEmpty`: whether the form asks with these fields, and none of them says
 * anything; `isTicked`: whether this box is.
 */
export function lacking(
  lacks: readonly Lack[],
  services: readonly string[],
  isEmpty: (fields: readonly string[]) => boolean,
  isTicked: (box: { readonly field: string; readonly value: string }) => boolean,
): readonly { readonly sentence: string; readonly fields: readonly string[] }[] {
  const open = lacks.flatMap((lack) => {
    const [fields, ...more] = lack.wants.filter(isEmpty);
    if (lack.ifTicked !== undefined && !isTicked(lack.ifTicked)) return [];
    if (fields === undefined || !lack.services.some((id) => services.includes(id))) return [];
    const sentence = (more.length === 0 ? lack.alone?.[lack.wants.indexOf(fields)] : undefined) ?? lack.sentence;
    return [{ ...lack, sentence, fields }];
  });
  const holds = (one: Lack, other: Lack): boolean => other.fills.every((each) => one.fills.includes(each));
  return open.filter((lack, at) => !open.some((other, place) => place !== at && holds(other, lack) && (place < at || !holds(lack, other))));
}
