/** Whether an address is Slack's: its own hosts over https, or the host of the configured API. */
const isSlackHost = (url: URL, apiUrl: string): boolean => {
  if (url.username !== "" || url.password !== "") return false;
  if (url.origin === new URL(apiUrl).origin) return true;
  return (
    url.protocol === "https:" &&
    url.port === "" &&
    (url.hostname === "slack.com" || url.hostname.endsWith(".slack.com"))
  );
};

/** The address when it is Slack's; null for every other text: nothing is sent there. */
export const slackAddress = (text: string, apiUrl: string): URL | null => {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return isSlackHost(url, apiUrl) ? url : null;
};
