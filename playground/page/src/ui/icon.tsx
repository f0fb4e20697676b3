const paths = {
  lock: "M5 7V5a3 3 0 0 1 6 0v2h1v7H4V7zm1.5 0h3V5a1.5 1.5 0 0 0-3 0z",
  eye: "M8 3c3.5 0 6 3 7 5-1 2-3.5 5-7 5S2 10 1 8c1-2 3.5-5 7-5zm0 2.2A2.8 2.8 0 1 0 8 10.800a2.8 2.800 0 0 0 0-5.600z",
  ring: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 4.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5z",
  plus: "M7 2h2v5h5v2H9v5H7V9H2V7h5z",
  file: "M3 1h7l3 3v11H3zm1.500 1.500v11h7V5.500H9V2.500z",
  picture: "M1 3h14v10H1zm1.500 8.500h11L9.500 6 7 9.500l-1.500-2z",
  dots: "M2 6.500h3v3H2zm4.500 0h3v3h-3zm4.500 0h3v3h-3z",
} as const;

/** A small drawing in the colour of the text; what it means is said beside it. */
export const Icon = (props: { readonly name: keyof typeof paths; readonly size?: number }) => (
  <svg
    viewBox="0 0 16 16"
    width={props.size ?? 14}
    height={props.size ?? 14}
    aria-hidden="true"
    class="icon"
  >
    <path d={paths[props.name]} fill="currentColor" fill-rule="evenodd" />
  </svg>
);
