/** How does a child of a root server give up root for good? */

/** The user and group `nobody` of Linux and the BSDs. */
export const nobody = 65_534;

/** Gives up root for good. False where root could not be given up; true also where there was none to give up. */
export function dropRoot(): boolean {
  const { getuid, setgroups, setgid, setuid } = process;
  if (getuid === undefined || getuid() !== 0) return true;
  try {
    process.chdir('/');
    setgroups?.([]);
    setgid?.(nobody);
    setuid?.(nobody);
  } catch {
    return false;
  }
  return getuid() === nobody;
}
