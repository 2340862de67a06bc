import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { londonDate } from '../../calendar/dates.js';
import { Readings } from '../../reading/readings.js';
import { ProtocolLibrary } from '../protocol-library.js';
import type { ProtocolsDto } from './protocols.dto.js';

/** Every version of the council's rules, and which is in force. The same for everybody who may read it: no child is in it. */
export class ReadProtocols extends Query<ProtocolsDto> {}

@QueryHandler(ReadProtocols)
export class ReadProtocolsHandler implements IQueryHandler<ReadProtocols> {
  constructor(
    private readonly library: ProtocolLibrary,
    private readonly readings: Readings,
  ) {}

  async execute(): Promise<ProtocolsDto> {
    const versions = await this.library.versions();
    const { protocols, now } = await this.readings.now();
    const today = londonDate(now);
    const inForce = versions.some(({ from }) => from <= today) ? protocols.inForceOn(today) : null;
    return {
      inForce: inForce?.version ?? null,
      items: versions.map(({ version, from, protocol, warnings, fileSha256 }) => ({
        version,
        from,
        id: protocol.id,
        title: protocol.title,
        warnings,
        fileSha256,
        protocol,
      })),
    };
  }
}
