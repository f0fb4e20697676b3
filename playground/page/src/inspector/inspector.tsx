/** What passed between Slack and the bot. */
export const Inspector = () => <p>Inspector</p>;
