/**
 * How does she answer one question at a time, on a form that is whole without script? Its parts are shown one after the other, and before Send stands what will be
 * sent. All of it stays one form on one page: nothing is stored, and the browser's history gets no entry.
 */
import { addressOf } from '../address.ts';
import { type Lack, lacking } from '../lacking.ts';
import { isAsked } from './asked.ts';
import { sayAtField, wrongIn } from './wrong-at-field.ts';

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

/** The words of the label, without the note that it may be left empty. */
function labelOf(control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): string {
  const label = control.labels?.[0]?.cloneNode(true);
  if (!(label instanceof Element)) return '';
  for (const quiet of label.querySelectorAll('.quiet')) quiet.remove();
  return label.textContent?.trim() ?? '';
}

/** A colon in place of its full stop, and none after a question. */
const asHead = (label: string): string => (/[?\u061f]$/.test(label) ? label : `${label.replace(/\.$/, '')}:`);

/** What was chosen or typed after what was asked: of one of several its question, of others the name of their group where the group is marked to be told. */
function withItsQuestion(control: HTMLInputElement | HTMLTextAreaElement): string {
  const group = control.closest('fieldset');
  const asks = group !== null && (control.type === 'radio' || group.hasAttribute('data-legend-told'));
  const question = asks ? textOf(group, 'legend') : '';
  if (question === '') return labelOf(control);
  return `${question}${/[?\u061f]$/.test(question) ? '' : ':'} ${labelOf(control)}`;
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
      return control.checked && control.name !== '' && isAsked(control, part) ? [withItsQuestion(control)] : [];
    }
    if (['hidden', 'file', 'button', 'submit'].includes(control.type)) return [];
    if (control.value.trim() === '' || !isAsked(control, part)) return [];
    const value = control.hasAttribute('data-secret') ? '\u2022\u2022\u2022\u2022' : shortened(control.value);
    return [`${asHead(withItsQuestion(control))} ${value}`];
  }
  if (control instanceof HTMLSelectElement)
    return control.value === '' ? [] : [`${labelOf(control)} ${control.selectedOptions[0]?.text ?? ''}`.trim()];
  if (control instanceof HTMLTextAreaElement)
    return control.value.trim() === '' || !isAsked(control, part)
      ? []
      : [`${asHead(withItsQuestion(control))}\n${shortened(control.value)}`];
  return [];
}

const textOf = (within: Element, selector: string): string => within.querySelector(selector)?.textContent?.trim() ?? '';

/** What is filled in in a part, and what the page says of her in place of a question; of pictures, how many are ready, and each that is not, with its reason; the code, to be looked at once more. */
function saidIn(part: HTMLElement): readonly string[] {
  const pictures = textOf(part, '[data-part="count"]');
  const unread = [...part.querySelectorAll('.picture-row--problem')].map(
    (row) => `${textOf(row, '.picture-row__name')}: ${textOf(row, '.picture-row__state')}`,
  );
  const code = textOf(part, '[data-code-display] [data-part="code"]');
  const told = [...part.querySelectorAll('[data-told]')].map((element) => element.textContent?.trim() ?? '');
  return [
    ...[...told, pictures, ...unread, code].filter((line) => line !== ''),
    ...[...part.querySelectorAll('input, select, textarea')].flatMap((control) => saidBy(control, part)),
  ];
}

/** Whether it is ticked, chosen or typed. */
function isFilled(control: Element): boolean {
  if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type)) return control.checked;
  const isTyped = control instanceof HTMLInputElement || control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement;
  return isTyped && control.value.trim() !== '';
}

/** The sentences that ask for what stands in this part, is asked of her, and is empty, though nothing goes without it. */
function stillNeeded(form: HTMLFormElement, part: HTMLElement, check: HTMLElement): readonly string[] {
  return [...check.querySelectorAll('[data-needed]')].flatMap((sentence) => {
    const field = sentence.getAttribute('data-needed') ?? '';
    const controls = [...form.querySelectorAll(`[name="${CSS.escape(field)}"]`)].filter(
      (control) => part.contains(control) && isAsked(control, part),
    );
    return controls.length === 0 || controls.some(isFilled) ? [] : [sentence.textContent?.trim() ?? ''];
  });
}

/** A sentence about each line of a field of links in this part that is none, for the service would not take it. */
function notLinks(form: HTMLFormElement, part: HTMLElement, check: HTMLElement): readonly string[] {
  return [...check.querySelectorAll('[data-not-a-link]')].flatMap((sentence) => {
    const field = form.querySelector(`textarea[name="${CSS.escape(sentence.getAttribute('data-not-a-link') ?? '')}"]`);
    if (!(field instanceof HTMLTextAreaElement) || !part.contains(field)) return [];
    const lines = field.value.split(/\r?\n/).map((line) => line.trim());
    return [...new Set(lines)]
      .filter((line) => line !== '' && addressOf(line) === null)
      .map((line) => (sentence.textContent ?? '').replace('{first}', () => line.slice(0, 60)));
  });
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
    buttons.next.addEventListener('click', () => goOn(index, index + 1));
    buttons.back.addEventListener('click', () => open(index - 1));
    buttons.check.addEventListener('click', () => goOn(index, steps.length - 1));
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

  /** Says first, once, what in this part cannot be right; pressed again, it goes on, for nothing she typed keeps a request from being sent. */
  const goOn = (from: number, to: number): void => {
    const part = steps[from];
    const [first, ...others] = part === undefined ? [] : wrongIn(part).filter(({ sentence }) => sentence.hidden);
    if (first === undefined) open(to);
    else {
      for (const each of [first, ...others]) sayAtField(each);
      first.control.focus();
    }
  };

  const summarise = (): void => {
    const said = (name: string): string => check.getAttribute(`data-${name}`) ?? '';
    const list = check.querySelector('dl');
    const to = check.querySelector<HTMLElement>('[data-part="to"]');
    if (!list || !to) return;
    const service =
      form.querySelector('[data-service-name]')?.getAttribute('data-service-name') ?? chosenIn(form, said('by'), said('by-other'));
    // From right to left a name would carry the full stop to its wrong end (Unicode UAX 9).
    const name = document.dir === 'rtl' ? `\u2068${service}\u2069` : service;
    to.hidden = service === '';
    to.textContent = said('to').replace('{name}', () => name);
    let isSomethingEmpty = false;
    list.replaceChildren(
      ...parts.map((part, index) => {
        const name = part.querySelector('[data-part-name]')?.textContent ?? '';
        const lines = saidIn(part);
        const wrongThere = wrongIn(part).map(({ sentence }) => sentence.textContent ?? '');
        const asked = [...stillNeeded(form, part, check), ...notLinks(form, part, check), ...wrongThere];
        const isEmpty = lines.length + asked.length === 0;
        isSomethingEmpty ||= isEmpty;
        const row = document.createElement('div');
        row.className = 'summary-list__row';
        const term = document.createElement('dt');
        term.textContent = name;
        const fact = document.createElement('dd');
        for (const line of isEmpty ? [said('nothing')] : [...lines, ...asked]) {
          const paragraph = document.createElement('p');
          paragraph.className = asked.includes(line) ? 'check__line field-error' : 'check__line';
          // Each line in its own direction, at the page's edge.
          for (const [place, said] of line.split('\n').entries()) {
            const text = document.createElement('bdi');
            text.textContent = said;
            paragraph.append(...(place === 0 ? [] : [document.createElement('br')]), text);
          }
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
    const lacks = sayWhatLacks(said('by'));
    const later = check.querySelector<HTMLElement>('[data-part="later"]');
    if (later !== null) later.hidden = lacks || !isSomethingEmpty;
  };

  /** Names what a law of the chosen services asks for and is empty, each as a link to its field; answers whether there is any. */
  const sayWhatLacks = (serviceField: string): boolean => {
    const box = check.querySelector<HTMLElement>('[data-part="lacks"]');
    const list = box?.querySelector('ul');
    if (!box || !list) return false;
    const asked = (field: string): Element[] =>
      [...form.querySelectorAll(`[name="${CSS.escape(field)}"]`)].filter((control) =>
        parts.some((part) => part.contains(control) && isAsked(control, part)),
      );
    const isEmpty = (fields: readonly string[]): boolean => {
      const controls = fields.flatMap(asked);
      return controls.length > 0 && !controls.some(isFilled);
    };
    const lacks: readonly Lack[] = JSON.parse(box.getAttribute('data-lacks') ?? '[]');
    const posted = new FormData(form);
    const services = posted.getAll(serviceField).map(String);
    const open = lacking(lacks, services, isEmpty, ({ field, value }) => posted.getAll(field).includes(value));
    list.replaceChildren(
      ...open.flatMap(({ sentence, fields }) => {
        const field = fields.flatMap(asked)[0];
        if (!(field instanceof HTMLElement)) return [];
        const link = document.createElement('a');
        link.href = `#${field.id}`;
        link.textContent = sentence;
        link.addEventListener('click', (event) => goTo(event, field));
        const item = document.createElement('li');
        item.append(link);
        return [item];
      }),
    );
    box.hidden = open.length === 0;
    return !box.hidden;
  };

  /** Opens the part of this field and goes into it. */
  const goTo = (event: Event, field: Element | null): void => {
    const at = stepOf(field);
    if (at < 0) return;
    // By hand, so that no entry is made in the history.
    event.preventDefault();
    open(at);
    field?.closest('details')?.setAttribute('open', '');
    if (field instanceof HTMLElement && !(field instanceof HTMLInputElement && field.type === 'hidden')) field.focus();
  };

  for (const link of errorLinks) link.addEventListener('click', (event) => goTo(event, fieldOf(link)));

  // What the page came with is said already: until it is put right.
  for (const part of parts) for (const each of wrongIn(part)) if (!each.sentence.hidden) sayAtField(each);

  const wrong = errorLinks.map((link) => stepOf(fieldOf(link))).filter((at) => at >= 0);
  show(wrong.length === 0 ? 0 : Math.min(...wrong));
  return { at: () => shownAt, show: (at) => show(Math.max(0, Math.min(at, steps.length - 1))) };
}

/** The names of whom she chose in a field: a list, boxes, or one of several; what is chosen as `other` is named by `otherField`. Empty where she has not. */
function chosenIn(form: HTMLFormElement, field: string, otherField: string): string {
  const named = `[name="${CSS.escape(field)}"]`;
  const list = form.querySelector(`select${named}`);
  if (list instanceof HTMLSelectElement) return list.value === '' ? '' : (list.selectedOptions[0]?.text ?? '');
  const typed = otherField === '' ? null : form.querySelector(`input[name="${CSS.escape(otherField)}"]`);
  const other = typed instanceof HTMLInputElement ? typed.value.trim() : '';
  const names = [...form.querySelectorAll<HTMLInputElement>(`input${named}:checked`)].map((one) =>
    one.value === 'other' && other !== '' ? other : labelOf(one),
  );
  return new Intl.ListFormat(document.documentElement.lang).format(names);
}
