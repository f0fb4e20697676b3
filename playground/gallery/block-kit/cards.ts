import { button, marked, type Payload, picture, plain } from "./parts.ts";

const card: Payload = {
  ...{ type: "card", hero_image: picture, icon: picture },
  ...{
    title: plain("Shoes pool 1"),
    subtitle: plain("Sandbox"),
    body: marked("*3 tasks*, closed"),
  },
  actions: [button("Open"), button("Look")],
};

/** Cards, and what holds other blocks, by name. */
export const cardBlocks: { readonly [name: string]: readonly Payload[] } = {
  card: [card, { type: "card", title: plain("A card of one line") }],
  carousel: [
    {
      type: "carousel",
      elements: ["One", "Two", "Three", "Four", "Five"].map((title) => ({
        type: "card",
        title: plain(title),
      })),
    },
  ],
  container: [
    {
      ...{ type: "container", title: plain("A container"), subtitle: plain("that can be closed") },
      ...{ icon: picture, width: "standard", is_collapsible: true, has_header_divider: true },
      child_blocks: [
        { type: "section", text: plain("One block in it") },
        { type: "context", elements: [plain("and another one")] },
      ],
    },
  ],
};
