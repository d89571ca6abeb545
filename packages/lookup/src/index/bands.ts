/** Who gives an engine for bands? WebAssembly; plain TypeScript for whoever has none. Their images are the same bytes, so either opens the other's snapshot. */
import { compileKernel } from '@likeness/fingerprint';
import type { BandEngine, Home } from './band-engine.ts';
import { bandsBase64 } from './kernel.generated.ts';
import { KernelBands } from './kernel-bands.ts';
import { PlainBands } from './plain-bands.ts';

export interface BandEngines {
  /** An engine with nothing in its room. */
  empty(): BandEngine;
  /** An engine over what another one, perhaps of another thread, has built in this home. Its shape is still to be said with `use`. */
  over(home: Home): BandEngine;
}

/** Compiles the kernel once for all engines. Needs SIMD and shared memory: every Node that this project runs on has both. */
export async function loadBands(): Promise<BandEngines> {
  const module = await compileKernel(bandsBase64);
  return {
    empty: () => new KernelBands(module),
    over(home) {
      if (home instanceof ArrayBuffer) return new PlainBands(home);
      return new KernelBands(module, home);
    },
  };
}

/** The fallback: two to five times slower, the same answers. */
export const plainBands: BandEngines = {
  empty: () => new PlainBands(),
  over(home) {
    if (!(home instanceof ArrayBuffer)) throw new TypeError('Plain bands live in plain bytes');
    return new PlainBands(home);
  },
};
