import { Step } from 'prosemirror-transform';
import { articleNode } from '@/components/editor/article-node';
import type { Writer } from '@/components/editor/writing/writing';
import { ProblemAnswer } from '@/components/interface/call';
import { everyItem } from '@/components/interface/pages';
import type { ArticleWithDoc } from '@/core/article/article';
import { rebaseSteps } from '@/core/article/rebase-steps';
import { articleSchema } from '@/core/article/schema';
import type { Claim } from '@/core/claim/claim';
import type { Scale } from '@/core/claim/scale';
import type { Event } from '@/core/event/event';
import type { Person } from '@/core/newsroom/person';
import { adopted } from './adoption';
import type { World } from './browser';
import type { DeskCore } from './core';
import type { Connection, WritingState } from './desk-state';
import { EventStream, type Present } from './event-stream';
import { tidied } from './ledger';
import type { OtherTabs, TabMessage } from './other-tabs';
import type { KeptText } from './outbox-shelf';
import { Sender } from './sender';
import {
  acknowledged,
  departed,
  failed,
  type Heard,
  heard,
  learned,
  readAgain,
  refused,
  type Sent,
  textTold,
  withChangers,
} from './settlement';
import { stepsSince } from './steps-since';
import type { TextTold } from './text';
import { TextSender } from './text-sender';

/** Another tab writes at every key; its words are taken in this often, in milliseconds. */
const ADOPTION_PAUSE = 100;

/** The desk while its page is open: the queue is sent, the article is listened to, other tabs are heard. */
export class DeskSession {
  readonly sender: Sender;
  private readonly stream: EventStream;
  private readonly tabs: OtherTabs;
  private readonly abort = new AbortController();
  private streamState: 'opening' | 'opened' | 'lost' | 'paused' = 'opening';
  /** Why the server cannot be heard, found out by asking it; null while it answers. */
  private unheard: Connection['reason'] = null;
  private cancelAdoption: (() => void) | null = null;
  private readonly stopWatching: () => void;
  private readonly asked = new Set<string>();
  private readonly text: TextSender;
  /** This open desk, among all that listen to the article. */
  private readonly desk: string;
  /** Who has the article open, this desk not among them. */
  present: readonly Present[] = [];
  private left: KeptText | null = null;
  /** Where this person is, as it was told last. */
  private place: { claimId: string | null; editing: boolean } = { claimId: null, editing: false };
  private catchingUp: Promise<boolean> | null = null;

  constructor(
    private readonly core: DeskCore,
    private readonly world: World,
    since: number,
  ) {
    const { articleId, personId } = core;
    this.desk = world.newId();
    this.text = new TextSender(articleId, personId, {
      ...world,
      version: () => core.ledger.known.article.version,
      onTold: (told) => this.takeText(told),
      onUnsent: (version, steps) => this.keepText(version, steps),
      onState: () => core.publish(),
      onReached: () => this.sender.reached(),
    });
    this.tabs = world.joinTabs(personId, articleId, (message) => this.hearTab(message));
    this.sender = new Sender({
      ...world,
      ledger: () => core.ledger,
      alone: (work) => this.tabs.alone(() => this.prepared(work), this.abort.signal),
      isQuiet: core.pacing.isQuiet,
      onDeparture: (sent) => this.depart(sent),
      onAcknowledged: (sent, record) => {
        this.tell({ kind: 'acknowledged', sent, record });
        this.acknowledge(sent, record);
      },
      onRefused: (sent, refusal) => core.update((ledger) => refused(ledger, sent, refusal)),
      onFailed: (sent) => core.update((ledger) => failed(ledger, sent)),
      onLearned: (record) => core.update((ledger) => learned(ledger, record)),
      onBehind: () => this.catchUp(),
      onState: () => core.publish(),
    });
    this.stream = new EventStream(articleId, this.desk, since, {
      ...world,
      open: world.openEvents,
      onHeard: (told) => this.hear(told),
      onPresent: (present) => {
        this.present = present.filter(({ desk }) => desk !== this.desk);
        core.publish();
      },
      onState: (state) => this.streamIs(state),
      onLongSilence: () => this.readAgain(),
    });
    this.stopWatching = world.watch({
      hope: () => this.tryNow(),
      offline: () => this.stream.onOffline(),
      hurry: () => core.flush(),
      visibility: () => this.stream.onVisibility(),
    });
    this.open();
  }

  private async open(): Promise<void> {
    await this.core.keeper.open();
    await this.adopt();
    if (this.abort.signal.aborted) return;
    this.stream.start();
    this.sender.wake();
    this.quietly(() => this.findLeft());
  }

  /**
   * What an earlier visit wrote into the text and did not send, if no other page of this browser is at it: made anew on the text
   * as it is by now, without what the server turns out to have.
   */
  private async findLeft(): Promise<void> {
    const { articleId, personId, keeper } = this.core;
    for (const text of await keeper.textsLeft(personId, articleId)) {
      if (text.clientId === this.clientId || !(await this.world.hold(`stet-text ${text.clientId}`))) continue;
      const told = await this.readSteps(text.version);
      // Another page of this browser may have known a later text than this one was opened with.
      if (told.version > this.core.ledger.known.article.version && !(await this.catchUp())) return;
      const { article, steps } = this.core.ledger.known;
      const since = stepsSince({ version: article.version, steps }, told.version) ?? [];
      const fromJson = (step: unknown) => Step.fromJSON(articleSchema, step);
      const over = [...told.steps.map(fromJson), ...since.map(({ step }) => step)];
      const ids = [...told.clientIds, ...since.map(({ clientId }) => clientId)];
      const isOwn = (at: number) => ids[at] === text.clientId;
      const rebased = rebaseSteps(text.steps.map(fromJson), over, articleNode(article.doc), isOwn);
      const left = rebased.steps.map((step) => step.toJSON());
      if (left.length === 0) keeper.keepText({ ...text, steps: [] });
      else {
        this.left = { ...text, version: article.version, steps: left };
        this.core.publish();
        return;
      }
    }
  }

  /**
   * Leaves the desk: sends what is typed and not sent, and listens no more. Gives the number of the last event heard, for a
   * session that takes over.
   */
  stop(): number {
    this.stopWatching();
    this.text.stop();
    this.cancelAdoption?.();
    this.stream.stop();
    this.core.flush();
    this.sender.finish().then(() => {
      this.abort.abort();
      this.tabs.close();
    });
    return this.stream.since;
  }

  tryNow(): void {
    this.stream.tryNow();
    this.sender.tryNow();
    this.text.tryNow();
  }

  private clientId: string | null = null;

  /** The article is written in from now on: what is unsent in it is kept and sent. */
  async attach(writer: Writer): Promise<void> {
    this.clientId = writer.clientId;
    await this.world.hold(`stet-text ${writer.clientId}`);
    this.text.attach(writer);
  }

  /** What an earlier visit left is in the text again. */
  resumed(): void {
    const { left } = this;
    this.left = null;
    // Kept under this desk's own name from here on.
    if (left && left.clientId !== this.clientId)
      this.quietly(async () => this.core.keeper.keepText({ ...left, steps: [] }));
    this.core.publish();
  }

  written(): void {
    this.text.changed();
  }

  retryText(): void {
    this.text.retry();
  }

  discardText(): void {
    this.text.discard();
  }

  get writing(): WritingState {
    const { unsent, down, refusal } = this.text;
    return { unsent, down, refused: refusal?.message ?? null, left: this.left };
  }

  private keepText(version: number, steps: readonly Step[]): void {
    const { articleId, personId, keeper } = this.core;
    if (!this.clientId) return;
    const kept = { clientId: this.clientId, personId, articleId, version, steps: steps.map((step) => step.toJSON()) };
    keeper.keepText(kept);
  }

  /** Says where this person is, to those who have the article open. */
  tellPlace(claimId: string | null, editing: boolean): void {
    if (this.place.claimId === claimId && this.place.editing === editing) return;
    this.place = { claimId, editing };
    this.sayPlace();
  }

  private sayPlace(): void {
    if (this.streamState !== 'opened') return;
    const path = `/api/articles/${encodeURIComponent(this.core.articleId)}/presence`;
    this.quietly(async () => {
      await this.world.call('POST', path, { body: { desk: this.desk, ...this.place } });
    });
  }

  private takeText(told: TextTold): void {
    const { core } = this;
    if (told.since <= core.ledger.known.article.version) core.update((ledger) => textTold(ledger, told));
    else
      this.quietly(async () => {
        // A reading that was under way already may end before these edits: then there is one more.
        await this.catchUp();
        if (told.since > core.ledger.known.article.version) await this.catchUp();
        core.update((ledger) => textTold(ledger, told));
      });
  }

  /** Takes in the edits since the text that is known. Whether the server answered. */
  private catchUp(): Promise<boolean> {
    this.catchingUp ??= this.catchUpFrom(this.core.ledger.known.article.version).finally(() => {
      this.catchingUp = null;
    });
    return this.catchingUp;
  }

  private async catchUpFrom(since: number): Promise<boolean> {
    try {
      await this.readSteps(since);
      return true;
    } catch {
      return false;
    }
  }

  private async readSteps(since: number): Promise<TextTold> {
    const path = `/api/articles/${encodeURIComponent(this.core.articleId)}/steps?since=${since}`;
    const told = { ...((await this.world.call('GET', path)) as Omit<TextTold, 'since'>), since };
    this.core.update((ledger) => textTold(ledger, told));
    return told;
  }

  get connection(): Connection {
    const { down, nextTryAt } = this.sender;
    if (down) return { state: 'down', reason: down, nextTryAt: nextTryAt === null ? null : isoOf(nextTryAt) };
    if (this.streamState === 'lost' && this.unheard) return { state: 'down', reason: this.unheard, nextTryAt: null };
    return { state: this.streamState === 'opened' ? 'live' : 'connecting', reason: null, nextTryAt: null };
  }

  /** The other tabs' words first, then the sending. */
  private async prepared(work: () => Promise<void>): Promise<void> {
    await this.core.keeper.settled();
    await this.adopt();
    await work();
  }

  private async depart(sent: Sent): Promise<void> {
    this.core.update((ledger) => departed(ledger, sent));
    await this.core.keeper.settled();
    // Another tab may have edited it meanwhile, or let it go.
    await this.adopt();
  }

  private acknowledge(sent: Sent, record: unknown): void {
    this.unheard = null;
    this.core.noteAcknowledged(sent);
    this.core.update((ledger) => acknowledged(ledger, sent, record, this.core.at()));
  }

  private hearTab(message: TabMessage): void {
    if (message.kind === 'acknowledged') this.acknowledge(message.sent, message.record);
    else
      this.cancelAdoption ??= this.world.later(() => {
        this.cancelAdoption = null;
        this.adopt().then(() => this.sender.wake());
      }, ADOPTION_PAUSE);
  }

  /** This tab wrote to the shelf. */
  tellKept(): void {
    this.tell({ kind: 'kept' });
  }

  private tell(message: TabMessage): void {
    if (!this.abort.signal.aborted) this.tabs.tell(message);
  }

  private async adopt(): Promise<void> {
    const { core } = this;
    await core.keeper.read(core.personId, core.articleId, (shelved, touched) => {
      const { ledger, settledElsewhere } = adopted(core.ledger, shelved, touched);
      core.take(ledger);
      core.update(tidied);
      for (const claimId of settledElsewhere) this.readClaim(claimId);
    });
  }

  private hear(told: Heard): void {
    const { event } = told;
    const { core } = this;
    if (told.text && told.text.since > core.ledger.known.article.version) this.takeText(told.text);
    core.update((ledger) => heard(ledger, told, core.personId));
    if (event.kind.startsWith('scale.'))
      this.quietly(async () => core.furnish({ scales: await this.every<Scale>('/api/scales') }));
    if (event.kind.startsWith('person.'))
      this.quietly(async () => core.furnish({ people: await this.every<Person>('/api/people') }));
    if (event.kind.startsWith('source.') && !told.claim)
      for (const claim of core.ledger.known.claims.values())
        if (claim.citations.some(({ sourceId }) => sourceId === event.sourceId)) this.readClaim(claim.id);
    this.sender.wake();
  }

  private streamIs(state: 'opened' | 'lost' | 'paused'): void {
    this.streamState = state;
    if (state === 'opened') {
      this.unheard = null;
      this.sender.reached();
      this.text.tryNow();
      if (this.place.claimId !== null || this.place.editing) this.sayPlace();
    }
    if (state === 'lost') this.quietly(() => this.askWhy());
    this.core.publish();
  }

  /** A broken event stream does not say why; a call does. */
  private async askWhy(): Promise<void> {
    try {
      await this.world.call('GET', '/api/me', { personId: this.core.personId });
      this.unheard = null;
    } catch (failure) {
      if (!(failure instanceof ProblemAnswer)) this.unheard = this.world.isOnline() ? 'server' : 'network';
      else this.unheard = failure.status === 401 ? 'sign-in' : failure.status === 429 ? 'busy' : 'server';
    }
    this.core.publish();
  }

  private readClaim(claimId: string): void {
    this.quietly(async () => {
      const claim = await this.world.call('GET', `/api/claims/${encodeURIComponent(claimId)}`);
      this.core.update((ledger) => learned(ledger, claim));
    });
  }

  private readAgain(): void {
    this.quietly(async () => {
      const asked = this.core.ledger.known;
      const path = `/api/articles/${encodeURIComponent(this.core.articleId)}`;
      await this.catchUp();
      const article = (await this.world.call('GET', path)) as ArticleWithDoc;
      const claims = await this.every<Claim>(`${path}/claims`);
      this.core.update((ledger) => readAgain(ledger, { article, claims }, asked, this.core.at()));
    });
  }

  /** Finds out who made the other version of a conflict, where no event told. */
  askWhoChanged(claimId: string, conflictId: string): void {
    if (this.asked.has(conflictId)) return;
    this.asked.add(conflictId);
    this.quietly(async () => {
      const events = await this.every<Event>(`/api/claims/${encodeURIComponent(claimId)}/history`);
      this.core.update((ledger) => ({ ...ledger, changers: events.reduce(withChangers, ledger.changers) }));
    });
  }

  private every<T>(path: string): Promise<T[]> {
    return everyItem<T>(path, this.abort.signal, (page) => this.world.call('GET', page));
  }

  /** What is read for comfort may fail: the stream, or the next try, brings it. */
  private quietly(work: () => Promise<void>): void {
    work().catch(() => {});
  }
}

const isoOf = (time: number) => new Date(time).toISOString();
