// `npm test`: types, style, imports, then every test. The last line says how many passed and failed, for people and CI alike.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, project } from './prepare.mjs';

await prepare({ everything: true });
const only = process.argv.slice(2);
const checks = [
  ['types', 'typescript/bin/tsc'],
  ['style', '@biomejs/biome/bin/biome', 'check', '.'],
  ['imports', 'dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', 'src'],
];
const results = only.length > 0 ? [] : checks.map(([name, ...command]) => [name, node(...command) === 0]);
const tests = runTests(only);

for (const [name, isGood] of results) if (!isGood) console.log(`FAILED: ${name}`);
const passed = tests.passed + results.filter(([, isGood]) => isGood).length;
const failed = tests.failed + results.filter(([, isGood]) => !isGood).length;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function runTests(files) {
  const folder = mkdtempSync(join(tmpdir(), 'bandanh-test-'));
  const file = join(folder, 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const status = node('vitest/vitest.mjs', 'run', ...reporters, ...files);
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
    // A file that cannot even be loaded has no failed test in it, and is a failure all the same.
    const broken = numFailedTests === 0 && (status !== 0 || numFailedTestSuites > 0) ? 1 : 0;
    return { passed: numPassedTests, failed: numFailedTests + broken };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function node(script, ...args) {
  const command = [join(project, 'node_modules', script), ...args];
  return spawnSync(process.execPath, command, { cwd: project, stdio: 'inherit' }).status;
}
