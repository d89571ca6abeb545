/** GET `/case/more`: which pictures and videos does she add to requests that wait, and to whose? And the way there in her case. No request about somebody young ever takes a file. */
import { Button, ButtonLink, ButtonRow } from '../components/button/markup.tsx';
import { Checkbox } from '../components/choices/markup.tsx';
import { ErrorSummary, errorIdOf, FieldError } from '../components/errors/markup.tsx';
import { filesField, KeptForm, KeptNote, PictureChoice, SendNotice } from './form-parts.tsx';
import { type Fields, fieldNames, text } from './forms.ts';
import type { AddPicturesModel, CaseRequest, FieldProblem } from './model.ts';
import { CsrfField, personPage } from './page.tsx';
import { paths } from './paths.ts';
import { type Picture, readPictures } from './picture-fields.ts';
import { speechOfPage, useSpeech } from './speech.ts';
import type { Words } from './words.ts';

/** Whether pictures can still be added to it. */
export const takesPictures = ({ isOpen, answers }: Pick<CaseRequest, 'isOpen' | 'answers'>): boolean => isOpen && answers.isYoung !== true;

export interface AddPicturesForm {
  /** Of the requests that she chose. */
  readonly trackingNumbers: readonly string[];
  readonly pictures: readonly Picture[];
  readonly problems: readonly FieldProblem[];
}

/** Reads POST `paths.addPictures`. */
export function readAddPictures(fields: Fields, { request, watch }: Words): AddPicturesForm {
  const { pictures, isReadable } = readPictures(text(fields, fieldNames.fingerprints));
  const field = `${fieldNames.fingerprints}-files`;
  const sentence = isReadable ? watch.problems.pictures : request.problems.fingerprints;
  return {
    trackingNumbers: [...new Set([fields[fieldNames.trackingNumber] ?? []].flat())],
    pictures,
    problems: pictures.length === 0 ? [{ field, sentence }] : [],
  };
}

/** Once for the case; nothing where no request takes any. */
export function PicturesOfCase({ requests }: { readonly requests: readonly CaseRequest[] }) {
  const { words, to } = useSpeech();
  const said = words.addPictures;
  if (!requests.some(takesPictures)) return null;
  return (
    <section class="chapter" aria-labelledby="more-pictures">
      <h2 id="more-pictures">{said.caseHeading}</h2>
      <p>{said.note}</p>
      <p>
        <a href={to(paths.ageMore)}>{said.heading}</a>
      </p>
    </section>
  );
}

/** One request is named and not asked for. Two to the same service are told apart by their numbers. */
function WhichRequests({ model, error }: { readonly model: AddPicturesModel; readonly error: string | undefined }) {
  const { words } = useSpeech();
  const said = words.addPictures;
  const { requests, entered } = model;
  const [only, ...others] = requests;
  if (only !== undefined && others.length === 0)
    return (
      <fieldset id={fieldNames.trackingNumber} tabindex={-1} aria-describedby={errorIdOf(fieldNames.trackingNumber, error)}>
        <legend class="choices__legend">{said.legend}</legend>
        <FieldError name={fieldNames.trackingNumber} error={error} />
        <p>{said.only({ name: only.serviceName })}</p>
        <input type="hidden" name={fieldNames.trackingNumber} value={only.trackingNumber} autocomplete="off" />
      </fieldset>
    );
  const isNamedTwice = (name: string): boolean => requests.filter(({ serviceName }) => serviceName === name).length > 1;
  return (
    <fieldset id={fieldNames.trackingNumber} tabindex={-1} aria-describedby={errorIdOf(fieldNames.trackingNumber, error)}>
      <legend class="choices__legend">{said.legend}</legend>
      <FieldError name={fieldNames.trackingNumber} error={error} />
      {requests.map(({ trackingNumber, serviceName }) => (
        <Checkbox
          name={fieldNames.trackingNumber}
          id={`${fieldNames.trackingNumber}-${trackingNumber}`}
          value={trackingNumber}
          label={serviceName}
          hint={isNamedTwice(serviceName) ? <bdi dir="ltr">{trackingNumber}</bdi> : undefined}
          isTicked={entered?.trackingNumbers.includes(trackingNumber) ?? false}
        />
      ))}
    </fieldset>
  );
}

/** The page: empty, or with the fingerprints that were made and what to put right. */
export function renderAddPictures(model: AddPicturesModel): string {
  const { words, to } = speechOfPage(model);
  const said = words.addPictures;
  const { entered, problems = [] } = model;
  const errorOf = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.sentence;
  return personPage({
    frame: model,
    title: problems.length > 0 ? words.siteTitle.toCheck : words.siteTitle.request,
    script: 'request',
    children: (
      <>
        <ErrorSummary heading={words.request.problems.heading} intro={words.request.problems.intro} errors={problems} />
        <h1>{said.heading}</h1>
        <p>
          {words.request.adultOnly} <a href={to(paths.under18)}>{words.request.notAdult}</a>
        </p>
        <KeptForm action={to(paths.addPictures)}>
          <CsrfField frame={model} />
          <PictureChoice text={said.text} withoutScript={said.withoutScript} pictures={entered?.pictures} error={errorOf(filesField)} />
          <WhichRequests model={model} error={errorOf(fieldNames.trackingNumber)} />
          <SendNotice />
          <ButtonRow>
            <Button>{words.request.send}</Button>
            <ButtonLink href={to(paths.case)} look="quiet">
              {words.withdrawDone.back}
            </ButtonLink>
          </ButtonRow>
          <KeptNote hasPin={false} />
        </KeptForm>
      </>
    ),
  });
}
