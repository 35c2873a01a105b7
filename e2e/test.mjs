import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build, install, root, say } from '../app/process/prepare.mjs';
import { chromium } from './chromium.mjs';

/**
 * `npm test`: everything that must hold, from formatting to the browser, on a checkout that it readies itself.
 * Every check runs even when one before it failed; the last line counts them. A check that is not a test suite counts as one.
 */
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-test-'));
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
let passed = 0;
let failed = 0;

try {
  install();
  const browser = chromium();
  check('Formatting and lint', bin('biome'), ['check', '--error-on-warnings', '.']);
  check('Types', 'sh', ['-c', `"${bin('next')}" typegen && "${bin('tsc')}" --noEmit`]);
  check('Direction of imports', bin('depcruise'), [
    '--config',
    '.dependency-cruiser.cjs',
    'app',
    'components',
    'core',
    'db',
    'e2e',
  ]);
  check('Dead code', bin('knip'), []);
  suite('Unit tests', 'unit.json', unitCounts, bin('vitest'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path.join(reports, 'unit.json')}`,
  ]);
  await build();
  suite('Browser tests', 'browser.json', browserCounts, bin('playwright'), ['test', '-c', 'e2e/playwright.config.ts'], {
    CHROMIUM: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(reports, 'browser.json'),
  });
} catch (error) {
  failed += 1;
  process.stderr.write(`${error.message}\n`);
}
fs.rmSync(reports, { recursive: true, force: true });
say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function run(title, command, args, env = {}) {
  say(`\n${title}`);
  return (
    spawnSync(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    }).status === 0
  );
}

function check(title, command, args) {
  if (run(title, command, args)) passed += 1;
  else failed += 1;
}

/** A suite counts its tests; one that exits badly without a failed test (it could not even start) counts as one failure. */
function suite(title, report, counts, command, args, env) {
  const good = run(title, command, args, env);
  const file = path.join(reports, report);
  const counted = fs.existsSync(file) ? counts(JSON.parse(fs.readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
  passed += counted.passed;
  failed += counted.failed || (good && counted.passed > 0 ? 0 : 1);
}

function unitCounts(report) {
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

function browserCounts({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}
