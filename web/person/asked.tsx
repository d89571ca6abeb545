/** What does the service want to know before it decides? Her answer goes into the fields that the request has already; without one nothing stands still. */
import { caseworkIn, questionOf, questionSentence } from '@likeness/casework';
import { Button } from '../components/button/markup.tsx';
import { Checkbox } from '../components/choices/markup.tsx';
import { TextArea } from '../components/text-field/markup.tsx';
import { AuthorityField, LocateFields, whoWillSee } from './elements.tsx';
import { fieldLimits, fieldNames } from './forms.ts';
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

const partOf = (prefix: string): string => `${prefix}asked-`;

/** Where this form alone holds a field, the id that it has there. */
export function askedFieldId({ asked = [], missing }: CaseRequest, field: string, prefix: string): string | null {
  const rules = new Set(asked.map((key) => questionOf(key).rule));
  const isMissing = (...those: readonly string[]): boolean => missing.some(({ rule }) => those.includes(rule));
  const isHere =
    ((field === fieldNames.locations || field === fieldNames.locationDetails) &&
      rules.has('locate') &&
      !isMissing('locate', 'exact-locate')) ||
    (field === fieldNames.agentAuthority && rules.has('authority') && !isMissing('authority')) ||
    (field === fieldNames.statementDetails && rules.has('explanation'));
  return isHere ? `${partOf(prefix)}${field}` : null;
}

/** Below what is still missing, with fields of its own. */
export function Asked({ model, request, idPrefix: prefix, problems }: Props) {
  const { language, words, to } = useSpeech();
  const said = words.case;
  const { asked = [] } = request;
  if (asked.length === 0) return null;
  const idPrefix = partOf(prefix);
  const spoken = caseworkIn(language);
  const rules = new Set(asked.map((key) => questionOf(key).rule));
  const isMissing = (rule: string): boolean => request.missing.some((element) => element.rule === rule);
  const errorOf = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.sentence;
  const answers = { ...request.answers, ...request.typed };
  return (
    <div class="missing">
      <h3>{said.askedHeading}</h3>
      <ul>
        {asked.map((key) => (
          <li>{questionSentence(key, spoken)}</li>
        ))}
      </ul>
      <p>
        {said.askedNote} {whoWillSee(language, 'contact')}
      </p>
      <form method="post" action={to(paths.addMissing)} autocomplete="off" novalidate>
        <CsrfField frame={model} />
        <input type="hidden" name={fieldNames.trackingNumber} value={request.trackingNumber} />
        {asked.includes('where') && (request.answers.locations ?? []).length > 0 ? (
          <Checkbox
            name={fieldNames.linkIsRight}
            id={`${idPrefix}${fieldNames.linkIsRight}`}
            label={said.linkIsRight}
            isTicked={request.typed?.linkIsRight === true}
          />
        ) : null}
        {rules.has('locate') ? (
          <LocateFields
            answers={answers}
            errorOf={errorOf}
            idPrefix={idPrefix}
            isWhereAsked={asked.includes('where')}
            isWhichAsked={asked.includes('which')}
          />
        ) : null}
        {rules.has('authority') && !isMissing('authority') ? (
          <AuthorityField answers={answers} errorOf={errorOf} idPrefix={idPrefix} />
        ) : null}
        {rules.has('explanation') ? (
          <TextArea
            name={fieldNames.statementDetails}
            id={`${idPrefix}${fieldNames.statementDetails}`}
            label={words.request.statement.details}
            hint={words.request.statement.detailsHint}
            rows={4}
            value={answers.statement?.details}
            error={errorOf(fieldNames.statementDetails)}
            maxLength={fieldLimits.statementDetails}
            autoComplete="off"
          />
        ) : null}
        <SentAlone model={model} request={request} />
        <Button>{said.askedSend}</Button>
      </form>
    </div>
  );
}
