/** One answer: who said it, about what, and what it was. */
export type Label = { task: string; worker: string; label: string };

/** The most probable answer of a task and its probability. */
export type Estimate = { label: string; confidence: number };

/** What the method found out. */
export type DawidSkene = {
  estimates: Map<string, Estimate>;
  /** How frequent each answer is among the tasks. */
  priors: Map<string, number>;
};

const MOST_ROUNDS = 200;
/** The estimates have settled when no probability moves by more in a round. */
const TOLERANCE = 1e-6;
/**
 * So many answers to tasks of each truth every worker is taken to have given before, as the average
 * worker gives them. Without them few answers make a worker look infallible or hopeless, and the method
 * falls behind a vote.
 */
const PRIOR_ANSWERS = 8;
/** Stands for zero where a logarithm is taken. */
const TINY = 1e-12;

type Vote = { task: number; worker: number; label: number };

/**
 * The answers of Dawid and Skene's "Maximum likelihood estimation of observer error-rates using the EM
 * algorithm" (1979): every worker has a table of how often they say what, given the truth; tables and
 * truth are estimated in turns, beginning with the share of votes, until they settle. A worker may have
 * several answers to one task. No labels give no estimates. `priorAnswers` draws each worker's table
 * towards that of all; 0 is the method as published.
 */
export function dawidSkene(labels: readonly Label[], priorAnswers = PRIOR_ANSWERS): DawidSkene {
  const tasks = numbered(labels.map(({ task }) => task));
  const workers = numbered(labels.map(({ worker }) => worker));
  const classes = numbered(labels.map(({ label }) => label));
  const votes = labels.map(({ task, worker, label }) => ({
    task: tasks.get(task) ?? 0,
    worker: workers.get(worker) ?? 0,
    label: classes.get(label) ?? 0,
  }));
  const size = classes.size;
  let truth = shares(votes, tasks.size, size);
  let priors = priorsOf(truth, tasks.size, size);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const errors = errorRates(votes, truth, workers.size, size, priorAnswers);
    priors = priorsOf(truth, tasks.size, size);
    const next = posterior(votes, priors, errors, tasks.size, size);
    const moved = truth.reduce(
      (most, before, index) => Math.max(most, Math.abs(before - (next[index] ?? 0))),
      0,
    );
    truth = next;
    if (moved < TOLERANCE) break;
  }
  priors = priorsOf(truth, tasks.size, size);
  const names = [...classes.keys()];
  const estimates = new Map([...tasks].map(([name, task]) => [name, best(truth, task, names)]));
  return { estimates, priors: new Map(names.map((name, index) => [name, priors[index] ?? 0])) };
}

/** Distinct texts with their numbers, in order of first appearance. */
function numbered(texts: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const text of texts) if (!numbers.has(text)) numbers.set(text, numbers.size);
  return numbers;
}

/** The beginning: each task's share of votes. All tables here are flat rows of `size` classes. */
function shares(votes: readonly Vote[], tasks: number, size: number): Float64Array {
  const counts = new Float64Array(tasks * size);
  for (const { task, label } of votes) add(counts, task * size + label, 1);
  return normalised(counts, size);
}

/** Row `worker * size + truth` of the result says how the worker answers when that is the truth. */
function errorRates(
  votes: readonly Vote[],
  truth: Float64Array,
  workers: number,
  size: number,
  priorAnswers: number,
): Float64Array {
  const rates = new Float64Array(workers * size * size);
  const ofAll = new Float64Array(size * size);
  for (const { task, worker, label } of votes) {
    for (let actual = 0; actual < size; actual += 1) {
      const share = truth[task * size + actual] ?? 0;
      add(rates, (worker * size + actual) * size + label, share);
      add(ofAll, actual * size + label, share);
    }
  }
  normalised(ofAll, size);
  for (const index of rates.keys()) {
    add(rates, index, priorAnswers * (ofAll[index % ofAll.length] ?? 0));
  }
  return normalised(rates, size);
}

function priorsOf(truth: Float64Array, tasks: number, size: number): Float64Array {
  const priors = new Float64Array(size);
  for (const [index, share] of truth.entries()) add(priors, index % size, share / tasks);
  return priors;
}

/** Sums of logarithms, so that many votes do not vanish in a product. */
function posterior(
  votes: readonly Vote[],
  priors: Float64Array,
  errors: Float64Array,
  tasks: number,
  size: number,
): Float64Array {
  const logs = new Float64Array(tasks * size);
  for (let index = 0; index < logs.length; index += 1) logs[index] = logOf(priors[index % size]);
  for (const { task, worker, label } of votes) {
    for (let actual = 0; actual < size; actual += 1) {
      add(logs, task * size + actual, logOf(errors[(worker * size + actual) * size + label]));
    }
  }
  for (let row = 0; row < tasks; row += 1) {
    const values = logs.subarray(row * size, (row + 1) * size);
    const highest = Math.max(...values);
    for (const [index, value] of values.entries()) values[index] = Math.exp(value - highest);
  }
  return normalised(logs, size);
}

function logOf(probability: number | undefined): number {
  return Math.log(Math.max(probability ?? 0, TINY));
}

function add(table: Float64Array, index: number, amount: number): void {
  table[index] = (table[index] ?? 0) + amount;
}

/** Rows that add up to one; a row of nothing stays so. */
function normalised(table: Float64Array, size: number): Float64Array {
  for (let row = 0; row < table.length; row += size) {
    const values = table.subarray(row, row + size);
    const sum = values.reduce((total, value) => total + value, 0);
    if (sum === 0) continue;
    for (const [index, value] of values.entries()) values[index] = value / sum;
  }
  return table;
}

/** Of equally probable answers the one that was seen first. */
function best(truth: Float64Array, task: number, names: readonly string[]): Estimate {
  let found: Estimate = { label: "", confidence: -1 };
  for (const [index, label] of names.entries()) {
    const confidence = truth[task * names.length + index] ?? 0;
    if (confidence > found.confidence) found = { label, confidence };
  }
  return found;
}
