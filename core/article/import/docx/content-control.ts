import { childOf, type PropertyTree, settingOf, switchOf } from './property-tree';
import type { Reading } from './reading';
import type { TextWriter } from './text-writer';

/** The tags of what Stet writes around an article in a Word document, which is none of its words. */
const ownTag = /^stet-/;

/** The tag of the words that stand for a picture; the control's name is the picture's description. */
const imageTag = 'stet-image';

/**
 * Whether what a content control holds (ECMA-376 part 1, 17.5.2) is left out: Stet's own pages around an article (its pictures are kept as such), a list of
 * contents, and the prompt of a control that nobody has filled in. The latter two are counted.
 */
export function controlOf(properties: PropertyTree, reading: Reading, writer: TextWriter | null): 'left-out' | 'kept' {
  const tag = settingOf(properties, 'w:tag') ?? '';
  if (tag === imageTag) writer?.picture({ alt: settingOf(properties, 'w:alias') ?? '' });
  if (ownTag.test(tag)) return 'left-out';
  const part = childOf(properties, 'w:docPartObj');
  if (/table of contents/i.test(settingOf(part, 'w:docPartGallery') ?? '')) {
    if (reading.gone === 0) reading.tally.add('contents-list');
    return 'left-out';
  }
  if (!switchOf(properties, 'w:showingPlcHdr')) return 'kept';
  if (reading.gone === 0) reading.tally.add('control');
  return 'left-out';
}
