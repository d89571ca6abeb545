/** In one or two words, how does it stand? */

export type TagProps = { readonly tone?: 'calm' | 'good' | 'care'; readonly words: string };

export function Tag({ tone = 'calm', words }: TagProps) {
  return <span class={`tag tag--${tone}`}>{words}</span>;
}
