import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const eventsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/[|=]\s+DomainEvent<\s*'(\w+)'/g)].map(([, name]) => name!);

const documented = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/`([A-Z][a-z]\w+)`/g)].map(([, name]) => name!);

it('every event of a dispute is explained where it is defined', () => {
  const text = readFileSync('src/disputes/events.ts', 'utf8');
  const explained = [...text.matchAll(/\*\/\s*\| DomainEvent<\s*'(\w+)'/g)].map(([, name]) => name!);
  expect(eventsOf('src/disputes/events.ts').filter((event) => !explained.includes(event))).toEqual([]);
});

it('the glossary explains every event beside those of disputes and of the directory, each once', () => {
  const events = [
    ...eventsOf('src/disputes/legal-advice/events.ts'),
    ...eventsOf('src/acknowledgements/events.ts'),
    ...eventsOf('src/challenge/events.ts'),
    ...eventsOf('src/roles/events.ts'),
    ...eventsOf('src/caseload/events.ts'),
    ...eventsOf('src/notices/events.ts'),
    ...eventsOf('src/reports/iro-service/sheet/events.ts'),
    ...eventsOf('src/reports/my-work/due-dates/events.ts'),
    ...eventsOf('src/reports/other-councils/events.ts'),
    ...eventsOf('src/reports/publishing/events.ts'),
    ...eventsOf('src/reports/publishing/disclosure-log/events.ts'),
    ...eventsOf('src/access/tokens/events.ts'),
    ...eventsOf('src/access/view-log/events.ts'),
    ...eventsOf('src/sign-in/accounts/events.ts'),
    ...eventsOf('src/reviews/events.ts'),
    ...eventsOf('src/reviews/recommendations/events.ts'),
  ];
  expect(events.length).toBeGreaterThan(30);
  expect(documented('docs/glossary.md').sort()).toEqual(events.sort());
});

it('the page of the process names every event of a dispute', () => {
  expect(new Set(documented('docs/processes/dispute.md'))).toEqual(new Set(eventsOf('src/disputes/events.ts')));
});

it('the page of the challenge meeting names every event of a meeting and of a series', () => {
  const page = new Set(documented('docs/processes/challenge-meeting.md'));
  expect(eventsOf('src/challenge/events.ts').filter((event) => !page.has(event))).toEqual([]);
});

it('the page of signing in names every event of a token', () => {
  expect(new Set(documented('docs/processes/signing-in.md'))).toEqual(new Set(eventsOf('src/access/tokens/events.ts')));
});

it('the page of reviews names every event of a check, and of recommendations', () => {
  const events = [...eventsOf('src/reviews/events.ts'), ...eventsOf('src/reviews/recommendations/events.ts')];
  expect(new Set(documented('docs/processes/review.md'))).toEqual(new Set(events));
});
