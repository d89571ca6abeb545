/** What is known of one listed picture, and what may a moderator say of it? */
import { Tag } from '../components/tag/markup.tsx';
import type { ListedPicture } from './bank-model.ts';
import { fieldNames } from './fields.ts';
import { Csrf, Moment } from './frame.tsx';
import type { ConsoleFrame } from './model.ts';
import { paths } from './paths.ts';
import { countWords, lookedOutForWords } from './words.ts';

export const suspicionWords: Readonly<Record<NonNullable<ListedPicture['suspendedFor']>, string>> = {
  'known-harmless': 'It looks like a picture that is known to be harmless.',
  'often-seen': 'Many people had put this very picture up here before it was listed.',
  'many-uploaders': 'It suddenly met uploads of many different people.',
  'older-content': 'It met an upload that was here before it was listed, and nobody here has said yet what it is.',
  'one-account':
    'Three posts that one account had put up long before met it, or other pictures that the same person asked about. It may be that person’s own work.',
};

const sourceWords: Readonly<Record<string, string>> = {
  'looked-out-for': lookedOutForWords,
  restricted: 'a decision that left it up for fewer people',
};

const judgementWords = {
  resume: 'Resume',
  confirm: 'Confirm',
  /** Also where it asks already: then it is so for good. */
  doubt: 'Only ask',
} as const;
type Judgement = keyof typeof judgementWords;

/** Which of them would change anything. */
function judgementsFor({ suspendedFor, confirmed }: ListedPicture): Judgement[] {
  return [
    ...(suspendedFor === null ? [] : (['resume'] as const)),
    ...(confirmed === true && suspendedFor === null ? [] : (['confirm'] as const)),
    ...(confirmed === false && suspendedFor === null ? [] : (['doubt'] as const)),
  ];
}

/** Its end: ids that were made one after the other begin alike. */
const shortId = (id: string): string => id.slice(-8);

/** One row of a list of them. `showsBank`: where the list is about many banks. */
export function ListedPictureRow({
  picture,
  frame,
  showsBank,
}: {
  readonly picture: ListedPicture;
  readonly frame: ConsoleFrame;
  readonly showsBank: boolean;
}) {
  const { itemId, bankId, bankName, label, source, notes, addedAt, expiresAt, fingerprintCount, uploadCount, reviewId } = picture;
  const { confirmed, suspendedFor, suspendedAt } = picture;
  const name = label ?? shortId(itemId);
  return (
    <li class="setup-list__row listed-picture">
      <div>
        <p>
          <strong class="listed-picture__name">{name}</strong> {suspendedFor === null ? null : <Tag tone="care" words="Only asks" />}
          {suspendedFor === null && confirmed === false ? (
            <Tag tone="care" words={source === 'restricted' ? 'Only asks' : 'Doubted: only asks'} />
          ) : null}
          {confirmed === true ? <Tag tone="good" words="Confirmed" /> : null}
        </p>
        {suspendedFor === null ? null : (
          <p>
            {suspicionWords[suspendedFor]}
            {suspendedAt === null ? null : (
              <>
                {' '}
                Since <Moment at={suspendedAt} frame={frame} />.
              </>
            )}
          </p>
        )}
        <p class="quiet">
          {showsBank ? (
            <>
              In <a href={paths.bank(bankId)}>{bankName}</a>, listed
            </>
          ) : (
            'Listed'
          )}{' '}
          <Moment at={addedAt} frame={frame} /> by <span class="listed-picture__name">{sourceWords[source] ?? source}</span>
          {expiresAt === null ? null : (
            <>
              , ends <Moment at={expiresAt} frame={frame} />
            </>
          )}
          . {countWords(fingerprintCount, 'fingerprint', 'fingerprints')}, met {countWords(uploadCount, 'upload', 'uploads')}
          {reviewId === null ? null : (
            <>
              {' '}
              (<a href={paths.review(reviewId)}>look at one</a>)
            </>
          )}
          .
        </p>
        {notes.map((note) => (
          <p class="quiet listed-picture__name">Note: {note}</p>
        ))}
      </div>
      <div class="listed-picture__acts">
        {(frame.may.includes('judge-items') ? judgementsFor(picture) : []).map((judgement) => (
          <form method="post" action={paths.judgeItem(itemId, judgement)}>
            <Csrf token={frame.csrf} />
            <input type="hidden" name={fieldNames.next} value={showsBank ? paths.banks : paths.bank(bankId)} />
            <button class="button button--quiet" type="submit" aria-label={`${judgementWords[judgement]}: ${name}`}>
              {judgementWords[judgement]}
            </button>
          </form>
        ))}
      </div>
    </li>
  );
}

/** What the buttons of the rows do, once for all of them. */
export function JudgementWords() {
  return (
    <p class="quiet">
      Resume: it follows its bank again. Confirm: you looked at it and stand by it; it follows its bank too. Only ask: a new match asks a
      person and holds nothing, until somebody confirms it.
    </p>
  );
}
