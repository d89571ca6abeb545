/** What does a moderator read where another request says that this may show somebody under 18? */
import { Notice } from '../components/notice/markup.tsx';
import type { YoungElsewhere } from './model.ts';

export function YoungElsewhereNotice({ state }: { readonly state: NonNullable<YoungElsewhere> }) {
  return (
    <Notice tone="care" heading="Another request says that the person may have been under 18">
      <p>
        {state === 'open'
          ? 'Do not open the picture, here or in the service. Nothing but a referral is taken here until that request is decided: it stands at the head of the queue. Nothing shows the picture again before.'
          : 'Whoever said so ended the case, and nobody has found otherwise. Do not open the picture, here or in the service. It is not removed in the usual way, which would destroy what others need: refer it, or keep it where the request does not hold.'}
      </p>
    </Notice>
  );
}
