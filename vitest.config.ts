/** How are the tests run? One PostgreSQL cluster for the whole run; each test file takes a database of its own from it. */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that open a browser, start a command or decode video last the longest: begun last, one of them runs alone at the end. */
const lasting = /accessibility|browser|journeys|soak|video|frames|cli[/\\]src|pdq\.test|console-/;

class LastingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLasting = ({ moduleId }: TestSpecification): boolean => lasting.test(moduleId);
    return [...sorted.filter(isLasting), ...sorted.filter((file) => !isLasting(file))];
  }
}

export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['server/src/store/test-cluster.ts'],
    // They end what hangs, and are no measure: a machine whose processors are taken away for minutes fails nothing.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 120_000, interval: 20 } },
    // A worker keeps what it has imported for its next file: an eighth of the whole run's processor time.
    isolate: false,
    // Three on two cores: while one waits for a browser, a database or a codec, another computes.
    maxWorkers: 3,
    pool: 'forks',
    sequence: { sequencer: LastingFirst },
  },
});
