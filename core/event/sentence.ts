import { articleLines } from './article-lines';
import { checkLines } from './check-lines';
import { citationLines } from './citation-lines';
import { claimLines } from './claim-lines';
import { commentLines } from './comment-lines';
import type { Event } from './event';
import { fileLines } from './file-lines';
import { houseLines } from './house-lines';
import { lookLines, noticeLines } from './notice-lines';
import { sourceLines } from './source-lines';
import type { Telling, Told } from './telling';

/** An event as its lines: one for each thing that it changed, the weightiest first; never none. */
export function eventSentences(event: Event, telling: Telling): Told[] {
  const [subject] = event.kind.split('.');
  switch (subject) {
    case 'claim':
    case 'anchor':
    case 'correction':
      return claimLines(event, telling);
    case 'check':
      return checkLines(event, telling);
    case 'citation':
      return citationLines(event, telling);
    case 'comment':
      return commentLines(event, telling);
    case 'notice':
      return noticeLines(event, telling);
    case 'look':
      return lookLines(event, telling);
    case 'file':
      return fileLines(event, telling);
    case 'article':
      return articleLines(event, telling);
    case 'source':
    case 'contact':
      return sourceLines(event, telling);
    default:
      return houseLines(event, telling);
  }
}

/** An event in one line, its sentences parted by semicolons; long words are left out. */
export function eventSentence(event: Event, telling: Telling): string {
  return eventSentences(event, telling)
    .map(({ sentence }) => sentence)
    .join('; ');
}
