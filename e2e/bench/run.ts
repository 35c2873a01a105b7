import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build, install, root, say } from '../../app/process/prepare.mjs';
import { benchAnchors } from './anchors';
import { benchClaims } from './claims';
import { benchDesk } from './desk';
import { benchExports } from './exports';
import type { Row } from './row';
import { benchSteps } from './steps';
import { benchWork } from './work';

/**
 * `npm run bench`: figures as ratios within one run, since machines are noisy; a table on screen and `bench-latest.json`.
 * Names of figures on the command line run these alone: `npm run bench claims`.
 */
const benches: Record<string, () => Promise<Row[]>> = {
  desk: benchDesk,
  claims: benchClaims,
  anchors: benchAnchors,
  steps: benchSteps,
  exports: benchExports,
  work: benchWork,
};
const wanted = process.argv.slice(2);

install();
await build();
const rows: Row[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) rows.push(...(await bench()));
}
const cpu = os.cpus()[0]?.model ?? 'unknown processor';
const machine = `${os.cpus().length} x ${cpu}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
fs.writeFileSync(
  path.join(root, 'bench-latest.json'),
  `${JSON.stringify({ at: new Date().toISOString(), machine, rows }, null, 2)}\n`,
);
say(machine);
console.table(
  rows.map(({ figure, value, unit, peer, peerValue, ratio, goal, met }) => ({
    figure,
    value: `${round(value)} ${unit}`,
    'held against': peerValue === null ? peer : `${peer}: ${round(peerValue)} ${unit}`,
    ratio: ratio === null ? '' : round(ratio),
    goal,
    met: met ? 'yes' : 'NO',
  })),
);

function round(value: number): number {
  return Number(value.toPrecision(3));
}
