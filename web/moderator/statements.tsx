/** Which statements of reasons did the DSA Transparency Database refuse, and why? They are sent again here, once what was wrong is put right. */
import { Button } from '../components/button/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { CopyText } from './copy-text.tsx';
import { fieldNames } from './fields.ts';
import { Csrf, consolePage, Moment } from './frame.tsx';
import { paths } from './paths.ts';
import type { RefusedRow, StatementsModel } from './statements-model.ts';
import { countWords } from './words.ts';

/** GET `paths.statements`. */
export function statementsPage(model: StatementsModel): string {
  const { rows, total, news } = model;
  return consolePage({
    title: 'Refused statements',
    frame: model,
    place: 'report',
    width: 'measure',
    children: (
      <>
        <h1>Statements that were refused</h1>
        {news === null ? null : (
          <Notice tone={news === 'again' ? 'good' : 'care'} isLive>
            <p>
              {news === 'again'
                ? 'They wait now, and are sent within a minute. One that is refused again comes back to this list.'
                : 'Nothing was left to send: it was sent again already, or its removal was taken back.'}
            </p>
          </Notice>
        )}
        <p class="lead">
          The DSA Transparency Database names the fields that it does not take. Its rules changed, or ours are wrong: update the server
          first, or correct the law (docs/laws.md), then send them again: each is composed anew. That it has one already counts as sent.
        </p>
        {rows.length === 0 ? (
          <Notice tone="good" heading="None is refused">
            <p>What was decided is there, or on its way.</p>
          </Notice>
        ) : (
          <section class="card" aria-label="Refused statements">
            <ul class="setup-list">
              {rows.map((row) => (
                <Row key={row.puid} row={row} model={model} />
              ))}
            </ul>
            {total > rows.length ? (
              <p class="quiet">{countWords(total - rows.length, 'older one is', 'older ones are')} not shown.</p>
            ) : null}
            <form method="post" action={paths.resendStatements}>
              <Csrf token={model.csrf} />
              <Button>{total === 1 ? 'Send it again' : `Send all ${total} again`}</Button>
            </form>
          </section>
        )}
      </>
    ),
  });
}

function Row({ row, model }: { readonly row: RefusedRow; readonly model: StatementsModel }) {
  const { puid, fields, mayNotLeave } = row;
  return (
    <li class="setup-list__row">
      <div>
        <CopyText label="the id" text={puid} />
        <p>
          {fields.length === 0 ? 'No field was named' : fields.join(', ')} {mayNotLeave ? <Tag tone="care" words="Kept back here" /> : null}
        </p>
        <p class="quiet">
          <Moment at={row.at} frame={model} />
          {model.hasManyServices ? `; ${row.platformName}` : ''}
        </p>
      </div>
      {mayNotLeave || model.total === 1 ? null : (
        <form method="post" action={paths.resendStatements}>
          <Csrf token={model.csrf} />
          <input type="hidden" name={fieldNames.reference} value={puid} />
          <Button look="quiet">
            Send again <span class="visually-hidden">{puid}</span>
          </Button>
        </form>
      )}
    </li>
  );
}
