import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { malformed } from '../../platform/http/problem.js';
import { fileOfBytes, type RegisterFile } from '../reading/register-file.js';
import { AuthorisedRegisters } from './authorised-registers.js';
import {
  MappingProposedDto,
  ProposeMappingDto,
  type RegisterFileDto,
  RegisterTriedDto,
  TryRegisterDto,
} from './register-files.dto.js';

/** They only read, and are sent by POST, since a file is too long for an address. Files are read in on a page, or by the command line. */
@ApiTags('Figures')
@Controller('api/v1/imports')
export class TryRegisterRoute {
  constructor(private readonly authorised: AuthorisedRegisters) {}

  @Post('propose-mapping')
  @HttpCode(200)
  @Permits('import.write')
  @OpensNothing('Headings and words of files that their sender has.')
  @Reads(
    { operationId: 'proposeMapping', summary: 'A first mapping for the files of a register; nothing is recorded' },
    MappingProposedDto,
  )
  async propose(@Body() { files }: ProposeMappingDto): Promise<MappingProposedDto> {
    return { mapping: await this.authorised.propose(files.map(registerFile)) };
  }

  @Post('try')
  @HttpCode(200)
  @Permits('import.write')
  @OpensNothing('Cells of files that their sender has.')
  @Reads(
    { operationId: 'tryRegister', summary: 'What would come of the files of a register; nothing is recorded' },
    RegisterTriedDto,
  )
  try(@Body() { files, mapping, covers = '' }: TryRegisterDto, @Sent() { asker }: SentWith): Promise<RegisterTriedDto> {
    return this.authorised.tried({ files: files.map(registerFile), mapping, covers }, asker);
  }
}

/** @throws Problem `not-valid` for what is not in base64 */
const registerFile = ({ fileName, base64 }: RegisterFileDto, at: number): RegisterFile => {
  if (!BASE64.test(base64)) throw malformed(`/files/${at}/base64`, 'must be the bytes of the file in base64');
  return fileOfBytes(fileName, Buffer.from(base64, 'base64'));
};

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
