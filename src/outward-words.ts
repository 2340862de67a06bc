import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Outward, Said } from './platform/http/outward.js';
import { inCouncilWords, saysAsTheProgram } from './protocol/council-words.js';
import { type CouncilSays, onLadder, WordsNow } from './protocol/words-now.js';

/** Every text that leaves over HTTP is in the council's words. */
@Injectable()
export class OutwardWords implements Outward, OnApplicationBootstrap {
  constructor(private readonly says: WordsNow) {}

  /** So that also the first refusal is said in them. Nothing waits for it: the log may be away. */
  onApplicationBootstrap(): void {
    void this.says.now();
  }

  async now(): Promise<Said> {
    return saidBy(await this.says.now());
  }

  lastKnown(): Said {
    return saidBy(this.says.lastKnown());
  }
}

const saidBy = (says: CouncilSays): Said => {
  const ladders = says.ladders.map(({ code }) => onLadder(says, code).words);
  if ([says.words, ...ladders].every(saysAsTheProgram)) return undefined;
  return (text, ladder) =>
    inCouncilWords(text, ladder === undefined ? says.words : onLadder(says, ladder).words, says.kept);
};
