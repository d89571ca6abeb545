/** What does each law ask besides? Its own boxes, under its country's name; and a law that she may choose, after what she has to know about it. */
import { type BasisId, basisIn, basisOf, listIn, type RequestAnswers } from '@likeness/casework';
import { Checkbox } from '../components/choices/markup.tsx';
import { Details } from '../components/details/markup.tsx';
import { LawField } from './elements.tsx';
import { fieldNames } from './forms.ts';
import { ownElements } from './law-fields.ts';
import type { Service } from './model.ts';
import { fieldOf } from './service-fields.ts';
import { useSpeech } from './speech.ts';
import type { Speech } from './words.ts';

/** Laws of any of these services, each with the services that it counts for; null where it counts for all. */
function lawsOf(
  { language, words }: Pick<Speech, 'language' | 'words'>,
  services: readonly Service[],
  of: (service: Service) => readonly BasisId[] | undefined,
) {
  const said = words.request.laws;
  const laws = [...new Set(services.flatMap((service) => of(service) ?? []))];
  return laws.map((law) => {
    const names = services.filter((service) => of(service)?.includes(law)).map(({ name }) => name);
    return { law, onlyFor: names.length === services.length ? null : said.onlyFor({ services: listIn(language, names) }) };
  });
}

/** The declarations that each law wants in its own words. */
export function LawDeclarations({
  services,
  answers,
  isYoung,
  of,
}: {
  readonly services: readonly Service[];
  /** The one service of `services` that it is about, where each is asked apart. */
  readonly of?: Service;
  readonly answers: Partial<RequestAnswers>;
  /** Of what was referred nobody tells whoever posted it. */
  readonly isYoung: boolean;
}) {
  const speech = useSpeech();
  const { language } = speech;
  const said = speech.words.request.laws;
  return (
    <>
      {lawsOf(speech, services, ({ laws }) => laws)
        .filter(({ law }) => ownElements(law).length > 0)
        .map(({ law, onlyFor }) => (
          <fieldset {...(of === undefined ? {} : { 'data-legend-told': '' })}>
            <legend class="choices__legend">
              {of === undefined
                ? said.under({ country: basisIn(language, law).country })
                : speech.words.request.several.law({ service: of.name, country: basisIn(language, law).country })}
            </legend>
            <p class="field__hint">{said.ownWords}</p>
            {onlyFor === null ? null : <p class="field__hint">{onlyFor}</p>}
            {basisOf(law).uploader.isTold === 'required' && !isYoung ? <p class="field__hint">{speech.words.letter.laws.told}</p> : null}
            {ownElements(law, basisIn(language, law)).map((element) => (
              <LawField element={element} answers={answers} isYoung={isYoung} saysWhy={false} of={of?.id} />
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
  of,
}: {
  readonly services: readonly Service[];
  /** As for `LawDeclarations`. */
  readonly of?: Service;
  readonly entered: { readonly chosen: readonly BasisId[]; readonly answers: Partial<RequestAnswers> } | undefined;
}) {
  const speech = useSpeech();
  const { language } = speech;
  const said = speech.words.request.laws;
  return (
    <>
      {lawsOf(speech, services, ({ choices }) => choices).map(({ law, onlyFor }) => {
        const { name, warnings } = basisIn(language, law);
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
              name={fieldOf(fieldNames.alsoUnder, of?.id)}
              id={`${fieldOf(fieldNames.alsoUnder, of?.id)}-${law}`}
              value={law}
              label={said.choose({ name })}
              isTicked={entered?.chosen.includes(law) ?? false}
            />
            {ownElements(law, basisIn(language, law)).map((element) => (
              <LawField element={element} answers={entered?.answers ?? {}} of={of?.id} />
            ))}
          </Details>
        );
      })}
    </>
  );
}

/** Where a law asks for an e-mail address: said beside the ways to reach her. */
export function reachMoreOf(
  { language, words }: Pick<Speech, 'language' | 'words'>,
  services: readonly Service[],
): { readonly reachMore?: string } {
  const said = words.request.laws;
  const asking = services
    .flatMap(({ laws = [] }) => laws)
    .find((law) => basisOf(law).elements.some(({ rule }) => rule === 'name-and-email'));
  return asking === undefined ? {} : { reachMore: said.emailToo({ country: basisIn(language, asking).country }) };
}
