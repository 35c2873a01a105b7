/**
 * Who of several people gets which of the claims: everybody a run of neighbours, in the order of both lists, so that one person
 * checks what belongs together. Nobody gets more than one claim more than anybody else; the first ones get those. Empty where
 * there is nobody. `claims` are ids in reading order, `people` ids, each once.
 */
export function shareOut(claims: readonly string[], people: readonly string[]): Map<string, string> {
  const shares = new Map<string, string>();
  if (people.length === 0) return shares;
  const least = Math.floor(claims.length / people.length);
  const more = claims.length % people.length;
  let at = 0;
  people.forEach((person, index) => {
    const end = at + least + (index < more ? 1 : 0);
    for (; at < end; at++) shares.set(claims[at]!, person);
  });
  return shares;
}
