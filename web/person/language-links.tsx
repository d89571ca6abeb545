/** In which other language can she read this page? Each under its own name, at the same place on every page; plain links, and nothing is stored. */
import { directionOf, type Language, ownNameOf } from '@likeness/casework';

export type LanguageLinksProps = {
  /** Read out before the list. */
  readonly words: string;
  readonly language: Language;
  /** The page, without the prefix of a language. */
  readonly here: string;
  readonly offered: readonly Language[];
};

export function LanguageLinks({ words, language, here, offered }: LanguageLinksProps) {
  if (offered.length < 2) return null;
  return (
    <nav class="languages" aria-label={words}>
      <ul class="languages__list">
        {offered.map((each) => (
          <li>
            <a
              class="languages__link"
              href={`/${each}${here}`}
              lang={each}
              hreflang={each}
              dir={directionOf(each)}
              aria-current={each === language ? 'true' : undefined}
            >
              {ownNameOf(each)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
