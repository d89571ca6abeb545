/** What was added to a request or changed in it later, by whom, when, and what stood there before? */
import type { AmendableField } from '@likeness/casework';
import { besideWords } from './beside.tsx';
import { CopyText } from './copy-text.tsx';
import { Moment } from './frame.tsx';
import type { RequestModel } from './model.ts';
import { addressText } from './visible-text.ts';
import { amendedByWords, countWords, fieldWords } from './words.ts';

/** What came later stands apart from what came first, with who and when: "What it says" above already holds it. */
export function Amendments({ model }: { readonly model: RequestModel }) {
  if (model.amendments.length === 0) return null;
  return (
    <section class="card" aria-labelledby="amendments-heading">
      <h2 id="amendments-heading">Added or changed later</h2>
      <ul class="plain-list">
        {model.amendments.map(({ at, by, places, pictures, given, replaced, beside = [], erased = [], linkIsRight }) => (
          <li>
            <p>
              <Moment at={new Date(at)} frame={model} />, by {amendedByWords[by]}:{' '}
              {[
                ...(linkIsRight === undefined ? [] : ['said that the link is right']),
                ...(places.length === 0 ? [] : [`added ${countWords(places.length, 'place', 'places')}`]),
                ...(pictures === 0 ? [] : [`added fingerprints of ${countWords(pictures, 'picture or video', 'pictures or videos')}`]),
                ...(beside.length === 0
                  ? []
                  : [`asked about ${countWords(beside.length, 'thing beside the picture', 'things beside the picture')}`]),
                ...given.map((field) => `gave ${fieldWords[field]}`),
                ...erased.map((field) => `erased ${fieldWords[field]}`),
              ].join('; ')}
            </p>
            {places.length === 0 ? null : <CopyText label="the places that were added" text={places.map(addressText).join('\n')} isBlock />}
            {beside.map(({ kind, says }) => (
              <p>
                {besideWords[kind]}: <span class="kept-lines">“{says}”</span>
              </p>
            ))}
            {Object.entries(replaced).map(([field, before]) => (
              <p>
                Changed {isAmendable(field) ? fieldWords[field] : field}. Before: <span class="kept-lines">“{before}”</span>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

const isAmendable = (field: string): field is AmendableField => Object.hasOwn(fieldWords, field);
