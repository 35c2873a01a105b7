import { answer, json } from '@/app/api/answer';
import { health } from '@/app/api/contract/newsroom';
import { version } from '@/package.json';

export const GET = answer(health, async () => json({ status: 'ok', version }));
