/** Who does the operator's identity provider say this is? OpenID Connect, authorization code with PKCE; openid-client checks every answer. No token leaves this file. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import type { Secret } from '../config/secret.ts';
import type { ProviderSettings } from '../config/settings.ts';
import type { Identity } from './identity.ts';
import type { Proofs } from './provider-visit.ts';

export interface Provider {
  /** As people know it. */
  readonly name: string;
  /** Where the browser goes to sign in. Rejects while the provider cannot be reached, or is not the one that was set. */
  addressFor(proofs: Proofs): Promise<URL>;
  /**
   * Whom the provider's answer names. The library compares state, issuer and nonce, brings the code once, and reads the ID token only with a good signature,
   * our client as its audience, and not expired. Rejects otherwise; the reason may quote the answer, so only its kind is logged.
   */
  identityOf(answer: string, proofs: Proofs): Promise<Identity>;
}

/** A browser waits for it. */
const timeoutSeconds = 10;

/** Asks nothing yet: the provider is discovered at the first sign-in, so that one that is down keeps nobody from the console. `returnUrl` is registered there. */
export function openProvider(settings: ProviderSettings, clientSecret: Secret, returnUrl: string): Provider {
  const issuer = new URL(settings.issuer);
  let found: Promise<Configuration> | null = null;
  const discover = (): Promise<Configuration> => {
    const asked =
      found ??
      discovery(issuer, settings.clientId, undefined, ClientSecretBasic(clientSecret.reveal()), {
        timeout: timeoutSeconds,
        // Plain http only to this very machine (config/settings.ts).
        execute: [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])],
      });
    found = asked;
    // What failed is asked anew the next time.
    asked.catch(() => {
      if (found === asked) found = null;
    });
    return asked;
  };
  return {
    name: settings.name,
    addressFor: async ({ state, nonce, verifier }) =>
      buildAuthorizationUrl(await discover(), {
        redirect_uri: returnUrl,
        // Nothing but who she is: no name, no e-mail address.
        scope: 'openid',
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }),
    identityOf: async (answer, { state, nonce, verifier }) => {
      const address = new URL(returnUrl);
      address.search = answer;
      try {
        const tokens = await authorizationCodeGrant(await discover(), address, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) throw new Error('the provider sent no ID token');
        return { issuer: claims.iss, subject: claims.sub };
      } catch (error) {
        // It may have moved its addresses since it was discovered.
        found = null;
        throw error;
      }
    },
  };
}
