import type { Access, ArticleStatus } from '@/core/article/article';
import type { StrokeKind } from '@/core/article/version';
import type { Event } from './event';
import { changeOf, inline, mannerOf, personName, type RecordKey, type Telling, type Told, who } from './telling';

/** What an event did to an article itself. */
export function articleLines(event: Event, telling: Telling): Told[] {
  const { words } = telling;
  const by = who(event, telling);
  switch (event.kind) {
    case 'article.created':
      return [{ sentence: words('told.article.created', { who: by, title: inline(event.after?.title) }) }];
    case 'article.edited':
      return [{ sentence: words(`told.article.${editOf(event)}`, { who: by }) }];
    case 'article.deleted':
      return [{ sentence: words('told.article.deleted', { who: by }) }];
    case 'article.restored':
      return [{ sentence: words('told.article.restored', { who: by }) }];
    case 'article.signed-off':
      return [
        { sentence: words(`told.article.${event.before?.signedOff ? 'signed-anew' : 'signed-off'}`, { who: by }) },
      ];
    case 'article.sign-off-ended':
      return [{ sentence: words('told.article.sign-off-ended', { who: by }) }];
    case 'article.brought-back':
      return [{ sentence: broughtBack(event, telling) }];
  }
  const lines: Told[] = [];
  const title = changeOf(event, 'title');
  if (title)
    lines.push({ sentence: words('told.article.title', { who: by, from: inline(title.from), to: inline(title.to) }) });
  for (const [field, label] of labelled) {
    const change = changeOf(event, field);
    if (!change) continue;
    const values = { who: by, from: label(change.from, telling), to: label(change.to, telling) };
    lines.push({ sentence: words(`told.article.${field}`, values) });
  }
  const deadline = changeOf(event, 'deadline');
  if (deadline)
    lines.push({
      sentence:
        typeof deadline.to === 'string'
          ? words('told.article.deadline', { who: by, when: new Date(deadline.to) })
          : words('told.article.no-deadline', { who: by }),
    });
  const assignee = changeOf(event, 'assigneeId');
  if (assignee) {
    const values = { who: by, from: personName(assignee.from, telling), to: personName(assignee.to, telling) };
    lines.push({ sentence: words(`told.article.assigneeId.${mannerOf(assignee)}`, values) });
  }
  const access = event.after?.access as Access | undefined;
  if (access)
    lines.push({
      sentence:
        access.kind === 'restricted'
          ? words('told.article.access-restricted', { who: by, count: access.people.length })
          : words('told.article.access-newsroom', { who: by }),
    });
  return lines.length > 0 ? lines : [{ sentence: words('told.article.changed', { who: by }) }];
}

/** From which newsroom the article came with all its claims, where that was another one. */
function broughtBack(event: Event, telling: Telling): string {
  const values = { who: who(event, telling), title: inline(event.after?.title) };
  const { newsroom } = event.after ?? {};
  return newsroom
    ? telling.words('told.article.taken-over', { ...values, newsroom: inline(newsroom) })
    : telling.words('told.article.brought-back', values);
}

/** How the text changed: at one stroke of some kind, or by typing. */
function editOf({ after }: Event) {
  return edits.find(([stroke]) => stroke === after?.stroke)?.[1] ?? 'edited';
}

const edits = [
  ['draft', 'draft'],
  ['restored', 'restored-version'],
  ['corrected', 'corrected'],
] as const satisfies readonly (readonly [StrokeKind, string])[];

const labelled = [
  ['status', statusLabel],
  ['scale', scaleName],
  ['language', inline],
] as const;

/** The statuses by name, without the schemas that check them: a screen that tells a history stays small. */
const statusWords = {
  draft: 'article-status.draft',
  checking: 'article-status.checking',
  'signed-off': 'article-status.signed-off',
  archived: 'article-status.archived',
} as const satisfies Record<ArticleStatus, RecordKey>;

function statusLabel(key: unknown, { words }: Telling): string {
  return isStatus(key) ? words(statusWords[key]) : inline(key);
}

function isStatus(key: unknown): key is ArticleStatus {
  return typeof key === 'string' && Object.hasOwn(statusWords, key);
}

function scaleName(id: unknown, { scales }: Telling): string {
  return inline(scales?.find((scale) => scale.id === id)?.name ?? id);
}
