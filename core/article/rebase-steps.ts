import type { Node } from 'prosemirror-model';
import { Mapping, type Step } from 'prosemirror-transform';

/**
 * Steps that somebody made on a text, made anew on the text as others have changed it since: `steps` and `over` both begin at
 * one document, and `after` is what `over` makes of it. A step of which nothing is left is left out, as is one that no longer
 * fits. Each is taken back through those before it and then through `over`, as prosemirror-collab rebases, but without
 * the document that they were made on: positions need none.
 *
 * Where `isOwn` says so, a step of `over` (by its index) is the first of `steps` that is not there yet: it came through though
 * nobody heard so, and is not made again.
 */
export function rebaseSteps(
  steps: readonly Step[],
  over: readonly Step[],
  after: Node,
  isOwn: (at: number) => boolean = () => false,
): { steps: Step[]; doc: Node } {
  const mapping = new Mapping();
  for (const step of [...steps].reverse()) mapping.appendMap(step.getMap().invert());
  let mapFrom = steps.length;
  for (const [at, step] of over.entries()) {
    if (isOwn(at) && mapFrom > 0) mapping.appendMap(step.getMap(), --mapFrom);
    else mapping.appendMap(step.getMap());
  }
  const rebased: Step[] = [];
  let doc = after;
  for (const step of steps.slice(steps.length - mapFrom)) {
    const mapped = step.map(mapping.slice(mapFrom));
    mapFrom--;
    const result = mapped && applied(mapped, doc);
    if (!mapped || !result) continue;
    // What was taken back comes again here: positions inside what it put in find their way.
    mapping.appendMap(mapped.getMap(), mapFrom);
    rebased.push(mapped);
    doc = result;
  }
  return { steps: rebased, doc };
}

function applied(step: Step, doc: Node): Node | null {
  try {
    return step.apply(doc).doc;
  } catch {
    return null;
  }
}
