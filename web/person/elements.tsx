/** Which questions does the law make us ask, and in which fields? One part per element; the whole form and the form of what is missing are made of the same ones. */
import {
  type AlsoKind,
  alsoKinds,
  basisIn,
  type ElementRule,
  emailPattern,
  type Language,
  type LegalElement,
  listIn,
  type MissingElement,
  phonePattern,
  type RequestAnswers,
} from '@likeness/casework';
import { Checkbox } from '../components/choices/markup.tsx';
import { Details } from '../components/details/markup.tsx';
import { TextArea, TextField } from '../components/text-field/markup.tsx';
import { besideFields, besideLengthAtMost, besideTyped } from './beside-fields.ts';
import { fieldLimits, fieldNames } from './forms.ts';
import { isTickedAt, lawFieldName, textAt } from './law-fields.ts';
import type { Service } from './model.ts';
import { fieldOf } from './service-fields.ts';
import { useSpeech } from './speech.ts';

/** Those whose words are the same under every law. */
type WordedElement = 'signature' | 'locate' | 'statement' | 'contact' | 'authority';

function lawElement(language: Language, key: WordedElement): LegalElement | undefined {
  const basis = basisIn(language, 'take-it-down');
  return [...basis.elements, ...basis.agentElements].find((each) => each.key === key);
}

/** Who will see what she writes, as the law's own folder says it. */
export function whoWillSee(language: Language, key: WordedElement): string {
  return lawElement(language, key)?.whoWillSee ?? '';
}

/** Why the law asks for it. */
export function whyWeAsk(language: Language, key: WordedElement): string {
  return lawElement(language, key)?.whyWeAsk ?? '';
}

/** Why the law asks, and who will see it unless the page has said so already. */
function why(language: Language, key: WordedElement, saysWho: boolean): string {
  return `${whyWeAsk(language, key)} ${saysWho ? whoWillSee(language, key) : ''}`.trim();
}

export type ElementProps = {
  /** What she gave before; every field keeps it. */
  readonly answers: Partial<RequestAnswers>;
  /** What is wrong with a field, by its name. */
  readonly errorOf?: (field: string) => string | undefined;
  /** False where the page says it once for several. */
  readonly saysWho?: boolean;
  /** False where the law does not need it any more. */
  readonly saysWhy?: boolean;
  /** More about how to reach her: what a law asks beyond one way. */
  readonly reachMore?: string;
  /** Told apart where one page holds the same question twice. */
  readonly idPrefix?: string;
  /** The service that these fields are about alone (`service-fields.ts`). */
  readonly of?: string | undefined;
  /** Where it may go: what each acts on beside pictures. */
  readonly services?: readonly Pick<Service, 'name' | 'actsOn'>[];
};

const none = (): undefined => undefined;

export function LocateFields({
  answers,
  errorOf = none,
  idPrefix = '',
  isWhereAsked = true,
  isWhichAsked = false,
  of,
}: ElementProps & {
  readonly isWhereAsked?: boolean;
  /** She is asked which of several pictures it is. */
  readonly isWhichAsked?: boolean;
}) {
  const { words } = useSpeech();
  const said = words.request;
  const [locations, locationDetails] = [fieldOf(fieldNames.locations, of), fieldOf(fieldNames.locationDetails, of)];
  return (
    <>
      {isWhereAsked ? (
        <TextArea
          name={locations}
          id={`${idPrefix}${locations}`}
          label={said.where.links}
          hint={said.where.linksHint}
          value={answers.locations?.join('\n')}
          error={errorOf(locations)}
          autoComplete="off"
          spellCheck={false}
        />
      ) : null}
      <TextArea
        name={locationDetails}
        id={`${idPrefix}${locationDetails}`}
        label={isWhichAsked ? words.case.whichOne : said.where.howToFind}
        hint={isWhichAsked ? words.case.whichOneHint : said.where.howToFindHint}
        rows={3}
        value={answers.locationDetails}
        maxLength={fieldLimits.locationDetails}
        autoComplete="off"
      />
    </>
  );
}

/** What becomes of what she names beside the picture: each service says on what it acts. */
function WhatBecomesOfIt({ services }: { readonly services: readonly Pick<Service, 'name' | 'actsOn'>[] }) {
  const { language, words } = useSpeech();
  const said = words.request.beside;
  const acting = services.map(({ name, actsOn = [] }) => ({ name, kinds: alsoKinds.filter((kind) => actsOn.includes(kind)) }));
  if (acting.every(({ kinds }) => kinds.length === 0)) return <p>{said.picturesOnly}</p>;
  if (acting.every(({ kinds }) => kinds.length === alsoKinds.length)) return <p>{said.text}</p>;
  const named = (kinds: readonly AlsoKind[]): string =>
    kinds.length === 0
      ? said.noKinds
      : listIn(
          language,
          kinds.map((kind) => said.kinds[kind]),
        );
  return (
    <>
      <p>{said.some}</p>
      <ul>
        {acting.map(({ name, kinds }) => (
          <li>
            <bdi>{name}</bdi>: {named(kinds)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What else stands beside the picture: closed until she opens it, for nobody has to say it. `text` says what becomes of it, where that is not a request to a service here. */
export function BesideFields(props: ElementProps & { readonly text?: string }) {
  const { answers, errorOf = none, of } = props;
  const { words } = useSpeech();
  const isOpen = (answers.beside ?? []).length > 0 || Object.values(besideFields).some((name) => errorOf(fieldOf(name, of)) !== undefined);
  return (
    <Details summary={words.request.beside.summary} isOpen={isOpen}>
      <BesideInputs {...props} />
    </Details>
  );
}

/** The same where it is open already. */
export function BesideInputs({
  answers,
  errorOf = none,
  idPrefix = '',
  services = [],
  of,
  text,
}: ElementProps & { readonly text?: string }) {
  const { words } = useSpeech();
  const said = words.request.beside;
  const typed = besideTyped(answers.beside ?? []);
  const actedOn = services.flatMap(({ actsOn = [] }) => actsOn);
  const fields = [
    ['text', 'besideText', said.words, said.wordsHint],
    ['link', 'besideLinks', said.links, said.linksHint],
    ['account', 'besideAccounts', said.accounts, said.accountsHint],
  ] as const;
  // Where nothing is acted on, the sentence says so, and whoever decides reads it all the same. What was typed is never taken out of sight.
  const asked = fields.filter(
    ([kind, name]) =>
      text !== undefined ||
      actedOn.length === 0 ||
      actedOn.includes(kind) ||
      typed[name] !== '' ||
      errorOf(fieldOf(name, of)) !== undefined,
  );
  return (
    <>
      {text === undefined ? <WhatBecomesOfIt services={services} /> : <p>{text}</p>}
      {asked.map(([, name, label, hint]) => (
        <TextArea
          name={fieldOf(besideFields[name], of)}
          id={`${idPrefix}${fieldOf(besideFields[name], of)}`}
          label={label}
          hint={hint}
          rows={3}
          isOwnDirection
          value={typed[name]}
          error={errorOf(fieldOf(name, of))}
          {...(name === 'besideText' ? { maxLength: besideLengthAtMost } : {})}
          autoComplete="off"
          spellCheck={false}
        />
      ))}
    </>
  );
}

/** Of somebody under 18 the law asks for the same, and the words are others: no yes of theirs would count. */
export function StatementFields({
  answers,
  saysWho = true,
  idPrefix = '',
  isYoung = answers.isYoung === true,
  isGoodFaithAsked = true,
}: ElementProps & {
  readonly isYoung?: boolean;
  /** Said to each service by itself where there are several. */
  readonly isGoodFaithAsked?: boolean;
}) {
  const { language, words } = useSpeech();
  const said = words.request;
  return (
    <fieldset>
      <legend class="choices__legend">{isGoodFaithAsked ? said.statement.confirm : said.statement.confirmOne}</legend>
      <p class="field__hint">{why(language, 'statement', saysWho)}</p>
      <Checkbox
        name={fieldNames.notConsensual}
        id={`${idPrefix}${fieldNames.notConsensual}`}
        label={isYoung ? said.young.notConsensual : said.statement.notConsensual}
        isTicked={answers.statement?.notConsensual ?? false}
      />
      {isGoodFaithAsked ? <GoodFaith answers={answers} idPrefix={idPrefix} /> : null}
    </fieldset>
  );
}

/** That it is true as far as she knows. */
export function GoodFaith({ answers, idPrefix = '', of }: ElementProps) {
  const { words } = useSpeech();
  const name = fieldOf(fieldNames.goodFaith, of);
  return (
    <Checkbox
      name={name}
      id={`${idPrefix}${name}`}
      label={words.request.statement.goodFaith}
      isTicked={answers.statement?.goodFaith ?? false}
    />
  );
}

/** `isOpenToAll`: it stands on a form before she has said for whom she asks. */
export function AuthorityField({
  answers,
  errorOf = none,
  idPrefix = '',
  isOpenToAll = false,
}: ElementProps & { readonly isOpenToAll?: boolean }) {
  const { words } = useSpeech();
  const said = words.request;
  return (
    <TextField
      name={fieldNames.agentAuthority}
      id={`${idPrefix}${fieldNames.agentAuthority}`}
      label={said.statement.agentAuthority}
      hint={
        isOpenToAll ? (
          <>
            {said.statement.agentAuthorityHint} <span class="unless-agent">{said.statement.agentsOnly}</span>
          </>
        ) : (
          said.statement.agentAuthorityHint
        )
      }
      value={answers.agentAuthority}
      error={errorOf(fieldNames.agentAuthority)}
      maxLength={fieldLimits.agentAuthority}
      autoComplete="off"
    />
  );
}

export function SignatureField({
  answers,
  errorOf = none,
  saysWho = true,
  idPrefix = '',
  isSignedApart = false,
}: ElementProps & {
  /** Her name signs nothing by itself: each request is signed by a tick. */
  readonly isSignedApart?: boolean;
}) {
  const { language, words } = useSpeech();
  const said = words.request;
  return (
    <TextField
      name={fieldNames.signature}
      id={`${idPrefix}${fieldNames.signature}`}
      label={said.contact.signature}
      hint={isSignedApart ? said.several.name : why(language, 'signature', saysWho)}
      value={answers.signature}
      error={errorOf(fieldNames.signature)}
      maxLength={fieldLimits.signature}
      width="half"
      autoComplete="off"
      autoCapitalize="words"
      spellCheck={false}
    />
  );
}

export function ContactFields({
  answers,
  errorOf = none,
  saysWho = true,
  saysWhy = true,
  reachMore,
  idPrefix = '',
  isInParts = false,
}: ElementProps & {
  /** On a form whose parts script shows one by one. */
  readonly isInParts?: boolean;
}) {
  const { language, words } = useSpeech();
  const said = words.request;
  return (
    <fieldset class="group">
      <legend class="choices__legend">{said.contact.reach}</legend>
      <p class="field__hint">
        {saysWhy ? why(language, 'contact', saysWho) : saysWho ? whoWillSee(language, 'contact') : null}{' '}
        {reachMore ?? said.contact.reachOne}
      </p>
      <TextField
        name={fieldNames.contactEmail}
        id={`${idPrefix}${fieldNames.contactEmail}`}
        label={said.contact.email}
        type="email"
        value={answers.contact?.email}
        maxLength={fieldLimits.contactEmail}
        shape={{ pattern: emailPattern, sentence: words.case.notAnEmail, isSaidByScript: isInParts }}
        error={errorOf(fieldNames.contactEmail)}
        width="half"
        autoComplete="off"
        spellCheck={false}
      />
      <TextField
        name={fieldNames.contactPhone}
        id={`${idPrefix}${fieldNames.contactPhone}`}
        label={said.contact.phone}
        type="tel"
        value={answers.contact?.phone}
        maxLength={fieldLimits.contactPhone}
        shape={{ pattern: phonePattern, sentence: words.case.notAPhone, isSaidByScript: isInParts }}
        error={errorOf(fieldNames.contactPhone)}
        width="half"
        autoComplete="off"
      />
      <TextField
        name={fieldNames.contactOther}
        id={`${idPrefix}${fieldNames.contactOther}`}
        label={said.contact.other}
        hint={said.contact.otherHint}
        value={answers.contact?.other}
        maxLength={fieldLimits.contactOther}
        error={errorOf(fieldNames.contactOther)}
        autoComplete="off"
      />
    </fieldset>
  );
}

/** The one declaration of a law that speaks of consent (Online Safety Act 2023, the kind of content). */
const saysWithoutConsent = '/declarations/online-safety-act/intimate';

/** Nobody under 18 is asked to say that there was no consent. */
export const saysConsent = (rule: ElementRule, pointer: string): boolean =>
  rule === 'statement' || rule === 'explanation' || pointer === saysWithoutConsent;

/** One law's own box to tick, or line to fill in; its words come from the law's folder. */
export function LawField({
  element,
  answers,
  idPrefix = '',
  saysWhy = true,
  isYoung = answers.isYoung === true,
  of,
}: ElementProps & { readonly element: Pick<LegalElement, 'rule' | 'pointer' | 'asks' | 'whyWeAsk'>; readonly isYoung?: boolean }) {
  const { words } = useSpeech();
  const { rule, pointer, asks, whyWeAsk } = element;
  const name = fieldOf(lawFieldName(pointer), of);
  const label = isYoung && pointer === saysWithoutConsent ? words.request.young.intimate : asks;
  const shared = { name, id: `${idPrefix}${name}`, label, ...(saysWhy ? { hint: whyWeAsk } : {}) };
  if (rule === 'declaration') return <Checkbox {...shared} isTicked={isTickedAt(answers, pointer)} />;
  return <TextField {...shared} value={textAt(answers, pointer)} maxLength={fieldLimits.signature} autoComplete="off" />;
}

/** The fields of one element that is missing. */
export function ElementFields({ element, ...props }: ElementProps & { readonly element: MissingElement }) {
  const { words } = useSpeech();
  const said = words.request;
  switch (element.rule) {
    case 'locate':
    case 'exact-locate':
      return (
        <>
          <LocateFields {...props} />
          <BesideFields {...props} />
        </>
      );
    case 'statement':
    case 'explanation':
      return <StatementFields {...props} />;
    case 'authority':
      return <AuthorityField {...props} />;
    case 'signature':
      return element.pointer === '/signature' ? <SignatureField {...props} /> : <LawField {...props} element={element} />;
    case 'contact':
      return <ContactFields {...props} />;
    case 'name-and-email':
      return (
        <>
          <SignatureField {...props} />
          <ContactFields {...props} reachMore={said.laws.emailForOne} />
        </>
      );
    case 'declaration':
    case 'text':
      return <LawField {...props} element={element} />;
  }
}

const firstFieldOf: Readonly<Record<ElementRule, string | null>> = {
  locate: fieldNames.locations,
  'exact-locate': fieldNames.locations,
  statement: fieldNames.notConsensual,
  explanation: fieldNames.notConsensual,
  authority: fieldNames.agentAuthority,
  signature: null,
  contact: fieldNames.contactEmail,
  'name-and-email': fieldNames.contactEmail,
  declaration: null,
  text: null,
};

/** What fills the fields of an element: two that are filled by the same stand in one form once. */
export function filledBy({ rule, pointer }: Pick<MissingElement, 'rule' | 'pointer'>): readonly string[] {
  switch (rule) {
    case 'name-and-email':
      return ['/signature', '/contact'];
    case 'contact':
      return ['/contact'];
    case 'locate':
    case 'exact-locate':
      return ['/locations'];
    case 'statement':
    case 'explanation':
      return ['/statement'];
    case 'authority':
      return ['/authority'];
    case 'signature':
    case 'declaration':
    case 'text':
      return [pointer];
  }
}

/** Those of several laws whose fields belong into one form: each field once, from the element that asks for most. */
export function withFieldsOfTheirOwn(missing: readonly MissingElement[]): readonly MissingElement[] {
  const holds = (one: MissingElement, other: MissingElement): boolean => {
    const own = filledBy(one);
    return filledBy(other).every((each) => own.includes(each));
  };
  return missing.filter(
    (element, at) => !missing.some((other, place) => place !== at && holds(other, element) && (place < at || !holds(element, other))),
  );
}

/** The first field of an element, for a link to it. */
export function firstField({ rule, pointer }: MissingElement): string {
  return firstFieldOf[rule] ?? (pointer === '/signature' ? fieldNames.signature : lawFieldName(pointer));
}
