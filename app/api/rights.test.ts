import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Role, roles } from '@/core/newsroom/vocabulary';
import { operations } from './contract/operations';
import { DeskDriver, type Said, type Voice } from './desk-driver';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: DeskDriver;
let people: Record<Role, Voice>;
let article: string;
let claim: string;
let source: string;
let citation: string;

beforeAll(async () => {
  desk = await DeskDriver.open();
  people = await desk.people();
  const make = async (address: string, body: object) =>
    (await desk.expect<{ id: string }>(201, 'POST', address, { ...people.admin, body })).id;
  article = await make('/api/articles', { title: 'Bees', text: 'Bees make honey. Honey keeps for years.' });
  claim = await make(`/api/articles/${article}/claims`, { anchors: [{ exact: 'Bees make honey' }] });
  source = await make('/api/sources', { title: 'Honest hives' });
  citation = await make(`/api/claims/${claim}/citations`, { sourceId: source, stance: 'supports' });
});
afterAll(() => desk.close());

const everybody = [...roles];
const changers: Role[] = ['admin', 'editor', 'checker'];
const editors: Role[] = ['admin', 'editor'];
const admins: Role[] = ['admin'];

/** Each operation with those who may call it. What they send is fit to be refused later: no row changes anything. */
const table: [name: string, allowed: Role[], said?: Said][] = [
  ['me', everybody],
  ['listNotifications', everybody],
  ['readNotifications', everybody, { body: { ids: ['nothing'] } }],
  ['getHearing', everybody],
  ['changeHearing', everybody, { body: { digest: true } }],
  ['listPeople', everybody],
  ['changePerson', admins, { ifMatch: 1, body: {} }],
  ['leaving', admins],
  ['listInvitations', admins],
  ['createInvitation', admins, { body: { role: 'viewer' } }],
  ['withdrawInvitation', admins],
  ['listTokens', everybody],
  ['createToken', everybody, { body: { name: 'Importer' } }],
  ['revokeToken', everybody],
  ['changePassword', everybody, { body: {} }],
  ['beginTwoFactor', everybody, { body: {} }],
  ['renewBackupCodes', everybody, { body: {} }],
  ['endTwoFactor', everybody, { body: {} }],
  ['resetTwoFactor', admins],
  ['listAudit', editors],
  ['articleAudit', editors],
  ['getNewsroom', everybody],
  ['changeNewsroom', admins, { ifMatch: 9, body: {} }],
  ['listScales', everybody],
  ['createScale', admins, { body: { name: '' } }],
  ['changeScale', admins, { ifMatch: 9, body: {} }],
  ['deleteScale', admins, { ifMatch: 9 }],
  ['listArticles', everybody],
  ['createArticle', editors, { body: {} }],
  ['getArticle', everybody],
  ['changeArticle', editors, { ifMatch: 9, body: {} }],
  ['deleteArticle', editors, { ifMatch: 9 }],
  ['restoreArticle', editors],
  ['articleText', everybody],
  ['articleSteps', everybody],
  ['articleSuggestions', everybody],
  ['articleCoverage', everybody],
  ['getSignOff', everybody],
  ['signOff', editors, { body: { version: 9 } }],
  ['addLook', changers, { body: { start: 0, end: 0 } }],
  ['dropLook', changers, { body: { start: 0, end: 0 } }],
  ['listNotices', everybody],
  ['addNotice', editors, { body: {} }],
  ['changeNotice', editors, { ifMatch: 9, body: {} }],
  ['deleteNotice', editors, { ifMatch: 9 }],
  ['restoreNotice', editors],
  ['articleEvents', everybody],
  ['bringAnnotations', changers, { body: {} }],
  ['editArticle', editors, { body: { version: 9, clientId: 'one', steps: [{ stepType: 'replace', from: 1, to: 1 }] } }],
  ['newDraft', editors, { body: { text: 'Honey' } }],
  ['listVersions', everybody],
  ['getVersion', everybody],
  ['restoreVersion', editors],
  ['applyCorrections', editors, { body: { claims: [{ id: 'nothing', revision: 9 }] } }],
  ['tellPresence', everybody, { body: { desk: crypto.randomUUID(), claimId: null, editing: false } }],
  ['confirmClaim', changers, { ifMatch: 9, body: {} }],
  ['acceptCorrection', editors, { ifMatch: 9, body: {} }],
  ['rejectCorrection', editors, { ifMatch: 9, body: { note: 'No' } }],
  ['closeClaim', changers, { ifMatch: 9, body: { note: 'Gone' } }],
  ['reopenClaim', changers, { ifMatch: 9 }],
  ['claimCandidates', everybody],
  ['exportArticle', everybody],
  ['listClaims', everybody],
  ['assignClaims', editors, { body: { claims: 'all', to: ['nobody'] } }],
  ['listWork', changers],
  ['listWorkload', editors],
  ['createClaim', changers, { body: {} }],
  ['getClaim', everybody],
  ['changeClaim', changers, { ifMatch: 9, body: {} }],
  ['deleteClaim', changers, { ifMatch: 9 }],
  ['restoreClaim', changers],
  ['addAnchor', changers, { ifMatch: 9, body: { exact: 'Honey' } }],
  ['moveAnchor', changers, { ifMatch: 9, body: { exact: 'Honey' } }],
  ['dropAnchor', changers, { ifMatch: 9 }],
  ['addCitation', changers, { body: {} }],
  ['changeCitation', changers, { ifMatch: 9, body: {} }],
  ['dropCitation', changers, { ifMatch: 9 }],
  ['listComments', everybody],
  ['addComment', changers, { body: {} }],
  ['changeComment', changers, { ifMatch: 9, body: { body: 'Who?' } }],
  ['deleteComment', changers, { ifMatch: 9 }],
  ['restoreComment', changers],
  ['resolveComment', changers],
  ['reopenComment', changers],
  ['listGuests', changers],
  ['inviteGuest', editors, { body: {} }],
  ['revokeGuest', editors],
  ['approveClaim', editors, { ifMatch: 9 }],
  ['withdrawApproval', editors, { ifMatch: 9 }],
  ['returnClaim', editors, { ifMatch: 9, body: { note: 'Again' } }],
  ['giveCheck', changers, { body: { verdict: 'true' } }],
  ['decideCheck', editors, { ifMatch: 9, body: { verdict: 'true', reason: 'Why' } }],
  ['articleAgreement', editors],
  ['newsroomAgreement', editors],
  ['claimHistory', everybody],
  ['listSources', everybody],
  ['createSource', changers, { body: {} }],
  ['getSource', everybody],
  ['changeSource', changers, { ifMatch: 9, body: {} }],
  ['deleteSource', changers, { ifMatch: 9 }],
  ['sourceClaims', everybody],
  ['listSourceFiles', everybody],
  ['addSourceFile', changers],
  ['getFile', everybody],
  ['removeSourceFile', changers],
  ['restoreSourceFile', changers],
  ['sourceDoubles', everybody],
  ['restoreSource', changers],
  ['setStanding', editors, { ifMatch: 9, body: { standing: 'fallen', reason: 'Invented' } }],
  ['mergeSource', editors, { ifMatch: 9, body: { into: 'nothing' } }],
  ['undoMerge', editors],
  ['listContacts', changers],
  ['addContact', changers, { body: {} }],
  ['changeContact', changers, { ifMatch: 9, body: { outcome: 'None' } }],
  ['deleteContact', changers, { ifMatch: 9 }],
  ['dueContacts', changers],
  ['fileWords', everybody],
  ['copySourcePage', changers, { body: { citationId: 'nothing' } }],
  ['checkSourceLink', editors],
];
const open = ['signUp', 'signIn', 'signOut', 'takeCode', 'takeBackupCode', 'getSession', 'health', 'openapi'];
/** These are asked of a guest's link alone: guest.test.ts. */
const guests = ['guestView', 'replyAsGuest'];

/** The address of an operation, about what exists; or about nothing at all, as about comments: who may change one depends on who wrote it. */
function addressOf(name: string, existing = true): string {
  const { path } = operations.get(name)!;
  const id = path.startsWith('/api/articles')
    ? article
    : path.startsWith('/api/claims')
      ? claim
      : path.startsWith('/api/sources')
        ? source
        : path.startsWith('/api/citations')
          ? citation
          : 'nothing';
  return path
    .replace('{id}', existing ? id : 'nothing')
    .replace('{anchorId}', 'nothing')
    .replace('{contactId}', 'nothing')
    .replace('{guestId}', 'nothing')
    .replace('{version}', '0');
}

async function statusOf(name: string, address: string, said: Said): Promise<number> {
  const answered = await desk.call(operations.get(name)!.method, address, said);
  await answered.body?.cancel();
  return answered.status;
}

describe('who may call what', () => {
  it('is said of every operation', () => {
    expect([...table.map(([name]) => name), ...open, ...guests].sort()).toEqual([...operations.keys()].sort());
  });

  it.each(table)('%s', async (name, allowed, said = {}) => {
    const address = addressOf(name);
    expect(await statusOf(name, address, said)).toBe(401);
    for (const role of roles) {
      const status = await statusOf(name, address, { ...said, ...people[role] });
      expect([role, status === 403]).toEqual([role, !allowed.includes(role)]);
      expect(status).toBeLessThan(500);
    }
  });

  it.each(table.filter(([name]) => /\{id\}/.test(operations.get(name)!.path)))(
    '%s: a role too low learns nothing of what exists',
    async (name, allowed, said = {}) => {
      for (const role of roles.filter((role) => !allowed.includes(role)))
        expect(await statusOf(name, addressOf(name, false), { ...said, ...people[role] })).toBe(403);
    },
  );
});

describe('an article that is restricted', () => {
  it('is absent for others, with everything in it, in the very words of what does not exist', async () => {
    const { admin, editor, checker } = people;
    const body = { title: 'Secret', text: 'Wasps make paper.' };
    const secret = await desk.expect<{ id: string }>(201, 'POST', '/api/articles', { ...editor, body });
    const access = { kind: 'restricted', people: [] };
    await desk.expect(200, 'PATCH', `/api/articles/${secret.id}`, { ...editor, ifMatch: 1, body: { access } });
    const inside = await desk.expect<{ id: string }>(201, 'POST', `/api/articles/${secret.id}/claims`, {
      ...editor,
      body: { anchors: [{ exact: 'Wasps' }] },
    });
    for (const voice of [admin, checker])
      for (const [real, none] of [
        [`/api/articles/${secret.id}`, '/api/articles/none'],
        [`/api/articles/${secret.id}/text`, '/api/articles/none/text'],
        [`/api/articles/${secret.id}/events`, '/api/articles/none/events'],
        [`/api/articles/${secret.id}/export`, '/api/articles/none/export'],
        [`/api/claims/${inside.id}`, '/api/claims/none'],
        [`/api/claims/${inside.id}/history`, '/api/claims/none/history'],
      ] as const)
        expect(await desk.expect(404, 'GET', real, voice)).toEqual(await desk.expect(404, 'GET', none, voice));
    const listed = await desk.expect<{ items: { id: string }[] }>(200, 'GET', '/api/articles', admin);
    expect(listed.items.map(({ id }) => id)).not.toContain(secret.id);
  });
});

describe('a report’s edition', () => {
  it('is the public one where nobody says, and the internal one only for those who may see it', async () => {
    const report = (voice: Voice, query: string, status = 200) =>
      desk.expect<{ edition: string }>(status, 'GET', `/api/articles/${article}/export?format=json${query}`, voice);
    expect((await report(people.admin, '')).edition).toBe('public');
    expect((await report(people.checker, '&edition=internal')).edition).toBe('internal');
    await report(people.viewer, '&edition=internal', 403);
    expect(await report(people.viewer, '')).toEqual(await report(people.admin, ''));
  });
});
