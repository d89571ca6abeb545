/** Which examples does each part have? The accessibility test shows every one of them in a browser. */
import type { ComponentChildren } from 'preact';
import { asset } from '../assets.ts';
import { examples as button } from './button/examples.tsx';
import { examples as choices } from './choices/examples.tsx';
import { examples as codeDisplay } from './code-display/examples.tsx';
import { examples as details } from './details/examples.tsx';
import { examples as errors } from './errors/examples.tsx';
import { examples as exitPage } from './exit-page/examples.tsx';
import { examples as fingerprintPanel } from './fingerprint-panel/examples.tsx';
import { examples as list } from './list/examples.tsx';
import { examples as notice } from './notice/examples.tsx';
import { renderPage } from './page-shell/markup.tsx';
import { examples as summaryList } from './summary-list/examples.tsx';
import { examples as tag } from './tag/examples.tsx';
import { examples as textField } from './text-field/examples.tsx';
import { examples as timeline } from './timeline/examples.tsx';

export type Example = { readonly name: string; readonly node: ComponentChildren };

export const examplesByPart: Readonly<Record<string, readonly Example[]>> = {
  'exit-page': exitPage,
  button,
  'text-field': textField,
  choices,
  errors,
  notice,
  'summary-list': summaryList,
  timeline,
  tag,
  'fingerprint-panel': fingerprintPanel,
  'code-display': codeDisplay,
  details,
  list,
};

/** One page with all examples of all parts. */
export function renderExamples(density: 'calm' | 'dense'): string {
  return renderPage({
    title: 'Parts',
    language: 'en',
    styles: [asset('person/person.css')],
    scripts: [asset('person/every-page.js')],
    icon: asset('person/icon.svg'),
    siteName: 'Likeness',
    homeHref: '/',
    skipWords: 'Skip to the text',
    density,
    footer: <p>Help stands here.</p>,
    children: (
      <>
        <h1>Parts</h1>
        {Object.entries(examplesByPart).map(([part, examples]) => (
          <section aria-labelledby={`part-${part}`}>
            <h2 id={`part-${part}`}>{part}</h2>
            {examples.map((example) => (
              <section aria-label={`${part}: ${example.name}`}>{example.node}</section>
            ))}
          </section>
        ))}
      </>
    ),
  });
}
