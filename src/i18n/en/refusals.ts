import { IMAGE_BYTES, IMAGE_LEAST, IMAGE_MOST, type ImageFault } from '#domain/coalition/image.ts'
import type { FileRefusal } from '#domain/inquiry/file.ts'
import { formatCount, formatDateTime, formatEither, formatList, formatNumber } from '#i18n/format.ts'
import type { RejectionOf } from '#i18n/refusals-of.ts'
import type { Refusals } from '#i18n/sv/refusals.ts'
import { ofAmendments } from './amendment-refusals.ts'
import { ofBallots } from './ballot-refusals.ts'
import { asWritten, field } from './field-names.ts'
import { tellings } from './tellings.ts'

const who = {
	chair: 'the chair',
	secretary: 'the secretary',
	delegate: 'the association’s delegate',
	deputy: 'the association’s deputy',
	contributor: 'the association’s contributor',
}

/** Why a file was not taken, after its name. */
const FILE_REFUSAL: Readonly<Record<FileRefusal, string>> = {
	empty: 'The file is empty. Check that you chose the right one.',
	tooLarge: 'The file is too large. It may be at most 10 MB. Paste the text instead.',
	tooMany: 'At most 20 files can be taken at once.',
	noPlace: 'There is no place for files here.',
	otherKind: 'Only PDF, Word (.docx) and text files (.txt, .md) can be taken. Save the file as one of them.',
	notAsNamed: 'The content is something other than the file’s name says. Check that you chose the right one.',
	broken: 'The file is broken and cannot be opened. Fetch it again, or paste the text.',
	locked: 'The file is locked with a password. Remove the password and try again, or paste the text.',
	macros: 'The file contains macros, which can harm a computer. Save it without macros (.docx).',
	hostile: 'The file is made in a way that can harm whoever opens it. Paste the text instead.',
}

const stages = {
	drafting: 'a draft',
	consulting: 'out for views',
	deciding: 'being voted on',
	signing: 'out for sign-off',
	published: 'published',
	withdrawn: 'withdrawn',
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const at = (instant: number) => formatDateTime('en', instant)

const imageFaults: Readonly<Record<ImageFault, string>> = {
	kind: 'The picture must be a PNG, JPEG or WebP. Save it as one of those. SVG cannot be used, since it can hold programs.',
	bytes: `The picture is too heavy. It may be ${formatNumber('en', IMAGE_BYTES / 1000)} kB at most. Save it smaller or more compressed.`,
	pixels: `The picture must be between ${formatNumber('en', IMAGE_LEAST)} and ${formatNumber('en', IMAGE_MOST)} pixels each way. Change its size.`,
	moving: 'The picture moves. Choose one that stands still.',
	broken: 'The picture is damaged or not whole. Save it anew and try again.',
}

/** What to do where there is less time than the bylaws promise. */
const remedies = {
	reason: 'Choose a later day. If it is urgent, say why.',
	fullTrack: 'Choose a later day, or an ordinary vote. Where silence counts as consent, the time cannot be cut short.',
	none: 'Choose a later day.',
}

/** Why a change after the vote is more than a slip. */
const notEditorial = {
	kind: 'After the vote no part can be added, removed or moved.',
	words: 'After the vote only slips of the pen can be put right. This replaces, adds or removes words.',
	meaning: 'After the vote only slips of the pen can be put right. This may change what the text says.',
	tooMuch: 'After the vote only a few words in the whole text can be put right. These are more.',
}

const quoted = (words: readonly string[]) =>
	words.length === 0 ? '' : ` It is about: ${words.map((word) => `“${word}”`).join(', ')}.`

/** Why nothing more is done with a proposed correction or withdrawal. */
const addendumOver: Readonly<Record<RejectionOf['addendumOver']['state'], string>> = {
	settled: 'The time to answer is up. Get in touch with the chair.',
	lapsed: 'It is too long since the associations answered. Take the proposal back and ask them anew.',
	takenBack: 'The proposal is taken back. There is nothing to answer.',
	published: 'It is published already, and does not change.',
}

export const refusals: Refusals = {
	notFound: () => 'What you are looking for does not exist, or is not for you. Check the address.',
	signInRequired: () => 'You need to sign in first.',
	notAllowed: ({ needs }) =>
		`Only ${formatEither(
			'en',
			needs.map((role) => who[role]),
		)} can do this. Ask for help there.`,
	operatorOnly: () => 'Only the operator can do this. Ask for help there.',
	reauthenticate: () => 'First show that it is you: sign in once more. Then you can go on where you were.',
	scopeMissing: ({ scope }) => `The token may not be used for this. Create a token with the scope ${scope}.`,
	keyReused: () => 'The idempotency key has been used for something else. Send again with a new one.',
	busy: () => 'There is much to do just now. Nothing is saved yet. Press again in a while.',
	empty: ({ field: name }) => (name === 'file' ? 'Choose a file first.' : `Fill in ${field(name)}.`),
	tooLong: ({ field: name, limit, length }) =>
		`Shorten ${field(name)}: it may have at most ${formatCount('en', limit, 'character', 'characters')}, and now has ${formatNumber('en', length)}.`,
	invalid: ({ field: name }) => `Check ${field(name)}. ${asWritten[name] ?? 'What it says cannot be used.'}`,
	wrongStage: ({ stage }) =>
		`That cannot be done now, because the text is ${stages[stage]}. Reload the page to see what can be done.`,
	alreadySent: ({ at: sentAt }) =>
		`The answer was sent already, on ${at(sentAt)}. To send it once more, tick that and say why.`,
	packChanged: () => 'The files have changed since you checked them. Check them again before you send.',
	emptyDocument: () => 'The text is empty. Write or paste it first.',
	blockGone: () => 'Somebody else has removed the paragraph. Copy your text, reload the page and put it in again.',
	blockChanged: () =>
		'Somebody else has changed the paragraph since you opened it. Both texts are kept: choose which one is to stand.',
	partsChanged: ({ parts }) =>
		parts.length === 1
			? 'Somebody else has changed the same part while you wrote. Both texts are kept below: choose which one is to stand, or write them together.'
			: `Others have changed ${formatNumber('en', parts.length)} of the parts while you wrote. Both texts are kept below: choose which are to stand, or write them together.`,
	losesPlace: ({ blocks }) =>
		`This takes ${formatCount('en', blocks.length, 'part', 'parts')} that others have said something about out of the text. See which, and say that you mean it.`,
	cannotSplit: () => 'The paragraph cannot be split there. Place the cursor inside the text, or write two paragraphs.',
	cannotJoin: () =>
		'The parts cannot be joined. They must be two parts of text next to each other, where nothing but text would be lost.',
	notAPosition: () => 'A stance can be taken only on a numbered position. Choose one of them.',
	noAssociations: () => 'There are no member associations yet. Add them under Members first.',
	clockChanges: () =>
		'The clock is changed that night, and the time you wrote comes twice or not at all. Write 01:59 or 03:00 instead.',
	deadlinePassed: ({ field: name }) =>
		name === 'closesAt'
			? 'The last day to vote and its time of day have been. Choose a later day, or a later time.'
			: `${capital(field(name))} is in the past. Choose a day to come.`,
	deadlineOrder: () => 'The last day to sign off must come after the last day to vote. Change one of them.',
	tooLittleTime: ({ days, earliest, remedy }) =>
		`Associations are to have at least ${formatCount('en', days, 'day', 'days')}. The earliest is ${at(earliest)}. ${remedies[remedy]}`,
	tooEarlyToClose: ({ earliest, closesAt }) =>
		earliest === null
			? `Not all have voted yet. The ballot can be closed when they have. Otherwise it closes ${at(closesAt)}.`
			: `Not all have voted yet, and they are to have the time that the rules promise. The ballot can be closed from ${at(earliest)}.`,
	objectedTo: () =>
		'An association has objected to the changed text, so it cannot be published. Send the text back and take it up anew.',
	notEditorial: ({ why, words }) =>
		`${notEditorial[why]}${quoted(words)} Send the text back, if it is to say something else.`,
	ballotOver: ({ closedAt }) => `The ballot closed on ${at(closedAt)}. Contact the chair if something went wrong.`,
	ballotVoided: ({ voidedAt }) =>
		`This ballot has no effect any more: the text was taken back on ${at(voidedAt)}. You will be told if there is a new one.`,
	ballotStillOpen: ({ closesAt }) => `The ballot is open until ${at(closesAt)}. Close it first, or wait.`,
	timeToObject: ({ closesAt }) =>
		`Everyone is to have time to object until ${at(closesAt)}. Wait until then, or send the text back.`,
	notInElectorate: () =>
		'The association is not part of this ballot. Only those that were members when it opened vote.',
	officersDoNotVote: () =>
		'By your bylaws, chair and secretary neither vote nor sign for an association. Ask somebody else in the association.',
	seatedSince: ({ opensAt }) =>
		`You got the seat after the ballot opened ${at(opensAt)}. Whoever was delegate or deputy then votes for the association.`,
	nobodyToObject: ({ associations }) =>
		`Nobody can object for ${formatList('en', associations)} in all that time, and then silence says nothing. Make somebody the delegate there, or open a regular ballot.`,
	lastToAnswer: ({ until }) =>
		`The association could no longer answer what it is asked until ${at(until)}. Wait until then. If it is the whole text you can send that back first, and if it is a consensus list you can cancel it. Whoever takes over can be deputy meanwhile.`,
	delegateHasVoted: () => 'Your delegate has already voted. As a deputy you can vote only when the delegate has not.',
	delegateHasSigned: () =>
		'Your delegate has already answered whether you stand behind the text. As a deputy you can answer only when the delegate has not.',
	ballotIsSecret: () => 'The ballot is secret. Cast the vote as a secret one, without a reservation.',
	ballotIsOpen: () => 'The ballot is open. Cast the vote openly, in the association’s name.',
	secretVoteFinal: () =>
		'Your vote is already cast. The ballot is secret, so the vote cannot be found again nor changed.',
	tooFewForSecrecy: ({ least, electorate }) =>
		`A secret ballot takes at least ${formatCount('en', least, 'association', 'associations')}: among fewer it shows who voted how. You are ${formatNumber('en', electorate)}. Choose other bylaws in the settings, or add associations.`,
	reasonRequired: () => 'Write why. One sentence is enough.',
	silenceNotConsent: () => 'Your bylaws do not count silence as consent. Open an ordinary ballot instead.',
	notConfirmed: () =>
		'Read what speaks against opening the ballot now, and tick that you want to open it all the same.',
	...ofBallots,
	editorialNotAuthorised: () =>
		'The ballot did not allow the text to be mended afterwards. Send it back to draft if it must change.',
	textChanged: () => 'The text has changed since you opened the page. Read the new text and try again.',
	signingOver: ({ dueAt }) => `The time to sign off ended on ${at(dueAt)}. Contact the chair.`,
	awaitingSignoffs: ({ missing, dueAt }) =>
		`Answers are missing from ${formatCount('en', missing.length, 'association', 'associations')}. Wait, or publish after ${at(dueAt)}.`,
	nobodySigned: () => 'No association stands behind the text yet. At least one must before it is published.',
	statementWithdrawn: () => 'The statement is withdrawn: it cannot be corrected, sent or withdrawn once more.',
	addendumStands: () => 'A correction or withdrawal of the statement waits already. Publish it or take it back first.',
	addendumOver: ({ state }) => addendumOver[state],
	awaitingAnswers: ({ silent, dueAt }) =>
		`Answers are missing from ${formatCount('en', silent, 'association', 'associations')}. Wait until ${at(dueAt)}.`,
	correctionObjectedTo: () =>
		'An association has objected, so the correction cannot be published. Take it back, and propose another if one is needed.',
	tooFewAgree: ({ agreed, needed }) =>
		`Only ${formatCount('en', agreed, 'association', 'associations')} of those that stand behind the statement said yes, and at least ${formatNumber('en', needed)} have to. Silence is no yes.`,
	votesContested: ({ associations }) =>
		`The vote is not as it was entered from the meeting, according to ${formatList('en', associations)}. If it was entered wrongly, take the text back and enter the decision again. If it was entered rightly, ask the association to say so on the page of the vote.`,
	contestOver: ({ dueAt }) => `The time to say so ended on ${at(dueAt)}. Contact the chair.`,
	delegateHasSaid: () =>
		'Your delegate has already answered whether the vote is right. As a deputy you can answer only when the delegate has not.',
	delegateExists: () => 'The association already has a delegate. End that seat first, or choose deputy.',
	lastChair: () => 'The coalition must have a chair. Give the seat to somebody else first.',
	chairByChair: () => 'Only a chair can give or end a chair’s seat. Ask a chair to do it, or choose another role.',
	seatTakenBack: () =>
		'Whoever has the seat has taken it back. Talk to the association. If you do not agree, whoever runs the service can end the seat.',
	tooLateToTakeBack: ({ until }) =>
		`The time to take the seat back ended ${at(until)}. Contact your association and the chair.`,
	toldTooOften: ({ notice, limit, again }) =>
		`${tellings[notice](formatCount('en', limit, 'time', 'times'))} within a day, and others are mailed each time. Wait until ${at(again)}.${notice === 'members' ? ' To add several, paste them as a list: that counts once.' : ''}`,
	allHaveAnswered: () => 'All that were asked about the text have answered. There is nobody to remind.',
	nobodyReached: () => 'No e-mail reaches those who have not answered. Call them instead.',
	remindedLately: ({ at: last, again }) =>
		`A reminder about the text went out ${at(last)}. So that nobody gets two within a day, the next can go ${at(again)}. Call, if it is urgent.`,
	slugTaken: () => 'The address is taken. Choose another.',
	noticeHandled: () => 'Somebody has already dealt with what came in. Look among the inquiries.',
	fileRefused: ({ name, why }) => `${name}: ${FILE_REFUSAL[why]}`,
	uploadTooLarge: ({ limit }) =>
		`What you sent is too large. The files may be at most ${formatNumber('en', limit / 1024 / 1024)} MB together. Paste the text instead.`,
	bodyTooLarge: ({ limit }) =>
		`What you sent is too large: at most ${formatNumber('en', Math.floor(limit / 1024))} kB can be taken here. Go back in the browser, where what you wrote still is, and shorten it.`,
	noFileStore: () => 'There is no place for files here. Paste the text instead.',
	inquiryClosed: () => 'The inquiry is already closed. Start a letter instead, if you want to answer anyway.',
	wrongCode: ({ left }) =>
		left > 0
			? `The code is not right. Compare it with the e-mail. You can try ${formatCount('en', left, 'more time', 'more times')}.`
			: 'The code is not right, and is no longer valid. Ask for a new e-mail.',
	codeGone: () => 'No code is waiting for you in this browser. Ask for a new e-mail.',
	wrongCard: () =>
		'The name of the card and the code do not belong together, or the code has been used. Check both, or take the next code on the card.',
	tooManyTries: ({ minutes }) =>
		`There have been too many attempts. Wait ${formatCount('en', minutes, 'minute', 'minutes')} and then try again.`,
	rosterTooLong: ({ rows, limit }) =>
		`The list has ${formatCount('en', rows, 'row', 'rows')}, and at most ${formatNumber('en', limit)} can be entered at once. Divide it.`,
	rosterEmpty: () => 'There is nothing new to enter in the list. Correct it, or go back to the members.',
	rosterChanged: () =>
		'The list or the members changed after you saw this. Now it becomes this: look through it once more.',
	accentTooPale: ({ nearest }) =>
		`The colour is too pale to be read on a light background. Choose a darker one. The nearest that can be used is ${nearest}.`,
	imageRefused: ({ why }) => imageFaults[why],
	topicExists: ({ name, away }) =>
		away ? `${name} is there already, put away. Bring it back.` : `${name} is there already. Write another name.`,
	tooManyTopics: ({ limit }) =>
		`There is room for at most ${formatNumber('en', limit)}. Leave out or put away something first.`,
	tooManyGroups: ({ number, limit, length }) =>
		`Position ${number} is about ${formatNumber('en', length)} groups, and there is room for at most ${formatNumber('en', limit)}. Leave some out.`,
	tooManyStandardTexts: ({ limit, kept }) =>
		`The coalition can have at most ${formatNumber('en', limit)} standard texts and templates${kept ? ', with those removed. Bring one of them back and rewrite it' : '. Remove one first'}.`,
	standardTextRewritten: () =>
		'Somebody else changed it while you wrote. At the top of the page it stands as it is now, and in the fields what you wrote. Save again to replace it.',
	slugsUsedUp: ({ limit }) =>
		`The coalition has had ${formatNumber('en', limit)} addresses already, and all of them lead here for ever. Choose one of those.`,
	cardElsewhere: () =>
		'The person has a seat elsewhere too, and the card would be valid there as well. Ask the operator to print it.',
	cardForAddress: () =>
		'Whoever has e-mail makes their own card. Ask them to sign in by e-mail, open My profile and choose Make a card.',
	cardNeedsMail: () =>
		'You can make a card when you have signed in by e-mail. Sign in once more, with the link or the code in the mail.',
	personElsewhere: () =>
		'The person has seats elsewhere too, and it would hold there as well. Ask the person to change it under My profile.',
	addressKnown: () => 'The address is there already. Write another.',
	addressNeedsMail: () =>
		'You can change e-mail addresses when you have signed in by e-mail. Sign in once more, with the link or the code in the mail.',
	lastWayIn: () =>
		'Without that address you cannot sign in. First add another address, or make a card under My profile.',
	neededHere: () => 'You are needed here: first make somebody else chair, or operator.',
	doneTooOften: ({ limit, again }) =>
		`That was done ${formatCount('en', limit, 'time', 'times')} in the last 24 hours, and somebody gets a mail each time. Wait until ${at(again)}.`,
	commentResolved: () => 'The comment has its answer. Read it. Open the comment again if something remains.',
	commentOpen: () => 'The comment is open already. Write a reply instead.',
	commentsSince: () => 'Something new was said while you wrote. Read it first, and then send your answer.',
	commentAnswered: () =>
		'Somebody has said something about the comment, so its words stand. Write a reply, or take it back.',
	commentWithdrawn: () => 'The comment was taken back. There is nothing to answer.',
	commentHidden: () => 'The chair has hidden the comment. Nobody can agree with what they cannot read.',
	answerStands: () => 'What answers a comment is not hidden. Whoever asked must be able to read it.',
	numberedHere: ({ year, first }) =>
		`Number ${first} and higher of ${year} are published here. Write a lower number, or leave it empty.`,
	numberTaken: ({ year, number }) =>
		`Number ${number} of ${year} is brought in already. Correct the one that is there, also if it is removed.`,
	fileGone: () => 'One of the files is not here any more. Choose it again.',
	contestedBefore: ({ at: said, from }) =>
		`It was said ${at(said)}, before you got your seat. You can take it back or change it ${at(from)}.`,
	delegateHasSpoken: () => 'Your delegate has answered already. As a deputy you cannot change that.',
	ownComment: () => 'The comment is your own. You can agree with those of other associations.',
	wordsNotThere: () => 'The words are not in the paragraph. Copy them from the text above, or leave the field empty.',
	notYourComment: () => 'Only whoever wrote it can do this. Write a reply instead.',
	tooManyComments: ({ limit }) =>
		`There is room for ${formatCount('en', limit, 'comment', 'comments')} here, and it is used up. Contact the chair.`,
	tooManyOwnComments: ({ limit }) =>
		`You already have ${formatCount('en', limit, 'comment', 'comments')} on the text. Reply in one of them, or take one back.`,
	...ofAmendments,
}
