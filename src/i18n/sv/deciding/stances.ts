import { formatCount } from '#i18n/format.ts'
import { stanceNames } from '#i18n/sv/publication/names.ts'
export const stances = {
	names: stanceNames,
	openConsultation: 'Skicka ut texten för synpunkter',
	consultationMeans: (names: string) =>
		`Texten går ut till ${names}. De säger vad de tycker om varje ståndpunkt. Du kan fortfarande ändra i texten.`,
	viewsDueOn: 'När vill ni ha synpunkterna?',
	viewsDueOnHint: 'Två veckor är lagom för den som behöver fråga sin styrelse.',
	sendOut: 'Skicka ut texten',
	sentOut: 'Texten är utskickad. Föreningarna får ett brev med e-post.',
	saved: (association: string, count: number, when: string) =>
		`${association} har svarat på ${formatCount('sv', count, 'ståndpunkt', 'ståndpunkter')}. Sparat ${when}. Ni kan ändra er fram till beslutet.`,
	noPositions: 'Texten har inga ståndpunkter än',
	noPositionsHint: 'Här visas vad varje förening tycker om varje ståndpunkt, när det finns några.',
	everyone: 'Vad alla tycker',
	notYet: 'Föreningarna kan svara när texten har skickats ut för synpunkter.',
	matrixCaption: 'Föreningarnas ställning till varje ståndpunkt',
	formTitle: (association: string) => `Vad tycker ${association}?`,
	formHint: 'Svara på dem ni vill. Resten kan lämnas tomma.',
	becomesPublic: 'När texten publiceras kan alla läsa vad ni svarade och varför.',
	supportAll: 'Vi tillstyrker allt',
	supportAllHint: 'Det du har valt själv här nedanför ändras inte.',
	otherAnswers: 'Fler svar',
	wholeText: 'Läs hela texten',
	addReason: (number: string) => `Säg varför (${number})`,
	reason: (number: string) => `Varför, om ståndpunkt ${number}`,
	save: (association: string) => `Spara för ${association}`,
	reasons: 'Motiveringar',
}
