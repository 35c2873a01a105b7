import { Node } from 'prosemirror-model';
import { Step } from 'prosemirror-transform';
import { mapThrough, type PositionedAnchor } from '@/core/anchor/map-through';
import type { Placements } from '@/core/anchor/placement';
import { articleSchema } from '@/core/article/schema';

/** Steps as the interface answers them. */
interface Told {
  version: number;
  steps: readonly unknown[];
  reanchored: readonly Placements[];
}

/** A desk that knows of the text and its anchors only what the interface tells of steps, from the version on that it loaded. */
export class Follower {
  private places: PositionedAnchor[];

  constructor(
    public doc: Node,
    public version: number,
    anchors: readonly PositionedAnchor[],
  ) {
    this.places = anchors.map(({ id, from, to }) => ({ id, from, to }));
  }

  static of({ doc, version }: { doc: unknown; version: number }, anchors: readonly PositionedAnchor[]): Follower {
    return new Follower(Node.fromJSON(articleSchema, doc), version, anchors);
  }

  /** Where it has the anchors, in the order of their ids. */
  get anchors(): PositionedAnchor[] {
    return this.places.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  take({ version, steps, reanchored }: Told): void {
    for (const json of steps) {
      const step = Step.fromJSON(articleSchema, json);
      const mapped = mapThrough(this.places, [step], this.doc);
      this.version++;
      const placed = new Map(
        reanchored.flatMap((one) =>
          one.version === this.version ? one.anchors.map((at) => [at.id, at] as const) : [],
        ),
      );
      this.places = mapped.map(({ id, from, to }) => placed.get(id) ?? { id, from, to });
      this.doc = step.apply(this.doc).doc!;
    }
    if (this.version !== version) throw new Error(`Steps to ${version} lead to ${this.version}.`);
  }
}
