/** What do the pages need to know that answer somebody who asks what is kept about her, or wants it gone? */
import type { ConsoleFrame, FieldProblem } from './model.ts';
import type { Role } from './people-model.ts';

/** Days that each class of data is kept, from the operator's file (docs/data-protection.md). */
export interface KeptDays {
  readonly uploads: number;
  readonly matchedUploads: number;
  readonly answers: number;
  readonly notes: number;
}

/** Somebody who works or worked at the console. */
export interface DataPerson {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Null: she has access. */
  readonly leftAt: Date | null;
  readonly isErased: boolean;
}

export interface DataModel extends ConsoleFrame {
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly people: readonly DataPerson[];
  /** As it was looked for; nothing is kept under it. */
  readonly notFound: string | null;
  readonly entered?: { readonly platformId: string; readonly uploaderRef: string };
  readonly problems?: readonly FieldProblem[];
  readonly news: 'uploader-erased' | 'person-erased' | null;
}

/** `found`: what there is, to be handed out. `erase`: asked once more before it goes. */
export type DataStep = 'found' | 'erase';

export interface UploaderDataModel extends ConsoleFrame {
  readonly step: DataStep;
  readonly platformId: string;
  /** Null while there is only one service. */
  readonly serviceName: string | null;
  readonly uploaderRef: string;
  /** Never how many of them somebody asked about: this page may be read out to her. */
  readonly counts: { readonly uploads: number; readonly words: number; readonly statements: number; readonly measures: number };
  /** Null: the operator has said nothing, and nothing goes by its age. */
  readonly keepDays: KeptDays | null;
}

export interface PersonDataModel extends ConsoleFrame {
  readonly step: DataStep;
  readonly person: DataPerson;
  readonly counts: { readonly decisions: number; readonly passkeys: number; readonly shownInWeek: number; readonly acts: number };
  readonly hasProvider: boolean;
}
