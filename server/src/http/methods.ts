/** Which methods does this address take? So that a wrong method is told from a wrong address: 405 and 404. */
import type { FastifyInstance } from 'fastify';

/** Follows the routes as they are registered; answers the methods of an address, none when nothing is there. */
export function methodsOf(app: FastifyInstance): (path: string) => string[] {
  const patterns = new Map<string, { readonly shape: RegExp; readonly methods: Set<string> }>();
  app.addHook('onRoute', ({ method, url }) => {
    const known = patterns.get(url) ?? { shape: shapeOf(url), methods: new Set<string>() };
    for (const one of [method].flat()) known.methods.add(one);
    patterns.set(url, known);
  });
  return (path) => {
    const [plain = ''] = path.split('?');
    return [...new Set([...patterns.values()].filter(({ shape }) => shape.test(plain)).flatMap(({ methods }) => [...methods]))].sort();
  };
}

function shapeOf(pattern: string): RegExp {
  const parts = pattern
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part === '*' ? '.*' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}$`);
}
