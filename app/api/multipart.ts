import { malformed } from './problem-response';

/** One part of a form on its way in. Its body is read before the next part is asked for; what is not read of it is passed over. */
export interface Part {
  readonly name: string;
  /** As the client wrote it; null for a field. */
  readonly fileName: string | null;
  readonly body: AsyncIterable<Uint8Array>;
}

/** What the headers of a part may take, in bytes, and how many parts a form may have. */
const HEAD = 16 * 1024;
const PARTS = 50;

/**
 * The parts of a multipart/form-data body (RFC 7578) as they come in, holding no more of it than a piece of the network's and one
 * boundary: a file of any size passes through. Throws `malformed` for a body that is none or breaks off.
 */
export async function* partsOf(body: ReadableStream<Uint8Array> | null, contentType: string): AsyncGenerator<Part> {
  const boundary = boundaryOf(contentType);
  if (boundary === null || !body) throw noForm();
  const incoming = new Incoming(body, Buffer.from(`\r\n--${boundary}`, 'latin1'));
  try {
    for await (const _ of incoming.untilDelimiter()) if (incoming.passed > HEAD) throw noForm();
    for (let count = 0; await incoming.hasPart(); count++) {
      if (count === PARTS) throw noForm();
      const { name, fileName } = described(await incoming.head());
      const pieces = incoming.untilDelimiter();
      yield { name, fileName, body: pieces };
      for await (const _ of pieces);
    }
  } finally {
    incoming.stop();
  }
}

const noForm = () => malformed([{ path: '', message: 'The body is not a form.' }]);
const brokenOff = () => malformed([{ path: '', message: 'The body breaks off.' }]);

function boundaryOf(contentType: string): string | null {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s";]{1,70}))/i.exec(contentType) ?? [];
  return quoted ?? plain ?? null;
}

/** A body that is read piece by piece, and what of it has come and is not used. */
class Incoming {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  /** Begins as if a line ended before it, so that the first delimiter is like the others. */
  private held: Buffer = Buffer.from('\r\n');
  private ended = false;
  passed = 0;

  constructor(
    body: ReadableStream<Uint8Array>,
    private readonly delimiter: Buffer,
  ) {
    this.reader = body.getReader();
  }

  stop(): void {
    if (!this.ended) void this.reader.cancel().catch(() => undefined);
  }

  /** What comes before the next delimiter, which is passed over. */
  async *untilDelimiter(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.held.indexOf(this.delimiter);
      // What could be the beginning of a delimiter waits for the rest of it.
      const sure = at === -1 ? this.held.length - this.delimiter.length + 1 : at;
      if (sure > 0) {
        const piece = this.held.subarray(0, sure);
        this.held = this.held.subarray(sure);
        this.passed += sure;
        yield piece;
      }
      if (at !== -1) {
        this.held = this.held.subarray(this.delimiter.length);
        return;
      }
      await this.more();
    }
  }

  /** Behind a delimiter: whether a part follows, or the form ends. */
  async hasPart(): Promise<boolean> {
    for (;;) {
      while (this.held.length < 2) await this.more();
      const next = this.held.toString('latin1', 0, 2);
      if (next === '--') return false;
      if (next === '\r\n') {
        this.held = this.held.subarray(2);
        return true;
      }
      // Blanks may stand behind a delimiter (RFC 2046, 5.1.1).
      if (!/^[\t ]/.test(next)) throw noForm();
      this.held = this.held.subarray(1);
    }
  }

  /** The headers of a part, to the empty line that ends them. */
  async head(): Promise<string> {
    for (;;) {
      const end = this.held.indexOf('\r\n\r\n');
      if (end !== -1 && end <= HEAD) {
        const head = this.held.toString('utf8', 0, end);
        this.held = this.held.subarray(end + 4);
        return head;
      }
      if (this.held.length > HEAD) throw noForm();
      await this.more();
    }
  }

  private async more(): Promise<void> {
    if (this.ended) throw brokenOff();
    const { done, value } = await this.reader.read();
    if (done) {
      this.ended = true;
      throw brokenOff();
    }
    this.held =
      this.held.length === 0
        ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
        : Buffer.concat([this.held, value]);
  }
}

/** What a part's Content-Disposition calls it; names are written as browsers write them (HTML, 4.10.21.8). */
function described(head: string): { name: string; fileName: string | null } {
  const line = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(head)?.[1];
  const name = line && parameter(line, 'name');
  if (line === undefined || typeof name !== 'string') throw noForm();
  return { name, fileName: parameter(line, 'filename') };
}

function parameter(line: string, name: string): string | null {
  const value = new RegExp(`(?:^|;)\\s*${name}=(?:"([^"]*)"|([^\\s";]*))`, 'i').exec(line);
  const said = value?.[1] ?? value?.[2];
  return said === undefined ? null : said.replace(/%(22|0D|0A)/gi, (code) => decodeURIComponent(code));
}
