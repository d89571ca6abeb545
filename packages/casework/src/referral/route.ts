/** What is a reporting route? The shape of its data: to whom a picture of somebody under 18 is reported in a country, under which law, with what, and how sure that is. */
import type { Mark } from '../notice/basis.ts';

export interface ReportingRoute {
  readonly id: string;
  /** ISO 3166-1 codes of the countries whose services it is for; empty: for every other. */
  readonly countries: readonly string[];
  /** Who is told. */
  readonly name: string;
  /** Where; null where there is no one address. */
  readonly url: string | null;
  /** The law that asks for it, and by when; null where we know of none. */
  readonly duty: string | null;
  readonly how: string;
  /** Days for which what was reported is kept after the report. */
  readonly preserveDays: number;
  readonly preserveBecause: string;
  readonly source: { readonly title: string; readonly url: string; readonly mark: Mark } | null;
  /** Day on which somebody last compared it with its source, YYYY-MM-DD; null: nobody has yet. */
  readonly checkedOn: string | null;
  readonly confidence: 'high' | 'medium' | 'low';
}
