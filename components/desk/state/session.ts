import { ProblemAnswer } from '@/components/interface/call';
import { everyItem } from '@/components/interface/pages';
import { tellHeard } from '@/components/news/heard';
import type { ArticleWithDoc } from '@/core/article/article';
import type { Claim } from '@/core/claim/claim';
import type { PlainScale } from '@/core/claim/scale';
import type { Event } from '@/core/event/event';
import type { Guest } from '@/core/newsroom/guest';
import type { Newsroom, Person } from '@/core/newsroom/person';
import { adopted } from './adoption';
import type { World } from './browser';
import type { DeskCore } from './core';
import type { Connection, WritingState } from './desk-state';
import { EventStream } from './event-stream';
import { tidied } from './ledger';
import type { OtherTabs, TabMessage } from './other-tabs';
import type { Present } from './present';
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
  withChangers,
} from './settlement';
import { TextSession } from './text-session';
import { Troubles } from './troubles';

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
  readonly text: TextSession;
  readonly troubles: Troubles;
  /** This open desk, among all that listen to the article. */
  private readonly desk: string;
  /** Who has the article open, this desk not among them. */
  present: readonly Present[] = [];
  /** Where this person is, as it was told last. */
  private place: { claimId: string | null; editing: boolean } = { claimId: null, editing: false };

  constructor(
    private readonly core: DeskCore,
    private readonly world: World,
    since: number,
  ) {
    const { articleId, personId } = core;
    this.desk = world.newId();
    this.text = new TextSession(core, world, () => this.sender.reached());
    this.troubles = new Troubles(core, world.newId, () => this.sender.wake());
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
      onBehind: () => this.text.catchUp(),
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
    this.quietly(() => this.text.findLeft());
  }

  /**
   * Leaves the desk: sends what is typed and not sent, and listens no more. Gives the number of the last event heard, for a
   * session that takes over.
   */
  stop(): number {
    this.stopWatching();
    this.text.sender.stop();
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
    this.text.sender.tryNow();
  }

  get writing(): WritingState {
    return this.text.state;
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
    if (told.text && told.text.since > core.ledger.known.article.version) this.text.take(told.text);
    core.update((ledger) => heard(ledger, told, core.personId));
    if (event.by !== core.personId) tellHeard(event);
    if (event.kind.startsWith('scale.'))
      this.quietly(async () => core.furnish({ scales: await this.every<PlainScale>('/api/scales') }));
    if (event.kind.startsWith('person.'))
      this.quietly(async () => core.furnish({ people: await this.every<Person>('/api/people') }));
    if (event.kind === 'newsroom.changed')
      this.quietly(async () =>
        core.furnish({ rules: ((await this.world.call('GET', '/api/newsroom')) as Newsroom).rules }),
      );
    if (event.kind.startsWith('guest.'))
      this.quietly(async () => core.furnish({ guests: await this.every<Guest>(guestsOf(core.articleId)) }));
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
      this.text.sender.tryNow();
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
      await this.text.catchUp();
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

const guestsOf = (articleId: string) => `/api/articles/${encodeURIComponent(articleId)}/guests`;
const isoOf = (time: number) => new Date(time).toISOString();
