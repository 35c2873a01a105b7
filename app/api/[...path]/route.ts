import { Problem } from '@/core/problem';
import { problemResponse } from '../problem-response';

/** Whatever the interface does not have, in the interface's own manner. */
const absent = async () => problemResponse(new Problem('absent'));

export { absent as DELETE, absent as GET, absent as PATCH, absent as POST, absent as PUT };
