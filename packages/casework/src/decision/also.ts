/** What beside the picture may a removal act on, what may be done to it, and on which reasons? Each is an act of its own: a post can stay where its picture goes. */
import type { BasisId } from '../notice/bases.ts';
import { decisionWords } from '../words/en/decision.ts';
import type { StatementOfReasons } from './statement.ts';

/** `text`: the title and words of a post. `link`: an address that a post leads to. `account`: whoever posted it. */
export const alsoKinds = ['text', 'link', 'account'] as const;
export type AlsoKind = (typeof alsoKinds)[number];

/** `restrict`: nobody sees it until the service has looked; an account is suspended until then, and never ended by a decision about one picture. */
export type AlsoAct = 'remove' | 'restrict';

export const actsOn: Readonly<Record<AlsoKind, readonly AlsoAct[]>> = {
  text: ['remove', 'restrict'],
  link: ['remove', 'restrict'],
  account: ['restrict'],
};

/** One of them, named by the upload beside which it stands. */
export interface AlsoNamed {
  readonly kind: AlsoKind;
  readonly contentId: string;
  /** Of a link alone. */
  readonly link: string | null;
}

/** What a moderator ticked. */
export interface AlsoRuled extends AlsoNamed {
  readonly act: AlsoAct;
  /** Key of one of `alsoGrounds`. */
  readonly ground: string;
}

/** What stands in a form or in a proposal: what is not whole is nothing. */
export function readAlso(given: unknown): AlsoRuled | null {
  if (typeof given !== 'object' || given === null) return null;
  const { kind, contentId, link, act, ground }: Readonly<Record<string, unknown>> = { ...given };
  const known = alsoKinds.find((one) => one === kind);
  const doable = known === undefined ? undefined : actsOn[known].find((one) => one === act);
  if (known === undefined || doable === undefined || typeof contentId !== 'string' || typeof ground !== 'string') return null;
  if (known === 'link' ? typeof link !== 'string' : link !== null) return null;
  return { kind: known, contentId, link: typeof link === 'string' ? link : null, act: doable, ground };
}

export interface AlsoGround {
  readonly kind: AlsoKind;
  readonly key: string;
  readonly label: string;
  /** For the platform, after what is to be done. */
  readonly toPlatform: string;
  /** For whoever posted it. `law`: the law that the decision about the picture names. */
  readonly stated: { readonly kind: 'law' | 'terms'; readonly text: string };
  /** Of an account: it says that there were earlier ones, so it needs one. */
  readonly needsEarlier?: true;
}

const said = decisionWords.statement.ground;

/** An account is suspended under the rules of the service alone: a law that allows it (Article 23 of the Digital Services Act) wants a warning before. */
export const alsoGrounds: readonly AlsoGround[] = [
  {
    kind: 'text',
    key: 'names-the-person',
    label: 'it says who the person is',
    toPlatform: 'It says who the person in the picture is, or how to find them.',
    stated: {
      kind: 'law',
      text: said.beside.namesThePerson,
    },
  },
  {
    kind: 'text',
    key: 'own-rules',
    label: 'it breaks our own rules',
    toPlatform: "It breaks the service's own rules.",
    stated: { kind: 'terms', text: said.beside.rules },
  },
  {
    kind: 'link',
    key: 'leads-to-it',
    label: 'it leads to the picture',
    toPlatform: 'It leads to the same picture, or to more of its kind.',
    stated: {
      kind: 'law',
      text: said.beside.leadsToIt,
    },
  },
  {
    kind: 'link',
    key: 'own-rules',
    label: 'it breaks our own rules',
    toPlatform: "It breaks the service's own rules.",
    stated: { kind: 'terms', text: said.beside.rules },
  },
  {
    kind: 'account',
    key: 'posts-such-pictures',
    label: 'it keeps posting such pictures',
    toPlatform: 'It keeps posting intimate pictures of people who did not agree.',
    stated: {
      kind: 'terms',
      text: said.beside.postsSuchPictures,
    },
    // Article 23(1): who frequently does so. One picture is not that.
    needsEarlier: true,
  },
  {
    kind: 'account',
    key: 'posted-such-a-picture',
    label: 'it posted this picture',
    toPlatform: 'It posted an intimate picture of a person who did not agree.',
    stated: {
      kind: 'terms',
      text: said.beside.postedSuchAPicture,
    },
  },
  {
    kind: 'account',
    key: 'poses-as-the-person',
    label: 'it poses as the person',
    toPlatform: 'It poses as the person in the picture.',
    stated: {
      kind: 'terms',
      text: said.beside.posesAsThePerson,
    },
  },
];

/**
 * A copyright notice says nothing of who somebody is: only the rules of the service speak of more than the work. `earlier`: so many other uploads of the account
 * were removed as illegal before; left out, it is not asked.
 */
export function alsoGroundsFor(kind: AlsoKind, basis: BasisId | null, earlier?: number): readonly AlsoGround[] {
  return alsoGrounds.filter(
    (ground) =>
      ground.kind === kind &&
      (basis !== 'dmca' || ground.stated.kind === 'terms') &&
      (ground.needsEarlier !== true || earlier === undefined || earlier > 0),
  );
}

const doneTo: Readonly<Record<AlsoKind, Readonly<Record<AlsoAct, string>>>> = {
  text: {
    remove: 'Remove the title and words of the post.',
    restrict: 'Keep the title and words of the post from being seen until you have looked at them.',
  },
  link: { remove: 'Remove this link from the post.', restrict: 'Keep this link from being followed until you have looked at it.' },
  account: {
    remove: '',
    restrict: 'Suspend this account until you have looked at it. It may be an innocent one: a person looks before anything else.',
  },
};

/** The ground of what was ticked, and the sentence for the platform; null where a ground or an act does not fit. */
export function alsoGround(
  ruled: Pick<AlsoRuled, 'kind' | 'act' | 'ground'>,
  basis: BasisId | null,
  earlier?: number,
): (AlsoGround & { readonly sentence: string }) | null {
  const ground = alsoGroundsFor(ruled.kind, basis, earlier).find(({ key }) => key === ruled.ground);
  if (ground === undefined || !actsOn[ruled.kind].includes(ruled.act)) return null;
  return { ...ground, sentence: `${doneTo[ruled.kind][ruled.act]} ${ground.toPlatform}` };
}

export const noLongerAlso = 'The decision about this is taken back. Give it back as it was; nothing is left to do.';

/** Whether two name the same: an account is the same beside whichever upload it stands. */
export function nameOfAlso({ kind, contentId, link }: AlsoNamed, uploaderRef: string | null): string {
  return kind === 'account' ? `account ${uploaderRef ?? ''}` : kind === 'link' ? `link ${contentId} ${link ?? ''}` : `text ${contentId}`;
}

const restrictionOf: Readonly<Record<AlsoAct, 'removal' | 'restriction'>> = { remove: 'removal', restrict: 'restriction' };

/** The statement that is owed for one of them where one is owed for the picture: the same facts and redress, its own restriction and ground. */
export function statementOfAlso(ofPicture: StatementOfReasons, ground: AlsoGround, act: AlsoAct): StatementOfReasons {
  const { stated, kind } = ground;
  return {
    ...ofPicture,
    restriction: {
      type: kind === 'account' ? 'suspension' : restrictionOf[act],
      scope: kind,
      territory: 'everywhere',
      endsAt: null,
    },
    ground:
      stated.kind === 'terms'
        ? { kind: 'terms', reference: said.terms.reference, text: stated.text }
        : { kind: 'law', reference: ofPicture.ground.kind === 'law' ? ofPicture.ground.reference : said.memberStates, text: stated.text },
  };
}
