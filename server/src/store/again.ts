/** What is worth trying again? What another transaction came in the way of: PostgreSQL says so by a code (SQLSTATE). */
import { systemErrorCode } from '../config/refusal.ts';

const attempts = 5;

/** Runs `work` once more, up to five times in all, when it rejects with one of these codes; it must leave nothing behind that would count twice. */
export async function againOn<T>(codes: readonly string[], work: () => Promise<T>): Promise<T> {
  for (let left = attempts; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left <= 1 || !codes.includes(systemErrorCode(error) ?? '')) throw error;
    }
  }
}
