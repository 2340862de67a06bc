import { Inject, Injectable } from '@nestjs/common';
import type { Directory } from '../../directory/directory.js';
import { MOST_FIELDS } from '../../platform/http/form-body.js';
import { DIRECTORY } from '../../platform/tokens.js';
import { type CouncilSays, WordsNow } from '../../protocol/words-now.js';
import { type Answers, askedOf, countOf, type MappingAsked, writeInto } from '../mapping/asked-of-mapping.js';
import { proposeMappingOf } from '../mapping/propose-mapping.js';
import { lookInto } from '../mapping/seen-in-files.js';
import { WrittenMapping } from '../mapping/written-mapping.js';
import type { RegisterFile } from '../reading/register-file.js';
import { mustBeFiles, saidOfFiles } from './files-said.js';

/** The questions of the lists, and the mapping with the answers chosen in them. */
export interface ByLists {
  readonly asked: MappingAsked;
  readonly mapping: string;
  /** Names of every team there is or was, from A to Z. */
  readonly teams: readonly string[];
  readonly says: CouncilSays;
}

/** A mapping that is made by choosing from lists: one for each column of the files, and one for each of their words. */
@Injectable()
export class MappingByLists {
  constructor(
    @Inject(DIRECTORY) private readonly directory: Directory,
    private readonly words: WordsNow,
  ) {}

  /**
   * @param mapping as it is written so far; empty for one that is proposed
   * @returns null where lists cannot ask about it: it is not written as a mapping is, or there are more words than a form holds
   * @throws Problem `not-valid` where a file cannot be read as a register
   */
  async of(files: readonly RegisterFile[], mapping: string, answers: Answers): Promise<ByLists | null> {
    mustBeFiles(files);
    const sheets = await saidOfFiles(() => lookInto(files));
    const written = new WrittenMapping(mapping === '' ? proposeMappingOf(sheets) : mapping);
    if (!written.isReadable) return null;
    const asked = askedOf(sheets, written, answers, (word) => this.directory.teamWritten(word) !== undefined);
    if (countOf(asked) > MOST_FIELDS - BESIDES) return null;
    return {
      asked,
      mapping: writeInto(written, asked, sheets),
      teams: [...new Set(this.directory.teamsWithSpellings().map(({ team }) => team.name))].sort(),
      says: await this.words.now(),
    };
  }
}

/** Fields of the form besides the lists: the files, the mapping, what it speaks for. */
const BESIDES = 40;
