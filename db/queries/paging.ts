/** How much of a list is asked for: at most `limit` items after the place that `cursor` names; all of it, from its start, without. */
export interface Paging {
  limit?: number;
  cursor?: string | undefined;
}
