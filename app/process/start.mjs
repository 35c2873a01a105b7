import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { build, install, root, say, standalone } from './prepare.mjs';
import { bundleThreads } from './workshop.mjs';

/**
 * `npm start`: from a bare checkout to a desk that answers. With `--dev`, the development server instead.
 * The built server runs in this very process, so that a signal sent to it reaches the server and nothing is left behind.
 */
const port = Number(process.env.PORT || 3000);
const host = process.env.HOST || '127.0.0.1';
const address = process.env.STET_ORIGIN || `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

Object.assign(process.env, {
  PORT: String(port),
  HOSTNAME: host,
  STET_DATA: path.resolve(root, process.env.STET_DATA || 'data'),
  NEXT_TELEMETRY_DISABLED: '1',
});

try {
  await mustBeFree(port, host);
  install();
  fs.mkdirSync(process.env.STET_DATA, { recursive: true, mode: 0o700 });
  if (process.argv.includes('--dev')) {
    await bundleThreads(root, root);
    const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
    const child = spawn(process.execPath, [next, 'dev', '--port', String(port), '--hostname', host], {
      cwd: root,
      stdio: 'inherit',
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('exit', (code) => process.exit(code ?? 0));
  } else {
    await build();
    await import(path.join(standalone, 'server.js'));
  }
  await untilItAnswers();
  say(`Stet is at ${address}`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

/** Says at once that the port is taken, before minutes go into a build. */
function mustBeFree(port, host) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) =>
      reject(
        new Error(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is taken. Stop what runs there, or choose another: PORT=3001 npm start`
            : error.message,
        ),
      ),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

async function untilItAnswers() {
  const health = `http://${host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host}:${port}/api/health`;
  for (const until = Date.now() + 60_000; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const answer = await fetch(health).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error('The server started but does not answer. What is wrong stands above.');
}
