import type { checking as swedish } from '#i18n/sv/publication/check.ts'

export const checking: typeof swedish = {
	title: 'Check that a statement is genuine',
	lead: 'Here you see whether the text and the decision of a published statement are untouched, or a correction or withdrawal of one. Your own browser checks it. A file that you choose is sent nowhere.',
	address: 'Address of the statement',
	addressHint: 'For example that of the page where you read the statement.',
	file: 'Or the file of the statement',
	fileHint: 'The file that ends in .json. You can also drop it anywhere on this page.',
	sum: 'A checksum to compare with',
	sumHint: 'That you were given elsewhere, for example by one of the associations. 64 characters.',
	check: 'Check',
	noScript: 'Your browser does not run the program of this page, so it cannot check. Use the commands below instead.',
	noAddress:
		'That is not the address of a statement here. Is it published on another site? Download the file there and choose it here.',
	result: 'Result',
	say: {
		working: 'Checking …',
		notFound:
			'There is no statement at that address, or the server did not answer. See that the address is whole. An older statement, from before Samsvar, has no checksum and cannot be checked here.',
		noRecord:
			'The file is not a published statement, nor a correction or withdrawal of one. Choose the one called “The text and the facts of the decision as JSON” on the page of the statement, or the JSON file on that of the correction, without changing it.',
		broken: 'This browser could not compute it. Try a newer one, or use the commands below.',
		genuine: 'It is right. This is a statement that is published here, and no part of it has been changed.',
		genuineAdded:
			'It is right. This is a correction or withdrawal that is published here, and no part of it has been changed.',
		unpublished:
			'The file is whole, but no statement is published here with its checksum. Anybody can make such a file. Check it on the site where the statement should be published.',
		unpublishedAdded:
			'The file is whole, but no correction or withdrawal is published here with its checksum. Anybody can make such a file. Check it on the site where it should be published.',
		changed: 'It is not right. Something in the file has been changed since it was made.',
	},
	told: {
		title: 'The statement',
		coalition: 'Coalition',
		label: 'Number',
		publishedOn: 'Published',
		signed: 'Signed by',
	},
	added: {
		correction:
			'The file is a correction. What is checked is what it says, what the associations answered, and which statement it is about. The statement itself is checked by itself.',
		withdrawal:
			'The file is a withdrawal. What is checked is why the statement is withdrawn, what the associations answered, and which statement it is about. The statement itself is checked by itself.',
	},
	readIt: 'Read it where it is published',
	findings: 'What was checked',
	found: {
		text: {
			right: 'The checksum of the text is right.',
			wrong: 'The checksum of the text is wrong: the text has been changed.',
			unknown: 'The checksum of the text cannot be computed, for a part of the text has been removed.',
		},
		added: {
			right: 'The checksum of the file is right.',
			wrong: 'The checksum of the file is wrong: something in it has been changed.',
		},
		record: {
			right: 'The checksum of the decision is right.',
			wrong: 'The checksum of the decision is wrong: something in the decision has been changed.',
		},
		binds: { right: 'The decision is about this very text.', wrong: 'The decision is about another text.' },
		parts: {
			right: 'Parts that are right, each by itself:',
			wrong: 'A part is not what its checksum says, is missing, or does not belong there. Parts in the file:',
		},
		withheld: {
			right: 'Parts of the text that are removed, as the file says:',
			unknown: 'Parts of the text that are removed, by what the file says. That cannot be checked:',
			wrong: 'Parts of the text are missing without the file saying so. So many are missing:',
		},
	},
	sameSum:
		'The checksum that you wrote is one of those of the file. So the statement is the same as when you were given it.',
	sameSumAdded: 'The checksum that you wrote is that of the file. So it is the same as when you were given it.',
	otherSum:
		'The checksum that you wrote is none of those of the file. Then this is another statement, or one that was made anew.',
	notCompared:
		'Whoever runs the site can have made both statement and checksums anew. So compare the checksum of the decision with one that you were given elsewhere, for example by one of the associations.',
	sums: 'Checksums of the file',
	addedSum: 'Checksum of the file',
	ofStatement: 'Checksum of the decision of the statement it is about',
	terminal: 'With commands of your own',
	terminalHow:
		'You can compute it without this page, in a terminal that has jq. The first two lines print the checksums of the text and of the decision. The last prints the parts that are wrong, so best nothing.',
	terminalHowAdded:
		'You can compute it without this page, in a terminal that has jq. The first line prints the checksum of the file. The second prints the parts that are wrong, so best nothing.',
	ofAnother: 'Put the address of the statement in place of ADDRESS.',
	placeholder: 'ADDRESS.json',
}
