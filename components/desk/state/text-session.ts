import { Step } from 'prosemirror-transform';
import { articleNode } from '@/components/editor/article-node';
import type { Writer } from '@/components/editor/writing/writing';
import { rebaseSteps } from '@/core/article/rebase-steps';
import { articleSchema } from '@/core/article/schema';
import type { World } from './browser';
import type { DeskCore } from './core';
import type { WritingState } from './desk-state';
import type { KeptText } from './kept-text';
import { textTold } from './settlement';
import { stepsSince } from './steps-since';
import type { TextTold } from './text';
import { TextSender } from './text-sender';

/** The text while the page is open: others' edits are taken in, one's own kept and sent, what an earlier visit left is found. */
export class TextSession {
  readonly sender: TextSender;
  private clientId: string | null = null;
  private left: KeptText | null = null;
  private catchingUp: Promise<boolean> | null = null;

  constructor(
    private readonly core: DeskCore,
    private readonly world: World,
    onReached: () => void,
  ) {
    this.sender = new TextSender(core.articleId, core.personId, {
      ...world,
      version: () => core.ledger.known.article.version,
      onTold: (told) => this.take(told),
      onUnsent: (version, steps) => this.keepText(version, steps),
      onState: () => core.publish(),
      onReached,
    });
  }

  /**
   * What an earlier visit wrote into the text and did not send, if no other page of this browser is at it: made anew on the text
   * as it is by now, without what the server turns out to have.
   */
  async findLeft(): Promise<void> {
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

  /** The article is written in from now on: what is unsent in it is kept and sent. */
  async attach(writer: Writer): Promise<void> {
    this.clientId = writer.clientId;
    await this.world.hold(`stet-text ${writer.clientId}`);
    this.sender.attach(writer);
  }

  /** What an earlier visit left is in the text again. */
  resumed(): void {
    const { left } = this;
    this.left = null;
    // Kept under this desk's own name from here on.
    if (left && left.clientId !== this.clientId) this.core.keeper.keepText({ ...left, steps: [] });
    this.core.publish();
  }

  get state(): WritingState {
    const { unsent, down, refusal } = this.sender;
    return { unsent, down, refused: refusal?.message ?? null, left: this.left };
  }

  private keepText(version: number, steps: readonly Step[]): void {
    const { articleId, personId, keeper } = this.core;
    if (!this.clientId) return;
    const kept = { clientId: this.clientId, personId, articleId, version, steps: steps.map((step) => step.toJSON()) };
    keeper.keepText(kept);
  }

  /** Takes in edits that were told; where edits before them are missing, these first. */
  take(told: TextTold): void {
    const { core } = this;
    if (told.since <= core.ledger.known.article.version) core.update((ledger) => textTold(ledger, told));
    else void this.takeAfterCatchingUp(told);
  }

  private async takeAfterCatchingUp(told: TextTold): Promise<void> {
    await this.catchUp();
    // A reading that was under way already may have ended before these edits: then there is one more.
    if (told.since > this.core.ledger.known.article.version) await this.catchUp();
    this.core.update((ledger) => textTold(ledger, told));
  }

  /** Takes in the edits since the text that is known. Whether the server answered. */
  catchUp(): Promise<boolean> {
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
}
