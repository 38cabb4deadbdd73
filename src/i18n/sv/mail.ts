import { formatCount, formatDate, formatLongDateTime } from '#i18n/format.ts'
import { members } from './members/members.ts'

const roles = members.rolesInText
type Role = Exclude<keyof typeof roles, 'operator'>

const latest = (dueAt: number | null) => (dueAt === null ? '' : ` senast ${formatLongDateTime('sv', dueAt)}`)

/** What letters say. The first line asks for one thing and says by when; the link follows it. */
export const mail = {
	doNotReply: 'Svar på det här mejlet räknas aldrig som en röst eller en underskrift.',
	demonstration: 'Det här är en demonstration: personer, röster och kommentarer är påhittade.',
	signIn: {
		subject: 'Logga in på Samsvar',
		link: 'Öppna länken för att logga in på Samsvar:',
		code: (code: string) => `Eller skriv koden ${code} i webbläsaren där du bad om det här mejlet.`,
		validFor: (minutes: number) =>
			`Länken och koden gäller i ${formatCount('sv', minutes, 'minut', 'minuter')}, en gång.`,
		notYou: 'Bad du inte om det här? Då behöver du inte göra något. Ingen kommer in utan länken eller koden.',
	},
	subjects: {
		invitation: (coalition: string) => `Välkommen till ${coalition}`,
		consultation: (title: string) => `Vad tycker ni? ${title}`,
		ballot: (title: string) => `Rösta: ${title}`,
		objection: (title: string) => `Har ni invändningar? ${title}`,
		objectionToChange: (title: string) => `Ändrad efter beslutet: ${title}`,
		signoff: (title: string) => `Står ni bakom? ${title}`,
		published: (title: string) => `Publicerat: ${title}`,
	},
	firstLines: {
		invitation: (coalition: string, role: Role, association: string | null) =>
			association === null
				? `Du är ${roles[role]} i ${coalition}. Öppna länken, så kommer du in:`
				: `Du är ${roles[role]} för ${association} i ${coalition}. Öppna länken, så kommer du in:`,
		consultation: (association: string, title: string, dueAt: number | null) =>
			`Säg vad ${association} tycker om ”${title}”${latest(dueAt)}:`,
		ballot: (association: string, title: string, dueAt: number | null) =>
			`Rösta för ${association} om ”${title}”${latest(dueAt)}:`,
		objection: (association: string, title: string, dueAt: number | null) =>
			`Läs ”${title}” och säg till${latest(dueAt)} om ${association} har något att invända:`,
		objectionToChange: (association: string, title: string, dueAt: number | null) =>
			`Ett skrivfel i ”${title}” är rättat efter beslutet. Läs det och säg till${latest(dueAt)} om ${association} invänder, med ett tryck:`,
		signoff: (association: string, title: string, dueAt: number | null) =>
			`Svara${latest(dueAt)} på om ${association} står bakom ”${title}”:`,
		published: (title: string, label: string) => `”${title}” är publicerad som ${label}. Läs den här:`,
	},
	silence: 'Den som inte svarar har inget att invända.',
	urgent: (why: string) => `Tiden är kortare än reglerna lovar. Ordföranden har bestämt det: ${why}`,
	from: (coalition: string) => `Mejlet kommer från ${coalition}, genom Samsvar.`,
	why: (name: string, role: Role, association: string | null, coalition: string) =>
		`${name} får det som ${roles[role]} ${association === null ? `i ${coalition}` : `för ${association}`}.`,
	personalLink: (until: number) =>
		`Länken är bara till för dig och loggar in dig en gång, till och med ${formatDate('sv', until)}. Skicka den inte vidare.`,
}
