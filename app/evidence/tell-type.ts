import { Problem } from '@/core/problem';
import { UNKNOWN_TYPE } from '@/core/source/evidence-kinds';
import { readApart } from '../workshop/workshop';

/**
 * The media type of a file, told from its bytes in the workshop, where one that is built to be hard to read takes nobody's time. Such
 * a file is kept all the same, as one of no known type.
 */
export async function tellTypeApart(file: string, signal?: AbortSignal): Promise<string> {
  try {
    return (await readApart('tell-type', { file }, signal)).type;
  } catch (failure) {
    if (failure instanceof Problem && failure.code === 'too-demanding') return UNKNOWN_TYPE;
    throw failure;
  }
}
