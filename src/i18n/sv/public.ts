/** Pages that anyone can read. */
export const publicPages = {
	latestStatements: 'Senaste uttalanden',
	feed: 'Flöde med nya uttalanden',
	asMarkdown: 'Markdown',
	asJson: 'JSON',
	standsBehind: 'Föreningar som står bakom',
	doesNotStandBehind: 'Föreningar som inte står bakom',
	easyRead: 'Lättläst',
}
