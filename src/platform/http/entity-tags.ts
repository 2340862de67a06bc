import { createHash } from 'node:crypto';
import type { RevisionCondition } from '../revision-condition.js';
import { malformed } from './problem.js';

/*
 * Entity tags and the two conditions that carry them (RFC 9110, sections 8.8.3, 13.1.1 and 13.1.2). Why a tag has two parts is told in
 * docs/decisions/0018.
 */

interface EntityTag {
  readonly isWeak: boolean;
  /** The text between the quotation marks. */
  readonly opaque: string;
}

/** The tags that a condition names: some, or `*` for whatever there is. */
export type Tags = '*' | readonly EntityTag[];

/** Tag of a write's answer: where the thing then stands. It is no reading's tag, so it is never answered with 304. */
export const tagOfRevision = (revision: number): string => `"${revision}"`;

/** Tag of a reading: the revision of the thing, and a digest of the very bytes that this reader is sent. */
export const tagOfReading = (revision: number, body: string): string => `"${revision}.${digestOf(body)}"`;

/** 22 characters hold 132 bits: nobody finds two bodies with one digest. */
const DIGEST_LENGTH = 22;
const digestOf = (body: string): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, DIGEST_LENGTH);

/** `W/` is case-sensitive; within the quotation marks all visible characters may stand, commas too, and bytes above 7F. */
const ONE_TAG = /(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"/y;
const BETWEEN_TAGS = /[ \t]*(?:,[ \t]*)*/y;

/**
 * The tags of `If-Match` or `If-None-Match`; undefined where the header was not sent. Empty places in the list are passed over.
 * @throws Problem 400 for anything else than `*` or a list of entity tags
 */
export const tagsIn = (name: 'If-Match' | 'If-None-Match', header: string | undefined): Tags | undefined => {
  if (header === undefined) return undefined;
  if (header.trim() === '*') return '*';
  const tags: EntityTag[] = [];
  let at = endOf(BETWEEN_TAGS, header, 0)!;
  while (at < header.length) {
    const end = endOf(ONE_TAG, header, at);
    if (end === undefined) throw notTags(name);
    tags.push(tagIn(header.slice(at, end)));
    at = endOf(BETWEEN_TAGS, header, end)!;
    if (at < header.length && !header.slice(end, at).includes(',')) throw notTags(name);
  }
  if (tags.length === 0) throw notTags(name);
  return tags;
};

/** The end of a match that begins at a place; undefined if there is none. */
const endOf = (pattern: RegExp, text: string, from: number): number | undefined => {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
};

const tagIn = (written: string): EntityTag => {
  const isWeak = written.startsWith('W/');
  return { isWeak, opaque: written.slice(isWeak ? 3 : 1, -1) };
};

const notTags = (name: string) =>
  malformed(name, 'must be * or ETags of what you read, each in its quotation marks, for example "3" or "3", "4"');

/** The revision in a tag that was given out here, of a reading or of a write. */
const REVISION = /^(\d{1,12})(?:\.[\w-]{22})?$/;

/**
 * The condition that `If-Match` sets for the stream: strong comparison, so that a weak tag matches nothing, and of a strong one the revision counts.
 */
export const conditionOf = (tags: Tags | undefined): RevisionCondition | undefined => {
  if (tags === undefined) return undefined;
  if (tags === '*') return 'exists';
  return tags.flatMap(({ isWeak, opaque }) => {
    const revision = isWeak ? undefined : REVISION.exec(opaque)?.[1];
    return revision === undefined ? [] : [Number(revision)];
  });
};

/** Whether `If-None-Match` names this tag: weak comparison, so that `W/` makes no difference. */
export const namesTag = (tags: Tags | undefined, tag: string): boolean =>
  tags === '*' || (tags?.some(({ opaque }) => `"${opaque}"` === tag) ?? false);
