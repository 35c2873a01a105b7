import type { Event } from './event';
import { inline, type Telling, type Told, who } from './telling';

/** What became of an evidence file. */
export function fileLines(event: Event, telling: Telling): Told[] {
  const { words } = telling;
  const said = event.after ?? event.before ?? {};
  const values = { who: who(event, telling), name: inline(said.name), title: inline(said.title) };
  switch (event.kind) {
    case 'file.removed':
      return [{ sentence: words('told.file.removed', values) }];
    case 'file.restored':
      return [{ sentence: words('told.file.restored', values) }];
    default:
      return [{ sentence: words(said.url ? 'told.file.copied' : 'told.file.added', values) }];
  }
}
