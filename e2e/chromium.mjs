import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/**
 * The path of a Chromium to test with: the one named in CHROMIUM, else one that is found, else Debian's package where this
 * process may install it. Throws with the one command that is missing.
 */
export function chromium() {
  return process.env.CHROMIUM || found() || installed();
}

function found() {
  return places.find((place) => fs.existsSync(place));
}

function installed() {
  const mayInstall = process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');
  if (mayInstall) {
    process.stdout.write('Installing Chromium\n');
    const apt = (...args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation');
  }
  const path = found();
  if (!path)
    throw new Error(
      'The browser tests need a Chromium. Install one, then run the tests again:\n  sudo apt-get install chromium',
    );
  return path;
}
