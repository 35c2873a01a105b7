/**
 * A Content-Disposition (RFC 6266) that names a file after an article: the title in full for whoever reads `filename*`, and
 * what of it ASCII holds for the others. Characters that some file system refuses are left out.
 */
export function disposition(kind: 'inline' | 'attachment', title: string, ending: string): string {
  const base = title
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  const name = [...base].slice(0, 100).join('').trim() || 'report';
  const plain =
    name
      .normalize('NFKD')
      .replace(/[^ -~]/g, '')
      .replace(/[%]/g, '')
      .trim() || 'report';
  const encoded = encodeURIComponent(`${name}.${ending}`).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}.${ending}"; filename*=UTF-8''${encoded}`;
}
