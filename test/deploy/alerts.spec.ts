import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Metrics } from '../../src/platform/metrics/metrics.js';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string };
}

const textOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { groups } = parse(textOf('deploy/prometheus/alerts.yml')) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const runbook = textOf('docs/runbook.md');
const operations = textOf('docs/operations.md');

describe('The alerts', () => {
  it('each have their place in the runbook, in the same order, and the runbook has no others', () => {
    const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(rules.map(({ alert }) => alert));
  });

  it('ask only for metrics that there are', async () => {
    const { text } = await new Metrics({ ofTheProcess: true }).exposition();
    const there = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    const asked = rules.flatMap(({ expr }) => expr.match(/\b(footprint|nodejs)_[a-z0-9_]+/g) ?? []);
    expect(asked.length).toBeGreaterThan(10);
    for (const name of asked) expect([name, there.has(name.replace(/_(count|bucket|sum)$/, ''))]).toEqual([name, true]);
  });

  it('say in a sentence what is wrong, and whether to wake somebody', () => {
    for (const { alert, labels, annotations } of rules) {
      expect([alert, labels.severity]).toEqual([alert, expect.stringMatching(/^(page|ticket)$/)]);
      expect(annotations.summary.length).toBeGreaterThan(10);
    }
  });
});

describe('The pages for administrators', () => {
  it('point to headings that there are', () => {
    const anchorsOf = (text: string): string[] =>
      [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
        heading!
          .toLowerCase()
          .replace(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
      );
    const pages: Record<string, string> = { 'runbook.md': runbook, 'operations.md': operations };
    for (const [page, text] of Object.entries(pages)) {
      for (const [, file, anchor] of text.matchAll(/\]\(((?:runbook|operations)\.md)?#([\w-]+)\)/g)) {
        expect([page, anchor, anchorsOf(pages[file ?? page]!).includes(anchor!)]).toEqual([page, anchor, true]);
      }
    }
  });
});
