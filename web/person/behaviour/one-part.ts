/**
 * How does she answer one question at a time, on a form that is whole without script? Its parts are shown one after the other, and before Send stands what will be
 * sent. All of it stays one form on one page: nothing is stored, and the browser's history gets no entry.
 */

/** Of a long answer, so many lines stand in the summary. */
const linesAtMost = 10;

interface Moves {
  readonly next: HTMLButtonElement;
  readonly back: HTMLButtonElement;
  readonly check: HTMLButtonElement;
}

function moveButton(row: HTMLElement, value: string): HTMLButtonElement {
  const button = row.querySelector(`button[value="${value}"]`);
  if (!(button instanceof HTMLButtonElement)) throw new Error(`the form has no button ${value}`);
  return button;
}

/** Whether script or style hides it within its part: a question that is not asked of her. */
function isAsked(control: Element, part: Element): boolean {
  for (let each: Element | null = control; each !== null && each !== part; each = each.parentElement)
    if (getComputedStyle(each).display === 'none') return false;
  return true;
}

/** The words of the label, without the note that it may be left empty. */
function labelOf(control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): string {
  const label = control.labels?.[0]?.cloneNode(true);
  if (!(label instanceof Element)) return '';
  for (const quiet of label.querySelectorAll('.quiet')) quiet.remove();
  return label.textContent?.trim() ?? '';
}

function shortened(text: string): string {
  const lines = text.trim().split(/\r?\n/);
  return lines.length > linesAtMost ? [...lines.slice(0, linesAtMost), `\u2026 (${lines.length})`].join('\n') : lines.join('\n');
}

/** What one control says, as lines to read; none where it is empty. A PIN is never shown. */
function saidBy(control: Element, part: Element): readonly string[] {
  if (control instanceof HTMLInputElement) {
    if (control.type === 'radio' || control.type === 'checkbox') {
      // A box without a name is about this device, and is not sent.
      return control.checked && control.name !== '' && isAsked(control, part) ? [labelOf(control)] : [];
    }
    if (['hidden', 'file', 'button', 'submit'].includes(control.type)) return [];
    if (control.value.trim() === '' || !isAsked(control, part)) return [];
    const value = control.hasAttribute('data-secret') ? '\u2022\u2022\u2022\u2022' : shortened(control.value);
    return [`${labelOf(control)}: ${value}`];
  }
  if (control instanceof HTMLSelectElement)
    return control.value === '' ? [] : [`${labelOf(control)} ${control.selectedOptions[0]?.text ?? ''}`.trim()];
  if (control instanceof HTMLTextAreaElement)
    return control.value.trim() === '' ? [] : [`${labelOf(control)}:\n${shortened(control.value)}`];
  return [];
}

/** What is filled in in a part; of pictures, how many are ready; the code, to be looked at once more. */
function saidIn(part: HTMLElement): readonly string[] {
  const pictures = part.querySelector('[data-part="count"]')?.textContent?.trim() ?? '';
  const code = part.querySelector('[data-code-display] [data-part="code"]')?.textContent ?? '';
  return [
    ...[pictures, code].filter((line) => line !== ''),
    ...[...part.querySelectorAll('input, select, textarea')].flatMap((control) => saidBy(control, part)),
  ];
}

/** The element that an error's link leads to: by its id, else the first field of that name. */
function fieldAt(form: HTMLFormElement, id: string): Element | null {
  const byId = document.getElementById(id);
  return byId !== null && form.contains(byId) ? byId : form.querySelector(`[name="${CSS.escape(id)}"]`);
}

export interface Parts {
  /** Which one is shown, from 0; the summary is the last. */
  at(): number;
  /** Shows that one, as before the page was loaded again: the focus stays where it is. */
  show(at: number): void;
}

/**
 * Shows the form's parts one after the other, and answers how to move among them; null for a form without parts. `form` holds them as sections, the buttons as a
 * template, the summary, and what stands at its end. `moved` is told of each step.
 */
export function showOnePartAtATime(form: HTMLFormElement, moved: () => void): Parts | null {
  const template = form.querySelector<HTMLTemplateElement>('template[data-part-moves]');
  const check = form.querySelector<HTMLElement>('[data-check]');
  const end = form.querySelector<HTMLElement>('[data-form-end]');
  const parts = [...form.querySelectorAll<HTMLElement>('section[data-form-part]')];
  if (template === null || check === null || end === null || parts.length === 0) return null;
  const steps = [...parts, check];
  const intro = document.querySelectorAll<HTMLElement>('[data-before-first-part]');
  const errorLinks = [...document.querySelectorAll<HTMLAnchorElement>('.error-summary a[href^="#"]')];
  const fieldOf = (link: HTMLAnchorElement): Element | null => fieldAt(form, decodeURIComponent(link.hash.slice(1)));
  const stepOf = (field: Element | null): number => steps.findIndex((step) => field !== null && step.contains(field));
  let shownAt = 0;
  /** From then on each part has a way straight to the end. */
  let wasAtTheEnd = errorLinks.length > 0;

  const moves = steps.map((step, index): Moves => {
    const row = template.content.firstElementChild?.cloneNode(true);
    if (!(row instanceof HTMLElement)) throw new Error('the form has no buttons to move by');
    step.append(row);
    const buttons = { next: moveButton(row, 'next'), back: moveButton(row, 'back'), check: moveButton(row, 'check') };
    buttons.next.addEventListener('click', () => open(index + 1));
    buttons.back.addEventListener('click', () => open(index - 1));
    buttons.check.addEventListener('click', () => open(steps.length - 1));
    return buttons;
  });

  const show = (at: number): void => {
    shownAt = at;
    const isEnd = at === steps.length - 1;
    wasAtTheEnd ||= isEnd;
    if (isEnd) summarise();
    steps.forEach((step, index) => {
      step.hidden = index !== at;
    });
    moves.forEach(({ next, back, check: toCheck }, index) => {
      next.hidden = index === steps.length - 1;
      back.hidden = index === 0;
      toCheck.hidden = !wasAtTheEnd || index >= steps.length - 2;
    });
    end.hidden = !isEnd;
    for (const each of intro) each.hidden = at !== 0;
  };

  /** Shows a step and tells it to whoever listens: the focus goes to its heading, at its top. */
  const open = (at: number): void => {
    show(at);
    const heading = steps[at]?.querySelector('h2');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start', behavior: 'instant' });
    moved();
  };

  const summarise = (): void => {
    const said = (name: string): string => check.getAttribute(`data-${name}`) ?? '';
    const list = check.querySelector('dl');
    const to = check.querySelector('[data-part="to"]');
    if (!list || !to) return;
    const service = form.querySelector('[data-service-name]')?.getAttribute('data-service-name') ?? chosenService(form);
    to.textContent = service === '' ? said('no-service') : said('to').replace('{name}', service);
    list.replaceChildren(
      ...parts.map((part, index) => {
        const name = part.querySelector('[data-part-name]')?.textContent ?? '';
        const lines = saidIn(part);
        const row = document.createElement('div');
        row.className = 'summary-list__row';
        const term = document.createElement('dt');
        term.textContent = name;
        const fact = document.createElement('dd');
        for (const line of lines.length === 0 ? [said('nothing')] : lines) {
          const paragraph = document.createElement('p');
          paragraph.className = 'check__line';
          paragraph.dir = 'auto';
          paragraph.textContent = line;
          fact.append(paragraph);
        }
        const change = document.createElement('button');
        change.type = 'button';
        change.className = 'button button--quiet check__change';
        change.textContent = said('change');
        change.setAttribute('aria-label', said('change-name').replace('{name}', name));
        change.addEventListener('click', () => open(index));
        fact.append(change);
        row.append(term, fact);
        return row;
      }),
    );
  };

  for (const link of errorLinks)
    link.addEventListener('click', (event) => {
      const field = fieldOf(link);
      const at = stepOf(field);
      if (at < 0) return;
      // By hand, so that no entry is made in the history.
      event.preventDefault();
      open(at);
      if (field instanceof HTMLElement && !(field instanceof HTMLInputElement && field.type === 'hidden')) field.focus();
    });

  const wrong = errorLinks.map((link) => stepOf(fieldOf(link))).filter((at) => at >= 0);
  show(wrong.length === 0 ? 0 : Math.min(...wrong));
  return { at: () => shownAt, show: (at) => show(Math.max(0, Math.min(at, steps.length - 1))) };
}

/** By what she chose in the list of services; empty where she has not. */
function chosenService(form: HTMLFormElement): string {
  const list = form.querySelector('select[name="service"]');
  return list instanceof HTMLSelectElement && list.value !== '' ? (list.selectedOptions[0]?.text ?? '') : '';
}
