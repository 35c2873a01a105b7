import { z } from 'zod';
import { Placements } from '@/core/anchor/placement';
import { Article } from '@/core/article/article';
import { Notice } from '@/core/article/notice';
import { strokeKinds, Version } from '@/core/article/version';
import { Check } from '@/core/claim/check';
import { Claim } from '@/core/claim/claim';
import { CreateScale } from '@/core/claim/scale';
import { Event, eventKinds } from '@/core/event/event';
import { Id, Time, WebAddress } from '@/core/record';
import { Citation, PublicationDate, Source } from '@/core/source/source';
import type { Report } from './report';

const version = z.number().int().min(0);
const position = z.number().int().min(0);

const FileSource = Source.extend({
  url: WebAddress.nullable(),
  archivedUrl: WebAddress.nullable(),
  publishedAt: PublicationDate.nullable(),
});
const FileCitation = Citation.extend({ source: FileSource });
const FileClaim = Claim.extend({
  anchors: Claim.shape.anchors.min(1),
  citations: z.array(FileCitation),
});

const FileArticle = Article.omit({ scale: true, newsroom: true }).extend({
  url: WebAddress.nullable(),
  deletedAt: z.null(),
  doc: z.unknown(),
});

const FileStep = z.object({ version, step: z.unknown(), clientId: z.string().max(200), by: Id, at: Time });

const FileStroke = Version.extend({ kind: z.enum(strokeKinds) });

const FileEvent = Event.extend({ kind: z.enum(eventKinds).exclude(['article.brought-back']) });

const FileTrace = z.object({
  id: Id,
  createdAt: Time,
  lost: z
    .object({ version, from: position, to: position, exact: z.string(), prefix: z.string(), suffix: z.string() })
    .nullable(),
});

const FileLook = z.object({ sentence: z.string().regex(/^[0-9a-f]{64}$/), by: Id, at: Time });

const FileArchive = z.object({
  looks: z.array(FileLook).default([]),
  strokes: z.array(FileStroke),
  placements: z.array(Placements),
  anchors: z.array(FileTrace),
  checks: z.array(Check).default([]),
  claims: z.array(FileClaim),
  sources: z.array(FileSource),
});

const common = {
  newsroom: z.string().max(500),
  article: FileArticle,
  start: z.unknown(),
  steps: z.array(FileStep),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  claims: z.array(FileClaim),
  notices: z.array(Notice).default([]),
  sources: z.array(FileSource),
  scale: z.object({ name: CreateScale.shape.name, verdicts: CreateScale.shape.verdicts }),
  people: z.array(z.object({ id: Id, name: z.string().max(500) })),
};

/**
 * What is in Stet's JSON, field by field; how the fields fit together is asked by `refuseMisfits`. Fields that are not named here
 * are left out.
 */
export const ReportFile = z.discriminatedUnion('edition', [
  z.object({ ...common, edition: z.literal('internal'), history: z.array(FileEvent), archive: FileArchive }),
  z.object({
    ...common,
    edition: z.literal('public'),
    history: z.array(FileEvent).max(0),
    archive: z.null(),
  }),
]) satisfies z.ZodType<Report>;
