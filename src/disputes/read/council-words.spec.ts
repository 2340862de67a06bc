import { expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { protocolBook } from '../../protocol/protocol-book.js';
import { notRaised } from '../dispute.js';
import { councilWords } from './council-words.js';

it('uses the words of the protocol in force where no stage has begun', () => {
  const words = { ...Controls.protocol().words, dispute: 'QA alert' };
  const book = Controls.book({ ...Controls.protocol(), words });
  expect(councilWords(notRaised, book, Controls.today).words.dispute).toBe('QA alert');
});

it('has plain words for a register that was imported before any protocol was adopted', () => {
  expect(councilWords(notRaised, protocolBook([]), Controls.today).words).toMatchObject({
    dispute: 'dispute',
    formal: 'formal dispute',
  });
});
