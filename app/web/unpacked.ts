import { promisify } from 'node:util';
import zlib from 'node:zlib';

const gunzip = promisify(zlib.gunzip);
const inflate = promisify(zlib.inflate);
const inflateRaw = promisify(zlib.inflateRaw);
const brotli = promisify(zlib.brotliDecompress);

/**
 * The bytes of a body as its `Content-Encoding` says that it is packed (RFC 9110 section 8.4.1); `too-large` when they are more
 * than `limit`, however few came; `broken` for what is not packed so, breaks off, or is packed in a way that nobody asked for.
 */
export async function unpacked(
  packed: Buffer,
  encoding: string,
  limit: number,
): Promise<Buffer | 'too-large' | 'broken'> {
  if (encoding === '' || encoding === 'identity') return packed.length > limit ? 'too-large' : packed;
  const unpack = unpackerOf(encoding, packed);
  if (!unpack) return 'broken';
  try {
    return await unpack(packed, { maxOutputLength: limit });
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken';
  }
}

function unpackerOf(encoding: string, packed: Buffer) {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return gunzip;
    case 'br':
      return brotli;
    case 'deflate':
      // Some servers leave out the header of zlib that the standard asks for.
      return ((packed[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw;
    default:
      return null;
  }
}
