/** Is this question asked of her? */

/** Whether neither script nor style hides it within its part. */
export function isAsked(control: Element, part: Element): boolean {
  // What script fills in is itself never displayed.
  const first = control instanceof HTMLInputElement && control.type === 'hidden' ? control.parentElement : control;
  for (let each: Element | null = first; each !== null && each !== part; each = each.parentElement)
    if (getComputedStyle(each).display === 'none') return false;
  return true;
}
