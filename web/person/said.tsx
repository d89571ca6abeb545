/** How does a time, a link or a name set in its own direction stand within a sentence? In the sentence's place for it, wherever the language has that. */
import type { ComponentChildren } from 'preact';

export type SaidProps = {
  /** Speaks the sentence; what `put` is given stands where `put` stands. */
  readonly sentence: (put: (part: ComponentChildren) => string) => string;
};

/** `<Said sentence={(put) => said.until({ moment: put(<Moment ... />) })} />` */
export function Said({ sentence }: SaidProps) {
  const parts: ComponentChildren[] = [];
  const text = sentence((part) => {
    parts.push(part);
    // Private use (Unicode, 23.5): never part of a sentence.
    return `\ue000${parts.length - 1}\ue001`;
  });
  return <>{text.split(/\ue000(\d+)\ue001/).map((piece, index) => (index % 2 === 0 ? piece : parts[Number(piece)]))}</>;
}
