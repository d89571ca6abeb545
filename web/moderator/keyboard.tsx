/** Which keys are there? The list that the script itself reads. */
import { consolePage } from './frame.tsx';
import type { ConsoleFrame } from './model.ts';
import { paths } from './paths.ts';
import { shortcuts } from './shortcuts.ts';

/** GET `paths.keyboard`. */
export function keyboardPage(frame: ConsoleFrame): string {
  const { hasShortcuts } = frame.preferences;
  return consolePage({
    title: 'Keys',
    frame,
    width: 'measure',
    children: (
      <>
        <h1>Keys</h1>
        <p class="lead">
          {hasShortcuts ? 'These keys work on every page, outside of fields.' : 'You have switched these keys off.'} None of them decides
          anything: a decision is always chosen and sent with its button.
        </p>
        <table class="facts-table">
          <thead>
            <tr>
              <th scope="col">Key</th>
              <th scope="col">What it does</th>
            </tr>
          </thead>
          <tbody>
            {shortcuts.map(({ key, words }) => (
              <tr>
                <th scope="row">
                  <kbd>{key}</kbd>
                </th>
                <td>{words}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          Tab, Enter, Space and the arrow keys do what they do everywhere: the arrows go through the reasons of a decision, Enter presses
          the button that is marked. <a href={paths.account}>Switch the single keys {hasShortcuts ? 'off' : 'on'}</a>
        </p>
      </>
    ),
  });
}
