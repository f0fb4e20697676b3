/** Toloka's side of the playground. */
export const TolokaPanel = () => <p>Toloka</p>;
