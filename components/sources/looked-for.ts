import {
  type LinkState,
  linkStates,
  type SourceKind,
  type Standing,
  sourceKinds,
  standings,
  type Tier,
  tiers,
} from '@/core/source/vocabulary';

/** The one more thing by which a list of sources is narrowed. */
export const onlyChoices = ['confidential', 'unused', 'deleted'] as const;
export const sourceOrders = ['activity', 'title', 'claims'] as const;

/** What the sources page shows; its address holds it. An empty choice takes all. */
export interface SourcesView {
  q: string;
  kind: SourceKind | '';
  /** `none`: nobody has said. */
  tier: Tier | 'none' | '';
  standing: Standing | '';
  link: LinkState | '';
  only: (typeof onlyChoices)[number] | '';
  order: (typeof sourceOrders)[number];
  cursor: string | null;
  /** The source that is open, by id. */
  id: string | null;
}

export function sourcesViewOf(parameters: Record<string, string | string[] | undefined>): SourcesView {
  const one = (name: string) => [parameters[name]].flat()[0] ?? '';
  const among = <T extends string>(choices: readonly T[], name: string) =>
    choices.find((choice) => choice === one(name)) ?? '';
  return {
    q: one('q').slice(0, 500),
    kind: among(sourceKinds, 'kind'),
    tier: among([...tiers, 'none'], 'tier'),
    standing: among(standings, 'standing'),
    link: among(linkStates, 'link'),
    only: among(onlyChoices, 'only'),
    order: among(sourceOrders, 'order') || 'activity',
    cursor: one('cursor') || null,
    id: one('id') || null,
  };
}

/** Whether a view shows a part of the sources only. */
export function isNarrowed({ kind, tier, standing, link, only }: SourcesView): boolean {
  return Boolean(kind || tier || standing || link || only);
}

/** The address of a view; looking for something else begins at the first page. */
export function sourcesAddress(view: SourcesView, change: Partial<SourcesView> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...view, ...change }))
    if (value && !(name === 'order' && value === 'activity')) query.set(name, value);
  return query.size > 0 ? `/sources?${query}` : '/sources';
}
