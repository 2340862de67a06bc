import { IsEmpty } from 'class-validator';

/** The body of a form that only has a button. The checks of bodies refuse a class that says nothing of any field. */
export class NothingFilledIn {
  @IsEmpty()
  nothing?: undefined;
}
