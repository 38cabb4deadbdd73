import type { errors as swedish } from '#i18n/sv/errors.ts'

export const errors: typeof swedish = {
	whatYouWrote: 'This is what you wrote. Copy it before you go on.',
	badRequest: {
		title: 'We did not understand what was sent',
		what: 'The page did not get what it needed. Nothing has been changed.',
		todo: ['Go back and try again.', 'Copy what you have written first, to be sure of keeping it.'],
	},
	forbidden: {
		title: 'You cannot open this page',
		what: 'You are signed in, but your role does not give you access to the page.',
		todo: [
			'Look under My tasks. Everything that waits on you is there.',
			'Ask the chair or the secretary, if you think you should be able to open the page.',
		],
	},
	signInFirst: {
		title: 'Sign in to continue',
		what: 'The page is for members of the coalition.',
		todo: ['Sign in. Then you will come to the page.'],
	},
	notFound: {
		title: 'The page does not exist',
		what: 'The address may be misspelt. The page may also be for others than you.',
		todo: ['Check the address.', 'Go to the start page and look from there.', 'Sign in, if the page is for members.'],
	},
	gone: {
		title: 'This link is no longer valid',
		what: 'The link has been used, is too old or has been replaced by a new one.',
		todo: ['Ask for a new link.', 'Look for a newer link in your e-mail.'],
	},
	tooLarge: {
		title: 'What you sent is too large',
		what: 'We could not receive it. Nothing has been changed.',
		todo: ['Split the text, or choose a smaller file.', 'Go back. What you have written is still in the fields.'],
	},
	notAllShown:
		'Not all that you wrote is shown here. Go back in the browser, where it still is, and copy it from there.',
	tooMany: {
		title: 'Wait a while',
		what: 'There have been too many attempts in a short time.',
		todo: ['Wait a few minutes and then try again.'],
	},
	broken: {
		title: 'Something went wrong on our side',
		what: 'The fault is ours, not yours. We do not know for certain whether what you sent was saved.',
		todo: [
			'Go back and try again. You can safely send the same thing once more: it counts only once.',
			'Try again in a while, if that does not help.',
		],
	},
	busy: {
		title: 'There is much to do just now',
		what: 'We did not come to it. Nothing is saved yet.',
		todo: ['Wait a while and try again.', 'Go back. What you wrote is still in the fields.'],
	},
	goTo: 'Go on from here',
	startPage: 'To the start page',
	reference: (code) => `Error code: ${code}. Please give it if you contact us.`,
}
