/** What does each law ask besides? Its own boxes, under its country's name; and a law that she may choose, after what she has to know about it. */
import { type BasisId, basisOf, listIn, type RequestAnswers } from '@likeness/casework';
import { Checkbox } from '../components/choices/markup.tsx';
import { Details } from '../components/details/markup.tsx';
import { LawField } from './elements.tsx';
import { fieldNames } from './forms.ts';
import { ownElements } from './law-fields.ts';
import type { Service } from './model.ts';
import { words } from './words.ts';

const said = words.request.laws;

/** Laws of any of these services, each with the services that it counts for; null where it counts for all. */
function lawsOf(services: readonly Service[], of: (service: Service) => readonly BasisId[] | undefined) {
  const laws = [...new Set(services.flatMap((service) => of(service) ?? []))];
  return laws.map((law) => {
    const names = services.filter((service) => of(service)?.includes(law)).map(({ name }) => name);
    return { law, onlyFor: names.length === services.length ? null : said.onlyFor({ services: listIn('en', names) }) };
  });
}

/** The declarations that each law wants in its own words. */
export function LawDeclarations({
  services,
  answers,
}: {
  readonly services: readonly Service[];
  readonly answers: Partial<RequestAnswers>;
}) {
  return (
    <>
      {lawsOf(services, ({ laws }) => laws)
        .filter(({ law }) => ownElements(law).length > 0)
        .map(({ law, onlyFor }) => (
          <fieldset>
            <legend class="choices__legend">{said.under({ country: basisOf(law).country })}</legend>
            {onlyFor === null ? null : <p class="field__hint">{onlyFor}</p>}
            {basisOf(law).uploader.isTold === 'required' ? <p class="field__hint">{words.letter.laws.told}</p> : null}
            {ownElements(law).map((element) => (
              <LawField element={element} answers={answers} saysWhy={false} />
            ))}
          </fieldset>
        ))}
    </>
  );
}

/** Laws that cost something: their warnings come first, and nothing is chosen for her. */
export function LawChoices({
  services,
  entered,
}: {
  readonly services: readonly Service[];
  readonly entered: { readonly chosen: readonly BasisId[]; readonly answers: Partial<RequestAnswers> } | undefined;
}) {
  return (
    <>
      {lawsOf(services, ({ choices }) => choices).map(({ law, onlyFor }) => {
        const { name, warnings } = basisOf(law);
        return (
          <Details summary={said.choice({ name })}>
            <p>{said.choiceIntro}</p>
            <ul>
              {warnings.map((warning) => (
                <li>{warning}</li>
              ))}
            </ul>
            {onlyFor === null ? null : <p>{onlyFor}</p>}
            <Checkbox
              name={fieldNames.alsoUnder}
              id={`${fieldNames.alsoUnder}-${law}`}
              value={law}
              label={said.choose({ name })}
              isTicked={entered?.chosen.includes(law) ?? false}
            />
            {ownElements(law).map((element) => (
              <LawField element={element} answers={entered?.answers ?? {}} />
            ))}
          </Details>
        );
      })}
    </>
  );
}

/** Where a law asks for an e-mail address: said beside the ways to reach her. */
export function reachMoreOf(services: readonly Service[]): { readonly reachMore?: string } {
  const asking = services
    .flatMap(({ laws = [] }) => laws)
    .find((law) => basisOf(law).elements.some(({ rule }) => rule === 'name-and-email'));
  return asking === undefined ? {} : { reachMore: said.emailToo({ country: basisOf(asking).country }) };
}
