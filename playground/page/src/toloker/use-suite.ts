import { useMemo, useState } from "preact/hooks";
import type { TbConfig } from "../template-builder/config.ts";
import { createTask, type Task } from "../template-builder/task.ts";
import type { Answers, Judged, TaskFacts } from "./client.ts";
import { shippedPicture } from "./shipped-pictures.ts";

/** A word that a task says to the Toloker (Template Builder, action.notify). */
export type Notice = {
  readonly words: string;
  readonly theme: "info" | "success" | "warning" | "danger";
};

type Around = {
  readonly config: TbConfig;
  /** Words by key, for `helper.translate`. */
  readonly translations: Readonly<Record<string, string>>;
  readonly assignmentId?: string;
  readonly upload: (file: File) => Promise<string>;
  readonly notify: (notice: Notice) => void;
};

const tasksOf = (facts: readonly TaskFacts[], around: Around): readonly Task[] =>
  facts.map(({ id, input_values: input }) =>
    createTask(
      around.config,
      {
        id,
        input,
        translations: around.translations,
        ...(around.assignmentId === undefined ? {} : { assignmentId: around.assignmentId }),
      },
      {
        media: shippedPicture,
        upload: around.upload,
        notify: (words, theme) => around.notify({ words, theme }),
      },
    ),
  );

/** Errors of the server by task; `0.result.a` is `result.a` of the first task. */
const errorsOf = (errors: Extract<Judged, { kind: "wrong" }>["errors"], task: number) =>
  Object.entries(errors).flatMap(([path, { message }]) => {
    const [place, ...field] = path.split(".");
    return Number(place) === task ? [{ path: field.join("."), words: message }] : [];
  });

/** A suite of tasks on the page: made anew for each `key`, with what was found wrong at its tasks. */
export const useSuite = (key: string, facts: readonly TaskFacts[], around: Around) => {
  const tasks = useMemo(() => tasksOf(facts, around), [key]);
  const [front, setFront] = useState({ task: 0, turn: 0 });
  const [hints, setHints] = useState<ReadonlyMap<number, string>>(new Map());
  const bring = (task: number): void => setFront(({ turn }) => ({ task, turn: turn + 1 }));
  return {
    tasks,
    front,
    hints,
    /** What would be sent, or null when a task refuses; then it shows why and comes into view. */
    answers: (): Answers | null => {
      const wrong = tasks.map((task) => task.check().length > 0);
      for (const task of tasks) task.showRefusals();
      if (wrong.includes(true)) bring(wrong.indexOf(true));
      return wrong.includes(true) ? null : tasks.map((task) => task.output());
    },
    /** Shows what the server found at the tasks; true when it found nothing. */
    judge: (judged: Judged): boolean => {
      setHints(
        new Map(
          judged.kind === "hints" ? judged.hints.map(({ task, words }) => [task, words]) : [],
        ),
      );
      if (judged.kind === "hints") bring(judged.hints[0]?.task ?? 0);
      if (judged.kind === "wrong") {
        const wrong = tasks.map((task, index) => {
          const found = errorsOf(judged.errors, index);
          task.refuse(found);
          return found.length > 0;
        });
        bring(Math.max(0, wrong.indexOf(true)));
      }
      return judged.kind !== "hints" && judged.kind !== "wrong";
    },
  };
};
