/** Which reasons rest on facts that are the same under every law? Each law adds its own. */
import type { RequestGround } from './basis.ts';
import { english } from './words/en.ts';

export const ownRulesBroken: RequestGround = {
  key: 'own-rules',
  ...english.grounds['own-rules'],
  decision: 'remove',
  label: 'It breaks our own rules',
  toPlatform: "Remove: it breaks the service's own rules.",
};

export const notDepicted: RequestGround = {
  key: 'not-depicted',
  ...english.grounds['not-depicted'],
  decision: 'keep',
  label: 'The person cannot be recognised in it',
  toPlatform: 'Keep: the person the request speaks for is not identifiable in the content.',
};

export const consentedPublication: RequestGround = {
  key: 'consented-publication',
  ...english.grounds['consented-publication'],
  decision: 'keep',
  label: 'Its publication was agreed to',
  toPlatform: 'Keep: there is reason to believe that the publication was consented to.',
};

export const cannotLocate: RequestGround = {
  key: 'cannot-locate',
  ...english.grounds['cannot-locate'],
  decision: 'keep',
  label: 'It cannot be found with what we have',
  toPlatform: 'Keep: the content could not be located with the information given.',
};

export const notAuthorised: RequestGround = {
  key: 'not-authorised',
  ...english.grounds['not-authorised'],
  decision: 'keep',
  onlyFor: 'agent',
  label: 'The agent did not show that they may act',
  toPlatform: 'Keep: the agent did not declare an authority to act for the person depicted.',
};
