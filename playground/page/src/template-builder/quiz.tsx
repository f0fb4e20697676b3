import { objectOf, objectsOf } from "../ui/json.ts";
import { Field } from "./frame.tsx";
import { Markdown } from "./markdown.tsx";
import { answerQuiz, questionsOf } from "./quiz-answers.ts";
import { type Drawn, useTask } from "./task-context.ts";
import { isAnswer, wordsOf } from "./values.ts";

/** field.quiz: questions whose options say at once whether they were right. */
export const QuizField = ({ part }: Drawn) => {
  const { task } = useTask();
  const questions = questionsOf(task.prop(part, "options"));
  const state = task.stateOf(part);
  return (
    <Field part={part} kind="group">
      {({ id, value, set }) => {
        const answers = { ...objectOf(value), ...objectOf(state.answers) };
        const choose = (key: string, answer: unknown): void => {
          const done = answerQuiz(state, value, questions, key, answer);
          task.keep(part, done.state);
          if (done.value !== undefined) set(done.value);
        };
        return (
          <div class="tb-list">
            {part.props.instruction !== undefined && (
              <Markdown text={task.words(part, "instruction")} />
            )}
            {questions.map(({ key, question, isDisabled }) => (
              <fieldset key={key} class={question.border === true ? "tb-group" : "tb-question"}>
                <legend class="tb-label">
                  <Markdown text={wordsOf(question.label) || key} />
                </legend>
                {objectsOf(question.options).map((option) => {
                  const isChosen = isAnswer(answers[key], option.value);
                  const theme = option.correct === true ? "tb-success" : "tb-danger";
                  return (
                    <div key={wordsOf(option.value)}>
                      <label class="tb-choice">
                        <input
                          type="radio"
                          name={`${id}-${key}`}
                          checked={isChosen}
                          disabled={isDisabled}
                          onChange={() => choose(key, option.value)}
                        />
                        <span class="tb-choice-words">
                          <Markdown text={wordsOf(option.label)} />
                        </span>
                      </label>
                      {isChosen && option.hint !== undefined && (
                        <div role="status" class={`tb-alert ${theme}`}>
                          <Markdown text={wordsOf(option.hint)} />
                        </div>
                      )}
                    </div>
                  );
                })}
              </fieldset>
            ))}
          </div>
        );
      }}
    </Field>
  );
};
