import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { FileOfRecords } from '../../access/view-log/opens.js';
import { yearWritten } from '../../calendar/dates.js';
import { notFound } from '../../platform/http/problem.js';
import { WordsNow } from '../../protocol/words-now.js';
import type { ExportedFileQuery, ExportQuery, RegisterExportDto } from './export.dto.js';
import { ExportRegister, type RegisterExported } from './export.query.js';
import { registerFiles } from './export.text.js';

/** The register as the files that somebody who signed in may take away. */
@Injectable()
export class ExportedFiles {
  constructor(
    private readonly queries: QueryBus,
    private readonly words: WordsNow,
  ) {}

  async listed(query: ExportQuery, asker: Asker): Promise<RegisterExportDto> {
    const { registers, mapping, covers } = await this.files(query, asker);
    return {
      files: [
        ...registers.map(({ name, references, lacks }) => ({ name, rows: references.length, lacks })),
        { name: mapping.name, rows: null, lacks: [] },
      ],
      covers,
    };
  }

  /** @throws Problem `not-found` where there is no file of the name */
  async file({ name, ...query }: ExportedFileQuery, asker: Asker): Promise<FileOfRecords> {
    const { registers, mapping } = await this.files(query, asker);
    const file = [...registers, mapping].find((each) => each.name === name);
    if (file === undefined) throw notFound();
    return new FileOfRecords(file.text, file.references);
  }

  private async files({ year }: ExportQuery, asker: Asker) {
    const asked = new ExportRegister(asker, year === undefined ? null : yearWritten(year));
    const register = await this.queries.execute<ExportRegister, RegisterExported>(asked);
    return { ...registerFiles(register, await this.words.now()), covers: register.covers };
  }
}
