import { describe, expect, it } from '@jest/globals';
import { draw } from '../frame/views.js';

const words = { said: (text: string): string => text.replaceAll('disputes', 'DRPs') };

describe('The caption above a form', () => {
  it.each(['form', 'check', 'leave'])(
    'is said in the words of the council, but never the names that people gave: %s',
    (view) => {
      const drawn = (more: object): string => draw(`web/forms/${view}`, { ...{ words, of: 1, at: 0 }, ...more });
      expect(drawn({ caption: 'Two disputes' })).toContain('>Two DRPs</span>');
      expect(drawn({ caption: 'disputes-2022.csv', isCaptionInTheirWords: true })).toContain(
        '>disputes-2022.csv</span>',
      );
    },
  );
});
