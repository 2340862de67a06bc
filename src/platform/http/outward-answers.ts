import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import { type Outward, outward, OUTWARD } from './outward.js';

/** Every answer leaves in the words of its readers. It comes before the tag of an answer is worked out, so that other words are another tag. */
@Injectable()
export class OutwardAnswers implements NestInterceptor {
  constructor(@Inject(OUTWARD) private readonly words: Outward) {}

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        const said = await this.words.now();
        // A file is nobody’s sentence.
        return said === undefined || answer instanceof StreamableFile ? answer : outward(answer, said);
      }),
    );
  }
}
