import { applyDecorators, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

/** A controller under `/api/v1/acknowledgements`. */
export const AcknowledgementRoute = (): ClassDecorator =>
  applyDecorators(ApiTags('Acknowledgements'), Controller('api/v1/acknowledgements')) as ClassDecorator;
