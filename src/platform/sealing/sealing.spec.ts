import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sealing } from './sealing.js';
import { keptSealingKey, sealingKeyIn, SealingKeyUnusable } from './sealing-key.js';

describe('a secret that follows from the key', () => {
  it('is always the same for one purpose, and another for another purpose or key', () => {
    const sealing = new Sealing(Buffer.alloc(32, 1));
    expect(sealing.secretFor('addresses')).toBe(new Sealing(Buffer.alloc(32, 1)).secretFor('addresses'));
    const others = [sealing.secretFor('other'), new Sealing(Buffer.alloc(32, 2)).secretFor('addresses')];
    expect(others).not.toContain(sealing.secretFor('addresses'));
  });
});

describe('a sealed text', () => {
  const key = randomBytes(32);
  const sealing = new Sealing(key);

  it('opens with its key, for what it belongs to, and shows nothing of itself', () => {
    const sealed = sealing.seal('draft 1', 'Ella’s plan has not moved since May.');
    expect(sealing.open('draft 1', sealed)).toBe('Ella’s plan has not moved since May.');
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('plan');
    expect(sealing.seal('draft 1', 'the same')).not.toBe(sealing.seal('draft 1', 'the same'));
  });

  it('stays closed with another key, for another thing, and where a byte was changed or cut off', () => {
    const sealed = sealing.seal('draft 1', 'A text');
    expect(new Sealing(randomBytes(32)).open('draft 1', sealed)).toBeNull();
    expect(sealing.open('draft 2', sealed)).toBeNull();
    for (let at = 0; at < sealed.length; at += 7) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
      expect(sealing.open('draft 1', changed)).toBeNull();
    }
    expect(sealing.open('draft 1', sealed.slice(0, -4))).toBeNull();
    expect(sealing.open('draft 1', '')).toBeNull();
  });
});

describe('the key', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'footprint-key-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once, for its owner alone, and is the same from then on', () => {
    const file = join(folder, 'sealing.key');
    const key = keptSealingKey(file);
    expect(key).toHaveLength(32);
    expect(keptSealingKey(file)).toEqual(key);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(['sealing.key']);
  });

  it('is never replaced where its file holds something else', () => {
    const file = join(folder, 'sealing.key');
    writeFileSync(file, 'half a ke');
    expect(() => keptSealingKey(file)).toThrow(SealingKeyUnusable);
  });

  it.each(['', 'short', 'x'.repeat(44), 'ä'.repeat(43)])('is not %j', (written) =>
    expect(sealingKeyIn(written)).toBeUndefined(),
  );
});
