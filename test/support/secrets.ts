/**
 * The secrets of every journey's world. Each half of each is a text that nothing else contains, so that
 * any trace of one is found.
 */
export const secrets = {
  botToken: "xoxb-481516-2342-qZ7vKx0Lm9RtWc3b",
  signingSecret: "hY5nD8sJ2kPq4uVfEa6gTz1xMw9cBo3r",
  appToken: "xapp-1-A0LIFEGRD-73-Nf6yRj8QdUe2Xs5k",
  sandboxKey: "sbx.Gm3tHv9LpZw7cKq1yDr5.Bx8nJf2aSe",
  productionKey: "prd.Ux4oEi6QkRj0vTb8mWh2.Yc9sPl3gNd",
} as const;

/** Every form in which a secret could leave: whole, halves, in base64 at any offset, in hexadecimal, in an address. */
const formsOf = (secret: string): readonly string[] => {
  const half = Math.floor(secret.length / 2);
  const base64 = [0, 1, 2].map((offset) =>
    Buffer.from(`${" ".repeat(offset)}${secret}`)
      .toString("base64")
      // What a neighbour in the text would change is left off.
      .slice(4, -4),
  );
  return [
    secret.slice(secret.lastIndexOf("-", half) + 1, half + 4),
    secret.slice(half),
    ...base64,
    ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
    Buffer.from(secret).toString("hex"),
    encodeURIComponent(secret),
  ];
};

const traces: readonly (readonly [string, string])[] = Object.entries(secrets).flatMap(
  ([name, secret]) => formsOf(secret).map((form): readonly [string, string] => [name, form]),
);

/** The names of the secrets of which a text holds a trace. */
export const secretsIn = (text: string): readonly string[] => [
  ...new Set(traces.filter(([, form]) => text.includes(form)).map(([name]) => name)),
];
