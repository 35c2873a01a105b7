import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { mapThrough, type PositionedAnchor } from '@/core/anchor/map-through';
import { placeAnchor } from '@/core/anchor/place';
import type { Placement } from '@/core/anchor/placement';
import { quoteOf } from '@/core/anchor/quote';
import { drawnIn } from '@/core/anchor/range';
import { readSteps } from '@/core/article/apply-steps';
import { articleText } from '@/core/article/text';
import type { Anchor } from '@/core/claim/claim';
import type { TextTold } from './text';

/** A place as a caller names it: by positions, of a version if it is said, or by its words. */
export type Place =
  | { readonly from: number; readonly to: number; readonly version?: number }
  | { readonly exact: string };

export type Follow = (places: readonly PositionedAnchor[]) => PositionedAnchor[];

/** The text as the interface keeps it, in memory: who wrote which step, and where anchors stand after it. */
export class ModelText {
  doc: Node;
  private readonly steps: { json: unknown; clientId: string; placed: readonly Placement[] }[] = [];

  constructor(start: Node) {
    this.doc = start;
  }

  get version(): number {
    return this.steps.length;
  }

  /** What a caller at a version lacks. */
  since(version: number): TextTold {
    const since = Math.min(version, this.version);
    const lacking = this.steps.slice(since);
    return {
      since,
      version: this.version,
      steps: lacking.map(({ json }) => json),
      clientIds: lacking.map(({ clientId }) => clientId),
      reanchored: lacking.flatMap(({ placed }, at) =>
        placed.length > 0 ? [{ version: since + at + 1, anchors: [...placed] }] : [],
      ),
    };
  }

  /**
   * Takes steps in, made on the present version. Where anchors are after them, as they are kept: nobody has looked at the words
   * there. Throws where a step does not apply.
   */
  take(json: readonly unknown[], clientId: string, placed: readonly Placement[] = []): Follow {
    const edit = new Transform(this.doc);
    const steps = readSteps(json);
    for (const step of steps) edit.step(step);
    const { doc: before } = this;
    this.doc = edit.doc;
    json.forEach((one, at) => {
      this.steps.push({ json: one, clientId, placed: at === json.length - 1 ? placed : [] });
    });
    return (places) =>
      mapThrough(places, steps, before).map((mapped) => placed.find(({ id }) => id === mapped.id) ?? mapped);
  }

  /** An anchor on the words at a place; null where none stand there, or where the place is of another version. */
  anchorAt(id: string, place: Place): Anchor | null {
    const text = articleText(this.doc);
    if (!('from' in place)) {
      const at = text.text.indexOf(place.exact);
      if (at === -1) return null;
      const end = at + place.exact.length;
      return this.anchorAt(id, { from: text.positionAt(at), to: text.positionAt(end, -1) });
    }
    const range = (place.version ?? this.version) === this.version ? drawnIn(text, place.from, place.to) : null;
    return range && placeAnchor(this.doc, { id, ...range, ...quoteOf(this.doc, range.from, range.to) });
  }
}
