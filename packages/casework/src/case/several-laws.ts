/** Asked under several laws: whose standing does she read first, and what of the others? What is true of her picture, before who still owes her an answer. */
import type { CaseworkWords } from '../words/catalogue.ts';
import type { Standing } from './standing.ts';

/** The request under one law. */
export interface UnderOneLaw {
  readonly standing: Standing;
  /** Whether the service still has to answer. */
  readonly isOpen: boolean;
  readonly isToBeRemoved: boolean;
  readonly isRemoved: boolean;
  readonly isReferred: boolean;
  readonly isLimited: boolean;
}

export interface UnderSeveralLaws<Request> {
  /** What is added or answered is for this one: the first that is open, else the one that is told. */
  readonly lead: Request;
  readonly standing: Standing;
  /** How it stands under the other laws, where what was told first leaves something out; null where nothing is. */
  readonly others: string | null;
  /** Whether a refusal beside its law says that the picture is not taken down; where it goes under another law, it says why and where to turn, and nothing that is untrue now. */
  readonly saysItStays: boolean;
}

const isDown = ({ isToBeRemoved, isRemoved, isReferred, standing: { key } }: UnderOneLaw): boolean =>
  isToBeRemoved || isRemoved || isReferred || key === 'being-hidden' || key === 'out-of-view';
const isRefused = ({ isOpen, standing: { refusal } }: UnderOneLaw): boolean => !isOpen && refusal !== null;

/** Requests of one filing, the first due first; null without any. */
export function underSeveralLaws<Request extends UnderOneLaw>(
  requests: readonly Request[],
  words: CaseworkWords,
): UnderSeveralLaws<Request> | null {
  const open = requests.filter(({ isOpen }) => isOpen);
  // What one law lacks keeps no other from going on: she reads of what goes on first.
  const goesOn = open.find(({ standing }) => standing.key !== 'needs-answers') ?? open[0];
  const told = requests.find(isDown) ?? requests.find(({ isLimited }) => isLimited) ?? goesOn ?? requests[0];
  if (told === undefined) return null;
  const rest = told.isOpen ? [] : open;
  const late = rest.find(({ standing }) => standing.key === 'overdue');
  const said = words.case.standing;
  const others =
    late !== undefined
      ? said.alsoOverdue
      : rest.length > 0
        ? said.alsoOpen
        : !isRefused(told) && requests.some(isRefused)
          ? said.alsoRefused
          : null;
  return {
    lead: open[0] ?? told,
    standing: { ...told.standing, complaint: told.standing.complaint ?? late?.standing.complaint ?? null },
    others,
    saysItStays: !requests.some(isDown),
  };
}
