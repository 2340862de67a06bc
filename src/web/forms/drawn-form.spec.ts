import { describe, expect, it } from '@jest/globals';
import { PLAIN_WORDS } from '../../protocol/plain-words.js';
import { carried, checked, drawnForm } from './drawn-form.js';
import { day, type Form, line, list, oneOf, paragraphs, rows, when } from './form.js';
import { bodyFrom, dayIn } from './typed.js';

const form: Form = {
  title: 'Answer this {dispute}',
  fields: [
    oneOf('agreement', 'Do you agree?', { agree: 'Agree', not: 'Disagree' }, { missing: 'Select whether you agree' }),
    day('on', 'When was it?', { isOptional: true }),
    rows('actions', 'What will be done', {
      each: 'Action',
      isOptional: true,
      fields: [paragraphs('what', 'What'), line('who', 'Who', { isOptional: true }), when('by', 'By when')],
    }),
    list('children', 'Children', { isOptional: true }),
    line('spoke.to', 'To whom?', { isOptional: true }),
  ],
  button: 'Send',
  done: 'Sent.',
};
const words = { ...PLAIN_WORDS, said: (text: string): string => text, post: (kind: string): string => kind };
const drawn = (typed: object, ...pointers: string[]) =>
  drawnForm(form, {
    ...{ typed: typed as Record<string, unknown>, choices: {}, words },
    errors: pointers.map((pointer) => ({ pointer, message: 'must be a day that exists, written YYYY-MM-DD' })),
  });

describe('a form as data', () => {
  it('is kept to come back to where much is written in it, and not where it is one choice that is sent at once', () => {
    const kept = (of: Form): boolean => drawnForm(of, { typed: {}, errors: [], choices: {}, words }).isKept;
    const choice = form.fields.filter(({ name }) => name === 'agreement');
    expect(kept(form)).toBe(true);
    expect(kept({ ...form, fields: choice })).toBe(true);
    expect(kept({ ...form, isSentAtOnce: true })).toBe(true);
    expect(kept({ ...form, fields: choice, isSentAtOnce: true })).toBe(false);
  });

  it('is read into the body of the API: what is blank is left out, rows close up, days are written as days', () => {
    const typed = {
      ...{ agreement: 'agree', on: { day: '4', month: 'Oct', year: '23' }, children: ' 1, 2;3 ', spoke: { to: 'Tom' } },
      actions: [
        { what: '', who: '', by: '' },
        { what: 'Book it', who: '', by: '10/10/2023' },
        { what: 'Call', who: 'Kim', by: 'ASAP' },
      ],
    };
    expect(bodyFrom(form.fields, typed)).toEqual({
      ...{ agreement: 'agree', on: '2023-10-04', children: ['1', '2', '3'], spoke: { to: 'Tom' } },
      actions: [
        { what: 'Book it', by: '2023-10-10' },
        { what: 'Call', who: 'Kim', by: 'ASAP' },
      ],
    });
    expect(bodyFrom(form.fields, { agreement: '', on: { day: '', month: '', year: '' } })).toEqual({});
  });

  it.each([
    ['4 October 2023', '2023-10-04'],
    ['Friday 6 October 2023', '2023-10-06'],
    ['06.10.23', '2023-10-06'],
    ['2023-10-06', '2023-10-06'],
    ['31 2 2023', undefined],
    ['ASAP', undefined],
    ['within 3 days', undefined],
  ])('reads %j as the day %j', (text, expected) => expect(dayIn(text)).toBe(expected));

  it('stands many choices under their headings, and leaves choices without any as they are', () => {
    const choice = (value: string, heading?: string) => ({ value, text: value, ...(heading ? { heading } : {}) });
    const groupsOf = (...choices: object[]) =>
      drawnForm(
        { ...form, fields: [oneOf('theme', 'Theme', 'themes')] },
        { typed: { theme: 'b' }, errors: [], choices: { themes: choices as never }, words },
      ).fields[0]!.groups?.map(({ heading, items }) => [heading, items.map(({ value, checked: is }) => [value, is])]);
    expect(groupsOf(choice('a', 'One'), choice('b', 'Two'), choice('c', 'One'))).toEqual([
      [
        'One',
        [
          ['a', false],
          ['c', false],
        ],
      ],
      ['Two', [['b', true]]],
    ]);
    expect(groupsOf(choice('a'), choice('b'))).toBeUndefined();
  });

  it('leaves a day that is none as it was typed, so that it is refused and kept', () => {
    const typed = { on: { day: '31', month: '2', year: '2023' } };
    expect(bodyFrom(form.fields, typed)).toEqual({ on: '31 2 2023' });
    expect(drawn(typed, '/on').errors).toEqual([
      { text: 'When was it? It must be a real date, such as 27 3 2026', href: '#on-day' },
    ]);
  });

  it('says which row and which of several numbers is wrong', () => {
    const typed = {
      actions: [
        { what: 'Book it', by: '31 2 2026' },
        { what: 'Call', by: '31 2 2026' },
      ],
      children: '1, 9',
    };
    expect(drawn(typed, '/actions/1/by').errors).toEqual([
      {
        text: 'Action 2: By when must be a real date, such as 27 3 2026, or words such as “at the next review”',
        href: '#actions-1-by',
      },
    ]);
    const { errors } = drawnForm(form, {
      ...{ typed, choices: {}, words },
      errors: [{ pointer: '/children/1', message: 'is not the record number of a child known to you' }],
    });
    expect(errors).toEqual([{ text: '“9” is not the record number of a child known to you', href: '#children' }]);
  });

  it('says of rows in none of which anything was written that they are missing', () => {
    const typed = { actions: [{ what: '', who: '', by: '' }] };
    const { errors } = drawnForm(form, {
      ...{ typed, choices: {}, words },
      errors: [{ pointer: '/actions', message: 'must be a list, in square brackets, of objects' }],
    });
    expect(errors).toEqual([{ text: 'Enter what will be done', href: '#actions' }]);
  });

  it('says its errors in the order of its fields, each leading to its box', () => {
    const typed = { actions: [{ what: '' }, { what: '', who: 'Kim' }] };
    expect(drawn(typed, '/actions/0/what', '/agreement').errors).toEqual([
      { text: 'Select whether you agree', href: '#agreement' },
      { text: 'Enter what', href: '#actions-0-what' },
    ]);
  });

  it('is checked in words, without what was left out', () => {
    const typed = { agreement: 'not', actions: [{ what: 'Call', who: 'Kim', by: '10 10 2023' }] };
    expect(checked(form, typed, {}, words)).toEqual([
      { label: 'Do you agree?', values: ['Disagree'] },
      { label: 'What will be done', values: ['Call · who: Kim · by when: Tuesday 10 October 2023'] },
    ]);
  });

  it('is checked with each question of a row beside its answer, and with names as they are written', () => {
    const fields = [line('council', 'Which council?'), line('year', 'For which year?'), line('iro', 'An IRO of it')];
    const published: Form = {
      title: 'Enter figures',
      fields: [rows('figures', 'Figures', { each: 'Figure', fields })],
      button: 'Enter',
      done: 'Entered.',
    };
    const typed = { figures: [{ council: 'Kent', year: '2022/23', iro: 'I. Rowe' }] };
    expect(checked(published, typed, {}, words)).toEqual([
      { label: 'Figures', values: ['Kent · For which year? 2022/23 · an IRO of it: I. Rowe'] },
    ]);
  });

  it('carries what was typed from page to page, and none of its own hidden fields', () => {
    const typed = { _csrf: 'x', _step: 'check', agreement: 'not', actions: [{ what: 'Call' }], themes: ['a', 'b'] };
    expect(carried(typed)).toEqual([
      { name: 'agreement', value: 'not' },
      { name: 'actions[0][what]', value: 'Call' },
      { name: 'themes[]', value: 'a' },
      { name: 'themes[]', value: 'b' },
    ]);
  });
});
