import type { Locator, Page } from "playwright-core";
import type { Browser } from "./browser.ts";

/** Somebody who uses the playground's page with mouse and keyboard. */
export type PagePerson = {
  readonly page: Page;
  /** The form on top. */
  readonly form: Locator;
  type(line: string): Promise<void>;
  /** Waits for a form with this title. */
  formTitled(title: string): Promise<void>;
  /** The field of the form with this label: label, box, words and all. */
  field(label: string): Locator;
  fill(label: string, value: string): Promise<void>;
  /** The words at a field, once there are some. */
  errorAt(label: string): Promise<string>;
  next(): Promise<void>;
  /** A message of the conversation that has the words, the newest. */
  message(words: string | RegExp): Locator;
};

/** Opens the page as one person, in a window of its own. */
export const pagePerson = async (
  browser: Browser,
  url: string,
  name: string,
): Promise<PagePerson> => {
  const page = await browser.open(`${url}/?as=${name}`);
  const form = page.locator("dialog.modal");
  const composer = page.getByRole("textbox", { name: "Message #labelling" });
  await composer.waitFor();
  const named = (label: string): RegExp =>
    new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}( \\(optional\\))?$`);
  const field = (label: string): Locator =>
    form.locator(".input").filter({ has: page.locator(".label", { hasText: named(label) }) });
  return {
    page,
    form,
    type: async (line) => {
      await composer.fill(line);
      await composer.press("Enter");
    },
    formTitled: (title) => form.getByRole("heading", { name: title, exact: true }).waitFor(),
    field,
    fill: (label, value) => form.getByRole("textbox", { name: named(label) }).fill(value),
    errorAt: (label) => field(label).locator(".field-error:not(:empty)").innerText(),
    next: () => form.locator("footer .primary").click(),
    message: (words) =>
      page.locator(".conversation article.message").filter({ hasText: words }).last(),
  };
};
