import { endingsOfType, UNKNOWN_TYPE } from './evidence-kinds';

/** The longest name that is kept, in code points: what file systems take, with room for an ending more. */
const LONGEST = 180;
/** What the ending of a name may have, in characters. */
const ENDING = 12;

/**
 * A file's name as it is kept: one line, without the folders that some programs send along, without characters that no eye sees
 * (controls, marks of direction) or that a file system refuses, at most 180 code points with its ending whole. `file` where
 * nothing is left.
 */
export function keptName(given: string): string {
  const name = given
    .normalize('NFC')
    .replace(/[[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]--[\u200c\u200d]]/gv, '')
    .split(/[/\\]/)
    .at(-1)!
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const points = Array.from(name);
  if (points.length <= LONGEST) return name || 'file';
  const ending = endingOf(name);
  const kept = ending === '' ? LONGEST : LONGEST - ending.length - 1;
  return `${points.slice(0, kept).join('').trimEnd()}${ending && `.${ending}`}`;
}

/**
 * The name that a file is downloaded under: its own, and behind it the ending of what its bytes are where it ends in something
 * else. A file that calls itself a page and is a picture is opened as a picture then.
 */
export function downloadName(name: string, type: string): string {
  const ending = endingOf(name).toLowerCase();
  const endings = endingsOfType(type);
  const fits = type === UNKNOWN_TYPE ? !opened.has(ending) : endings.includes(ending);
  return fits ? name : `${name}.${endings[0]}`;
}

/** What a computer opens as a page or runs by its ending alone, though its bytes are none of it. */
const opened: ReadonlySet<string> = new Set([
  ...['html', 'htm', 'xhtml', 'xht', 'shtml', 'mhtml', 'mht', 'svg', 'xml', 'xsl', 'pdf'],
  ...['js', 'mjs', 'jse', 'vbs', 'vbe', 'wsf', 'hta', 'bat', 'cmd', 'ps1', 'sh', 'lnk', 'url', 'scr', 'pif'],
  ...['com', 'exe', 'msi', 'jar', 'app', 'command', 'desktop'],
]);

/** What stands after the last dot, if it looks like an ending; else nothing. */
function endingOf(name: string): string {
  const ending = /\.([^.\s]+)$/.exec(name)?.[1] ?? '';
  return ending.length <= ENDING ? ending : '';
}
