/** What somebody’s words begin and end with where they bring their own quotation marks. */
const OWN = /^["\p{Pi}„‚「『].*["\p{Pf}“‘」』]$/su;

/** Words in quotation marks, unless they bring their own. */
export function Quoted({ words, lang, className }: { words: string; lang?: string; className?: string }) {
  return (
    <q className={className} lang={lang} dir="auto" data-own={OWN.test(words) ? '' : undefined}>
      {words}
    </q>
  );
}
