/** Can nothing be stored now, whatever is asked for? Then the disk is full or the database is away, and both pass; every other error is about what was asked. */
export function outageOf(error: unknown): 'full' | 'away' | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // PostgreSQL, appendix A: 53100 disk_full.
  if (code === '53100' || code === 'ENOSPC' || code === 'EDQUOT') return 'full';
  // Class 08 connection exception; 57P01 to 57P03 shut down, crashed, starting; 53300 too many connections. A connection that breaks has no SQLSTATE.
  const isAway =
    /^(08...|57P0[1-3]|53300)$/.test(code) ||
    ('syscall' in error && error.syscall === 'connect') ||
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(error.message);
  return isAway ? 'away' : null;
}
