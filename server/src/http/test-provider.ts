/** How does a test sign in at an identity provider? A real one, on another site than the console in a browser's eyes, with its own pages driven by fetch. */
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

export const clientId = 'likeness-console';
export const clientSecret = 'a secret between the two of them';

export interface TestProvider {
  /** Under `localhost`, while the console is under 127.0.0.1: two sites. */
  readonly issuer: string;
  /** Signs in as an account, which needs no password there, and answers where the provider sends the browser. */
  signsIn(address: string, account: string): Promise<string>;
  close(): Promise<void>;
}

export async function openTestProvider(returnUrl: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the provider has no port');
  const issuer = `http://localhost:${address.port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [returnUrl] }],
    cookies: { keys: ['only for tests'] },
    pkce: { required: () => true },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  return {
    issuer,
    signsIn: async (from, account) => {
      const cookies = new Map<string, string>();
      let next: { url: string; form?: URLSearchParams } = { url: from };
      for (let step = 0; step < 12; step += 1) {
        const response: Response = await fetch(next.url, {
          redirect: 'manual',
          headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
          ...(next.form === undefined ? {} : { method: 'POST', body: next.form }),
        });
        for (const line of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          cookies.set(name, value);
        }
        const location = response.headers.get('location');
        if (location !== null) {
          next = { url: new URL(location, next.url).href };
          if (next.url.startsWith(`${returnUrl}?`)) return next.url;
          continue;
        }
        const html = await response.text();
        const [, prompt] = /name="prompt" value="(\w+)"/.exec(html) ?? [];
        const [, action] = /action="([^"]+)"/.exec(html) ?? [];
        if (prompt === undefined || action === undefined)
          throw new Error(`the provider answered ${response.status}: ${html.slice(0, 300)}`);
        next = { url: new URL(action, next.url).href, form: new URLSearchParams({ prompt, login: account, password: 'any' }) };
      }
      throw new Error('the provider sends the browser in circles');
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
