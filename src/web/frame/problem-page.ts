import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FieldError, Problem } from '../../platform/http/problem.js';
import { SIGN_IN_AGAIN } from '../../access/fresh-sign-in.js';
import { KEPT } from '../../access/too-late.js';
import { isReading } from '../../platform/http/reading.js';
import { plainly } from '../forms/plainly.js';
import { Drawing } from './drawing.js';

/** A problem, as a page says it: the fault, and the step to take now. */
interface SaidOfProblem {
  readonly title: string;
  readonly sentences: readonly string[];
  /** Leads on to what can be read. */
  readonly instead?: { readonly text: string; readonly href: string };
}

const NOTHING_LOST = 'Go back in your browser: what you typed is still there.';

const SAID: Readonly<Record<number, SaidOfProblem>> = {
  403: {
    title: 'This is not yours to do',
    sentences: [],
  },
  404: {
    title: 'Page not found',
    sentences: [
      'There is nothing here, or it is not for you to see.',
      'If you typed the address, check that it is right. If you followed a link, what it led to may have changed hands.',
    ],
  },
  405: { title: 'Page not found', sentences: ['This address does not take what was sent to it.'] },
  409: { title: 'This cannot be done now', sentences: [] },
  412: {
    title: 'Somebody else has changed this',
    sentences: ['It has changed since you opened it. Open it again to see what happened, then decide.', NOTHING_LOST],
  },
  413: {
    title: 'This is too much at once',
    sentences: [
      'Shorten what you wrote, or send less at a time. A file may have 25 MB, and all that is sent at once 60 MB: send several files one after the other.',
      NOTHING_LOST,
    ],
  },
  429: {
    title: 'Too many requests',
    sentences: [
      'More has been asked for within a minute than is answered. Wait a minute, then try again.',
      NOTHING_LOST,
    ],
  },
  500: {
    title: 'Sorry, there is a problem',
    sentences: ['This could not be carried out, and the fault is ours. Try again in a few minutes.', NOTHING_LOST],
  },
  503: {
    title: 'Sorry, this is not available just now',
    sentences: [
      'Wait a moment, then try again. It is safe to send the same again: it takes effect once.',
      NOTHING_LOST,
    ],
  },
};

/** Said to everybody of every page of a case, until the IRO manager has opened the council. */
const NOT_OPEN_YET: SaidOfProblem = {
  title: 'The council is not open yet',
  sentences: ['Nobody reads or raises a case before its IRO manager has opened it. Come back once it is open.'],
};

const UNREADABLE: SaidOfProblem = {
  title: 'This could not be read',
  sentences: ['What the browser sent could not be read. Go back, and try again.'],
};

/** Each part of an address, or of what was sent, that cannot be read is named, with what is expected of it. */
const unreadable = (errors: readonly FieldError[], { url, method }: FastifyRequest): SaidOfProblem => {
  const faults = errors.map(({ pointer, message }) => {
    const named = `“${pointer.replace(/^\//, '')}”`;
    return /^[A-Z]/.test(message) ? `${named}: ${message}` : `${named} ${message}`;
  });
  if (!isReading(method)) return { title: UNREADABLE.title, sentences: [...faults.map(plainly), NOTHING_LOST] };
  const [path, query] = url.split('?');
  return {
    title: 'This address cannot be read',
    // How a day is written there is no day in words.
    sentences: faults.map((fault) => `In the address, ${fault.replace(/\.$/, '')}.`),
    ...(query === undefined ? {} : { instead: { text: 'Open the page without it', href: path! } }),
  };
};

/** Draws what went wrong as a page, for everybody who asks with a browser. */
@Injectable()
export class ProblemPage {
  constructor(private readonly drawing: Drawing) {}

  async draw(problem: Problem, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (problem.code === SIGN_IN_AGAIN || (problem.status === 401 && isReading(request.method))) {
      await reply.status(303).header('location', signInAfter(problem, request)).send('');
      return;
    }
    const signIn = problem.status === 401 ? { signIn: signInAfter(problem, request) } : {};
    const model = { ...saidOf(problem, request), ...signIn, reference: shortOf(request.notes.correlationId) };
    const html = await this.drawing.problem(request, reply, 'web/frame/problem', model);
    await reply.status(problem.status).send(html);
  }
}

/** The address of the page for signing in, which leads back to what was typed, or to the page before. Some pages ask for it anew. */
const signInAfter = ({ code, also }: Problem, { url }: FastifyRequest): string => {
  const { keptAt, comesBackTo } = (also.details ?? {}) as { readonly keptAt?: string; readonly comesBackTo?: string };
  const page = code === SIGN_IN_AGAIN ? '/sign-in/again' : '/sign-in';
  return `${page}?to=${encodeURIComponent(comesBackTo ?? keptAt ?? url)}`;
};

const saidOf = (problem: Problem, request: FastifyRequest): SaidOfProblem => {
  if (problem.status === 401)
    return {
      title: 'You are signed out',
      sentences: [
        'What you sent was not carried out.',
        problem.code === KEPT
          ? 'What you typed is kept for you among your drafts. Sign in again, and you come back to it.'
          : NOTHING_LOST,
      ],
    };
  if (problem.status === 400 && problem.also.errors !== undefined) return unreadable(problem.also.errors, request);
  if (problem.code === 'council-not-open') return NOT_OPEN_YET;
  const { title, sentences } = SAID[problem.status] ?? UNREADABLE;
  // A rule says in its own words why it says no; who else may do something is said in words for roles.
  const own = [403, 409].includes(problem.status) ? [withoutTitle(plainly(problem.detail), title)] : [];
  return { title, sentences: [...own, ...sentences] };
};

/** The heading of the page has said it already. */
const withoutTitle = (detail: string, title: string): string =>
  detail.startsWith(`${title}. `) ? detail.slice(title.length + 2) : detail;

/** So much of a correlation id as somebody reads out on the telephone, and whoever runs the program finds in the log by. */
const shortOf = (correlationId: string): string => correlationId.slice(0, 8);
