import { expect, vi } from 'vitest';
import type { DeskDriver, Voice } from './desk-driver';

/** An event as the stream tells it, with the record that it concerns. */
export interface Heard {
  id: number;
  kind: string;
  claimId: string | null;
  claim?: { rationale: string | null; revision: number; version: number };
  article?: { title: string; doc?: unknown };
  text?: { since: number; version: number; steps: unknown[]; clientIds: string[]; reanchored: [] };
}

/** Who is there, as the stream tells it last. */
export interface Presence {
  present: { desk: string; personId: string; claimId: string | null; editing: boolean }[];
}

/** Listens in a test to an article's stream of events, as a browser's EventSource does. */
export class Ear {
  private text = '';
  private over = false;
  private readonly reading: Promise<void>;
  private constructor(private readonly reader: ReadableStreamDefaultReader<Uint8Array>) {
    this.reading = this.read();
  }

  static async at(
    desk: DeskDriver,
    article: string,
    voice: Voice,
    query = '',
    headers: Record<string, string> = {},
  ): Promise<Ear> {
    const answered = await desk.call('GET', `/api/articles/${article}/events${query}`, { ...voice, headers });
    expect(answered.status).toBe(200);
    expect(answered.headers.get('content-type')).toBe('text/event-stream');
    expect(answered.headers.get('cache-control')).toBe('no-cache, no-transform');
    return new Ear(answered.body!.getReader());
  }

  private async read(): Promise<void> {
    const utf8 = new TextDecoder();
    for (let part = await this.reader.read(); !part.done; part = await this.reader.read())
      this.text += utf8.decode(part.value, { stream: true });
    this.over = true;
  }

  /** The events so far. */
  get heard(): Heard[] {
    return this.messages()
      .filter((message) => !message.includes('event: '))
      .map((message) => {
        const data: Heard = dataOf(message);
        expect(Number(/^id: (\d+)$/m.exec(message)![1])).toBe(data.id);
        return data;
      });
  }

  /** Who is there; null before it was told. A message of it has no number, so that no listener resumes after it. */
  get present(): Presence['present'] | null {
    const last = this.messages().findLast((message) => message.startsWith('event: presence\n'));
    if (!last) return null;
    expect(last).not.toMatch(/^id:/m);
    return (dataOf(last) as Presence).present;
  }

  async hears(count: number): Promise<Heard[]> {
    await vi.waitFor(() => expect(this.heard).toHaveLength(count), { timeout: 10_000 });
    return this.heard;
  }

  async ends(): Promise<void> {
    await vi.waitFor(() => expect(this.over).toBe(true), { timeout: 10_000 });
  }

  async stop(): Promise<void> {
    await this.reader.cancel();
    await this.reading;
  }

  private messages(): string[] {
    return this.text
      .split('\n\n')
      .slice(0, -1)
      .filter((message) => message.includes('data: '));
  }
}

function dataOf<T>(message: string): T {
  return JSON.parse(/^data: (.*)$/m.exec(message)![1]!);
}
