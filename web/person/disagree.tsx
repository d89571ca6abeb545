/** What can she say when somebody does not agree: she with a refusal, or whoever posted the picture with its removal? */
import {
  type ComplaintReason,
  caseworkIn,
  complaintLateFrom,
  complaintReasonsIn,
  type SideAnswer,
  sideAnswers,
  sideAnswersIn,
  unjudgedSentence,
} from '@likeness/casework';
import { Button } from '../components/button/markup.tsx';
import { Details } from '../components/details/markup.tsx';
import { errorIdOf, FieldError } from '../components/errors/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { TextArea } from '../components/text-field/markup.tsx';
import { type Fields, fieldNames } from './forms.ts';
import type { CaseModel, CaseRequest, FieldProblem } from './model.ts';
import { Day, DayOfYear, Moment } from './moment.tsx';
import { CsrfField } from './page.tsx';
import { paths } from './paths.ts';
import { Said } from './said.tsx';
import { SentAlone } from './sent-alone.tsx';
import { useSpeech } from './speech.ts';

/** Longest text. */
export const disagreeTextAtMost = 5000;

export interface DisagreeForm {
  readonly trackingNumber: string;
  /** Key of an answer or a reason; empty when none was chosen. */
  readonly choice: string;
  readonly text: string;
}

/** Reads POST `paths.answerComplaint` and `paths.complain`; a text that is too long is cut so that it still reads as too long. */
export function readDisagreeForm(fields: Fields): DisagreeForm {
  const one = (name: string, most: number): string => {
    const value = fields[name];
    return typeof value === 'string'
      ? value
          .replaceAll('\r\n', '\n')
          .trim()
          .slice(0, most + 1)
      : '';
  };
  return {
    trackingNumber: one(fieldNames.trackingNumber, 60),
    choice: one(fieldNames.choice, 40),
    text: one(fieldNames.words, disagreeTextAtMost),
  };
}

export const isSideAnswer = (key: string): key is SideAnswer => sideAnswers.some((answer) => answer.key === key);

/** Where the fields of her own complaint stand: the question of the other side's may stand on the same page. */
export const complainPrefix = (idPrefix: string): string => `${idPrefix}complain-`;

type Props = {
  readonly model: CaseModel;
  readonly request: CaseRequest;
  readonly idPrefix: string;
  readonly problems: readonly FieldProblem[];
};

/** She is asked before somebody judges the complaint of the other side. */
export function Question({ model, request, idPrefix, problems }: Props) {
  const { language, words, to } = useSpeech();
  const said = words.disagree;
  const question = request.disagreement?.question ?? null;
  if (question === null) return null;
  return (
    <Notice tone="care" heading={said.questionHeading}>
      <p>{question.isLimited !== true ? said.question : request.standing.key === 'gone' ? said.questionGone : said.questionLimited}</p>
      <AskedAbout links={question.links} />
      <p>
        <Said sentence={(put) => said.questionUntil({ moment: put(<Moment at={question.until} timeZone={model.timeZone} />) })} />
      </p>
      <Form
        model={model}
        request={request}
        trackingNumber={request.trackingNumber}
        idPrefix={idPrefix}
        problems={problems}
        action={to(paths.answerComplaint)}
        legend={said.questionChoice}
        options={sideAnswersIn(caseworkIn(language), question.isLimited)}
        said={request.said?.form === 'question' ? request.said : undefined}
        label={said.questionText}
        send={said.questionSend}
      />
    </Notice>
  );
}

/** Which of her links it is about, as text: one press on a link would open the picture. */
function AskedAbout({ links = [] }: { readonly links?: readonly string[] | undefined }) {
  const { words } = useSpeech();
  return links.length === 0 ? null : (
    <p>
      {words.disagree.questionAbout({ count: links.length })}
      {links.map((link) => (
        <div>
          <bdi>{link}</bdi>
        </div>
      ))}
    </p>
  );
}

/** She has said that an answer is wrong: when, under which law where there are several, and what comes of it. */
export function Complained({ model, request }: Pick<Props, 'model' | 'request'>) {
  const { language, words } = useSpeech();
  const complained = request.disagreement?.complained ?? null;
  if (complained === null) return null;
  const { at, isAnswered, unjudged } = complained;
  const late = complaintLateFrom(at);
  const said = isAnswered ? words.disagree.complainedAnswered : words.disagree.complained;
  return (
    <p>
      <UnderLaw law={lawOf(request, complained.trackingNumber)} />
      {unjudged === null ? (
        <>
          <Said sentence={(put) => said({ day: put(<Day at={at} timeZone={model.timeZone} />) })} />
          {isAnswered ? null : (
            <>
              {' '}
              <Said sentence={(put) => words.disagree.complainedDue({ day: put(<Day at={late} timeZone={model.timeZone} />) })} />
            </>
          )}
        </>
      ) : (
        unjudgedSentence(unjudged, caseworkIn(language))
      )}
    </p>
  );
}

/** Asked under several laws: the one of this number. */
function lawOf({ laws }: CaseRequest, trackingNumber: string): CaseRequest['laws'][number] | null {
  return laws.length < 2 ? null : (laws.find((law) => law.trackingNumber === trackingNumber) ?? null);
}

function UnderLaw({ law }: { readonly law: CaseRequest['laws'][number] | null }) {
  return law === null ? null : (
    <>
      <strong>{law.name}.</strong>{' '}
    </>
  );
}

/** She may say that a refusal is wrong. `isOpen`: the form stands there, and is not behind its line. */
export function Complain({ model, request, idPrefix, problems, isOpen = false }: Props & { readonly isOpen?: boolean }) {
  const { language, words, to } = useSpeech();
  const said = words.disagree;
  const complain = request.disagreement?.complain ?? null;
  if (complain === null) return null;
  const law = lawOf(request, complain.trackingNumber);
  const form = (
    <>
      {law === null ? null : (
        <p>
          <UnderLaw law={law} />
          {isOpen && law.standing.refusal?.why === request.standing.refusal?.why ? null : law.standing.refusal?.why}
        </p>
      )}
      <p>
        {said.complain} {said.complainTime} {law === null ? null : said.complainOnce}
      </p>
      <p>
        <Said sentence={(put) => said.complainUntil({ moment: put(<DayOfYear at={complain.until} timeZone={model.timeZone} />) })} />
      </p>
      <Form
        model={model}
        request={request}
        trackingNumber={complain.trackingNumber}
        idPrefix={complainPrefix(idPrefix)}
        problems={problems}
        action={to(paths.complain)}
        legend={said.complainChoice}
        options={complaintReasonsIn(caseworkIn(language), complain.isLimited === true ? 'limited' : 'refused')}
        said={request.said?.form === 'complain' ? request.said : undefined}
        label={said.complainText}
        send={said.complainSend}
      />
    </>
  );
  if (isOpen) return form;
  // With something to correct it stands open.
  return problems.length > 0 ? (
    <div class="missing">{form}</div>
  ) : (
    <Details summary={law === null ? said.complainSummary : said.complainUnder({ law: law.name })}>{form}</Details>
  );
}

type FormProps = Props & {
  readonly trackingNumber: string;
  readonly action: string;
  readonly legend: string;
  readonly options: readonly Pick<ComplaintReason, 'key' | 'label'>[];
  readonly said: CaseRequest['said'] | undefined;
  readonly label: string;
  readonly send: string;
};

function Form({ model, request, trackingNumber, idPrefix, problems, action, legend, options, said, label, send }: FormProps) {
  const { words } = useSpeech();
  const errorOf = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.sentence;
  const choiceId = `${idPrefix}${fieldNames.choice}`;
  return (
    <form method="post" action={action} autocomplete="off" novalidate>
      <CsrfField frame={model} />
      <input type="hidden" name={fieldNames.trackingNumber} value={trackingNumber} autocomplete="off" />
      <fieldset class="choices" aria-describedby={errorIdOf(choiceId, errorOf(fieldNames.choice))}>
        <legend class="choices__legend">{legend}</legend>
        <FieldError name={choiceId} error={errorOf(fieldNames.choice)} />
        {options.map(({ key, label: words }, index) => {
          const id = index === 0 ? choiceId : `${choiceId}-${key}`;
          return (
            <div class="choice">
              <input class="choice__input" type="radio" id={id} name={fieldNames.choice} value={key} checked={said?.choice === key} />
              <label class="choice__label" for={id}>
                {words}
              </label>
            </div>
          );
        })}
      </fieldset>
      <TextArea
        name={fieldNames.words}
        id={`${idPrefix}${fieldNames.words}`}
        label={label}
        hint={words.disagree.questionTextHint}
        rows={4}
        value={said?.text}
        maxLength={disagreeTextAtMost}
        error={errorOf(fieldNames.words)}
        autoComplete="off"
      />
      <SentAlone model={model} request={request} />
      <Button look="secondary">{send}</Button>
    </form>
  );
}
