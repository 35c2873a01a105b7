import type { Rules, SourceNeed } from '@/core/newsroom/rules';
import type { Source, Stance } from '@/core/source/source';
import type { Claim } from './claim';

/** A citation as far as the rules look at it. */
export interface Evidence {
  readonly sourceId: string;
  readonly stance: Stance;
  readonly source: Pick<Source, 'tier' | 'standing' | 'publisher' | 'url' | 'deletedAt'>;
}

/** What a newsroom asks, as far as one of its articles is concerned. */
export interface House {
  readonly rules: Pick<Rules, 'sources' | 'secondPerson' | 'approvers' | 'fullCoverage'>;
  /** The article's scale. */
  readonly scale: string;
  /** How many active people may check claims. */
  readonly checkers: number;
}

/** What a claim lacks: coded, with how many there must be and how many there are. */
export interface Unmet {
  readonly code: 'source' | 'two-or-primary' | 'approvers';
  readonly needed: number;
  readonly found: number;
}

type Ruled = Pick<Claim, 'verdict' | 'severity' | 'approvals'> & { readonly citations: readonly Evidence[] };

/** All that a claim lacks of what its newsroom's rules ask, whoever looks: sources first, then people who approve. */
export function unmetRules(claim: Ruled, house: House): Unmet[] {
  const needed = approversNeeded(claim, house);
  const found = claim.approvals.length;
  return [...unmetSources(claim, house), ...(found < needed ? [{ code: 'approvers' as const, needed, found }] : [])];
}

/**
 * What the verdict still must stand on. A source counts when it is cited for or against the claim: one that only gives context
 * does not, nor one that has fallen or was deleted; a doubtful one does until somebody says that it fell. A claim without a
 * verdict needs none.
 */
export function unmetSources({ verdict, citations }: Ruled, { rules, scale }: House): Unmet[] {
  const need: SourceNeed = (verdict !== null && rules.sources[scale]?.[verdict]) || 'none';
  const counted = countedSources(citations);
  if (need === 'one' && counted.length === 0) return [{ code: 'source', needed: 1, found: 0 }];
  if (need !== 'two-or-primary' || counted.some(({ source }) => source.tier === 'primary')) return [];
  const independent = counted.some((one, at) => counted.slice(at + 1).some((other) => areIndependent(one, other)));
  return independent ? [] : [{ code: 'two-or-primary', needed: 2, found: Math.min(1, counted.length) }];
}

/** Whether a verdict that is given, or was approved, lacks what the rules ask of it now; that nobody has approved it yet aside. */
export function lacksWhatIsAsked(claim: Ruled & Pick<Claim, 'status'>, house: House): boolean {
  return unmetRules(claim, house).some(({ code }) => code !== 'approvers' || claim.status === 'approved');
}

/** How many different people must approve the claim, by how grave it is. */
export function approversNeeded({ severity }: Pick<Claim, 'severity'>, { rules }: Pick<House, 'rules'>): number {
  return rules.approvers[severity ?? 'unset'];
}

/** Whether somebody would approve what they judged themselves though there is somebody else: the rule of the second person. */
export function isOwnApproval(
  claim: Pick<Claim, 'verdictBy'> & { readonly reasonedBy?: string | null },
  personId: string,
  { rules, checkers }: House,
): boolean {
  return rules.secondPerson && checkers > 1 && (claim.verdictBy ?? claim.reasonedBy ?? null) === personId;
}

function countedSources(citations: readonly Evidence[]): Evidence[] {
  const counted = citations.filter(
    ({ stance, source }) => stance !== 'context' && source.standing !== 'fallen' && source.deletedAt === null,
  );
  return [...new Map(counted.map((citation) => [citation.sourceId, citation])).values()];
}

/** Two sources, of different publishers; where one of those is not known, not of one site. */
function areIndependent(one: Evidence, other: Evidence): boolean {
  if (one.sourceId === other.sourceId) return false;
  const publishers = [one, other].map(({ source }) => source.publisher?.replace(/\s+/g, ' ').trim().toLowerCase());
  if (publishers[0] && publishers[1]) return publishers[0] !== publishers[1];
  const hosts = [one, other].map(({ source }) => hostOf(source.url));
  return !hosts[0] || !hosts[1] || !(isWithin(hosts[0], hosts[1]) || isWithin(hosts[1], hosts[0]));
}

function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
}

const isWithin = (host: string, site: string) => host === site || host.endsWith(`.${site}`);
