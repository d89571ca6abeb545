/** What can she still add to a request that waits, or correct in it: links, how to find the picture, what stands beside it, how to reach her? And where does she go once it is decided? */
import { questionOf } from '@likeness/casework';
import { Button } from '../components/button/markup.tsx';
import { Details } from '../components/details/markup.tsx';
import { TextArea } from '../components/text-field/markup.tsx';
import { besideFields } from './beside-fields.ts';
import { BesideInputs, ContactFields } from './elements.tsx';
import { fieldLimits, fieldNames, misshapenContact } from './forms.ts';
import type { CaseModel, CaseRequest, FieldProblem } from './model.ts';
import { CsrfField } from './page.tsx';
import { paths } from './paths.ts';
import { SentAlone } from './sent-alone.tsx';
import { useSpeech } from './speech.ts';

type Props = {
  readonly model: CaseModel;
  readonly request: CaseRequest;
  readonly idPrefix: string;
  readonly problems: readonly FieldProblem[];
};

const placeFields: readonly string[] = [fieldNames.locations, fieldNames.locationDetails];
const contactFields: readonly string[] = [fieldNames.contactEmail, fieldNames.contactPhone, fieldNames.contactOther];

/** Closed until she opens it, below everything else. What another form of the same request asks for stands there alone. */
export function AddMore({ model, request, idPrefix, problems }: Props) {
  const { words, to } = useSpeech();
  const said = words.case;
  const { answers, typed = {}, missing, asked = [] } = request;
  const isMissing = (...rules: readonly string[]): boolean => missing.some(({ rule }) => rules.includes(rule));
  const asksPlaces = !isMissing('locate', 'exact-locate') && !asked.some((key) => questionOf(key).rule === 'locate');
  const asksBeside = !isMissing('locate', 'exact-locate');
  const asksContact = !isMissing('contact', 'name-and-email') && !request.lacksContact;
  if (!request.isOpen || !(asksPlaces || asksBeside || asksContact)) return null;
  const fields = [
    ...(asksPlaces ? placeFields : []),
    ...(asksBeside ? Object.values(besideFields) : []),
    ...(asksContact ? contactFields : []),
  ];
  const errorOf = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.sentence;
  // Sent with another way that can be right, it would never be said again.
  const isContactWrong = asksContact && misshapenContact(answers.contact, words).length > 0;
  const isOpen = Object.keys(typed).length > 0 || isContactWrong || fields.some((field) => errorOf(field) !== undefined);
  return (
    <Details summary={said.moreSummary} isOpen={isOpen}>
      <p>{said.moreNote}</p>
      <form method="post" action={to(paths.addMissing)} autocomplete="off" novalidate>
        <CsrfField frame={model} />
        <input type="hidden" name={fieldNames.trackingNumber} value={request.trackingNumber} />
        {asksPlaces ? (
          <>
            <TextArea
              name={fieldNames.locations}
              id={`${idPrefix}${fieldNames.locations}`}
              label={said.moreLinks}
              hint={words.request.where.linksHint}
              rows={3}
              value={typed.locations?.join('\n')}
              error={errorOf(fieldNames.locations)}
              autoComplete="off"
              spellCheck={false}
            />
            <TextArea
              name={fieldNames.locationDetails}
              id={`${idPrefix}${fieldNames.locationDetails}`}
              label={said.sentHowToFind}
              hint={said.moreReplaces}
              rows={3}
              value={typed.locationDetails ?? answers.locationDetails}
              error={errorOf(fieldNames.locationDetails)}
              maxLength={fieldLimits.locationDetails}
              autoComplete="off"
            />
          </>
        ) : null}
        {asksBeside ? (
          <fieldset class="group">
            <legend class="choices__legend">{said.moreBeside}</legend>
            <BesideInputs
              answers={typed}
              errorOf={errorOf}
              idPrefix={idPrefix}
              services={[{ name: request.serviceName, ...(request.actsOn && { actsOn: request.actsOn }) }]}
            />
          </fieldset>
        ) : null}
        {asksContact ? (
          <ContactFields
            answers={{ ...answers, ...typed }}
            errorOf={errorOf}
            saysWhy={false}
            reachMore={said.moreReplaces}
            idPrefix={idPrefix}
          />
        ) : null}
        <SentAlone model={model} request={request} />
        <Button look="secondary">{said.add}</Button>
      </form>
    </Details>
  );
}

/** Where the standing says by itself that she can ask again, it has said so at the top. */
export function NoMore({ request: { isOpen, standing } }: Pick<Props, 'request'>) {
  const { words, to } = useSpeech();
  const said = words.case;
  const isDecided = [
    'being-removed',
    'removal-overdue',
    'removed',
    'removed-in-part',
    'gone',
    'being-hidden',
    'out-of-view',
    'kept',
  ].includes(standing.key);
  if (isOpen || standing.canAskAgain || !isDecided) return null;
  return (
    <p>
      {said.noMore} <a href={to(paths.age)}>{said.askAgain}</a>. {said.askAgainNote}
    </p>
  );
}
