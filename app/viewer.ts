/** The names of the cookies are those of `components/ui/Viewer.tsx`, which writes them. */
interface Jar {
  get(name: string): { value: string } | undefined;
}

/** The theme that this browser forces, or undefined where the system decides. */
export function themeIn(jar: Jar): 'light' | 'dark' | undefined {
  const theme = jar.get('stet-theme')?.value;
  return theme === 'light' || theme === 'dark' ? theme : undefined;
}

/** The time zone that this browser last told, or UTC; never one that Intl does not know. */
export function zoneIn(jar: Jar): string {
  const zone = jar.get('stet-zone')?.value ?? 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
