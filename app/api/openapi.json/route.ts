import { answer, json } from '@/app/api/answer';
import { openapi } from '@/app/api/contract/newsroom';
import { description } from '@/app/api/description';

export const GET = answer(openapi, async ({ cookies }) => json(description(cookies.settings.origin)));
