import type { Claim } from '@/core/claim/claim';
import { placesOf } from '../places';

/** Claims that follow one another in the same paragraph. */
export interface Group {
  /** The paragraph's number; null for the claims that have lost their words. */
  paragraph: number | null;
  /** The other paragraphs that the group's claims stand in. */
  also: number[];
  claims: Claim[];
}

/** The claims by the paragraph of their first place. */
export function groupsOf(claims: readonly Claim[], paragraphAt: (position: number) => number): Group[] {
  const groups: Group[] = [];
  for (const claim of claims) {
    const paragraphs = placesOf(claim).map((place) => paragraphAt(place.from));
    const paragraph = paragraphs[0] ?? null;
    let group = groups.at(-1);
    if (!group || group.paragraph !== paragraph) {
      group = { paragraph, also: [], claims: [] };
      groups.push(group);
    }
    group.claims.push(claim);
    for (const other of paragraphs.slice(1))
      if (other !== paragraph && !group.also.includes(other)) group.also.push(other);
  }
  for (const group of groups) group.also.sort((a, b) => a - b);
  return groups;
}
