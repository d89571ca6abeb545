/** Who listens at once, where somebody cannot bear it any more? The same on each page that says it first. */
import { Notice } from '../components/notice/markup.tsx';
import { crisisLines, herLinesFirst } from './help-lines.ts';
import { checkedDay, HelpLineWords } from './page.tsx';
import { useSpeech } from './speech.ts';

/** `text` stands before the lines. */
export function CrisisNotice({ heading, text }: { readonly heading: string; readonly text?: string }) {
  const { language, words } = useSpeech();
  return (
    <Notice heading={heading}>
      {text === undefined ? null : <p>{text}</p>}
      <ul>
        {herLinesFirst(language, crisisLines).map((line) => (
          <li>
            <HelpLineWords line={line} />
          </li>
        ))}
      </ul>
      <p class="quiet">{words.frame.helpChecked({ day: checkedDay(language, crisisLines) })}</p>
    </Notice>
  );
}
