import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import * as word from 'docx';
import { strToU8, zipSync } from 'fflate';
import { typeset } from '../../app/workshop/typeset';
import { Server } from '../server';
import { articleOf } from './article';
import { newsroom } from './newsroom';
import type { Row } from './row';

const ROUNDS = 5;
/** How many claims are marked at a time. */
const TOGETHER = 20;
/** The article that the goals are for, and the larger one that tells how time and memory grow. */
const USUAL = { words: 20_000, claims: 1_000 };
const LARGE = { words: 100_000, claims: 5_000 };

/** Seconds that the usual article may take. */
const goals: Record<string, number | null> = {
  html: 1,
  json: 0.5,
  docx: 3,
  pdf: 3,
  xlsx: 2,
  md: null,
  csv: null,
  claimreview: null,
  webannotation: null,
};

/** What the bare library of a format needs for the same paragraphs and as many more as there are claims, in seconds. */
const bare: Record<string, { name: string; write(paragraphs: string[]): unknown }> = {
  html: { name: 'joined strings', write: (paragraphs) => paragraphs.map((words) => `<p>${words}</p>`).join('\n') },
  json: { name: 'JSON.stringify', write: (paragraphs) => JSON.stringify(paragraphs, null, 2) },
  docx: {
    name: 'docx',
    write: (paragraphs) =>
      word.Packer.toBuffer(
        new word.Document({ sections: [{ children: paragraphs.map((words) => new word.Paragraph(words)) }] }),
      ),
  },
  pdf: {
    name: 'Typst',
    write: (paragraphs) =>
      typeset({
        main: '#set document(title: "Bare")\n#for words in json(bytes(sys.inputs.data)) { par(words) }',
        data: JSON.stringify(paragraphs),
      }),
  },
  xlsx: {
    name: 'fflate',
    write: (paragraphs) =>
      zipSync({
        'sheet1.xml': strToU8(paragraphs.map((words) => `<c t="inlineStr"><is><t>${words}</t></is></c>`).join('')),
      }),
  },
};

/** How long each form of a report takes over HTTP, against the bare library, and how time and memory grow with the article. */
export async function benchExports(): Promise<Row[]> {
  const server = await Server.open();
  try {
    const { authorization, send } = await newsroom(server);
    const make = async ({ words, claims }: typeof USUAL) => {
      const text = articleOf(words);
      const { id } = await send<{ id: string }>('/api/articles', { text });
      const step = Math.floor(text.replaceAll('\n\n', '\n').length / claims);
      const mark = async (nth: number) => {
        const claim = await send<{ id: string }>(`/api/articles/${id}/claims`, {
          id: randomUUID(),
          anchors: [{ start: nth * step, end: nth * step + 60 }],
          verdict: 'false',
          rationale: 'The register of 12 March lists **another figure**, and so does the yearbook.',
          attributedTo: 'The council',
        });
        if (nth % 2 === 0)
          await send(`/api/claims/${claim.id}/citations`, {
            source: { title: `Yearbook ${nth}`, url: `https://yearbook.example/${nth}` },
            stance: 'refutes',
            quote: 'Page 4 has the figure.',
          });
      };
      for (let nth = 0; nth < claims; nth += TOGETHER)
        await Promise.all(Array.from({ length: Math.min(TOGETHER, claims - nth) }, (_, more) => mark(nth + more)));
      return { id, paragraphs: text.split('\n\n').concat(Array.from({ length: claims }, () => 'What was found.')) };
    };
    const take = async (id: string, format: string) => {
      const began = performance.now();
      const answer = await fetch(`${server.url}/api/articles/${id}/export?format=${format}&edition=internal`, {
        headers: { authorization },
      });
      if (!answer.ok) throw new Error(`${format}: ${answer.status} ${await answer.text()}`);
      await answer.arrayBuffer();
      return (performance.now() - began) / 1000;
    };
    const usual = await make(USUAL);
    const large = await make(LARGE);
    const rows: Row[] = [];
    for (const [format, goal] of Object.entries(goals)) {
      await take(usual.id, format);
      const times: number[] = [];
      const peers: number[] = [];
      const peer = bare[format];
      for (let round = 0; round < ROUNDS; round++) {
        times.push(await take(usual.id, format));
        if (!peer) continue;
        const began = performance.now();
        await peer.write(usual.paragraphs);
        peers.push((performance.now() - began) / 1000);
      }
      const value = median(times);
      const peerValue = peer ? median(peers) : null;
      rows.push({
        figure: `export ${format}, ${USUAL.words} words, ${USUAL.claims} claims`,
        value,
        unit: 's',
        peer: peer?.name ?? '',
        peerValue,
        ratio: peerValue === null ? null : value / peerValue,
        goal: goal === null ? 'measured' : `<= ${goal} s`,
        met: goal === null || value <= goal,
      });
      const before = peakOf(server, true);
      const grown = await take(large.id, format);
      const growth = grown / value / (LARGE.claims / USUAL.claims);
      rows.push({
        figure: `export ${format}, ${LARGE.words} words, ${LARGE.claims} claims (peak +${Math.round(peakOf(server) - before)} MB)`,
        value: grown,
        unit: 's',
        peer: 'five times the usual',
        peerValue: value * 5,
        ratio: growth,
        goal: 'ratio <= 1.3 (linear)',
        met: growth <= 1.3,
      });
    }
    return rows;
  } finally {
    await server.close();
  }
}

/** The most memory that the server has held, in megabytes; counted anew from now on if `anew`. */
function peakOf({ pid }: Server, anew = false): number {
  if (anew) fs.writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
