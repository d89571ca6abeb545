/** What does a moderator read where another request says that this may show somebody under 18? */
import { Notice } from '../components/notice/markup.tsx';
import type { YoungElsewhere } from './model.ts';

export function YoungElsewhereNotice({ state }: { readonly state: NonNullable<YoungElsewhere> }) {
  return (
    <Notice tone="care" heading="Another request says that the person may have been under 18">
      <p>
        {state === 'open'
          ? 'Do not open the picture, here or in the service. Nothing but a referral is taken here until that request is decided: it stands in the queue under “To be referred”. A decision here is for all that this names, so the rest waits with it. Nothing shows the picture again before.'
          : 'Whoever said so took it back, and nobody has judged it. Do not open the picture, here or in the service. To remove or restrict anything here, judge that first: it stands in the queue under “Said to be under 18, and withdrawn”. Referred there, the rest of what this names can be decided by itself; found certainly 18 or older, all of it can. Refer and keep are taken here as it is.'}
      </p>
    </Notice>
  );
}
