/** Where blocks are shown: a message, a modal or the Home tab of the app. */
const surfaces = ["message", "modal", "home"] as const;

/** One of the surfaces. */
export type Surface = (typeof surfaces)[number];
