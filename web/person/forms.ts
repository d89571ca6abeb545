/** What did she fill in? Field names of each form, and how posted fields become answers. Nothing throws: what cannot be read comes back as a problem beside the rest. */
import {
  type Amendment,
  type BasisId,
  basisIds,
  basisOf,
  type Contact,
  type Filer,
  isEmailShaped,
  isPhoneShaped,
  placesAtMost,
  type RequestAnswers,
} from '@likeness/casework';
import { addressOf } from './address.ts';
import { besideFields, besideFrom } from './beside-fields.ts';
import { lawAnswersFrom, lawTextFields } from './law-fields.ts';
import type { FieldProblem, FormWay } from './model.ts';
import { inOneList, noPictures, type Picture, readPictures } from './picture-fields.ts';
import { eachSaidIn, fieldOf, isOwnField, servicesSaidOf } from './service-fields.ts';
import type { Words } from './words.ts';

/** Names of all fields; each is the field's id on its page too. */
export const fieldNames = {
  caseCode: 'caseCode',
  pin: 'pin',
  service: 'service',
  /** Each service is asked with fields of its own (`service-fields.ts`). */
  apart: 'apart',
  signed: 'signed',
  withoutPictures: 'withoutPictures',
  /** The form's own id, and the button that keeps it to be sent later (`kept-fields.ts`). */
  draft: 'draft',
  /** Of how many pictures and videos her case held fingerprints when she read the form. */
  heldFiles: 'heldFiles',
  later: 'later',
  locations: 'locations',
  locationDetails: 'locationDetails',
  linkIsRight: 'linkIsRight',
  ...besideFields,
  onBehalfOf: 'onBehalfOf',
  agentAuthority: 'agentAuthority',
  isYoung: 'isYoung',
  way: 'way',
  services: 'services',
  shownOrActing: 'shownOrActing',
  watch: 'watch',
  letter: 'letter',
  noted: 'noted',
  knownService: 'knownService',
  letterLanguage: 'letterLanguage',
  serviceName: 'serviceName',
  sendTo: 'sendTo',
  alsoUnder: 'alsoUnder',
  notConsensual: 'notConsensual',
  goodFaith: 'goodFaith',
  statementDetails: 'statementDetails',
  signature: 'signature',
  contactEmail: 'contactEmail',
  contactPhone: 'contactPhone',
  contactOther: 'contactOther',
  fingerprints: 'fingerprints',
  trackingNumber: 'trackingNumber',
  eraseContact: 'eraseContact',
  withoutPin: 'withoutPin',
  part: 'part',
  waiting: 'waiting',
  choice: 'choice',
  words: 'words',
  secret: 'secret',
  csrf: 'csrf',
  caseMark: 'caseMark',
} as const;

/** The most characters a field takes; the page's fields stop there by themselves. Nothing longer is cut: it comes back as a problem beside its field, as it was typed. `POST /api/v1/requests` has the same limits. */
export const fieldLimits = {
  locations: 100_000,
  locationDetails: 4000,
  agentAuthority: 2000,
  statementDetails: 4000,
  signature: 200,
  serviceName: 200,
  sendTo: 500,
  contactEmail: 320,
  contactPhone: 60,
  contactOther: 500,
  code: 60,
  pin: 128,
  secret: 2048,
} as const;

/** A form as it was posted. */
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface RequestForm {
  /** As posted: for `parseCaseCode`. */
  readonly caseCode: string;
  /** As typed: for `parsePin`; null when she chose none. */
  readonly pin: string | null;
  /** Where only one can be named; empty while none is. */
  readonly serviceId: string;
  /** What is asked of each service that is named, and of others what was typed; left out on a form that is to one. */
  readonly apart?: readonly AskedOf[];
  /** The pictures of her case are left out of it. Left out: they go along. */
  readonly withoutPictures?: boolean;
  /** Which of the forms it was, so that the same one is shown again. */
  readonly way: FormWay;
  /** Null while she has not said whether she is the person in the picture. `answers` then says `self`, and `problems` asks. */
  readonly onBehalfOf: Filer | null;
  readonly answers: RequestAnswers;
  /** Laws that she chose besides. */
  readonly chosen: readonly BasisId[];
  readonly pictures: readonly Picture[];
  /** What keeps the request from being filed at all, texts that are too long among it: `answers` hold them as they were typed. Missing elements of the law are no problem: such a request is filed and completed later. */
  readonly problems: readonly FieldProblem[];
}

/** The services that are asked, each with what it is asked: of a form that is to one, that one. */
export function askedIn(form: RequestForm): readonly Pick<AskedOf, 'serviceId' | 'answers' | 'chosen'>[] {
  return form.apart?.filter(({ isChosen }) => isChosen) ?? (form.serviceId === '' ? [] : [form]);
}

/** What is asked of one service of several. */
export interface AskedOf {
  readonly serviceId: string;
  readonly isChosen: boolean;
  readonly isSigned: boolean;
  /** All that it gets: what is said to each, and its own. Her name is a signature only where she signed this one. */
  readonly answers: RequestAnswers;
  readonly chosen: readonly BasisId[];
}

/** Reads what a form says of each service. Whoever is not named gets nothing, and what was typed for them is shown again. */
function readApart(
  fields: Fields,
  shared: RequestAnswers,
  words: Words,
): { readonly apart: readonly AskedOf[]; readonly problems: readonly FieldProblem[] } {
  const chosen = [fields[fieldNames.service] ?? []].flat().filter((id) => id !== '');
  const problems: FieldProblem[] = [];
  const saidOf = eachSaidIn(fields);
  const apart = [...new Set([...chosen, ...servicesSaidOf(fields)])].map((serviceId): AskedOf => {
    const said = saidOf(serviceId);
    const isChosen = chosen.includes(serviceId);
    const { answers, problems: found } = answersFrom(said, words);
    if (isChosen)
      problems.push(
        ...found.flatMap(({ field = '', sentence }) => (isOwnField(field) ? [{ field: fieldOf(field, serviceId), sentence }] : [])),
      );
    const { basis, onBehalfOf, isYoung, fingerprints } = shared;
    const { signature, ...rest } = answers;
    const isSigned = isTicked(said, fieldNames.signed);
    return {
      serviceId,
      isChosen,
      isSigned,
      chosen: chosenFrom(said),
      answers: {
        basis,
        onBehalfOf,
        ...(isYoung && { isYoung }),
        ...rest,
        ...(signature !== undefined && isSigned && { signature }),
        ...(fingerprints && { fingerprints }),
      },
    };
  });
  return { apart, problems };
}

/** Reads POST `paths.request`. */
export function readRequestForm(fields: Fields, words: Words): RequestForm {
  const onBehalfOf = onBehalfOfFrom(fields);
  const serviceId = text(fields, fieldNames.service);
  const isYoung = isTicked(fields, fieldNames.isYoung);
  // Nothing of such a picture is ever computed or kept, whatever a form holds.
  const { pictures, isReadable } = isYoung ? noPictures : readPictures(text(fields, fieldNames.fingerprints));
  const fingerprints = inOneList(pictures);
  const read = answersFrom(fields, words);
  const answers: RequestAnswers = {
    basis: 'take-it-down',
    onBehalfOf: onBehalfOf ?? 'self',
    ...(isYoung && { isYoung }),
    ...read.answers,
    ...(fingerprints.length > 0 && { fingerprints }),
  };
  const ofEach = isTicked(fields, fieldNames.apart) ? readApart(fields, answers, words) : null;
  const problems: FieldProblem[] = [...read.problems, ...(ofEach?.problems ?? [])];
  if (!isReadable) problems.push({ sentence: words.request.problems.fingerprints });
  if (serviceId === '') problems.push({ field: fieldNames.service, sentence: words.request.problems.service });
  if (onBehalfOf === null) problems.push({ field: fieldNames.onBehalfOf, sentence: words.request.problems.onBehalfOf });
  return {
    caseCode: text(fields, fieldNames.caseCode),
    pin: text(fields, fieldNames.pin) || null,
    serviceId,
    ...(ofEach === null ? {} : { apart: ofEach.apart }),
    withoutPictures: isTicked(fields, fieldNames.withoutPictures),
    way: wayFrom(fields, isYoung),
    onBehalfOf,
    answers,
    chosen: chosenFrom(fields),
    pictures,
    problems,
  };
}

/** What the laws ask, as each form that asks all of it carries it, and what of it is too long. */
export function answersFrom(
  fields: Fields,
  words: Words,
): {
  readonly answers: Omit<RequestAnswers, 'basis' | 'onBehalfOf' | 'fingerprints'>;
  readonly problems: readonly FieldProblem[];
} {
  const details = text(fields, fieldNames.statementDetails);
  const { beside, problems: unfitBeside } = besideFrom((name) => text(fields, name), words);
  return {
    answers: {
      ...elementsFrom(fields, words),
      ...(beside.length > 0 && { beside }),
      ...lawAnswersFrom((name) => text(fields, name)),
      statement: {
        notConsensual: isTicked(fields, fieldNames.notConsensual),
        goodFaith: isTicked(fields, fieldNames.goodFaith),
        ...(details && { details }),
      },
    },
    problems: [...placesFrom(fields, words).problems, ...unfitBeside, ...tooLong(fields, requestTexts, words)],
  };
}

export interface MissingForm {
  readonly trackingNumber: string;
  /** For `amended(answers, amendment)`; what does not fit is not in it. */
  readonly amendment: Amendment;
  /** What does not fit, and the fields of it as they were typed. */
  readonly problems: readonly FieldProblem[];
  readonly typed: Omit<Amendment, 'statement'>;
}

/** What she typed into a form of what is missing, field below field: to give it back where nothing of it is taken any more. */
export function writtenIn(fields: Fields): string {
  const { locations, locationDetails } = fieldNames;
  const names = [
    locations,
    locationDetails,
    ...Object.values(besideFields),
    ...requestTexts.map((name) => fieldNames[name]),
    ...lawTextFields,
  ];
  return names
    .map((name) => text(fields, name))
    .filter((written) => written !== '')
    .join('\n\n');
}

/** What cannot be an address or a number takes the place of none that can: it stays in its field. */
export function misshapenContact({ email = '', phone = '' }: RequestAnswers['contact'] = {}, words: Words): FieldProblem[] {
  return [
    ...(email === '' || isEmailShaped(email) ? [] : [{ field: fieldNames.contactEmail, sentence: words.case.notAnEmail }]),
    ...(phone === '' || isPhoneShaped(phone) ? [] : [{ field: fieldNames.contactPhone, sentence: words.case.notAPhone }]),
  ];
}

/** Reads POST `paths.addMissing`: only what the form held, so that nothing given before is lost. */
export function readMissingForm(fields: Fields, words: Words): MissingForm {
  const { problems: unfit, places } = placesFrom(fields, words);
  const { problems: unfitBeside, beside } = besideFrom((name) => text(fields, name), words);
  const tooLongTexts = tooLong(fields, requestTexts, words);
  const isUnfit = (...names: readonly string[]): boolean => tooLongTexts.some(({ field = '' }) => names.includes(field));
  const { agentAuthority, signature, contact } = elementsFrom(fields, words);
  const details = isUnfit(fieldNames.statementDetails) ? '' : text(fields, fieldNames.statementDetails);
  const hasStatement = details !== '' || isTicked(fields, fieldNames.notConsensual) || isTicked(fields, fieldNames.goodFaith);
  const unreachable = misshapenContact(contact, words).filter(({ field = '' }) => !isUnfit(field));
  const texts = [
    { isTaken: unfit.length === 0, given: places },
    { isTaken: unfitBeside.length === 0, given: { ...(beside.length > 0 && { beside }) } },
    { isTaken: !isUnfit(fieldNames.agentAuthority), given: { ...(agentAuthority && { agentAuthority }) } },
    { isTaken: !isUnfit(fieldNames.signature), given: { ...(signature && { signature }) } },
    {
      isTaken: unreachable.length === 0 && !isUnfit(fieldNames.contactEmail, fieldNames.contactPhone, fieldNames.contactOther),
      given: { ...(contact && { contact }) },
    },
  ];
  const those = (isTaken: boolean): MissingForm['typed'] => {
    let all: MissingForm['typed'] = {};
    for (const each of texts) if (each.isTaken === isTaken) all = { ...all, ...each.given };
    return all;
  };
  return {
    trackingNumber: text(fields, fieldNames.trackingNumber),
    problems: [...unfit, ...unfitBeside, ...tooLongTexts, ...unreachable],
    typed: { ...those(false), ...lawAnswersFrom((name) => (isUnfit(name) ? text(fields, name) : '')) },
    amendment: {
      ...those(true),
      ...(isTicked(fields, fieldNames.linkIsRight) && { linkIsRight: true as const }),
      ...lawAnswersFrom((name) => (isUnfit(name) ? '' : text(fields, name))),
      ...(hasStatement && {
        statement: {
          ...(isTicked(fields, fieldNames.notConsensual) && { notConsensual: true }),
          ...(isTicked(fields, fieldNames.goodFaith) && { goodFaith: true }),
          ...(details && { details }),
        },
      }),
    },
  };
}

export interface OpenCaseForm {
  /** As typed: for `parseCaseCode`. */
  readonly code: string;
  /** As typed: for `parsePin`; null when none was given. */
  readonly pin: string | null;
}

/** Reads POST `paths.openCase`. */
export function readOpenCaseForm(fields: Fields): OpenCaseForm {
  return { code: text(fields, fieldNames.caseCode), pin: text(fields, fieldNames.pin) || null };
}

export interface WithdrawForm {
  /** With the right PIN it takes effect at once; null when the field was left empty. */
  readonly pin: string | null;
  /** She was told what she gives up, and wants the slow way. */
  readonly withoutPin: boolean;
  /** Contact data goes now, whenever the rest takes effect. */
  readonly eraseContact: boolean;
}

/** Reads POST `paths.withdraw`. */
export function readWithdrawForm(fields: Fields): WithdrawForm {
  return {
    pin: text(fields, fieldNames.pin) || null,
    withoutPin: isTicked(fields, fieldNames.withoutPin),
    eraseContact: isTicked(fields, fieldNames.eraseContact),
  };
}

/** Reads POST `paths.follow`: the secret alone, or the whole address with the secret after its `#`. */
export function readFollowForm(fields: Fields): { readonly secret: string } {
  const given = text(fields, fieldNames.secret);
  const hashAt = given.lastIndexOf('#');
  return { secret: hashAt === -1 ? given : given.slice(hashAt + 1) };
}

/** Reads POST `paths.followCode`. */
export function readFollowCodeForm(fields: Fields): { readonly caseCode: string; readonly pin: string | null } {
  return { caseCode: text(fields, fieldNames.caseCode), pin: text(fields, fieldNames.pin) || null };
}

/** The token that a form under her session carried; compare it in constant time. */
export function readCsrf(fields: Fields): string {
  return text(fields, fieldNames.csrf);
}

/** What one field says, without the blanks around it; empty when it was not sent. */
export function text(fields: Fields, name: string): string {
  const given = fields[name];
  const first = typeof given === 'string' ? given : (given?.[0] ?? '');
  // Forms send line ends as two characters; a field's limit counts one.
  return first.replaceAll('\r\n', '\n').trim();
}

const requestTexts = ['agentAuthority', 'signature', 'contactEmail', 'contactPhone', 'contactOther', 'statementDetails'] as const;

/** A problem for each of these fields, and for each of one law's own, that holds more than it takes. */
function tooLong(fields: Fields, names: readonly (typeof requestTexts)[number][], words: Words): FieldProblem[] {
  const limits = [
    ...names.map((name) => [fieldNames[name], fieldLimits[name]] as const),
    ...lawTextFields.map((field) => [field, fieldLimits.signature] as const),
  ];
  return limits.flatMap(([field, most]) =>
    text(fields, field).length > most ? [{ field, sentence: words.request.problems.textTooLong({ most }) }] : [],
  );
}

/** Whether a box was ticked. */
export function isTicked(fields: Fields, name: string): boolean {
  return text(fields, name) === 'yes';
}

function wayFrom(fields: Fields, isYoung: boolean): FormWay {
  const given = text(fields, fieldNames.way);
  if (isYoung) return 'young';
  return given === 'link' || given === 'for-someone' ? given : 'picture';
}

export function onBehalfOfFrom(fields: Fields): Filer | null {
  const given = text(fields, fieldNames.onBehalfOf);
  return given === 'self' || given === 'agent' || given === 'user' ? given : null;
}

/** The elements that stand in the request's form and in the form of what is missing alike. */
function elementsFrom(
  fields: Fields,
  words: Words,
): Pick<Amendment, 'agentAuthority' | 'locations' | 'locationDetails' | 'signature' | 'contact'> {
  const agentAuthority = text(fields, fieldNames.agentAuthority);
  const signature = text(fields, fieldNames.signature);
  const contact = contactFrom(fields);
  return {
    ...(agentAuthority && { agentAuthority }),
    ...placesFrom(fields, words).places,
    ...(signature && { signature }),
    ...(contact && { contact }),
  };
}

/**
 * Where it is: addresses, and the lines that are none with how to find it. What does not fit is never cut, for a link that is lost is a picture that stays:
 * then there is a problem, and the places are what was typed, line by line.
 */
function placesFrom(
  fields: Fields,
  words: Words,
): {
  readonly places: Pick<Amendment, 'locations' | 'locationDetails'>;
  readonly problems: readonly FieldProblem[];
} {
  const typedLinks = text(fields, fieldNames.locations);
  const howToFind = text(fields, fieldNames.locationDetails);
  const { locations, rest } = linksFrom(typedLinks);
  const locationDetails = [howToFind, ...rest].filter((line) => line !== '').join('\n');
  const said = words.request.problems;
  const field = fieldNames.locations;
  const problems: FieldProblem[] = [];
  if (typedLinks.length > fieldLimits.locations) problems.push({ field, sentence: said.linksTooLong({ most: fieldLimits.locations }) });
  else if (locations.length > placesAtMost)
    problems.push({ field, sentence: said.tooManyLinks({ most: placesAtMost, given: locations.length }) });
  if (howToFind.length > fieldLimits.locationDetails)
    problems.push({ field: fieldNames.locationDetails, sentence: said.textTooLong({ most: fieldLimits.locationDetails }) });
  else if (locationDetails.length > fieldLimits.locationDetails)
    problems.push({ field, sentence: said.otherLinesTooLong({ first: rest[0]?.slice(0, 60) ?? '', most: fieldLimits.locationDetails }) });
  const places =
    problems.length === 0
      ? { locations, locationDetails }
      : { locations: typedLinks === '' ? [] : typedLinks.split('\n'), locationDetails: howToFind };
  return {
    problems,
    places: {
      ...(places.locations.length > 0 && { locations: places.locations }),
      ...(places.locationDetails && { locationDetails: places.locationDetails }),
    },
  };
}

function contactFrom(fields: Fields): Contact | null {
  const email = text(fields, fieldNames.contactEmail);
  const phone = text(fields, fieldNames.contactPhone);
  const other = text(fields, fieldNames.contactOther);
  return email || phone || other ? { ...(email && { email }), ...(phone && { phone }), ...(other && { other }) } : null;
}

/** Lines that are addresses, and the others, which still say something about where the picture is. */
function linksFrom(lines: string): { readonly locations: readonly string[]; readonly rest: readonly string[] } {
  const locations: string[] = [];
  const rest: string[] = [];
  for (const line of lines.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const address = addressOf(line);
    if (address !== null) locations.push(address);
    else rest.push(line);
  }
  return { locations: [...new Set(locations)], rest };
}

/** Laws that she ticked, of those that are hers to choose. */
function chosenFrom(fields: Fields): readonly BasisId[] {
  const given = [fields[fieldNames.alsoUnder] ?? []].flat();
  return basisIds.filter((id) => basisOf(id).offered === 'on-choice' && given.includes(id));
}
