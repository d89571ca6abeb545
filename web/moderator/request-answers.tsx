/** What does a request say: what is missing, who asks, where it is, how to reach them? */
import { basisOf, type LegalBasis, lawLines, type RequestAnswers, uploaderIsNotToBeTold } from '@likeness/casework';
import { Details } from '../components/details/markup.tsx';
import { SummaryList } from '../components/summary-list/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { besideWords } from './beside.tsx';
import { CopyText } from './copy-text.tsx';
import type { RequestModel } from './model.ts';
import { addressText } from './visible-text.ts';
import { capital, elementLabel, filerWords } from './words.ts';

type AnswersProps = {
  readonly basis: LegalBasis;
  readonly answers: Omit<RequestAnswers, 'fingerprints'>;
  readonly missing: RequestModel['missing'];
};

/** Each with a button of its own; the rest of a long list is one block. */
const placesOneByOne = 20;

export function Answers({ basis, answers, missing }: AnswersProps) {
  const { statement, contact, locations = [], contentIds = [], beside = [] } = answers;
  // It needs neither: what it says stands in lines of its own.
  const isOrder = answers.onBehalfOf === 'authority';
  const places = [...contentIds, ...locations];
  const contactRows = [
    { name: 'Name', value: contact?.name },
    { name: 'E-mail', value: contact?.email },
    { name: 'Phone', value: contact?.phone },
    { name: 'Other', value: contact?.other },
  ].flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value: <CopyText label={name.toLowerCase()} text={value} /> }]));
  return (
    <section class="card" aria-labelledby="answers-heading">
      <div class="card__head">
        <h2 id="answers-heading">What it says</h2>
        {missing.length === 0 ? <Tag tone="good" words="Complete" /> : <Tag tone="care" words="Incomplete" />}
      </div>
      <SummaryList
        rows={[
          ...(missing.length === 0
            ? []
            : [
                {
                  name: 'Missing',
                  value: (
                    <ul class="plain-list">
                      {missing.map(({ element, lawWording }) => (
                        <li>
                          {capital(elementLabel(basis, element))} <span class="quiet">(“{lawWording}”)</span>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]),
          {
            name: 'Who asks',
            value:
              answers.onBehalfOf !== 'agent' ? (
                capital(filerWords[answers.onBehalfOf])
              ) : (
                <>
                  Someone acting for the person in the picture.{' '}
                  {answers.agentAuthority === undefined ? (
                    'By what authority is not said.'
                  ) : (
                    <span class="kept-lines">“{answers.agentAuthority}”</span>
                  )}
                </>
              ),
          },
          ...(isOrder && answers.signature === undefined
            ? []
            : [{ name: 'Signed', value: answers.signature === undefined ? 'Not signed' : <bdi>{answers.signature}</bdi> }]),
          ...(isOrder && statement === undefined
            ? []
            : [
                {
                  name: 'Statement',
                  value: (
                    <>
                      {statement?.notConsensual === true ? 'Shared without consent' : 'Not stated that it was shared without consent'};{' '}
                      {statement?.goodFaith === true ? 'stated in good faith.' : 'not stated in good faith.'}
                      {statement?.details === undefined ? null : <p class="kept-lines quote">{statement.details}</p>}
                    </>
                  ),
                },
              ]),
          ...lawLines(answers, (id) => (id === basis.id ? basis : basisOf(id))).map(({ law, element, text }) => ({
            name: capital(element.label),
            value: (
              <>
                <bdi class="kept-lines">{text}</bdi>
                {law.id === basis.id ? null : <span class="quiet"> for the {law.name}</span>}
              </>
            ),
          })),
          ...(isOrder
            ? [
                {
                  name: 'Whoever posted it',
                  value: uploaderIsNotToBeTold(answers)
                    ? 'Must not be told: the order forbids it.'
                    : 'May be told: the order does not forbid it. A service in the Union tells them (Digital Services Act, Article 9(5)).',
                },
              ]
            : []),
          ...(places.length === 0
            ? []
            : [
                {
                  name: 'Where',
                  value: (
                    <ul class="plain-list">
                      {places.slice(0, placesOneByOne).map((place, index) => (
                        <li>
                          <CopyText label={`place ${index + 1}`} text={addressText(place)} />
                        </li>
                      ))}
                      {places.length > placesOneByOne ? (
                        <li>
                          <CopyText
                            label={`places ${placesOneByOne + 1} to ${places.length}`}
                            text={places.slice(placesOneByOne).map(addressText).join('\n')}
                            isBlock
                          />
                        </li>
                      ) : null}
                    </ul>
                  ),
                },
              ]),
          ...(answers.locationDetails === undefined
            ? []
            : [{ name: 'How to find it', value: <span class="kept-lines">{answers.locationDetails}</span> }]),
          ...(beside.length === 0
            ? []
            : [
                {
                  name: 'Also about',
                  value: (
                    <ul class="plain-list">
                      {beside.map(({ kind, says, at }) => (
                        <li>
                          {besideWords[kind]}: <bdi class="kept-lines">{kind === 'text' ? `“${says}”` : addressText(says)}</bdi>
                          {at === undefined ? null : (
                            <span class="quiet">
                              {' '}
                              at <bdi>{addressText(at)}</bdi>
                            </span>
                          )}
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]),
        ]}
      />
      {contactRows.length === 0 ? null : (
        <Details summary="Contact, when you need it">
          <SummaryList rows={contactRows} />
        </Details>
      )}
    </section>
  );
}
