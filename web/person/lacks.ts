/** What will the laws of a service still ask for where her form leaves it empty? Said before Send, by script; nothing keeps her from sending it without. */
import { basisIn, basisOf, type ElementRule } from '@likeness/casework';
import { besideFields } from './beside-fields.ts';
import { filledBy, saysConsent } from './elements.tsx';
import { fieldNames } from './forms.ts';
import type { Lack } from './lacking.ts';
import { lawFieldName } from './law-fields.ts';
import type { Service } from './model.ts';
import { fieldOf, isOwnField } from './service-fields.ts';
import type { Speech } from './words.ts';

/** What each law of these services asks for, and each that she may choose there where she does. `isYoung`: Regulation (EU) 2022/2065, Article 16(2)(c) asks for no name and no e-mail address then. */
export function lacksOf(
  { language, words }: Pick<Speech, 'language' | 'words'>,
  services: readonly Service[],
  isYoung: boolean,
): readonly Lack[] {
  const laws = new Set(services.flatMap(({ laws = [], choices = [] }) => [...laws, ...choices]));
  return [...laws].flatMap((law) => {
    const { elements, agentElements } = basisIn(language, law);
    const isChoice = !services.some((service) => service.laws?.includes(law));
    const asking = services.filter(({ laws = [], choices = [] }) => (isChoice ? choices : laws).includes(law)).map(({ id }) => id);
    const optional = new Set(
      [...basisOf(law).elements, ...basisOf(law).agentElements].filter(({ isOptional }) => isOptional === true).map(({ key }) => key),
    );
    return [...elements, ...agentElements]
      .filter(({ key, rule }) => !optional.has(key) && !(isYoung && rule === 'name-and-email'))
      .map(({ rule, pointer, missing, missingAlone }) => ({
        sentence: isYoung && saysConsent(rule, pointer) ? words.request.young.missing : missing,
        ...(missingAlone === undefined ? {} : { alone: [missingAlone.name, missingAlone.email] }),
        services: asking,
        wants: wantedBy(rule, pointer),
        fills: filledBy({ rule, pointer }),
        ...(isChoice && { ifTicked: { field: fieldNames.alsoUnder, value: law } }),
      }));
  });
}

/** The same where each service is asked apart: what it alone is asked names it, and that she signs is asked by each. */
export function lacksApart(speech: Pick<Speech, 'language' | 'words'>, services: readonly Service[], isYoung: boolean): readonly Lack[] {
  const said = speech.words.request.several;
  return services.flatMap((service) => {
    const { id, name } = service;
    const isOwn = ({ wants }: Lack): boolean => wants.flat().some(isOwnField);
    const ofService = lacksOf(speech, [service], isYoung).map(({ ifTicked, ...lack }): Lack => {
      return ifTicked === undefined ? lack : { ...lack, ifTicked: { ...ifTicked, field: fieldOf(ifTicked.field, id) } };
    });
    const lacks = ofService.map((lack) =>
      isOwn(lack)
        ? {
            ...lack,
            sentence: `${name}: ${lack.sentence}`,
            wants: lack.wants.map((group) => group.map((field) => fieldOf(field, id))),
            fills: lack.fills.map((each) => `${each} ${id}`),
          }
        : lack,
    );
    const signs = lacks.some(({ fills }) => fills.includes('/signature'));
    const signing = {
      sentence: said.signMissing({ service: name }),
      services: [id],
      wants: [[fieldOf(fieldNames.signed, id)]],
      fills: [`signed ${id}`],
    };
    return signs ? [...lacks, signing] : lacks;
  });
}

/** Fields in groups: of each group one has to say something. */
function wantedBy(rule: ElementRule, pointer: string): readonly (readonly string[])[] {
  const { locations, locationDetails, notConsensual, goodFaith, statementDetails, contactEmail, contactPhone, contactOther } = fieldNames;
  switch (rule) {
    case 'locate':
      return [[locations, locationDetails, ...Object.values(besideFields)]];
    case 'exact-locate':
      return [[locations]];
    case 'statement':
      return [[notConsensual], [goodFaith]];
    case 'explanation':
      return [[notConsensual, statementDetails]];
    case 'contact':
      return [[contactEmail, contactPhone, contactOther]];
    case 'name-and-email':
      return [[fieldNames.signature], [contactEmail]];
    case 'authority':
      return [[fieldNames.agentAuthority]];
    case 'signature':
    case 'declaration':
    case 'text':
      return [[pointer === '/signature' ? fieldNames.signature : lawFieldName(pointer)]];
  }
}
