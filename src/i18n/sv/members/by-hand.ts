import { formatCount, formatLongDateTime } from '#i18n/format.ts'
import { members } from './members.ts'

const roles = members.rolesInText
type Role = Exclude<keyof typeof roles, 'operator'>

const latest = (dueAt: number | null) => (dueAt === null ? '' : `, senast ${formatLongDateTime('sv', dueAt)}`)

/** Those whom no mail reaches, and what they must be told by telephone or letter. */
export const byHand = {
	title: 'Ring eller skriv till dem',
	lead: 'Inget mejl når de här personerna. De har rätt att få veta, så ring eller skriv ett brev. Tryck sedan på knappen, så försvinner raden.',
	nobody: 'Alla har fått veta',
	nobodyWhat: 'Här står de som inget mejl når, när det är något som de har rätt att få veta.',
	who: 'Vem',
	what: 'Berätta det här',
	actions: 'När det är gjort',
	toldTo: (names: string) => `Jag har berättat det för ${names}`,
	warning: (count: number) =>
		`Det finns ${formatCount('sv', count, 'sak', 'saker')} att berätta för dem som inget mejl når.`,
	show: 'Se vilka som ska ringas',
	task: (count: number) => `Ring eller skriv: ${formatCount('sv', count, 'sak', 'saker')} att berätta`,
	done: 'Det är noterat. Raden är borta.',
	says: {
		consultation: (title: string, dueAt: number | null) =>
			`Föreningen ska säga vad den tycker om ”${title}”${latest(dueAt)}.`,
		ballot: (title: string, dueAt: number | null) => `Föreningen ska rösta om ”${title}”${latest(dueAt)}.`,
		ballotOn: (numbers: string, title: string, dueAt: number | null, count: number) =>
			`Föreningen ska rösta om ${numbers}, ${count === 1 ? 'ett yrkande' : 'två yrkanden'} på ”${title}”${latest(dueAt)}. Läs upp det som står på omröstningens sida.`,
		consensusList: (title: string, dueAt: number | null) =>
			`Föreningen kan invända mot yrkanden på ”${title}”${latest(dueAt)}. Den som inte svarar säger ja. Läs upp yrkandena som står på samförståndslistans sida.`,
		consensusListOver: (title: string) =>
			`Frågan till föreningarna om yrkanden på ”${title}” är avgjord eller avbruten. Läs upp vad det blev. Det står på samförståndslistans sida.`,
		meetingVote: (title: string, dueAt: number | null) =>
			`Så sägs föreningen ha röstat på mötet om ”${title}”. Läs upp det som står på omröstningens sida, och fråga om det stämmer${latest(dueAt)}.`,
		signoff: (title: string, dueAt: number | null) =>
			`Föreningen ska svara på om den står bakom ”${title}”${latest(dueAt)}.`,
		unseated: (role: Role | null, dueAt: number | null) =>
			`Uppdraget${role === null ? '' : ` som ${roles[role]}`} är avslutat.${dueAt === null ? '' : ` Stämmer det inte går det att ta tillbaka, senast ${formatLongDateTime('sv', dueAt)}: logga in med kortet och öppna Mina uppgifter.`}`,
		seat: (role: Role | null) =>
			`Någon har fått uppdraget${role === null ? '' : ` som ${roles[role]}`} för föreningen. Den ordinarie kan avsluta en ersättares eller medarbetares uppdrag.`,
		chair: 'Vem som är ordförande har ändrats.',
		bylaws: 'Reglerna för beslut har ändrats. På medlemssidan står vilka som gäller, och från när.',
		members: 'Vilka föreningar som är med har ändrats. På medlemssidan står vilka, och från när.',
		addendum: (title: string, dueAt: number | null) =>
			`Föreningen ska svara på om det publicerade svaret ”${title}” får rättas eller återkallas${latest(dueAt)}. Läs upp det som står på svarets sida.`,
		older:
			'Ordföranden har lagt in eller ändrat äldre svar i alla föreningars namn. Fråga om föreningen känner till dem.',
		outcomes: (title: string) =>
			`Det är känt vad det blev av ståndpunkter i ”${title}”. Läs upp det som står på svarets sida.`,
		sent: (title: string) =>
			`Svaret ”${title}” har skickats i föreningens namn. Läs upp till vem och vad följebrevet säger. Det står under Underskrifter.`,
	},
	lost: (association: string) => `Ditt uppdrag för ${association} är avslutat: ta tillbaka det, om det inte stämmer`,
}
