/** What an event is about: the first part of its kind. */
export const eventSubjects = [
  'article',
  'claim',
  'check',
  'correction',
  'anchor',
  'citation',
  'comment',
  'look',
  'notice',
  'source',
  'file',
  'contact',
  'scale',
  'newsroom',
  'person',
  'invitation',
  'token',
  'guest',
] as const;
export type EventSubject = (typeof eventSubjects)[number];
