/** What does a request need where no law that we know binds the service? A link and nothing more: it is kept, and looked at under the service's own rules. */
import type { LegalBasis } from '../basis.ts';
import { locate } from '../elements-of-several-laws.ts';
import { cannotLocate, consentedPublication, notDepicted, ownRulesBroken } from '../grounds-under-every-law.ts';
import { english } from './words/en.ts';

export const ownRules: LegalBasis = {
  id: 'own-rules',
  name: english.name,
  statute: english.statute,
  instrument: english.instrument,
  country: english.country,
  territories: [],
  serviceKinds: [],
  inForce: { from: null, until: null, isConfirmed: false, note: 'No law: what the service has promised.' },
  checkedOn: '2026-11-22',
  confidence: 'high',
  sources: [],
  whoMayFile: ['self', 'agent', 'user', 'trusted-flagger', 'hub', 'authority'],
  offered: 'otherwise',
  warnings: english.warnings,
  elements: [
    {
      ...locate,
      whoWillSee: english.whoWillSee,
      lawWording: 'no law: our own rule',
      mark: 'own-rule',
    },
  ],
  agentElements: [],
  contentTests: [
    {
      key: 'own-rules',
      short: 'Against our rules',
      question: 'Is it against our own rules?',
      fits: { 'own-rules': ['yes'], rules: ['no'] },
      mark: 'own-rule',
    },
  ],
  clock: {
    kind: 'own-target',
    hours: 72,
    canMove: true,
    // Own rule: no law names a figure, and “without undue delay” is not without end.
    movesAtMostHours: 720,
    words: english.clock,
    lawWording: 'no law: our own rule',
    mark: 'own-rule',
  },
  scopeOfCopies: 'identical',
  uploader: { isTold: 'by-choice', when: 'As the service’s own rules say.', mark: 'own-rule' },
  restricts: ['rules'],
  grounds: [ownRulesBroken, notDepicted, consentedPublication, cannotLocate],
  complaint: null,
  authorities: [],
};
