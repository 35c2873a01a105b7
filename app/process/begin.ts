import type { Server } from 'node:http';
import { forgetAuth, theAuth } from '../auth/auth';
import { sweepEvidence } from '../evidence/the-evidence';
import { log } from '../log';
import { startDigests, stopDigests } from '../mail/the-digests';
import { closeStore, theStore } from '../store';
import { closeWorkshop } from '../workshop/workshop';
import { inProcess } from './in-process';
import { notePeers, servers } from './peer-address';
import { endStreams } from './streams';

/** How often connections that have fallen idle are closed while the server stops, and when those still busy are cut, in milliseconds. */
const LOOK = 50;
const PATIENCE = 10_000;

/** Opens what the process needs, and sees to it that a signal to stop is an orderly end. */
export async function begin(): Promise<void> {
  notePeers();
  await sweepEvidence(await theStore());
  await theAuth();
  await startDigests();
  inProcess('stopping', () =>
    process.env.NODE_ENV === 'production' ? stopInOrder() : process.on('SIGTERM', endStreams),
  );
}

/**
 * On SIGTERM or SIGINT: no new connections, streams of events end, what is in flight is answered, the store closes, and the
 * process leaves with 0. This takes the place of Next's own handlers, which know neither our streams nor our store, wait seconds
 * for idle connections and leave with 143.
 */
function stopInOrder(): true {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.removeAllListeners(signal);
    process.once(signal, () => void stop());
  }
  return true;
}

async function stop(): Promise<void> {
  const closing = [...servers()].map(close);
  endStreams();
  await Promise.all(closing);
  await stopDigests();
  forgetAuth();
  await closeWorkshop();
  await closeStore();
  log().flush(() => process.exit(0));
}

function close(server: Server): Promise<void> {
  const looking = setInterval(() => server.closeIdleConnections(), LOOK);
  const cutting = setTimeout(() => server.closeAllConnections(), PATIENCE);
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(looking);
      clearTimeout(cutting);
      resolve();
    });
  });
}
