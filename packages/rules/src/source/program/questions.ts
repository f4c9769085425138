/**
 * Questions that ask each other in circles. One that is asked while it is being answered gets a stand-in, and what is made with a stand-in
 * is a half answer. Kept is only the whole answer of the question by which a circle was entered, as in Tarjan's search for strongly
 * connected components; so an answer depends on the program, never on what was asked before.
 */

/** What is remembered of one question. */
export interface Question<Answer> {
  kept?: Kept<Answer>;
  /** A half answer, which serves while the question that it waits for is open. */
  half?: Kept<Answer> & { readonly within: Frame };
  /** While another question of its circle is open, a kept answer says more than could be known then. */
  circle?: Circle;
  /** Set while the question is open: being answered. */
  frame?: Frame | undefined;
}

/** An answer, and what came up while it was made. */
interface Kept<Answer> {
  readonly answer: Answer;
  readonly notes: Notes | undefined;
}

type Notes = ReadonlySet<object>;

/** Questions that ask each other, and those of them that are open. */
interface Circle {
  readonly open: Frame[];
}

interface Frame {
  readonly index: number;
  /** The first open question that it can see, besides those about whole files. */
  readonly floor: number;
  /** The lowest open question whose stand-in the answer is made with; the question itself where there is none. */
  low: number;
  /** Whether something below it was too deep to be answered. */
  isCut: boolean;
  isOpen: boolean;
  /** The questions whose answers are made with the stand-in of this one. */
  readonly members: Question<unknown>[];
  notes: Set<object> | undefined;
}

/** How questions of one kind are answered, each about something else. */
export interface Asked<Answer, About extends readonly unknown[]> {
  readonly answer: (...about: About) => Answer;
  readonly standIn: (...about: About) => Answer;
  /** What to answer too deep below the first question. */
  readonly tooDeep: (...about: About) => Answer;
  /** A question about a whole file is answered as if no question about a part of it were open. */
  readonly isAboutFile: boolean;
}

// a tree may be nested deeper than the call stack
const depthLimit = 250;
const stackLimit = 3 * depthLimit;

const stack: Frame[] = [];

export function ask<Answer, About extends readonly unknown[]>(
  question: Question<Answer>,
  asked: Asked<Answer, About>,
  ...about: About
): Answer {
  const floor = stack.at(-1)?.floor ?? 0;
  const { frame } = question;
  if (frame && (asked.isAboutFile || frame.index >= floor)) {
    dependOn(frame);
    return asked.standIn(...about);
  }
  const known = knownAnswer(question, floor);
  if (known) return noted(known).answer;
  if (!asked.isAboutFile && (stack.length - floor >= depthLimit || stack.length >= stackLimit)) {
    stack.at(-1)!.isCut = true;
    return asked.tooDeep(...about);
  }
  return answerOpenly(question, asked, about, asked.isAboutFile ? stack.length : floor);
}

/** The answer to a question that is not open, where it is known already: most are, and this way they cost little. */
export function recall<Answer>(question: Question<Answer>): { readonly answer: Answer } | undefined {
  if (question.frame) return;
  const known = knownAnswer(question, stack.at(-1)?.floor ?? 0);
  return known && noted(known);
}

function noted<Answer>(known: Kept<Answer>): Kept<Answer> {
  if (known.notes) for (const each of known.notes) note(each);
  return known;
}

function knownAnswer<Answer>({ kept, half, circle }: Question<Answer>, floor: number): Kept<Answer> | undefined {
  const last = circle?.open.at(-1);
  if (kept && !(last && last.index >= floor)) return kept;
  if (!half?.within.isOpen || half.within.index < floor) return;
  dependOn(half.within);
  return half;
}

function dependOn({ index }: Frame): void {
  const top = stack.at(-1)!;
  top.low = Math.min(top.low, index);
}

function answerOpenly<Answer, About extends readonly unknown[]>(
  question: Question<Answer>,
  asked: Asked<Answer, About>,
  about: About,
  floor: number,
): Answer {
  const { frame: outer, circle } = question;
  const index = stack.length;
  const frame: Frame = { index, floor, low: index, isCut: false, isOpen: true, members: [], notes: undefined };
  stack.push(frame);
  circle?.open.push(frame);
  question.frame = frame;
  try {
    const value = asked.answer(...about);
    remember(question, frame, value);
    return value;
  } finally {
    question.frame = outer;
    circle?.open.pop();
    stack.pop();
    frame.isOpen = false;
    handDown(frame);
  }
}

function remember<Answer>(question: Question<Answer>, frame: Frame, answer: Answer): void {
  const { index, floor, low, isCut, members, notes } = frame;
  if (low < index) {
    const within = stack[low]!;
    question.half = { answer, notes, within };
    within.members.push(question, ...members);
  } else if (isCut && index > floor) question.half = { answer, notes, within: stack[floor]! };
  else {
    question.kept = { answer, notes };
    if (members.length > 0) closeCircle([question, ...members]);
  }
}

function closeCircle(questions: readonly Question<unknown>[]): void {
  const circle = questions.find((question) => question.circle)?.circle ?? { open: [] };
  for (const question of questions) question.circle ??= circle;
}

function handDown({ index, floor, low, isCut, notes }: Frame): void {
  for (const each of notes ?? []) note(each);
  const below = stack.at(-1);
  if (!below) return;
  below.low = Math.min(below.low, low);
  below.isCut ||= isCut && index > floor;
}

/** Notes of what is asked outside of all questions. */
let notesOutside: Set<object> | undefined;

/** Notes something about the answer that is being made; an answer that is remembered brings its notes along. */
export function note(it: object): void {
  const top = stack.at(-1);
  if (top) (top.notes ??= new Set()).add(it);
  else notesOutside?.add(it);
}

/** What is noted while something is asked, in that order; what is asked around it learns nothing of it. */
export function notesOf(asks: () => void): Notes {
  const top = stack.at(-1);
  const outer = top ? top.notes : notesOutside;
  const own = new Set<object>();
  const set = (notes: Set<object> | undefined) => {
    if (top) top.notes = notes;
    else notesOutside = notes;
  };
  set(own);
  try {
    asks();
    return own;
  } finally {
    set(outer);
  }
}
