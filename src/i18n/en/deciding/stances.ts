import { stanceNames } from '#i18n/en/publication/names.ts'
import { formatCount } from '#i18n/format.ts'
import type { stances as swedish } from '#i18n/sv/deciding/stances.ts'

export const stances: typeof swedish = {
	names: stanceNames,
	openConsultation: 'Send the text out for views',
	consultationMeans: (names: string) =>
		`The text goes out to ${names}. They say what they think of each position. You can still change the text.`,
	viewsDueOn: 'When do you want the views?',
	viewsDueOnHint: 'Two weeks suit those who need to ask their board.',
	sendOut: 'Send the text out',
	sentOut: 'The text has been sent out. The associations are told by e-mail.',
	saved: (association: string, count: number, when: string) =>
		`${association} has answered on ${formatCount('en', count, 'position', 'positions')}. Saved ${when}. You can change your mind until the decision.`,
	noPositions: 'The text has no positions yet',
	noPositionsHint: 'What each association thinks of each position is shown here, once there are some.',
	everyone: 'What everyone thinks',
	notYet: 'The associations can answer once the text has been sent out for views.',
	matrixCaption: 'What the associations think of each position',
	formTitle: (association: string) => `What does ${association} think?`,
	becomesPublic: 'When the text is published, everybody can read what you answered and why.',
	supportAll: 'We support all of it',
	supportAllHint: 'What you have chosen yourself below is not changed.',
	otherAnswers: 'Other answers',
	wholeText: 'Read the whole text',
	formHint: 'Answer those you want to. The rest can be left empty.',
	addReason: (number: string) => `Say why (${number})`,
	reason: (number: string) => `Why, about position ${number}`,
	save: (association: string) => `Save for ${association}`,
	reasons: 'Reasons',
}
