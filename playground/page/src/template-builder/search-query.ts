/** The address of a search at each engine that `helper.search-query` knows, before the query. */
const engines: Readonly<Record<string, string>> = {
  yandex: "https://yandex.com/search/?text=",
  "yandex/video": "https://yandex.com/video/search?text=",
  "yandex/images": "https://yandex.com/images/search?text=",
  "yandex/collections": "https://yandex.com/collections/search/boards/?text=",
  "yandex/news": "https://newssearch.yandex.ru/news/search?text=",
  google: "https://www.google.com/search?q=",
  "google/images": "https://www.google.com/search?tbm=isch&q=",
  "google/news": "https://news.google.com/search?q=",
  bing: "https://www.bing.com/search?q=",
  "mail.ru": "https://go.mail.ru/search?q=",
  wikipedia: "https://en.wikipedia.org/w/index.php?search=",
};

/** The address of a search; null when the engine is not known. */
export const searchAddress = (engine: string, query: string): string | null =>
  Object.hasOwn(engines, engine) ? `${engines[engine]}${encodeURIComponent(query)}` : null;
