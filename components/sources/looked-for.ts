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
  /** The article whose sources are shown, by id; null for all. */
  article: string | null;
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
    article: one('article') || null,
    order: among(sourceOrders, 'order') || 'activity',
    cursor: one('cursor') || null,
    id: one('id') || null,
  };
}

/** Whether a view shows a part of the sources only. */
export function isNarrowed({ article, ...view }: SourcesView): boolean {
  return article !== null || isChosen(view);
}

/** Whether some are chosen by what they are. */
export function isChosen({ kind, tier, standing, link, only }: Omit<SourcesView, 'article'>): boolean {
  return Boolean(kind || tier || standing || link || only);
}

/** What the interface is asked for to list what a view shows. */
export function askedFor({ q, kind, tier, standing, link, only, article, order }: SourcesView): Record<string, string> {
  return {
    order,
    ...(q && { q }),
    ...(kind && { kind }),
    ...(tier && { tier: tier === 'none' ? '' : tier }),
    ...(standing && { standing }),
    ...(link && { link }),
    ...(article !== null && { article }),
    ...(only === 'confidential' && { confidential: '1' }),
    ...(only === 'unused' && { unused: '1' }),
    ...(only === 'deleted' && { deleted: '1' }),
  };
}

/** The address of a view; looking for something else begins at the first page. */
export function sourcesAddress(view: SourcesView, change: Partial<SourcesView> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...view, ...change }))
    if (value && !(name === 'order' && value === 'activity')) query.set(name, value);
  return query.size > 0 ? `/sources?${query}` : '/sources';
}
