import { ApiProperty, ApiSchema } from '@nestjs/swagger';

/** A document that is here, and that an act may name. */
@ApiSchema({ name: 'Document' })
export class DocumentDto {
  @ApiProperty({ type: String, description: 'An act names it by this id. Kept for 30 days until one does.' })
  id: string;
  @ApiProperty({ type: String, description: 'As it was sent, without a path and with the ending of what it is.' })
  name: string;
  @ApiProperty({ type: String, example: 'application/pdf', description: 'By its content.' })
  type: string;
  @ApiProperty({ type: 'integer', description: 'Bytes, as it is kept.' })
  size: number;
  @ApiProperty({ type: String, description: 'SHA-256 of these bytes, in hexadecimal.' })
  sha256: string;
}
