/** What can be pressed? A submit or plain button, or a link that looks like one. */
import type { ComponentChildren } from 'preact';

type Look = {
  /** One primary button a page; `quiet` for what sits beside it. */
  readonly look?: 'primary' | 'secondary' | 'quiet';
  readonly children: ComponentChildren;
};

export type ButtonProps = Look & {
  readonly type?: 'submit' | 'button';
  readonly name?: string;
  readonly value?: string;
  /** Where it sends the form instead. */
  readonly formAction?: string;
};

export function Button({ look = 'primary', type = 'submit', name, value, formAction, children }: ButtonProps) {
  return (
    <button class={`button button--${look}`} type={type} name={name} value={value} formaction={formAction}>
      {children}
    </button>
  );
}

export type ButtonLinkProps = Look & {
  readonly href: string;
  /** The single key that follows it, where a page has such keys. */
  readonly shortcut?: string;
  /** The id of what tells it from others with the same words. */
  readonly describedBy?: string;
};

export function ButtonLink({ look = 'primary', href, shortcut, describedBy, children }: ButtonLinkProps) {
  return (
    <a class={`button button--${look}`} href={href} data-key={shortcut} aria-describedby={describedBy}>
      {children}
    </a>
  );
}

/** Buttons that belong together, in one row where there is room. */
export function ButtonRow({ children }: { readonly children: ComponentChildren }) {
  return <div class="button-row">{children}</div>;
}
