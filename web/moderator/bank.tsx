/** What does a match with this bank lead to, which pictures are in it, and what may be changed? */
import { Button } from '../components/button/markup.tsx';
import { RadioGroup } from '../components/choices/markup.tsx';
import { SummaryList } from '../components/summary-list/markup.tsx';
import { TextField } from '../components/text-field/markup.tsx';
import type { BankModel } from './bank-model.ts';
import { NewsNotice, whatIsAMatch } from './banks.tsx';
import { Corrections } from './entry-pages.tsx';
import { fieldLimits, fieldNames } from './fields.ts';
import { Csrf, consolePage } from './frame.tsx';
import { JudgementWords, ListedPictureRow } from './listed-picture.tsx';
import { paths } from './paths.ts';

/** GET `paths.bank`; POST of its form when something is to be corrected. */
export function bankPage(model: BankModel): string {
  const { bank, pictures } = model;
  return consolePage({
    title: 'Bank',
    frame: model,
    place: 'banks',
    width: 'measure',
    children: (
      <>
        <p>
          <a href={paths.banks}>All banks</a>
        </p>
        <h1>{bank.name}</h1>
        <Corrections problems={model.corrections?.problems ?? []} />
        <NewsNotice news={model.news} />
        <SummaryList
          rows={[
            { name: 'Compared with', value: bank.platform === null ? 'the uploads of every service' : `the uploads of ${bank.platform}` },
            { name: 'A match is', value: bank.enabled ? whatIsAMatch(bank) : 'nothing: the bank is off' },
            { name: 'Pictures', value: bank.items.toLocaleString('en-GB') },
            { name: 'Fingerprints', value: bank.codes.toLocaleString('en-GB') },
          ]}
        />
        <PolicyCard model={model} />
        <section class="card" aria-labelledby="pictures-heading">
          <h2 id="pictures-heading">Pictures</h2>
          {pictures.rows.length === 0 ? (
            <p>{pictures.isFirst ? 'Nothing is listed here yet.' : 'There are no more.'}</p>
          ) : (
            <>
              <ul class="setup-list" aria-label="Listed pictures">
                {pictures.rows.map((picture) => (
                  <ListedPictureRow key={picture.itemId} picture={picture} frame={model} showsBank={false} />
                ))}
              </ul>
              {model.may.includes('judge-items') ? <JudgementWords /> : null}
            </>
          )}
          <p>
            {pictures.isFirst ? null : <a href={paths.bank(bank.id)}>From the beginning</a>}{' '}
            {pictures.next === null ? null : <a href={paths.bankPart(bank.id, pictures.next)}>More</a>}
          </p>
        </section>
      </>
    ),
  });
}

function PolicyCard({ model }: { readonly model: BankModel }) {
  const { bank, corrections } = model;
  if (!model.may.includes('change-banks')) return null;
  const problemFor = (field: string): string | undefined => corrections?.problems.find((problem) => problem.field === field)?.sentence;
  const entered = corrections?.entered ?? {
    onMatch: bank.onMatch,
    radius: bank.radius,
    ratio: bank.ratio === null ? '' : String(bank.ratio),
  };
  return (
    <section class="card" aria-labelledby="policy-heading">
      <h2 id="policy-heading">Policy</h2>
      <form class="setup-form setup-form--slim" method="post" action={paths.bankPolicy(bank.id)}>
        <Csrf token={model.csrf} />
        {bank.isHarmless ? (
          <p>Its pictures are known to be harmless. An upload that meets one of them is left in peace by the other banks.</p>
        ) : (
          <RadioGroup
            name={fieldNames.onMatch}
            legend="A match is"
            value={entered.onMatch}
            error={problemFor(fieldNames.onMatch)}
            options={[
              { value: 'hold', label: 'held', hint: 'The upload is kept back until a person has decided.' },
              { value: 'review', label: 'reviewed', hint: 'A person is asked; the service may publish meanwhile.' },
              { value: 'observe', label: 'only noted' },
            ]}
          />
        )}
        <TextField
          name={fieldNames.radius}
          label="Bits that may differ"
          hint="Such as 24, or by kind and view: pdq=24, pdq:flipX=16. Left empty: up to 30 may hold, up to 48 ask a person. It can be made narrower, never wider."
          width="half"
          autoComplete="off"
          spellCheck={false}
          maxLength={fieldLimits.radius}
          value={entered.radius}
          error={problemFor(fieldNames.radius)}
        />
        <TextField
          name={fieldNames.ratio}
          label="Share of a video’s frames that must be found"
          hint="From 0.8 to 1, such as 0.9. Leave it empty for 0.8."
          width="short"
          autoComplete="off"
          spellCheck={false}
          maxLength={fieldLimits.ratio}
          value={entered.ratio}
          error={problemFor(fieldNames.ratio)}
        />
        <Button look="secondary">Save the policy</Button>
      </form>
      <form method="post" action={paths.switchBank(bank.id, bank.enabled ? 'off' : 'on')}>
        <Csrf token={model.csrf} />
        <Button look="quiet">{bank.enabled ? 'Switch the bank off' : 'Switch the bank on'}</Button>
      </form>
    </section>
  );
}
