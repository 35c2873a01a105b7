import { languageTag } from '@/core/article/language';
import type { Package } from '@/core/opc/read-package';
import { readXml } from '@/core/opc/read-xml';

/** What a document's properties say of it (ECMA-376 part 2, 8). Null where they say nothing, or nothing that anybody meant. */
export interface CoreProperties {
  readonly title: string | null;
  readonly creator: string | null;
  readonly language: string | null;
}

/** A property is a line. */
const MOST_CHARACTERS = 1000;

/** What programs write for want of a title: their own names, names of files, the word for a document without one. */
const noTitle =
  /^(?:microsoft (?:office )?word|word document|document|dokument|documento?|untitled|unbenannt|sans titre|sin título|senza titolo|naamloos|powerpoint|slide|template|vorlage|kein folientitel|no slide title)?\s*\d*$|\.(?:docx?|dotx?|odt|rtf|txt)$|^microsoft (?:office )?word\b/iu;

/** What programs write for want of a person. */
const noPerson =
  /^(?:microsoft(?: office)?(?: user)?|office(?: user)?|user|usuario|utilisateur|benutzer|anwender|admin(?:istrator)?|owner|author|autor|unknown|un-named|python-docx|apache poi|openoffice(?:\.org)?|libreoffice|google docs|pandoc|docx|guest|anonymous|default|home|pc|windows user|win\d*)$|[@\\/_]|\d{2}/iu;

/** Reads them; nothing for a part that is not there. A byline is the name of a person, in two words at least. */
export function readCoreProperties(source: Package, part: string | null): CoreProperties {
  const said = new Map<string, string>();
  let inside = '';
  if (part !== null)
    readXml(source.read(part), {
      open: ({ name }) => {
        inside = name;
      },
      close: () => {
        inside = '';
      },
      text: (characters) => {
        const before = said.get(inside) ?? '';
        if (before.length < MOST_CHARACTERS) said.set(inside, before + characters);
      },
    });
  const line = (name: string) => (said.get(name) ?? '').replace(/\s+/g, ' ').trim().slice(0, MOST_CHARACTERS);
  const title = line('dc:title');
  const creator = line('dc:creator');
  const isPerson = /\p{L}\P{Z}*[\s;,]+\P{Z}*\p{L}/u.test(creator) && !noPerson.test(creator) && creator.length <= 500;
  return {
    title: title !== '' && /\p{L}/u.test(title) && !noTitle.test(title) ? title : null,
    creator: isPerson ? creator : null,
    language: languageTag(line('dc:language')),
  };
}
