/** Which reasons rest on facts that are the same under every law? Each law adds its own. */
import type { RequestGround } from './basis.ts';

export const ownRulesBroken: RequestGround = {
  key: 'own-rules',
  decision: 'remove',
  label: 'It breaks our own rules',
  toPlatform: "Remove: it breaks the service's own rules.",
  toPerson: 'The picture breaks the rules of the service. It will be taken down.',
  whatNext: 'We tell you here when the service says it is gone.',
};

export const notDepicted: RequestGround = {
  key: 'not-depicted',
  decision: 'keep',
  label: 'The person cannot be recognised in it',
  toPlatform: 'Keep: the person the request speaks for is not identifiable in the content.',
  toPerson: 'The service could not tell that the picture shows you, or the person you act for.',
  whatNext: 'If it does, you can ask again and say how you can be known in it.',
};

export const consentedPublication: RequestGround = {
  key: 'consented-publication',
  decision: 'keep',
  label: 'Its publication was agreed to',
  toPlatform: 'Keep: there is reason to believe that the publication was consented to.',
  toPerson: 'The service has reason to think that sharing this picture was agreed to.',
  whatNext: 'If that is wrong, you can ask again and say why. Letting someone take a picture is not a yes to sharing it.',
};

export const cannotLocate: RequestGround = {
  key: 'cannot-locate',
  decision: 'keep',
  label: 'It cannot be found with what we have',
  toPlatform: 'Keep: the content could not be located with the information given.',
  toPerson: 'The service could not find the picture with what it has.',
  whatNext: 'You can ask again with a link, or with more words on how to find it.',
};

export const notAuthorised: RequestGround = {
  key: 'not-authorised',
  decision: 'keep',
  onlyFor: 'agent',
  label: 'The agent did not show that they may act',
  toPlatform: 'Keep: the agent did not declare an authority to act for the person depicted.',
  toPerson: 'The service does not yet know that you may act for the person shown.',
  whatNext: 'You can ask again and say how you may act for them. They can also ask on their own.',
};
