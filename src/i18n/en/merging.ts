import { formatCount, formatList, formatNumber } from '#i18n/format.ts'
import type { merging as swedish } from '#i18n/sv/merging.ts'

export const merging: typeof swedish = {
	title: 'Merge amendments into the text',
	link: 'Merge amendments',
	lead: 'Choose which amendments are to come in. Read how the text becomes, and then save all of it at once.',
	beforeBallot: (numbers) =>
		`${formatList('en', numbers)} ${numbers.length === 1 ? 'is' : 'are'} adopted, but the words are not in the text.`,
	adopted: 'Adopted, and not in the text yet',
	onlyFirst: (count) => `The first ${formatNumber('en', count)} are ticked. Merge them, and the next will come.`,
	open: 'Open amendments',
	openHint: 'Those you tick are adopted when you save.',
	changedBefore: 'Adopted with changes',
	noneToMerge: 'No amendments to merge',
	noneToMergeHint: 'All that were adopted are in the text, and none is open.',
	noneNowHint: 'Nothing can be merged now. The page says which remain, and why.',
	part: (first, last, all) =>
		`Open amendments ${first}–${last} of ${all}. What you have ticked comes along when you go on.`,
	onlyPart: 'Of the open amendments only those of this part are listed.',
	unticked: (numbers) =>
		`${formatList('en', numbers)} ${numbers.length === 1 ? 'is' : 'are'} not ticked any more. An amendment is unticked when it is reworded, withdrawn, decided, merged, put to the associations or does not go with the text any more. Read it through once more, and then save.`,
	previous: 'Show the previous',
	next: 'Show the next',
	asked: 'Not here as long as associations are asked about them:',
	inTheWay: 'Do not go with the text as it is now',
	inTheWayHint:
		'Others changed the same words after the amendment was written. Those who put it forward can reword it; one that chair or secretary adopted has to be reopened first. What the associations adopted together stands: put the words of the text back, or write those of the amendment into the text by hand.',
	there: 'In the text already',
	thereHint: 'The words are in the text as it is now. Decide on the amendments where they stand.',
	choose: (count) => `Choose in ${formatCount('en', count, 'collision', 'collisions')}`,
	chooseHint: (ownWords) =>
		`The amendments want different things in the same place. Choose what is to stand${ownWords ? ', or write your own' : ''}.`,
	chooseNone: (count) => `${formatCount('en', count, 'collision', 'collisions')} with nothing to choose`,
	what: {
		words: 'the same words',
		whole: 'the whole part',
		removed: 'is the part to stay?',
		moved: 'where is the part to stand?',
	},
	inPart: (name, what) => `${name}: ${what}`,
	standsNow: 'As it stands now:',
	held: (who) =>
		`The associations have adopted ${who} together, so it comes in as they adopted it. If it is not to come in now, untick it.`,
	heldAlike: (who) =>
		`The associations have adopted ${who} together, so they come in as they were adopted. If they are not to come in now, untick them.`,
	heldSeveral: (who) =>
		`The associations have adopted ${who} at the same time, and they want different things here. Choose one of them. If some of what is not chosen comes in it is adopted with changes, and the associations are told. If one is not to come in now, untick it.`,
	heldBefore: (who) =>
		`The associations have adopted ${who} too, but earlier. If some of it comes in it is adopted with changes, and the associations are told.`,
	heldPreferred: (who) =>
		`The associations preferred ${who} to another amendment in a ballot, but have not adopted it. If some of it comes in it is adopted with changes, and the associations are told.`,
	preferredApart: (who) =>
		`In ballots the associations preferred ${who} to other amendments, so all that they want comes in as it is, but here they want different things. Untick one of them, and put it to a ballot of its own.`,
	preferred: (who) =>
		`The associations preferred ${who} to another amendment in a ballot, so the words come in as they are. If something else is to stand there, untick it.`,
	nothing: '(no words)',
	side: (who) => `As ${who} wants`,
	strikes: (who) => `Strike the part, as ${who} wants`,
	keeps: (who) => `Keep the part, with what ${who} wants`,
	moves: (who, before) => `Move it, as ${who} wants: ${before}`,
	before: (name) => `before ${name}`,
	last: 'last in the text',
	both: (who) => `Both, one after the other: ${who}`,
	neither: 'Neither: leave it as it stands',
	ownWords: 'In other words, which you write in the field',
	text: 'Your own words',
	textHint: 'The amendments are then adopted with changes, and the associations see your words beside theirs.',
	result: 'How the text becomes',
	resultHint: 'What comes in is underlined, what goes is struck. The number says whose the words are.',
	standsUntilChosen: 'Where amendments collide the text stands as it is until you have chosen.',
	nothingChanges: 'The text stays as it is.',
	byHand: 'written by hand',
	wholeText: 'The whole text as it becomes',
	showWhole: 'Show the whole text as it becomes',
	becomes: 'What becomes of the amendments',
	outcomes: {
		whole: 'Comes in as it is, and is adopted.',
		changed: 'Comes in with changes, and is adopted with changes.',
		none: 'Does not come in. It stays as it is.',
	},
	apartAfter: (numbers) =>
		`When this is saved, ${formatList('en', numbers)} will not go with the text any more. Those who put it forward can reword it; one that chair or secretary adopted has to be reopened first. What the associations adopted together stands: put the words of the text back, or write those of the amendment into the text by hand.`,
	note: 'What is changed, and why',
	noteHint: 'Needed when an amendment comes in with changes. The associations get it by mail.',
	letGo: 'Strike the parts although somebody has said something about them',
	letGoHint: 'What was said can still be read, but no longer stands at a place in the text.',
	see: 'Show how the text becomes',
	seeChosen: 'Show the text with what you chose',
	save: 'Save in the text',
	saveMeans:
		'All who stand behind the amendments get a mail. It can be undone as long as nobody has written, said or decided anything that rests on it.',
	notYet: 'Choose in the collisions first. Then you can save.',
	untickFirst: 'Untick one of the amendments in each collision with nothing to choose. Then you can save.',
	earlier: 'Merged earlier',
	mergedOn: (what, when) => `${what}, ${when}`,
	undo: 'Undo the merging',
	undoOf: (what) => ` of ${what}`,
	undoMeans: 'The text becomes what it was in those places, and each amendment what it was before.',
	done: {
		merged: 'The amendments are in the text now. The associations get a mail.',
		undone: 'The merging is undone. The associations get a mail.',
	},
	cameIn: 'How it came into the text',
	cameInOn: (when) => `Merged into the text ${when}.`,
	ownHere: 'The amendment wanted',
	standsHere: 'Into the text went',
	wordsOf: (names) => `Whose the words are: ${formatList('en', names)}`,
	leadsTo: 'Show the place in the text',
	parts: {
		words: 'Words',
		new: 'New part',
		struck: 'Struck part',
		moved: 'Moved part',
		byHand: 'Other words, written by hand',
		otherwise: 'Other words than the amendment’s',
	},
	events: {
		amendmentMerged: 'An amendment was merged into the text',
		amendmentUnmerged: 'An amendment was taken out of the text again',
	},
	news: {
		merged: (name) => `${name} is adopted and in the text now:`,
		mergedWithChanges: (name) => `${name} is in the text now, with changes:`,
		unmerged: (name) => `${name} is in the text no more, and is what it was before:`,
	},
}
