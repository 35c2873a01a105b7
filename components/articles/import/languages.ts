/** Languages that a newsroom is likely to meet, offered by name; any other tag can still come from the text or the record. */
const offered = [
  'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lt lv',
  'mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th tr uk ur uz vi xh zh zu',
].flatMap((line) => line.split(' '));

/** The languages to choose from, by their names in `locale`, in its order; `found` is among them whatever it is. */
export function languagesFor(locale: string, found: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const collator = new Intl.Collator(locale);
  return [...new Set([found, ...offered])]
    .map((tag) => ({ value: tag, label: names.of(tag) ?? tag }))
    .sort((one, other) => collator.compare(one.label, other.label));
}
