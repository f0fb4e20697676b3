/** The guided first run. */
export const Guide = (_props: {
  readonly acting: string;
  readonly actAs: (name: string) => void;
  readonly openChannel: (name: string) => void;
  readonly tick: number;
}) => <p>Type /toloka new run below.</p>;
